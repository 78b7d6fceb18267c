"""Way: one way to start, as a row: a picture, a title and a line of small print; long texts are shortened."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.appearance.theme import Role, theme
from nnplay.shell.start.picture_button import PictureButton

PICTURE = QSize(66, 44)
_INSET = 6


class Way(PictureButton):
    """A row to click on; if its target no longer exists, it says so and can be removed.

    Parameters
    ----------
    note
        The line of small print.

    Signals
    -------
    removed()
        The user wants to remove it.
    """

    removed = Signal()

    def __init__(
        self, title: str, note: str, explanation: str, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, explanation, icon_name, parent)
        self._note = note
        self._is_dead_end = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(f"{note}. {explanation}" if note != explanation else note)
        self._remove = QToolButton(self)
        set_icon(self._remove, "close")
        self._remove.hide()
        self._remove.clicked.connect(self.removed)

    @property
    def note(self) -> str:
        """The line of small print."""
        return self._note

    @property
    def is_dead_end(self) -> bool:
        """Whether its target no longer exists."""
        return self._is_dead_end

    def show_note(self, note: str) -> None:
        """Show another line of small print."""
        self._note = note
        self.setAccessibleDescription(note)
        self.update()

    def show_dead_end(self, why: str) -> None:
        """Say why it cannot be opened, and offer to remove it."""
        self._is_dead_end = True
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.show_note(why)
        self._remove.setToolTip(self.tr("Remove from the list"))
        self._remove.setAccessibleName(self.tr("Remove {name} from the list").format(name=self.text()))
        self._remove.show()

    def sizeHint(self) -> QSize:
        return QSize(0, PICTURE.height() + 2 * _INSET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_dead_end and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._remove.sizeHint()
        top = (self.height() - size.height()) // 2
        self._remove.setGeometry(self.width() - size.width() - _INSET, top, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter)
        frame = QRectF(_INSET, _INSET, PICTURE.width(), PICTURE.height())
        self._paint_frame(painter, frame)
        left = round(frame.right()) + metrics.MEDIUM
        right = self._remove.x() if self._is_dead_end else self.width() - _INSET
        small = metrics.font(metrics.Text.CAPTION)
        title, note = QFontMetrics(self.font()), QFontMetrics(small)
        top = (self.height() - title.height() - note.height() - 2) // 2
        painter.setPen(theme().color(Role.MUTED if self._is_dead_end else Role.TEXT))
        width = right - left
        line = QRect(left, top, width, title.height())
        right_end = Qt.TextElideMode.ElideRight
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title.elidedText(self.text(), right_end, width))
        painter.setFont(small)
        painter.setPen(theme().color(Role.ERROR if self._is_dead_end else Role.MUTED))
        line = QRect(left, top + title.height() + 2, width, note.height())
        middle = Qt.TextElideMode.ElideMiddle
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, note.elidedText(self._note, middle, width))
