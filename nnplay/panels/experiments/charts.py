"""Two charts of an experiment: score by setting with its spread, and learning curves."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from nnplay.appearance.theme import Role, theme
from nnplay.panels.experiments.cell_picture import Scale
from nnplay.panels.experiments.cells import CellView
from nnplay.panels.experiments.chart_scales import (
    CENTRED,
    LEFT,
    RIGHT,
    draw_upright,
    log_scale,
    pen_of,
    places_of,
    share_of,
    ticks_of,
)
from nnplay.panels.experiments.linked_chart import LinkedChart
from nnplay.panels.experiments.words import score_title
from nnplay.panels.training.control_names import control_title, value_text
from nnplay.runs.sweeps.picture import AxisScale

_GAP = 18.0


class ScoreChart(LinkedChart):
    """A plot for each axis: every network as a dot, the medians as a line, and the spread as a band."""

    def draw(self, painter: QPainter) -> None:
        """See ``LinkedChart``."""
        known = [cell for cell in self.cells if isfinite(cell.score(self.score))]
        if not known or not self.axes:
            return
        line = self.fontMetrics().height()
        top, bottom = line + 6.0, self.height() - 2.0 * line - 8
        up = log_scale([cell.score(self.score) for cell in known], bottom, top)
        draw_upright(painter, QRectF(0, top, self.width(), bottom - top), up, self.score)
        painter.setPen(theme().color(Role.TEXT))
        painter.drawText(QRectF(0, 0, self.width(), line), Qt.AlignmentFlag.AlignLeft, score_title(self.score))
        width = (self.width() - LEFT - RIGHT + _GAP) / len(self.axes)
        for place, axis in enumerate(self.axes):
            left = LEFT + place * width
            self._draw_axis(painter, axis, QRectF(left, top, width - _GAP, bottom - top), known, up)

    def _draw_axis(self, painter: QPainter, axis: str, area: QRectF, known: Sequence[CellView], up: AxisScale) -> None:
        values = list(dict.fromkeys(cell.values[axis] for cell in self.cells))
        places = places_of(values, area.left() + 8, area.right() - 8)
        line = self.fontMetrics().height()
        painter.setPen(theme().color(Role.OUTLINE))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(theme().color(Role.MUTED))
        free = -np.inf
        for value, x in sorted(places.items(), key=lambda each: each[1]):
            text = value_text(axis, value)
            half = self.fontMetrics().horizontalAdvance(text) / 2
            if x - half > free:
                painter.drawText(QRectF(x - half, area.bottom() + 3, 2 * half + 1, line), CENTRED, text)
                free = x + half + 4
        painter.setPen(theme().color(Role.TEXT))
        title = self.fontMetrics().elidedText(
            control_title(axis), Qt.TextElideMode.ElideRight, round(area.width() + _GAP)
        )
        painter.drawText(QRectF(area.left(), area.bottom() + 3 + line, area.width(), line), CENTRED, title)
        groups = [
            (places[value], [cell.score(self.score) for cell in known if cell.values[axis] == value])
            for value in values
        ]
        groups = sorted((x, scores) for x, scores in groups if scores)
        highs = [QPointF(x, up.at(max(scores))) for x, scores in groups]
        lows = [QPointF(x, up.at(min(scores))) for x, scores in groups]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(Role.ACCENT_SOFT))
        painter.drawPolygon(QPolygonF([*highs, *reversed(lows)]))
        painter.setPen(QPen(theme().color(Role.ACCENT), 2))
        painter.drawPolyline(QPolygonF([QPointF(x, up.at(float(np.median(scores)))) for x, scores in groups]))
        pen = QPen(theme().color(Role.TEST), 1)
        for cell in known:
            point = np.array([[places[cell.values[axis]], up.at(cell.score(self.score))]])
            self.add(painter, cell.number, point, pen)


class CurvesChart(LinkedChart):
    """The learning curves of all networks; the better its score, the stronger its colour."""

    def draw(self, painter: QPainter) -> None:
        """See ``LinkedChart``."""
        learned = [cell for cell in self.cells if len(cell.epochs) > 1]
        losses = [loss for cell in learned if not cell.has_failed for loss in cell.losses if loss > 0]
        if not losses:
            return
        line = self.fontMetrics().height()
        area = QRectF(LEFT, line + 6, self.width() - LEFT - RIGHT, self.height() - 3 * line - 14)
        across = AxisScale([0.0, max(cell.epochs[-1] for cell in learned)], area.left(), area.right())
        # The few highest losses of the first epochs would press all others to the bottom.
        up = log_scale([min(losses), float(np.percentile(losses, 99))], area.bottom(), area.top())
        draw_upright(painter, QRectF(0, area.top(), self.width(), area.height()), up, "test_loss")
        painter.setPen(theme().color(Role.TEXT))
        painter.drawText(QRectF(0, 0, self.width(), line), Qt.AlignmentFlag.AlignLeft, self.tr("Loss"))
        painter.drawText(QRectF(area.left(), self.height() - line, area.width(), line), CENTRED, self.tr("Epoch"))
        painter.setPen(theme().color(Role.MUTED))
        for tick in ticks_of(across, 40):
            painter.drawText(QRectF(across.at(tick) - 30, area.bottom() + 3, 60, line), CENTRED, f"{tick:g}")
        painter.setClipRect(area.adjusted(0, -1, 0, 1))
        scale = Scale.of(self.cells, self.score)
        floor = min(losses)
        for cell in sorted(learned, key=lambda cell: share_of(scale, cell.score(self.score))):
            points = [(across.at(x), up.at(max(y, floor))) for x, y in zip(cell.epochs, cell.losses, strict=True)]
            self.add(painter, cell.number, np.array(points), pen_of(cell, scale, self.score))
        painter.setClipping(False)
