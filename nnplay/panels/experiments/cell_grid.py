"""CellGrid: all cells of an experiment side by side, painted by one widget: maps, curves or scores."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, isnan

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnplay.appearance.focus_ring import paint_focus_ring
from nnplay.appearance.theme import Role, theme
from nnplay.panels.experiments.cell_picture import (
    MapImages,
    Scale,
    paint_curve,
    paint_failed,
    paint_stopped,
)
from nnplay.panels.experiments.cells import SCORES, Arrangement, CellView, arrange
from nnplay.panels.experiments.link import Link
from nnplay.panels.experiments.linked_view import LinkedView
from nnplay.panels.experiments.words import axis_title, score_text
from nnplay.panels.map.map_frame import ValueRange, plane_opacity
from nnplay.panels.training.control_names import value_text
from nnplay.runs.sweeps import CANCELLED

MAPS, CURVES = "maps", "curves"
"""What can be shown besides the scores."""

Place = tuple[int, int]
_KEYS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
_GAP = 3.0
_PILE = 3.0
"""How far each lower sheet of a pile looks out."""
_FAINT = 0.25
_MOST_LOSS = 95
"""Percentile of all losses that the curves reach up to: one bad run must not flatten all others."""

_CENTRED = Qt.AlignmentFlag.AlignCenter


class CellGrid(LinkedView):
    """One page of an experiment. A click opens a cell's network; arrow keys and Return do the same.

    Signals
    -------
    page_wanted(int): Page Up or Page Down was pressed, -1 or 1.
    """

    page_wanted = Signal(int)

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._cells: Sequence[CellView] = ()
        self._arrangement = arrange((), ())
        self._shown = MAPS
        self._page = 0
        self._images = MapImages()
        self._room: tuple[float, float] | None = None  # for the labels; None if it has to be measured again
        theme().changed.connect(self._on_theme_changed)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_cells(self, cells: Sequence[CellView], arrangement: Arrangement, value_range: ValueRange) -> None:
        """Show other cells; ``value_range`` has the values with the full colours of a map."""
        self._cells, self._arrangement = cells, arrangement
        self._page = 0
        self._room = None
        self._images.begin(value_range)
        self.update()

    def show_as(self, shown: str) -> None:
        """Show the cells as ``MAPS``, as ``CURVES``, or as one of ``SCORES``."""
        self._shown = shown
        self.update()

    def show_page(self, page: int) -> None:
        """Show another page."""
        self._page = page
        self.update()

    def area_of(self, row: int, column: int) -> QRectF:
        """Return where a place of the page is painted."""
        left, top = self._margins()
        plan = self._arrangement
        width = (self.width() - left) / max(1, len(plan.columns))
        height = (self.height() - top) / max(1, len(plan.rows))
        if self._shown == MAPS:  # the plane is square
            width = height = min(width, height)
        return QRectF(left + column * width, top + row * height, width, height).adjusted(0, 0, -_GAP, -_GAP)

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    # -- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plan = self._arrangement
        self._paint_labels(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._shown == CURVES)
        scale = Scale.of(self._cells, self._shown) if self._shown in SCORES else None
        if self._shown == MAPS:
            self._images.make(self._faces_of_page(), self._map_side())
        limits = self._curve_limits() if self._shown == CURVES else (0.0, 0.0)
        for row in range(len(plan.rows)):
            for column in range(len(plan.columns)):
                pile = plan.pile(self._page, row, column)
                if pile:
                    self._paint_pile(painter, self.area_of(row, column), pile, scale, limits)
        place = self._pointed_place()
        if place is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color(Role.ACCENT), 2))
            painter.drawRect(self.area_of(*place).adjusted(0, 0, 1, 1))
        paint_focus_ring(painter, self, QRectF(self.rect()))

    def _paint_pile(
        self,
        painter: QPainter,
        area: QRectF,
        pile: Sequence[CellView],
        scale: Scale | None,
        limits: tuple[float, float],
    ) -> None:
        painter.setOpacity(_FAINT if all(self.link.is_faint(cell.number) for cell in pile) else 1.0)
        n_below = _n_below(pile)
        painter.setPen(QPen(theme().color(Role.OUTLINE), 1))
        for below in range(n_below, 0, -1):
            painter.drawRect(area.adjusted(below * _PILE, below * _PILE, 0, 0))
        face = area.adjusted(0, 0, -n_below * _PILE, -n_below * _PILE)
        first = pile[0]
        painter.fillRect(face, theme().color(Role.CANVAS))
        if scale is not None:
            self._paint_score(painter, face, pile, scale)
        elif self._shown == CURVES:
            for cell in pile:
                paint_curve(painter, face, cell, *limits)
        elif (image := self._images.of(first)) is not None:
            painter.setOpacity(painter.opacity() * plane_opacity())
            painter.drawImage(face.toRect(), image)
            painter.setOpacity(painter.opacity() / plane_opacity())
        if first.has_failed:
            paint_failed(painter, face)
        elif first.result is not None and first.result.ending == CANCELLED:
            paint_stopped(painter, face)
        painter.setOpacity(1.0)

    def _paint_score(self, painter: QPainter, face: QRectF, pile: Sequence[CellView], scale: Scale) -> None:
        values = [value for cell in pile if not isnan(value := cell.score(self._shown))]
        if not values:
            return
        middle = float(np.median(values))
        painter.fillRect(face, scale.color(middle))
        painter.setPen(scale.ink(middle))
        lines = [score_text(self._shown, middle)]
        if len(values) > 1:
            lines.append(f"{score_text(self._shown, min(values))} – {score_text(self._shown, max(values))}")
        measure = self.fontMetrics()
        fitting = [line for line in lines if measure.horizontalAdvance(line) <= face.width()]
        if fitting and measure.height() * len(fitting) <= face.height():
            painter.drawText(face, _CENTRED, "\n".join(fitting))

    def _paint_labels(self, painter: QPainter) -> None:
        plan = self._arrangement
        line = self.fontMetrics().height()
        left, top = self._margins()
        painter.setPen(theme().color(Role.MUTED))
        if plan.column_axis:
            title = QRectF(left, 0, self.width() - left, line)
            painter.drawText(title, Qt.AlignmentFlag.AlignLeft, axis_title(plan.column_axis))
        if plan.row_axis:
            painter.drawText(
                QRectF(0, top - line, left - 2 * _GAP, line), Qt.AlignmentFlag.AlignRight, axis_title(plan.row_axis)
            )
        painter.setPen(theme().color(Role.TEXT))
        texts = [value_text(plan.column_axis, value) for value in plan.columns]
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0) + _GAP
        stride = max(1, ceil(widest / max(1.0, self.area_of(0, 0).width() + _GAP)))
        for column in range(0, len(texts), stride):
            area = self.area_of(0, column)
            room = QRectF(area.center().x() - widest / 2, top - line - _GAP, widest, line)
            painter.drawText(room, _CENTRED, texts[column])
        for row, value in enumerate(plan.rows):
            area = self.area_of(row, 0)
            painter.drawText(
                QRectF(0, area.top(), left - 2 * _GAP, area.height()),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                value_text(plan.row_axis, value),
            )

    def _margins(self) -> tuple[float, float]:
        """Return the room for the labels at the left and above."""
        if self._room is None:
            measure, plan = self.fontMetrics(), self._arrangement
            texts = [value_text(plan.row_axis, value) for value in plan.rows]
            if plan.row_axis:
                texts.append(axis_title(plan.row_axis))
            widest = max((measure.horizontalAdvance(text) for text in texts), default=0)
            left = widest + 3 * _GAP if widest else 0.0
            has_columns = any(plan.columns) or bool(plan.column_axis)
            self._room = left, (2 * measure.height() + 2 * _GAP if has_columns else 0.0)
        return self._room

    def _faces_of_page(self) -> list[CellView]:
        """Return the cells on top of the piles of the page."""
        plan = self._arrangement
        piles = (
            plan.pile(self._page, row, column) for row in range(len(plan.rows)) for column in range(len(plan.columns))
        )
        return [pile[0] for pile in piles if pile]

    def _map_side(self) -> int:
        """Return the side of a map in device pixels: one image pixel is one pixel of the screen."""
        plan = self._arrangement
        below = _PILE * _n_below(plan.pile(self._page, 0, 0)) if plan.rows else 0.0
        return max(2, round((self.area_of(0, 0).width() - below) * self.devicePixelRatioF()))

    def _curve_limits(self) -> tuple[float, float]:
        """Return the last epoch and the highest loss of the curves."""
        losses = [loss for cell in self._cells if not cell.has_failed for loss in cell.losses]
        last = max((cell.epochs[-1] for cell in self._cells if cell.epochs), default=0.0)
        return last, 1.05 * float(np.percentile(losses, _MOST_LOSS)) if losses else 0.0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._room = None

    @Slot()
    def _on_theme_changed(self) -> None:
        self._room = None
        self._images.forget()
        self.update()

    # -- the person ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self._move(*_KEYS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.page_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def _move(self, down: int, right: int) -> None:
        plan = self._arrangement
        row, column = self._pointed_place() or (0, -1 if right else 0)
        row = max(0, min(len(plan.rows) - 1, row + down))
        column = max(0, min(len(plan.columns) - 1, column + right))
        pile = plan.pile(self._page, row, column)
        if pile:
            self.point_by_key(pile[0])

    def _pointed_place(self) -> Place | None:
        number = self.link.pointed
        place = None if number is None else self._arrangement.place_of(number)
        return place[1:] if place is not None and place[0] == self._page else None

    def cell_at(self, position: QPointF) -> CellView | None:
        """See ``LinkedView``; of a pile, the first."""
        plan = self._arrangement
        for row in range(len(plan.rows)):
            for column in range(len(plan.columns)):
                if self.area_of(row, column).contains(position):
                    pile = plan.pile(self._page, row, column)
                    return pile[0] if pile else None
        return None


def _n_below(pile: Sequence[CellView]) -> int:
    """Return how many sheets of a pile look out below the first."""
    return max(0, min(2, len(pile) - 1))
