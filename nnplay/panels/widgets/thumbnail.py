"""Thumbnail: a small picture with a name, to select a data set or an input feature."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.focus_ring import BY_KEYS, focus_pen
from nnplay.appearance.metrics import Text
from nnplay.appearance.theme import Role, theme

MakePicture = Callable[[int], QImage]
"""``make(side_px)``: returns the square picture in the theme's present colours, in device pixels."""

_RING = 2.0
_GAP = 2.0
_CORNER = 6.0
_DISABLED = 0.35
"""Opacity of the picture of a choice that is not available."""


class Thumbnail(QAbstractButton):
    """A checkable picture above its name; a ring in the accent colour marks the selected one.

    Parameters
    ----------
    name
        The text below the picture, also for screen readers.
    side
        Side of the picture, in logical pixels.
    make_picture
        Called when the widget is first painted, and again when theme or scale change.
    """

    def __init__(self, name: str, side: int, make_picture: MakePicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._make_picture = make_picture
        self._picture: QImage | None = None
        self._shows_focus = False
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setFont(metrics.font(Text.CAPTION))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self._forget_picture)

    def sizeHint(self) -> QSize:
        measure = QFontMetricsF(self.font())
        edge = 2 * (_RING + _GAP)
        width = max(self._side + edge, measure.horizontalAdvance(self.text()) + 2)
        return QSize(round(width), round(self._side + edge + measure.height() + 1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A focus ring after a click would look like a selection, even when undo has selected another one.
        if event.reason() in BY_KEYS or event.reason() == Qt.FocusReason.MouseFocusReason:
            self._shows_focus = event.reason() in BY_KEYS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._shows_focus = True
        self.update()
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._forget_picture()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = _RING + _GAP
        frame = QRectF((self.width() - self._side) / 2, edge, self._side, self._side)
        self._paint_picture(painter, frame)
        self._paint_ring(painter, frame)
        role = Role.TEXT if self.isChecked() or self.underMouse() else Role.MUTED
        painter.setPen(theme().color(role if self.isEnabled() else Role.DISABLED))
        below = QRectF(0, frame.bottom() + edge, self.width(), self.height() - frame.bottom() - edge)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text())

    def _paint_picture(self, painter: QPainter, frame: QRectF) -> None:
        if self._picture is None:
            self._picture = self._make_picture(round(self._side * self.devicePixelRatioF()))
        shape = QPainterPath()
        shape.addRoundedRect(frame, _CORNER, _CORNER)
        painter.save()
        painter.setClipPath(shape)
        if not self.isEnabled():
            painter.setOpacity(_DISABLED)
        elif not self.isChecked():
            painter.setOpacity(0.95 if self.underMouse() else 0.75)
        painter.drawImage(frame, self._picture)
        painter.restore()

    def _paint_ring(self, painter: QPainter, frame: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color(Role.OUTLINE if self.underMouse() else Role.BORDER), 1))
        painter.drawRoundedRect(frame, _CORNER, _CORNER)
        out = _GAP + _RING / 2
        ring = frame.adjusted(-out, -out, out, out)
        has_keyboard = self.hasFocus() and self._shows_focus
        if self.isChecked() or has_keyboard:
            painter.setPen(QPen(theme().color(Role.ACCENT), _RING) if self.isChecked() else focus_pen())
            painter.drawRoundedRect(ring, _CORNER + out, _CORNER + out)
        if has_keyboard:
            text_width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
            baseline = self.height() - 1.0
            middle = frame.center().x()
            painter.setPen(QPen(theme().color(Role.FOCUS), 2))
            painter.drawLine(QPointF(middle - text_width / 2, baseline), QPointF(middle + text_width / 2, baseline))

    @Slot()
    def _forget_picture(self) -> None:
        self._picture = None
        self.update()
