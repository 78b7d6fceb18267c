"""DigitPad: a square of paper to draw a digit on, with mouse, pen tablet or finger.

Strokes are kept in the paper's own coordinates, 0..280 in both directions with y down, so that a drawing keeps its
shape when the widget is resized. Touch needs no code: Qt turns an unhandled first finger into mouse events.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget

from nnplay.look import metrics
from nnplay.look.theme import Role, theme

Stroke = list[tuple[float, float]]

SIDE = 280.0
"""Side of the paper in its own coordinates: ten to a pixel of a 28 x 28 image."""

PEN_WIDTH = 22.0
"""Width of the ink in the paper's coordinates, about that of the pens behind MNIST."""


def stroke_path(stroke: Stroke) -> QPainterPath:
    """Return a smooth path through a stroke: quadratic curves between the midpoints of its points."""
    points = [QPointF(x, y) for x, y in stroke]
    path = QPainterPath(points[0])
    for point, following in pairwise(points[1:]):
        path.quadTo(point, (point + following) / 2)
    # A tap is a line of no length, which a round pen draws as a dot; Qt skips it unless it is a hair long.
    path.lineTo(points[-1] if len(points) > 1 else points[0] + QPointF(0.01, 0))
    return path


class DigitPad(QWidget):
    """Paper and pen.

    Signals
    -------
    strokes_changed
        A point was added, a stroke undone or the paper cleared.
    """

    strokes_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[Stroke] = []
        self._is_drawing = False
        self._ink: QPixmap | None = None  # the finished strokes; None when it has to be drawn again
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Drawing pad"))
        self.setAccessibleDescription(self.tr("Draw a digit with the mouse, a pen or a finger."))
        theme().changed.connect(self._on_theme_changed)

    @property
    def strokes(self) -> list[Stroke]:
        """A copy of the drawing: strokes of (x, y) points, 0..280, y down."""
        return [list(stroke) for stroke in self._strokes]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._strokes

    @Slot()
    def undo_stroke(self) -> None:
        """Take back the last stroke, the one being drawn included."""
        if self._strokes:
            self._strokes.pop()
            self._finish_change()

    @Slot()
    def clear(self) -> None:
        """Take an empty sheet."""
        if self._strokes:
            self._strokes.clear()
            self._finish_change()

    def sizeHint(self) -> QSize:
        return QSize(int(SIDE), int(SIDE))

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 96)

    # -- the pen ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._put_pen_down(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_pen(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._lift_pen()

    def tabletEvent(self, event: QTabletEvent) -> None:
        # Taken here rather than as mouse events, because the tablet's own reports are finer in place and time.
        if event.type() == QEvent.Type.TabletPress:
            self._put_pen_down(event.position())
        elif event.type() == QEvent.Type.TabletMove:
            self._move_pen(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._lift_pen()
        event.accept()

    def _put_pen_down(self, position: QPointF) -> None:
        self._is_drawing = True
        self._strokes.append([self._on_paper(position)])
        self._point_added()

    def _move_pen(self, position: QPointF) -> None:
        point = self._on_paper(position)
        if self._is_drawing and point != self._strokes[-1][-1]:
            self._strokes[-1].append(point)
            self._point_added()

    def _lift_pen(self) -> None:
        if self._is_drawing:
            self._is_drawing = False
            self._ink = None
            self.update()

    def _point_added(self) -> None:
        self.update()
        self.strokes_changed.emit()

    def _finish_change(self) -> None:
        self._is_drawing = False
        self._ink = None
        self.update()
        self.strokes_changed.emit()

    # -- keys -------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Ctrl+Z belongs to the window's undo action unless this widget, having the focus, claims it first.
        if event.type() == QEvent.Type.ShortcutOverride and self._strokes and _is_pad_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._strokes or not _is_pad_key(event):
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_stroke()
        else:
            self.clear()

    # -- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        paper = self._paper()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = Role.ACCENT if self.hasFocus() else Role.BORDER
        painter.setPen(QPen(theme().color(outline), 1))
        painter.setBrush(theme().color(Role.RAISED))
        painter.drawRoundedRect(paper.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.is_empty:
            self._paint_hint(painter, paper)
            return
        if self._ink is None or self._ink.size() != self.size() * self.devicePixelRatioF():
            self._ink = self._finished_ink()
        painter.drawPixmap(0, 0, self._ink)
        if self._is_drawing:
            self._paint_strokes(painter, self._strokes[-1:])

    def _paint_hint(self, painter: QPainter, paper: QRectF) -> None:
        painter.setFont(metrics.font(metrics.Text.HEADING))
        painter.setPen(theme().color(Role.MUTED))
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(paper.adjusted(12, 12, -12, -12), centred, self.tr("Draw a digit"))

    def _finished_ink(self) -> QPixmap:
        ink = QPixmap(self.size() * self.devicePixelRatioF())
        ink.setDevicePixelRatio(self.devicePixelRatioF())
        ink.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_strokes(painter, self._strokes[:-1] if self._is_drawing else self._strokes)
        painter.end()
        return ink

    def _paint_strokes(self, painter: QPainter, strokes: list[Stroke]) -> None:
        paper = self._paper()
        painter.setClipRect(paper.adjusted(1, 1, -1, -1))
        painter.translate(paper.topLeft())
        painter.scale(paper.width() / SIDE, paper.height() / SIDE)
        pen = QPen(theme().color(Role.TEXT), PEN_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in strokes:
            painter.drawPath(stroke_path(stroke))

    def _paper(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _on_paper(self, position: QPointF) -> tuple[float, float]:
        paper = self._paper()
        scale = SIDE / max(paper.width(), 1.0)
        x, y = (position - paper.topLeft()).toTuple()
        return min(SIDE, max(0.0, x * scale)), min(SIDE, max(0.0, y * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ink = None

    @Slot()
    def _on_theme_changed(self) -> None:
        self._ink = None
        self.update()


def _is_pad_key(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
    )
