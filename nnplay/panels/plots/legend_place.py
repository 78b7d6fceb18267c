"""Where a plot's legend is: in the corner in which it covers the least of the curves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSizeF

Points = NDArray[np.float64]
"""(n, 2) places in pixels, x and y; rows with NaN are unknown."""

_MARGIN = 10.0
_NEAR = 2.0
"""Distance in pixels from which a curve counts as covered."""


class LegendPlace:
    """The corner of a legend. It stays where it is until it covers something and would cover less elsewhere."""

    def __init__(self) -> None:
        self._corner = 0

    def rect(self, area: QRectF, size: QSizeF, points: Points) -> QRectF:
        """Return where a legend of a size belongs in the area of a plot whose curves go through these points."""
        rects = _corners(area, size)
        covered = [_n_inside(rect, points) for rect in rects]
        if covered[self._corner] > min(covered):
            self._corner = covered.index(min(covered))
        return rects[self._corner]


def _corners(area: QRectF, size: QSizeF) -> tuple[QRectF, ...]:
    """The corners in the order in which they are preferred."""
    left, right = area.left() + _MARGIN, area.right() - _MARGIN - size.width()
    top, bottom = area.top() + _MARGIN, area.bottom() - _MARGIN - size.height()
    places = ((right, top), (left, top), (right, bottom), (left, bottom))
    return tuple(QRectF(x, y, size.width(), size.height()) for x, y in places)


def _n_inside(rect: QRectF, points: Points) -> int:
    x, y = points.T
    is_in = (x > rect.left() - _NEAR) & (x < rect.right() + _NEAR)
    is_in &= (y > rect.top() - _NEAR) & (y < rect.bottom() + _NEAR)
    return int(np.count_nonzero(is_in))
