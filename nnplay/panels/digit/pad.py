"""DigitPad: a square of paper to draw a digit on, with mouse, pen tablet or finger.

Strokes are kept in the paper's own coordinates, 0..280 in both directions with y down, so that a drawing keeps its
shape when the widget is resized. Touch needs no code: Qt turns an unhandled first finger into mouse events.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget

from nnplay.engine import NnplayError
from nnplay.look import metrics
from nnplay.look.theme import Role, theme
from nnplay.panels.digit.pictures import has_picture, picture_in
from nnplay.panels.digit.sketch import Point, Sketch, Stroke, erased

SIDE = 280.0
"""Side of the paper in its own coordinates: ten to a pixel of a 28 x 28 image."""

PEN_WIDTH = 22.0
"""Width of the ink in the paper's coordinates, about that of the pens behind MNIST."""

ERASER_WIDTH = 40.0

_MIDDLE = 0.5
"""The pressure that gives the ordinary width."""

_MOST_UNDO = 100


def stroke_path(stroke: Stroke) -> QPainterPath:
    """Return a smooth path through a stroke: quadratic curves between the midpoints of its points."""
    points = [QPointF(*point[:2]) for point in stroke]
    path = QPainterPath(points[0])
    for point, following in pairwise(points[1:]):
        path.quadTo(point, (point + following) / 2)
    # A tap is a line of no length, which a round pen draws as a dot; Qt skips it unless it is a hair long.
    path.lineTo(points[-1] if len(points) > 1 else points[0] + QPointF(0.01, 0))
    return path


class DigitPad(QWidget):
    """Paper, pen and eraser.

    Signals
    -------
    sketch_changed
        A point was added or rubbed out, a stroke undone, the paper cleared, a picture laid on it.
    refused(NnplayError)
        A picture could not be read.
    """

    sketch_changed = Signal()
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sketch = Sketch()
        self._past: list[Sketch] = []
        self._is_drawing = self._is_rubbing = False
        self._is_eraser = False
        self._width = 1.0
        self._ink: QPixmap | None = None  # the finished strokes; None when it has to be drawn again
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Drawing pad"))
        self.setAccessibleDescription(
            self.tr("Draw a digit with the mouse, a pen or a finger, or paste a picture of one.")
        )
        theme().changed.connect(self._on_theme_changed)

    @property
    def sketch(self) -> Sketch:
        """What lies on the paper."""
        return self._sketch

    @property
    def strokes(self) -> list[Stroke]:
        """A copy of the drawing: strokes of (x, y) points, 0..280, y down; (x, y, pen) where the pen is another."""
        return [list(stroke) for stroke in self._sketch.strokes]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return self._sketch.is_empty

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._past)

    def set_eraser(self, is_eraser: bool) -> None:
        """Rub out with the mouse, or draw."""
        self._is_eraser = is_eraser

    def set_width(self, width: float) -> None:
        """Draw and rub out with another width, 0.5 to 1.5 of the ordinary one."""
        self._width = width

    def set_image(self, image: NDArray[np.uint8]) -> None:
        """Lay a grey picture (height, width) on the paper, instead of what is there."""
        self._remember()
        self._finish_change(Sketch(image=image))

    def set_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Lay another drawing on the paper, instead of what is there."""
        self._remember()
        self._finish_change(Sketch(tuple(list(stroke) for stroke in strokes)))

    @Slot()
    def undo_stroke(self) -> None:
        """Take back the last stroke (the one being drawn included), the last rubbing out, clearing or picture."""
        if self._past:
            self._finish_change(self._past.pop())

    @Slot()
    def clear(self) -> None:
        """Take an empty sheet."""
        if not self.is_empty:
            self._remember()
            self._finish_change(Sketch())

    @Slot()
    def paste(self) -> None:
        """Lay the clipboard's picture on the paper."""
        self._take(QGuiApplication.clipboard().mimeData())

    def sizeHint(self) -> QSize:
        return QSize(int(SIDE), int(SIDE))

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 96)

    # -- the pen ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._put_pen_down(event.position(), self._is_eraser)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_pen(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._lift_pen()

    def tabletEvent(self, event: QTabletEvent) -> None:
        # Taken here rather than as mouse events, because the tablet's own reports are finer in place and time.
        if event.type() == QEvent.Type.TabletPress:
            is_eraser = self._is_eraser or event.pointerType() is QPointingDevice.PointerType.Eraser
            self._put_pen_down(event.position(), is_eraser, event.pressure())
        elif event.type() == QEvent.Type.TabletMove:
            self._move_pen(event.position(), event.pressure())
        elif event.type() == QEvent.Type.TabletRelease:
            self._lift_pen()
        event.accept()

    def _put_pen_down(self, position: QPointF, is_eraser: bool, pressure: float = _MIDDLE) -> None:
        if is_eraser and not self._sketch.strokes:
            return
        self._remember()
        self._is_drawing, self._is_rubbing = not is_eraser, is_eraser
        if is_eraser:
            self._rub_out(position)
        else:
            self._sketch = Sketch((*self._sketch.strokes, [self._point(position, pressure)]))
            self._ink = None if len(self._sketch.strokes) == 1 else self._ink
            self._point_added()

    def _move_pen(self, position: QPointF, pressure: float = _MIDDLE) -> None:
        if self._is_rubbing:
            self._rub_out(position)
        elif self._is_drawing:
            point, stroke = self._point(position, pressure), self._sketch.strokes[-1]
            if point[:2] != stroke[-1][:2]:
                # A pen tablet's stroke has the pen's number in every point, or in none.
                stroke.append(point if len(point) == len(stroke[0]) else (*point[:2], _MIDDLE)[: len(stroke[0])])
                self._point_added()

    def _lift_pen(self) -> None:
        if self._is_drawing or self._is_rubbing:
            self._is_drawing = self._is_rubbing = False
            self._ink = None
            self.update()

    def _rub_out(self, position: QPointF) -> None:
        x, y = self._on_paper(position)
        left = erased(self._sketch.strokes, (x, y), ERASER_WIDTH / 2 * self._width)
        if left != self._sketch.strokes:
            self._sketch, self._ink = Sketch(left), None
            self._point_added()

    def _point(self, position: QPointF, pressure: float) -> Point:
        x, y = self._on_paper(position)
        pen = min(1.0, max(0.0, self._width * (0.5 + pressure) - 0.5))
        return (x, y) if self._width == 1 and pressure == _MIDDLE else (x, y, pen)

    def _remember(self) -> None:
        self._past = [*self._past[1 - _MOST_UNDO :], self._sketch]

    def _point_added(self) -> None:
        self.update()
        self.sketch_changed.emit()

    def _finish_change(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self._is_drawing = self._is_rubbing = False
        self._ink = None
        self.update()
        self.sketch_changed.emit()

    # -- pictures ---------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _take(self, data: QMimeData) -> None:
        try:
            image = picture_in(data)
        except NnplayError as error:
            self.refused.emit(error)
            return
        if image is not None:
            self.set_image(image)

    # -- keys -------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Ctrl+Z belongs to the window's undo action unless this widget, having the focus, claims it first.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._slot_for(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        slot = self._slot_for(event)
        if slot:
            slot()
        else:
            super().keyPressEvent(event)

    def _slot_for(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key means here, now."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.undo_stroke if self.can_undo else None
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.paste
        is_clear = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        return self.clear if is_clear and not self.is_empty else None

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
            self._paint_strokes(painter, self._sketch.strokes[-1:])

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
        if self._sketch.image is not None:
            self._paint_image(painter, self._sketch.image)
        strokes = self._sketch.strokes
        self._paint_strokes(painter, strokes[:-1] if self._is_drawing else strokes)
        painter.end()
        return ink

    def _paint_image(self, painter: QPainter, image: NDArray[np.uint8]) -> None:
        height, width = image.shape
        picture = QImage(np.ascontiguousarray(image).data, width, height, width, QImage.Format.Format_Grayscale8)
        paper = self._paper().adjusted(1, 1, -1, -1)
        size = QSizeF(width, height).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(QPointF(), size)
        place.moveCenter(paper.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, picture)

    def _paint_strokes(self, painter: QPainter, strokes: Sequence[Stroke]) -> None:
        paper = self._paper()
        painter.setClipRect(paper.adjusted(1, 1, -1, -1))
        painter.translate(paper.topLeft())
        painter.scale(paper.width() / SIDE, paper.height() / SIDE)
        pen = QPen(theme().color(Role.TEXT), PEN_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in strokes:
            pens = {point[2] for point in stroke if len(point) > 2}
            if len(pens) <= 1:
                pen.setWidthF(PEN_WIDTH * (0.5 + (pens.pop() if pens else _MIDDLE)))
                painter.setPen(pen)
                painter.drawPath(stroke_path(stroke))
                continue
            for start, end in pairwise(stroke):
                pen.setWidthF(PEN_WIDTH * (0.5 + (start[2] + end[2]) / 2))
                painter.setPen(pen)
                painter.drawLine(QPointF(*start[:2]), QPointF(*end[:2]))

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
