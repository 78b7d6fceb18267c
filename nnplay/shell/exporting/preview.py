"""Preview: a picture, a text or a page as it will be in the file, or the reason why there is none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from nnplay.appearance import icons, metrics
from nnplay.appearance.theme import Role, theme
from nnplay.panels.code.program_view import ProgramView
from nnplay.shell.exporting.sight import Sight

_SIGN = 28
_CHECK = 8
"""Side of the checks that show transparency."""


class Preview(QStackedWidget):
    """Shows one sight at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ProgramView()
        self.text.setAccessibleName(self.tr("First lines of the file"))
        self.picture = PictureView()
        self.picture.setAccessibleName(self.tr("Preview of the picture"))
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("Preview of the page"))
        # A report is always dark on white, whatever the theme.
        self.page.setStyleSheet("QTextBrowser { background: #ffffff; color: #1b1a1d; }")
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sign = QLabel()
        self._sign.hide()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._no_sight = self._make_no_sight()
        for page in (self._no_sight, self.text, self.picture, self.page):
            self.addWidget(page)
        self._show_sign()
        theme().changed.connect(self._on_theme_changed)

    def show_sight(self, sight: Sight) -> None:
        """Show a preview; the scroll position stays while the same text changes."""
        if sight.picture is not None:
            self.picture.show_image(sight.picture)
            self.setCurrentWidget(self.picture)
        elif sight.page:
            place = self.page.verticalScrollBar().value() if self.currentWidget() is self.page else 0
            document = self.page.document()
            document.clear()
            for number, picture in enumerate(sight.pictures):
                document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"picture:{number}"), picture)
            self.setCurrentWidget(self.page)  # first, because the page scrolls to its cursor when it is shown
            self.page.setHtml(sight.page)
            self.page.verticalScrollBar().setValue(place)
        else:
            place = self.text.verticalScrollBar().value() if self.currentWidget() is self.text else 0
            self.text.setPlainText(sight.text)
            self.text.verticalScrollBar().setValue(place)
            self.setCurrentWidget(self.text)

    def show_reason(self, text: str) -> None:
        """Say why there is no preview."""
        self.reason.setText(text)
        self._sign.setVisible(bool(text))
        self.setCurrentWidget(self._no_sight)

    def _make_no_sight(self) -> QFrame:
        page = QFrame()
        page.setProperty("look", "canvas")
        column = QVBoxLayout(page)
        column.setContentsMargins(*(3 * metrics.LARGE,) * 4)
        column.setSpacing(metrics.MEDIUM)
        column.addStretch()
        column.addWidget(self._sign)
        column.addWidget(self.reason)
        column.addStretch()
        return page

    def _show_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        sign = icons.pixmap("warning", theme().color(Role.ERROR), round(_SIGN * ratio))
        sign.setDevicePixelRatio(ratio)
        self._sign.setPixmap(sign)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._show_sign()
        self.text.apply_theme()
        self.picture.update()


class PictureView(QFrame):
    """A picture as large as possible; checks show where it is transparent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "canvas")
        self._image = QImage()

    @property
    def image(self) -> QImage:
        """The image shown."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room = QRectF(self.contentsRect()).adjusted(*(metrics.SMALL,) * 2, *(-metrics.SMALL,) * 2)
        if self._image.isNull() or room.isEmpty():
            return
        painter = QPainter(self)
        size = QSizeF(self._image.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.topLeft(), size)
        place.moveCenter(room.center())
        if self._image.pixelColor(0, 0).alpha() == 0:
            _paint_checks(painter, place)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        painter.setPen(theme().color(Role.BORDER))
        painter.drawRect(place)


def _paint_checks(painter: QPainter, place: QRectF) -> None:
    """Paint grey and white checks, the usual sign for transparency, in every theme."""
    painter.save()
    painter.setClipRect(place)
    painter.fillRect(place, QColor("#ffffff"))
    for row in range(int(place.height() / _CHECK) + 1):
        for column in range(row % 2, int(place.width() / _CHECK) + 1, 2):
            corner = place.topLeft()
            square = QRectF(corner.x() + column * _CHECK, corner.y() + row * _CHECK, _CHECK, _CHECK)
            painter.fillRect(square, QColor("#e9e7e4"))
    painter.restore()
