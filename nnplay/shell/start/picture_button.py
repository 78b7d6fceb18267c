"""PictureButton: a button with a picture that arrives later, and texts that never exceed their space."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import icon
from nnplay.appearance.theme import Role, theme

_CORNER = 7.0
_ICON_SHARE = 0.46


class PictureButton(QAbstractButton):
    """Base class of the rows and the tiles of the start pages.

    Parameters
    ----------
    title
        Its name, for screen readers too.
    explanation
        Its purpose, as a tooltip and for screen readers.
    icon_name
        Shown until the picture arrives; empty for nothing.
    """

    def __init__(self, title: str, explanation: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QImage()
        self.setText(title)
        self.setToolTip(explanation)
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        self.setFont(metrics.font(metrics.Text.BODY))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self.update)

    @property
    def picture(self) -> QImage:
        """The picture shown; null if there is none yet."""
        return self._picture

    def show_picture(self, picture: QImage) -> None:
        """Show a picture, scaled to its space."""
        self._picture = picture
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Activate with Enter as well as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint_frame(self, painter: QPainter, frame: QRectF) -> None:
        """Paint the picture, or the icon, in a frame with rounded corners."""
        is_chosen = self.underMouse() or self.hasFocus()
        shape = QPainterPath()
        shape.addRoundedRect(frame, _CORNER, _CORNER)
        painter.fillPath(shape, theme().color(Role.ACCENT_SOFT if self._icon_name else Role.CANVAS))
        if not self._picture.isNull():
            painter.save()
            painter.setClipPath(shape)
            if not self.isEnabled():
                painter.setOpacity(0.4)
            painter.drawImage(frame, self._picture)
            painter.restore()
        elif self._icon_name:
            side = round(_ICON_SHARE * frame.height())
            place = QRectF(0, 0, side, side)
            place.moveCenter(frame.center())
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            icon(self._icon_name, Role.ACCENT).paint(painter, place.toRect(), mode=mode)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color(Role.OUTLINE if is_chosen else Role.BORDER), 1))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)

    def _paint_ground(self, painter: QPainter) -> None:
        """Paint the background that shows the pointer or the focus."""
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme().color(Role.FOCUS), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        is_lit = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setBrush(
            theme().color(Role.PRESSED if self.isDown() else Role.HOVER) if is_lit else Qt.BrushStyle.NoBrush
        )
        painter.drawRoundedRect(ground, metrics.RADIUS, metrics.RADIUS)

    def _text_role(self) -> Role:
        return Role.TEXT if self.isEnabled() else Role.DISABLED
