"""Ink on paper: pen strokes and picture files as one kind of grey sheet, which ``nnplay.data.drawing`` then centres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]

WHITE = 255
"""Full ink; the network's input is ``pixels / WHITE``."""

MAX_POINTS = 20_000
FINE = 8
"""Pixels of a drawn sheet per pixel of the network's input: enough that rescaling loses nothing."""

_MARGIN = 4 * FINE
"""Margin around a drawing on its sheet, from which the paper's colour is determined."""

_SPACING = 0.375 * FINE
"""Distance between the discs that form a stroke: close enough to look continuous."""

_MAX_DISCS = 1_000
"""Enough discs to cover a sheet many times; a longer scribble gets them further apart."""

_MIN_CONTRAST = 16
"""A picture whose brightest and darkest pixels (0 ... 255) differ by less is blank."""

_PAPER = 0.1
"""Ink below this share of the darkest is paper texture or shadow; up to twice this share it fades in."""

_MAX_PROPORTION = 50
"""Largest ratio of a picture's sides."""


class EmptyDrawingError(DataError):
    """Nothing is drawn."""

    def __init__(self) -> None:
        super().__init__(QT_TRANSLATE_NOOP("errors", "Nothing is drawn yet: draw a digit first."))


class UnreadableDrawingError(DataError):
    """There is ink, but it cannot be a digit; the sentence says why."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """Ink and the paper that it is on.

    Attributes
    ----------
    ink
        (height, width) float64, 0 to 1.
    paper
        Left, top and side of the square paper in pixels of ``ink``; it may be larger or smaller than ``ink``.
    """

    ink: Floats
    paper: tuple[float, float, float]


def checked_strokes(strokes: Sequence[ArrayLike]) -> list[Floats]:
    """Return the strokes that have points as (n, 3) arrays with the pressure in the last column.

    Raises
    ------
    EmptyDrawingError
        If there is no point.
    DataError
        If a point is not two or three finite numbers, or there are more than ``MAX_POINTS``.
    """
    lines = []
    n_points = 0
    for number, stroke in enumerate(strokes, 1):
        try:
            points = np.asarray(stroke, np.float64)
        except (TypeError, ValueError):
            points = np.full((1, 1), np.nan)
        if not points.size:
            continue
        n_points += len(points) if points.ndim else 0
        if (
            points.ndim != 2
            or points.shape[1] not in (2, 3)
            or not (np.abs(points) < 1e9).all()
            or n_points > MAX_POINTS
        ):
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Stroke {number} is not a list of points: each point is two numbers x, y (or three, with the"
                    " pressure), and a drawing has at most {most} points.",
                ),
                number=number,
                most=MAX_POINTS,
            )
        pressure = points[:, 2:] if points.shape[1] == 3 else np.full((len(points), 1), 0.5)
        lines.append(np.hstack((points[:, :2], pressure.clip(0, 1))))
    if not lines:
        raise EmptyDrawingError
    return lines


def draw(lines: Sequence[Floats], scale: float, pen: float) -> tuple[Bytes, Floats]:
    """Draw strokes with a pen ``pen`` pixels wide at pressure 0.5, ``scale`` pixels per unit.

    Returns
    -------
    (height, width) uint8 grey picture, ink 255 on paper 0; and (2,) the position (x, y) of the strokes' origin in it.
    """
    points = np.concatenate(lines)
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    zero = _MARGIN + pen - scale * low
    width, height = np.ceil(scale * (high - low) + 2 * (pen + _MARGIN)).astype(int)
    length = sum(float(_steps(line).sum()) for line in lines) * scale
    spacing = max(_SPACING, length / _MAX_DISCS)
    discs = np.concatenate([_discs(line, spacing / scale) for line in lines])
    discs[:, :2] = discs[:, :2] * scale + zero
    discs[:, 2] *= pen / 2
    return np.rint(WHITE * _covered(discs, (height, width))).astype(np.uint8), zero


def ink_of(picture: NDArray[np.generic]) -> Floats:
    """Return the ink of each pixel of a grey picture (height, width), 0 to 1; paper has 0.

    The border is taken for paper; it decides between dark ink on light paper and light ink on dark paper.

    Raises
    ------
    EmptyDrawingError
        If the picture is blank.
    UnreadableDrawingError
        If it is far too long for a digit.
    """
    pixels = picture.astype(np.float64)
    border = np.concatenate((pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]))
    paper = float(np.median(border))
    ink = paper - pixels if paper - pixels.min() > pixels.max() - paper else pixels - paper
    most = float(ink.max())
    if most < _MIN_CONTRAST:
        raise EmptyDrawingError
    if max(ink.shape) > _MAX_PROPORTION * min(ink.shape):
        raise UnreadableDrawingError(
            QT_TRANSLATE_NOOP("errors", "A picture of {width} × {height} pixels is too long and thin for a digit."),
            width=ink.shape[1],
            height=ink.shape[0],
        )
    ink /= most
    # A smooth threshold, so that two files of one drawing that differ by a shade give the same result.
    faded: Floats = ink.clip(0) * (ink / _PAPER - 1).clip(0, 1)
    return faded


def stroke_width(ink: Floats) -> float:
    """Return the mean stroke width in pixels: area divided by half the outline (the length of one side)."""
    framed = np.pad(ink, 1)
    down, across = np.diff(framed, axis=0)[:, :-1], np.diff(framed, axis=1)[:-1]
    return float(2 * ink.sum() / np.hypot(down, across).sum())


def thickened(ink: Floats, pen: float) -> Floats:
    """Return the ink (height, width), 0 to 1, with strokes about ``pen`` pixels wide."""
    radius = (pen - stroke_width(ink)) / 2
    reach = int(np.ceil(max(radius, 0)))
    thick = ink
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            if dx * dx + dy * dy <= radius * radius:
                thick = np.maximum(thick, np.roll(ink, (dy, dx), (0, 1)))
    return thick


def _steps(line: Floats) -> Floats:
    """Return the distance from each point of a stroke to the next, (n - 1,)."""
    steps: Floats = np.hypot(np.diff(line[:, 0]), np.diff(line[:, 1]))
    return steps


def _discs(line: Floats, spacing: float) -> Floats:
    """Return (n, 3) x, y and width (1 for the normal pen) of discs at equal distances along a stroke."""
    position = np.concatenate(([0.0], np.cumsum(_steps(line))))
    at = np.linspace(0, position[-1], int(np.ceil(position[-1] / spacing)) + 1)
    return np.column_stack([np.interp(at, position, values) for values in (line[:, 0], line[:, 1], 0.5 + line[:, 2])])


def _covered(discs: Floats, shape: tuple[int, int]) -> NDArray[np.float32]:
    """Return ``shape`` pixels, 0 to 1: how much of each is covered by the disc (x, y, radius) that covers it most."""
    reach = int(np.ceil(discs[:, 2].max() + 0.5))
    offsets = np.arange(-reach, reach + 1) + 0.5
    cells = np.floor(discs[:, :2])
    squares = ((offsets - (discs[:, :2] - cells)[..., np.newaxis]) ** 2).astype(np.float32)
    distances = np.sqrt(squares[:, 1, :, np.newaxis] + squares[:, 0, np.newaxis])
    covers = (discs[:, 2, np.newaxis, np.newaxis].astype(np.float32) + np.float32(0.5) - distances).clip(0, 1)
    picture = np.zeros(shape, np.float32)
    # In a loop: discs overlap, and ``np.maximum.at`` takes ten times as long.
    for (column, row), cover in zip((cells.astype(int) - reach).tolist(), covers, strict=True):
        part = picture[row : row + len(offsets), column : column + len(offsets)]
        np.maximum(part, cover, out=part)
    return picture
