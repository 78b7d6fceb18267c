"""DigitPad: a square of paper to draw a digit on, with mouse, pen tablet or finger.

Strokes are kept in the paper's own coordinates, 0..280 in both directions with y down, so that a drawing keeps its
shape when the widget is resized. Touch needs no code: Qt turns unhandled touches of the first finger into mouse events.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget

from nnplay.appearance import accessible, metrics
from nnplay.appearance.focus_ring import paint_focus_ring
from nnplay.appearance.theme import Role, theme
from nnplay.engine import NnplayError
from nnplay.panels.try_it.drawing.key_pen import KeyPen
from nnplay.panels.try_it.drawing.paper import MIDDLE, SIDE, paint_image, paint_stroke, paint_strokes
from nnplay.panels.try_it.drawing.pictures import grey_picture, has_picture, picture_in
from nnplay.panels.try_it.drawing.sketch import Point, Sketch, Stroke, erased

ERASER_WIDTH = 40.0

_MOST_UNDO = 100

_LIVE = 16
"""The last points of a stroke are painted anew with each further point; what is older has dried."""


class DigitPad(QWidget):
    """The paper with a pen and an eraser.

    Signals
    -------
    sketch_changed
        A point was added or erased, a stroke undone, the paper cleared, or a picture put on it.
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
        self.hint = self.tr("Draw a digit")  # on empty paper
        self._takes: Callable[[Path | QImage], bool] | None = None
        self._key_pen = KeyPen(SIDE)
        # What is finished, and how many points of the stroke that is being drawn; None if it has to be painted again.
        self._ink: QPixmap | None = None
        self._n_inked = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Drawing pad"))
        self.setAccessibleDescription(
            self.tr(
                "Draw a digit with the mouse, a pen or a finger, or paste a picture of one. The arrow keys, Home, End"
                " and the Page keys move a pen; Space puts it down and lifts it."
            )
        )
        theme().changed.connect(self._on_theme_changed)

    @property
    def sketch(self) -> Sketch:
        """What is on the paper."""
        return self._sketch

    @property
    def strokes(self) -> list[Stroke]:
        """A copy of the drawing: strokes of (x, y) points, 0..280, y down; (x, y, pen) if the pen's width
        differs.
        """
        return [list(stroke) for stroke in self._sketch.strokes]

    @property
    def is_empty(self) -> bool:
        """Whether the paper is empty."""
        return self._sketch.is_empty

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._past)

    def set_eraser(self, is_eraser: bool) -> None:
        """Switch the mouse between erasing and drawing."""
        self._is_eraser = is_eraser

    def set_width(self, width: float) -> None:
        """Set the width of pen and eraser, 0.5 to 1.5 times the normal one."""
        self._width = width

    def set_image(self, image: NDArray[np.uint8]) -> None:
        """Put a picture, (height, width) or (height, width, 3), on the paper, replacing what is there."""
        self._remember()
        self._finish_change(Sketch(image=image))

    def set_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Put another drawing on the paper, replacing what is there."""
        self._remember()
        self._finish_change(Sketch(tuple(list(stroke) for stroke in strokes)))

    def take_over(self, other: DigitPad) -> None:
        """Continue another pad's drawing, with its undo steps."""
        self._past = list(other._past)
        self._finish_change(other.sketch)

    @Slot()
    def undo_stroke(self) -> None:
        """Undo the last stroke (even an unfinished one), erasing, clearing or picture."""
        if self._past:
            self._finish_change(self._past.pop())

    @Slot()
    def clear(self) -> None:
        """Clear the paper."""
        if not self.is_empty:
            self._remember()
            self._finish_change(Sketch())

    @Slot()
    def paste(self) -> None:
        """Put the picture on the clipboard on the paper."""
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
        # Handled here rather than as mouse events, because the tablet's own events are finer in position and time.
        if event.type() == QEvent.Type.TabletPress:
            is_eraser = self._is_eraser or event.pointerType() is QPointingDevice.PointerType.Eraser
            self._put_pen_down(event.position(), is_eraser, event.pressure())
        elif event.type() == QEvent.Type.TabletMove:
            self._move_pen(event.position(), event.pressure())
        elif event.type() == QEvent.Type.TabletRelease:
            self._lift_pen()
        event.accept()

    def _put_pen_down(self, position: QPointF, is_eraser: bool, pressure: float = MIDDLE) -> None:
        if is_eraser and not self._sketch.strokes:
            return
        self._remember()
        self._is_drawing, self._is_rubbing = not is_eraser, is_eraser
        if is_eraser:
            self._rub_out(position)
        else:
            self._sketch = Sketch((*self._sketch.strokes, [self._point(position, pressure)]))
            self._ink = None
            self._point_added()

    def _move_pen(self, position: QPointF, pressure: float = MIDDLE) -> None:
        if self._is_rubbing:
            self._rub_out(position)
        elif self._is_drawing:
            point, stroke = self._point(position, pressure), self._sketch.strokes[-1]
            if point[:2] != stroke[-1][:2]:
                # A stroke has the pen's width in every point or in none: a tablet reports pressure, a mouse does not.
                stroke.append(point if len(point) == len(stroke[0]) else (*point[:2], MIDDLE)[: len(stroke[0])])
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
        return (x, y) if self._width == 1 and pressure == MIDDLE else (x, y, pen)

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
        source = picture_in(data)
        if source is not None:
            self.take_picture(source)

    def take_picture(self, source: Path | QImage) -> None:
        """Put a picture on the paper, unless somebody else takes it."""
        if self._takes is not None and self._takes(source):
            return
        try:
            image = grey_picture(source)
        except NnplayError as error:
            self.refused.emit(error)
            return
        self.set_image(image)

    def lend_pictures(self, takes: Callable[[Path | QImage], bool]) -> None:
        """Offer each picture that comes to somebody else first, who returns whether it is taken."""
        self._takes = takes

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
        elif self._key_pen.press(event):
            self._follow_key_pen()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._key_pen.place is not None:
            self._key_pen.put_away()
            self._lift_pen()
            self.update()

    def _follow_key_pen(self) -> None:
        place = self._key_pen.place
        assert place is not None  # a key has just moved it
        paper = self._paper()
        position = paper.topLeft() + place * (paper.width() / SIDE)
        if not self._key_pen.is_down:
            self._lift_pen()
        elif self._is_drawing or self._is_rubbing:
            self._move_pen(position)
        else:
            self._put_pen_down(position, self._is_eraser)
        self.update()
        text = self.tr("Pen down: {x}, {y}") if self._key_pen.is_down else self.tr("Pen up: {x}, {y}")
        accessible.say(self, text.format(x=round(place.x() / 10), y=round(place.y() / 10)))

    def _slot_for(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key means here, now."""
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
        painter.setPen(QPen(theme().color(Role.BORDER), 1))
        painter.setBrush(theme().color(Role.RAISED))
        painter.drawRoundedRect(paper.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.is_empty:
            self._paint_hint(painter, paper)
        else:
            self._paint_sketch(painter)
        if self._key_pen.place is not None:
            self._paint_key_pen(painter, paper.topLeft() + self._key_pen.place * (paper.width() / SIDE))
        paint_focus_ring(painter, self, paper, 6)

    def _paint_sketch(self, painter: QPainter) -> None:
        if self._ink is None or self._ink.size() != self.size() * self.devicePixelRatioF():
            self._ink, self._n_inked = self._finished_ink(), 0
        if self._is_drawing:
            self._ink_in(self._ink, self._sketch.strokes[-1])
        painter.drawPixmap(0, 0, self._ink)
        if self._is_drawing:
            paint_stroke(painter, self._paper(), self._sketch.strokes[-1], self._n_inked)

    def _ink_in(self, ink: QPixmap, stroke: Stroke) -> None:
        """Add what has dried of the stroke being drawn to the finished ink, so that a long one costs no more."""
        if len(stroke) < self._n_inked + 2 * _LIVE:
            return
        end = len(stroke) - _LIVE
        painter = QPainter(ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_stroke(painter, self._paper(), stroke, self._n_inked, end)
        painter.end()
        self._n_inked = end

    def _paint_key_pen(self, painter: QPainter, position: QPointF) -> None:
        for color, width in ((theme().color(Role.RAISED), 4), (theme().color(Role.FOCUS), 2)):
            painter.setPen(QPen(color, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(position, 7, 7)
            if self._key_pen.is_down:
                painter.drawPoint(position)

    def _paint_hint(self, painter: QPainter, paper: QRectF) -> None:
        painter.setFont(metrics.font(metrics.Text.HEADING))
        painter.setPen(theme().color(Role.MUTED))
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(paper.adjusted(12, 12, -12, -12), centred, self.hint)

    def _finished_ink(self) -> QPixmap:
        ink = QPixmap(self.size() * self.devicePixelRatioF())
        ink.setDevicePixelRatio(self.devicePixelRatioF())
        ink.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._sketch.image is not None:
            paint_image(painter, self._paper(), self._sketch.image)
        strokes = self._sketch.strokes
        paint_strokes(painter, self._paper(), strokes[:-1] if self._is_drawing else strokes)
        painter.end()
        return ink

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


accessible.represent(DigitPad, accessible.Picture)
