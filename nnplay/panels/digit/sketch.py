"""A sketch: what lies on the pad, strokes or a picture, as a value; what the eraser leaves of strokes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, dist

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, ...]
"""x and y on the paper, y down; with a third number for the pen, 0 to 1, where it is not the ordinary 0.5."""

Stroke = list[Point]

_FINE = 2.0
"""Points of a stroke that the eraser has touched are at most so far apart, so that it cuts where it is."""


@dataclass(frozen=True, eq=False)
class Sketch:
    """What lies on the paper.

    Attributes
    ----------
    strokes
        In the order in which they were drawn.
    image
        (height, width) uint8, a grey picture, instead of strokes.
    """

    strokes: tuple[Stroke, ...] = ()
    image: NDArray[np.uint8] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is there."""
        return not self.strokes and self.image is None


def erased(strokes: tuple[Stroke, ...], place: Point, radius: float) -> tuple[Stroke, ...]:
    """What is left of strokes where a disc was rubbed out: pieces, if it went through the middle of one."""
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
    """The stroke with points close to each other."""
    points = stroke[:1]
    for start, end in pairwise(stroke):
        n = max(1, ceil(dist(start[:2], end[:2]) / _FINE))
        points += [tuple(a + (b - a) * i / n for a, b in zip(start, end, strict=True)) for i in range(1, n + 1)]
    return points
