"""Where the values of axes and scores are in a chart, and the colour of a network's line."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from nnplay.appearance.theme import Role, theme
from nnplay.panels.experiments.cell_picture import Scale
from nnplay.panels.experiments.cells import CellView
from nnplay.panels.experiments.words import tick_text
from nnplay.project.sweep.controls import Value
from nnplay.runs.sweeps.picture import AxisScale

LEFT, RIGHT = 48.0, 12.0
"""Room for labels beside a chart."""

TICK = 4.0
CENTRED = Qt.AlignmentFlag.AlignCenter
_WIDE = 20
"""Ratio of numbers from which a scale is logarithmic."""


def log_scale(values: Sequence[float], start: float, end: float) -> AxisScale:
    """Return a scale for some numbers, logarithmic if they are positive and differ by large factors."""
    return AxisScale(values, start, end, may_be_logarithmic=True)


def ticks_of(scale: AxisScale, room: float) -> list[float]:
    """Return round numbers on a scale that have room for their labels, in pixels."""
    found: list[float] = []
    for tick in scale.ticks():
        if not found or abs(scale.at(tick) - scale.at(found[-1])) >= room:
            found.append(tick)
    return found


def share_of(scale: Scale, value: float) -> float:
    """Return where a score is on its scale; -1 where it has none, so that it is painted below the others."""
    return -1.0 if isnan(value) else scale.at(value)


def pen_of(cell: CellView, scale: Scale, score: str) -> QPen:
    """Return the pen of a network's line: its score's colour; dashed in red if it has failed."""
    value = cell.score(score)
    if cell.has_failed:
        return QPen(theme().color(Role.ERROR), 1, Qt.PenStyle.DashLine)
    return QPen(theme().color(Role.MUTED) if isnan(value) else scale.color(value), 1.5)


def places_of(values: Sequence[Value], start: float, end: float) -> dict[Value, float]:
    """Return where the values of an axis are: numbers by their size, names at equal distances."""
    numbers = [float(value) for value in values if isinstance(value, int | float)]
    if len(numbers) == len(values) and len(values) > 1:
        positive = [number for number in numbers if number > 0]
        if len(positive) < len(numbers) and max(positive, default=0) > _WIDE * min(positive, default=1):
            # 0, 0.0001, 0.001 ...: on a logarithmic scale 0 stands a step below the smallest.
            scale = log_scale([*positive, min(positive) ** 2 / sorted(positive)[1]], start, end)
            zero = min(positive) ** 2 / sorted(positive)[1]
            return {value: scale.at(float(value) or zero) for value in values}
        scale = log_scale(numbers, start, end)
        return {value: scale.at(float(value)) for value in values}
    places = np.linspace(start, end, len(values) + 2)[1:-1].tolist() if len(values) > 1 else [(start + end) / 2]
    return dict(zip(values, places, strict=True))


def draw_upright(painter: QPainter, area: QRectF, up: AxisScale, score: str) -> None:
    """Draw horizontal grid lines with their values at the left."""
    line = painter.fontMetrics().height()
    for tick in ticks_of(up, line):
        y = up.at(tick)
        painter.setPen(theme().color(Role.GRID))
        painter.drawLine(QPointF(LEFT, y), QPointF(area.right() - RIGHT, y))
        painter.setPen(theme().color(Role.MUTED))
        painter.drawText(
            QRectF(0, y - line / 2, LEFT - TICK, line),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            tick_text(score, tick),
        )
