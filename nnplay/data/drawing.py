"""A drawing as a picture like MNIST's: what a pen or a picture file holds, made 28 x 28.

MNIST's digits were scaled to fit a box of 20 x 20 keeping their proportion, and their centre of mass was moved to the
middle of 28 x 28 (http://yann.lecun.com/exdb/mnist). The same is done here, for strokes and for pictures, always with
the same result and in a millisecond, because it runs with every movement of the pen.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

Bytes = NDArray[np.uint8]
_Array = NDArray[np.float64]

DIGITS = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
SIDE = 28
BOX = 20
MAX_POINTS = 20_000

WHITE = 255
"""Full ink; a network sees ``pixels / WHITE``."""

_CENTRE = 14.5
"""Where the centre of mass goes, from the left and the top: the middle of pixel 14 (counted from 0), as in MNIST."""

_PEN_WIDTH = 2.6
"""Width of a stroke in pixels of the result: with it the strokes are as thick as those of most of MNIST's digits."""

_THIN = 1.6
"""Strokes of a picture that would come out thinner than this (as only one in twenty of MNIST's) are thickened first."""

_SOFTNESS = 1.3
"""Pixels over which a stroke's edge fades, MNIST's pictures having been scaled down from scans."""

_SPACING = 0.25
"""Distance between the stamps that make up a stroke, in pixels: close enough to look continuous."""

_MAX_STAMPS = 20_000
"""Stamps that would do for covering the whole box many times over: a wilder scribble gets them further apart."""

_MIN_CONTRAST = 16
"""A picture whose brightest and darkest pixels (0 ... 255) differ by less is blank."""

_PAPER = 0.2
"""Ink below this share of the darkest ink is paper texture or shadow."""


class EmptyDrawingError(DataError):
    """There is nothing drawn."""

    def __init__(self) -> None:
        super().__init__(QT_TRANSLATE_NOOP("errors", "There is nothing drawn yet: draw a digit first."))


def from_strokes(strokes: Sequence[ArrayLike]) -> Bytes:
    """A pen drawing as a digit picture.

    Parameters
    ----------
    strokes
        Each an (n, 2) sequence of points (x, y), y downwards, in any unit; or (n, 3) with the pen's pressure, 0 to 1,
        of which 0.5 gives the ordinary width. A stroke of one point is a dot.

    Returns
    -------
    (28, 28) uint8, white ink (255) on black.

    Raises
    ------
    EmptyDrawingError
        If there is no point.
    DataError
        If a point is not two or three finite numbers, or there are more than ``MAX_POINTS``.
    """
    lines = _checked(strokes)
    corners = np.concatenate([line[:, :2] for line in lines])
    low = corners.min(axis=0)
    extent = float((corners - low).max())
    scale = (BOX - _PEN_WIDTH) / extent if extent > 0 else 1.0
    for line in lines:
        line[:, :2] = (line[:, :2] - low) * scale
    spacing = max(_SPACING, sum(float(_steps(line).sum()) for line in lines) / _MAX_STAMPS)
    stamps = np.concatenate([_stamps(line, spacing) for line in lines])
    # Drawn once to find the centre of mass and once with it in the middle: shifting a finished picture by part of a
    # pixel would blur it.
    middle = stamps[:, :2].min(axis=0) / 2 + stamps[:, :2].max(axis=0) / 2
    stamps[:, :2] += SIDE / 2 - middle
    stamps[:, :2] += _CENTRE - _centre_of_mass(_draw(stamps))
    return _to_bytes(_draw(stamps))


def from_image(image: ArrayLike) -> Bytes:
    """A grey picture of one digit as a digit picture.

    Dark ink on light paper and light ink on dark ground are told apart by the border, which is taken for paper.

    Parameters
    ----------
    image
        (height, width), 0 to 255.

    Returns
    -------
    (28, 28) uint8, white ink (255) on black.

    Raises
    ------
    EmptyDrawingError
        If the picture is blank.
    DataError
        If it is not a grey picture.
    """
    pixels = np.asarray(image)
    if pixels.ndim != 2 or not pixels.size or pixels.dtype.kind not in "uif" or not np.isfinite(pixels).all():
        raise DataError(QT_TRANSLATE_NOOP("errors", "A drawing has to be a grey picture: rows and columns of numbers."))
    ink = _thickened(_cropped(_ink(pixels.astype(np.float64))))
    scale = BOX / max(ink.shape)
    corner = (SIDE - scale * np.array(ink.shape[::-1])) / 2
    corner += _CENTRE - _centre_of_mass(_resample(ink, scale, corner))
    return _to_bytes(_resample(ink, scale, corner))


def _checked(strokes: Sequence[ArrayLike]) -> list[_Array]:
    """The strokes that have points, as (n, 3) arrays with the pressure in the last column."""
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


def _steps(line: _Array) -> _Array:
    """Distance from each point of a stroke to the next, (n - 1,)."""
    steps: _Array = np.hypot(np.diff(line[:, 0]), np.diff(line[:, 1]))
    return steps


def _stamps(line: _Array, spacing: float) -> _Array:
    """Discs (x, y, radius) that follow a stroke at even distances; (n, 3)."""
    position = np.concatenate(([0.0], np.cumsum(_steps(line))))
    at = np.linspace(0, position[-1], int(np.ceil(position[-1] / spacing)) + 1)
    radius = _PEN_WIDTH / 2 * (0.5 + line[:, 2])
    return np.column_stack([np.interp(at, position, values) for values in (line[:, 0], line[:, 1], radius)])


def _draw(stamps: _Array) -> _Array:
    """Ink (28, 28), 0 to 1: at each pixel that of the stamp that covers it best."""
    reach = int(np.ceil(0.75 * _PEN_WIDTH + _SOFTNESS / 2))
    offsets = np.mgrid[-reach : reach + 1, -reach : reach + 1].reshape(2, 1, -1)
    x, y, radius = stamps.T[:, :, np.newaxis]
    columns, rows = np.floor(x).astype(int) + offsets[1], np.floor(y).astype(int) + offsets[0]
    distance = np.hypot(columns + 0.5 - x, rows + 0.5 - y)
    cover = ((radius - distance) / _SOFTNESS + 0.5).clip(0, 1)
    # A frame around the picture takes what a lopsided drawing pushes over its edge.
    frame = SIDE
    picture = np.zeros((SIDE + 2 * frame,) * 2)
    np.maximum.at(picture, (rows + frame, columns + frame), cover)
    return picture[frame:-frame, frame:-frame]


def _ink(pixels: _Array) -> _Array:
    """How much ink each pixel has, 0 to 1, and none where there is paper."""
    border = np.concatenate((pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]))
    paper = float(np.median(border))
    ink = paper - pixels if paper - pixels.min() > pixels.max() - paper else pixels - paper
    most = float(ink.max())
    if most < _MIN_CONTRAST:
        raise EmptyDrawingError
    ink /= most
    ink[ink < _PAPER] = 0
    return ink


def _thickened(ink: _Array) -> _Array:
    """The cropped ink, with strokes as thick as a pen's where they would be lost in 28 x 28."""
    scale = BOX / max(ink.shape)
    if _stroke_width(ink) * scale >= _THIN:
        return ink
    fine = 4
    pen = int(np.ceil(_PEN_WIDTH * fine))
    height, width = (int(np.ceil(fine * scale * length)) + 2 * pen for length in ink.shape)
    down, across = (_shares(n, m, fine * scale, pen) for n, m in zip((height, width), ink.shape, strict=True))
    picture: _Array = down @ ink @ across.T
    picture = (2 * picture / picture.max()).clip(0, 1)
    radius = (_PEN_WIDTH * fine - _stroke_width(picture)) / 2
    thick = picture
    for dy in range(-pen, pen + 1):
        for dx in range(-pen, pen + 1):
            if dx * dx + dy * dy <= radius * radius:
                thick = np.maximum(thick, np.roll(picture, (dy, dx), (0, 1)))
    return _cropped(thick)


def _cropped(ink: _Array) -> _Array:
    """The smallest part that holds all ink."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _stroke_width(ink: _Array) -> float:
    """Mean width of the strokes in pixels: a stroke's area over half its outline (its length on either side)."""
    framed = np.pad(ink, 1)
    down, across = np.diff(framed, axis=0)[:, :-1], np.diff(framed, axis=1)[:-1]
    return float(2 * ink.sum() / np.hypot(down, across).sum())


def _resample(ink: _Array, scale: float, corner: _Array) -> _Array:
    """``ink`` scaled, its upper left corner at ``corner`` (x, y) of a 28 x 28 picture: exact averages over area."""
    down, across = _shares(SIDE, ink.shape[0], scale, corner[1]), _shares(SIDE, ink.shape[1], scale, corner[0])
    picture: _Array = down @ ink @ across.T
    return picture


def _shares(n_to: int, n_from: int, scale: float, start: float) -> _Array:
    """(n_to, n_from): how much of target pixel i the source pixel j, ``scale`` wide, covers."""
    left = start + scale * np.arange(n_from)
    pixel = np.arange(n_to)[:, np.newaxis]
    overlap = np.minimum(pixel + 1, left + scale) - np.maximum(pixel, left)
    covered: _Array = np.maximum(overlap, 0)
    return covered


def _centre_of_mass(picture: _Array) -> _Array:
    """(x, y) of the ink's centre, where pixel i reaches from i to i + 1."""
    mass = float(picture.sum())
    if not mass > 0:
        raise EmptyDrawingError
    at = np.arange(SIDE) + 0.5
    return np.array([float(picture.sum(axis=axis) @ at) / mass for axis in (0, 1)])


def _to_bytes(picture: _Array) -> Bytes:
    return np.rint(WHITE * picture).astype(np.uint8)
