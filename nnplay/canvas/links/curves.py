"""Curves: the geometry of all connections between two columns of neurons, computed for the whole bundle at once.

All curves of a bundle start at one x and end at another, so "how high is each curve at this x" is one formula for all
of them: finding the connection under the pointer takes a few NumPy operations, not a search through paths.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainterPath

from nnplay.canvas.links.strokes import DASH, GAP

Floats = NDArray[np.float64]

_T = np.linspace(0.0, 1.0, 33)
_EASE = 3 * _T**2 * (1 - _T) + _T**3
"""Progress of a curve from its start height to its end height, at the parameter t."""

_RUN = 1.5 * _T * (1 - _T) + _T**3
"""Progress from left to right: both control points lie in the middle."""

_STEPS = (32, 16, 8, 4, 2, 1)
"""Only every n-th of the points above can be a corner between two straight pieces of a curve."""

_FLAT_PX = 0.12
"""The largest distance between a piece and its curve: too small to be seen."""

_OVERLAP_PX = 0.6

_TINY = 1e-9
"""A length to divide by in place of 0, where two cards lie on each other."""


class Curves:
    """Cubic curves from every start to every end.

    Parameters
    ----------
    x_start, x_end
        Where all curves start and end, px.
    y_start, y_end
        (n_in,) and (n_out,) heights of the ports, px.
    fan_px
        Height over which the curves that arrive at one end are spread to keep them distinct.
    """

    def __init__(self, x_start: float, y_start: Floats, x_end: float, y_end: Floats, fan_px: float = 0.0) -> None:
        n_in = len(y_start)
        order = (np.arange(n_in) - (n_in - 1) / 2) / max(n_in, 1)
        self.x_start, self.x_end = x_start, x_end
        self.y_start = np.broadcast_to(y_start[:, None], (n_in, len(y_end)))
        self.y_end = y_end[None, :] + fan_px * order[:, None]

    def path(self, source: int, target: int) -> QPainterPath:
        """Return one curve as a path."""
        middle = (self.x_start + self.x_end) / 2
        y_start, y_end = float(self.y_start[source, target]), float(self.y_end[source, target])
        path = QPainterPath(QPointF(self.x_start, y_start))
        path.cubicTo(middle, y_start, middle, y_end, self.x_end, y_end)
        return path

    def pieces(self, source: int, target: int) -> list[QLineF]:
        """Return one curve as straight pieces, no more than needed: twice as fast to paint as a path."""
        x, y = self._points(source, target)
        # On a steep part the vertical distance is too large; multiplied by the cosine of the slope, it is the true
        # distance. All is seen along the run from 0 to 1, so that a link may lead backwards, or straight down.
        width = abs(self.x_end - self.x_start)
        cosines = width / np.maximum(np.hypot(width, np.gradient(y, _RUN)), _TINY)
        for step in _STEPS:
            corners = slice(None, None, step)
            if np.max(np.abs(np.interp(_RUN, _RUN[corners], y[corners]) - y) * cosines) <= _FLAT_PX:
                break
        x, y = x[corners], y[corners]
        # Each piece starts a little inside the previous one; otherwise seams would show where two meet.
        run, rise = np.diff(x), np.diff(y)
        back = _OVERLAP_PX / np.maximum(np.hypot(run, rise), _TINY)
        ends = (x[:-1] - back * run, y[:-1] - back * rise, x[1:], y[1:])
        return [QLineF(*line) for line in np.stack(ends, axis=1).tolist()]

    def dashes(self, source: int, target: int) -> list[QLineF]:
        """Return one curve as the dashes of a dashed line: three times as fast to paint as a dashed pen."""
        x, y = self._points(source, target)
        length = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))))
        begin = np.arange(0.0, length[-1], DASH + GAP)
        end = np.minimum(begin + DASH, length[-1])
        ends = (
            np.interp(begin, length, x),
            np.interp(begin, length, y),
            np.interp(end, length, x),
            np.interp(end, length, y),
        )
        return [QLineF(*line) for line in np.stack(ends, axis=1).tolist()]

    def _points(self, source: int, target: int) -> tuple[Floats, Floats]:
        y_start, y_end = self.y_start[source, target], self.y_end[source, target]
        return self.x_start + (self.x_end - self.x_start) * _RUN, y_start + (y_end - y_start) * _EASE

    def nearest(self, x: float, y: float, reach_px: float) -> tuple[int, int] | None:
        """Return (source, target) of the curve closest to a point, or None when none is within reach."""
        if not self.x_start <= x <= self.x_end or self.x_start == self.x_end:
            return None
        t = float(np.interp((x - self.x_start) / (self.x_end - self.x_start), _RUN, _T))
        ease = 3 * t**2 * (1 - t) + t**3
        rise = self.y_end - self.y_start
        # On a steep curve the vertical distance is too large; multiplied by the cosine of its slope, it is the true
        # distance.
        slope = rise * (6 * t * (1 - t)) / ((self.x_end - self.x_start) * (1.5 * (1 - 2 * t) + 3 * t**2))
        distance = np.abs(self.y_start + rise * ease - y) / np.hypot(1, slope)
        source, target = np.unravel_index(int(np.argmin(distance)), distance.shape)
        return (int(source), int(target)) if distance[source, target] <= reach_px else None
