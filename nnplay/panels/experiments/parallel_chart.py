"""ParallelChart: each network of an experiment as a line through its values, with brushing."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnplay.appearance.theme import Role, theme
from nnplay.panels.experiments.cell_picture import Scale
from nnplay.panels.experiments.chart_scales import (
    CENTRED,
    LEFT,
    TICK,
    log_scale,
    pen_of,
    places_of,
    share_of,
    ticks_of,
)
from nnplay.panels.experiments.link import Link
from nnplay.panels.experiments.linked_chart import LinkedChart
from nnplay.panels.experiments.words import score_title, tick_text
from nnplay.panels.training.control_names import control_title, value_text

_LEAST_DRAG_PX = 5.0


class ParallelChart(LinkedChart):
    """Each network as a line through its values, with its score at the right.

    Dragging along an axis brushes the networks that go through there, in all views; a click beside the lines ends that.
    Networks that have failed end above the scale.
    """

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._places: list[dict[int, float]] = []
        self._columns: list[float] = []
        self._start: QPointF | None = None
        self._brush: tuple[int, float, float] | None = None

    def draw(self, painter: QPainter) -> None:
        """See ``LinkedChart``."""
        axes = [axis for axis in self.axes if len({cell.values[axis] for cell in self.cells}) > 1]
        known = [value for cell in self.cells if isfinite(value := cell.score(self.score))]
        if not axes or not known:
            return
        line = self.fontMetrics().height()
        top, bottom = 2 * line + 14.0, self.height() - line / 2 - 4
        self._columns = np.linspace(LEFT, self.width() - LEFT, len(axes) + 1).tolist()
        self._places = []
        labels: list[dict[str, float]] = []
        for axis in axes:
            at = places_of(list(dict.fromkeys(cell.values[axis] for cell in self.cells)), bottom, top)
            self._places.append({cell.number: at[cell.values[axis]] for cell in self.cells})
            labels.append({value_text(axis, value): y for value, y in at.items()})
        up, failed = log_scale(known, bottom, top), line + 6.0
        last = {
            cell.number: failed if cell.has_failed else up.at(cell.score(self.score))
            for cell in self.cells
            if cell.has_failed or isfinite(cell.score(self.score))
        }
        self._places.append(last)
        labels.append({tick_text(self.score, tick): up.at(tick) for tick in ticks_of(up, line)})
        if any(cell.has_failed for cell in self.cells):
            labels[-1][self.tr("failed")] = failed
        scale = Scale.of(self.cells, self.score)
        for cell in sorted(self.cells, key=lambda cell: share_of(scale, cell.score(self.score))):
            if cell.number in last:
                points = [(x, place[cell.number]) for x, place in zip(self._columns, self._places, strict=True)]
                self.add(painter, cell.number, np.array(points), pen_of(cell, scale, self.score))
        self._draw_axes(painter, [*map(control_title, axes), score_title(self.score)], labels, top, bottom)

    def _draw_axes(
        self, painter: QPainter, titles: Sequence[str], labels: Sequence[dict[str, float]], top: float, bottom: float
    ) -> None:
        line = self.fontMetrics().height()
        width = (self._columns[-1] - self._columns[0]) / max(1, len(titles) - 1)
        for place, (x, title, texts) in enumerate(zip(self._columns, titles, labels, strict=True)):
            painter.setPen(QPen(theme().color(Role.TEXT), 1))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            left = max(0.0, min(self.width() - width, x - width / 2))
            shown = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, round(width))
            side = Qt.AlignmentFlag.AlignLeft if place == 0 else Qt.AlignmentFlag.AlignRight
            is_inner = 0 < place < len(titles) - 1
            painter.drawText(QRectF(left, 0, width, line), CENTRED if is_inner else side, shown)
            painter.setPen(theme().color(Role.MUTED))
            for text, y in texts.items():
                room = painter.fontMetrics().horizontalAdvance(text)
                painter.fillRect(QRectF(x + TICK - 1, y - line / 2, room + 2, line), theme().color(Role.SURFACE))
                painter.drawText(QRectF(x + TICK, y - line / 2, LEFT, line), Qt.AlignmentFlag.AlignVCenter, text)
        if self._brush is not None:
            column, low, high = self._brush
            painter.setPen(QPen(theme().color(Role.ACCENT), 1))
            painter.setBrush(theme().color(Role.ACCENT_SOFT))
            painter.setOpacity(0.6)
            painter.drawRect(QRectF(self._columns[column] - 6, low, 12, high - low))
            painter.setOpacity(1.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._start = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._start
        if start is None or not self._columns or abs(event.position().y() - start.y()) < _LEAST_DRAG_PX:
            super().mouseMoveEvent(event)
            return
        column = int(np.argmin(np.abs(np.array(self._columns) - start.x())))
        low, high = sorted((start.y(), event.position().y()))
        self._brush = column, low, high
        places = self._places[column]
        self.link.brush(frozenset(number for number, y in places.items() if low <= y <= high))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._start = self._start, None
        if start is not None and abs(event.position().y() - start.y()) >= _LEAST_DRAG_PX:
            return
        if self.nearest(event.position()) is None:
            self._brush = None
            self.link.brush(None)
            self.update()
        else:
            super().mouseReleaseEvent(event)
