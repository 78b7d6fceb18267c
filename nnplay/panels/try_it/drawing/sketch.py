"""A sketch: the contents of the pad, strokes or a picture, as a value; and what the eraser leaves of strokes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, dist

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, ...]
"""A point: x and y on the paper, y down; and the pen's width, 0 to 1, if it is not the normal 0.5."""

Stroke = list[Point]

_FINE = 2.0
"""Largest distance between the points of a stroke when the eraser touches it, so that it cuts exactly where it is."""


@dataclass(frozen=True, eq=False)
class Sketch:
    """The contents of the pad.

    Attributes
    ----------
    strokes
        In the order in which they were drawn.
    image
        A picture, (height, width) or (height, width, 3) uint8, instead of strokes.
    """

    strokes: tuple[Stroke, ...] = ()
    image: NDArray[np.uint8] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing."""
        return not self.strokes and self.image is None


def erased(strokes: tuple[Stroke, ...], place: Point, radius: float) -> tuple[Stroke, ...]:
    """Return what is left of strokes after erasing a disc: pieces, if it went through the middle of one."""
    left: list[Stroke] = []
    for stroke in strokes:
        if not _is_near(stroke, place, radius):
            left.append(stroke)
            continue
        piece: Stroke = []
        for point in _refined(stroke):
            if dist(point[:2], place) > radius:
                piece.append(point)
            elif piece:
                left.append(piece)
                piece = []
        if piece:
            left.append(piece)
    return tuple(left)


def _is_near(stroke: Stroke, place: Point, radius: float) -> bool:
    points = np.array([point[:2] for point in stroke])
    starts, along = points[:-1], np.diff(points, axis=0)
    if not len(along):
        return dist(points[0], place) <= radius
    length = np.maximum((along**2).sum(axis=1), 1e-9)
    share = (((np.array(place) - starts) * along).sum(axis=1) / length).clip(0, 1)
    nearest = starts + share[:, np.newaxis] * along
    return bool(np.hypot(*(nearest - place).T).min() <= radius)


def _refined(stroke: Stroke) -> Stroke:
    """Return the stroke with more points, close to each other."""
    points = stroke[:1]
    for start, end in pairwise(stroke):
        n = max(1, ceil(dist(start[:2], end[:2]) / _FINE))
        points += [tuple(a + (b - a) * i / n for a, b in zip(start, end, strict=True)) for i in range(1, n + 1)]
    return points
