"""Neighbours: the nearest layer in each direction on the canvas, for the arrow keys."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot

from PySide6.QtCore import QPointF, Qt

ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}

_ASIDE = 3.0
"""How much more a sideways distance counts."""


def neighbour(name: str, key: Qt.Key, middles: Mapping[str, QPointF]) -> str | None:
    """Return the nearest layer in the direction of an arrow key, or None if there is none."""
    direction = ARROWS[key]
    distances: dict[str, float] = {}
    for other, middle in middles.items():
        way = middle - middles[name]
        ahead = QPointF.dotProduct(way, direction)
        aside = abs(way.x() * direction.y() - way.y() * direction.x())
        if ahead > 1 and aside < _ASIDE * ahead:
            distances[other] = hypot(ahead, _ASIDE * aside)
    return min(distances, key=distances.__getitem__, default=None)
