"""A drawing as a picture like MNIST's: what a pen or a picture file holds, made 28 x 28.

MNIST's digits were scaled to fit a box of 20 x 20 keeping their proportion, and their centre of mass was moved to the
middle of 28 x 28 (http://yann.lecun.com/exdb/mnist). The same is done here, for strokes and for pictures, always with
the same result and in a few milliseconds, because it runs with every movement of the pen. Each step can be left out,
for a person to see what it is good for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from nnplay.data.ink import (
    FINE,
    WHITE,
    Bytes,
    EmptyDrawingError,
    Floats,
    Sheet,
    UnreadableDrawingError,
    checked_strokes,
    draw,
    ink_of,
    stroke_width,
    thickened,
)
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

__all__ = [
    "BOX",
    "DIGITS",
    "SIDE",
    "WHITE",
    "Bytes",
    "EmptyDrawingError",
    "Stages",
    "Steps",
    "UnreadableDrawingError",
    "from_image",
    "from_strokes",
    "ink_picture",
    "stages_of_image",
    "stages_of_strokes",
]

DIGITS = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
SIDE = 28
BOX = 20

_CENTRE = 14.5
"""Where the centre of mass goes, from the left and the top: the middle of pixel 14 (counted from 0), as in MNIST."""

_PEN_WIDTH = 2.6
"""Width of a stroke in pixels of the result: with it the strokes are as thick as those of most of MNIST's digits."""

_THIN = 1.6
"""Strokes of a picture that would come out thinner than this (as only one in twenty of MNIST's) are thickened first."""

_DOT = 0.04
"""A drawing that is smaller than this share of its paper is a dot."""

_FULL = 0.85
"""A result with more than this share of the box inked is no digit; MNIST's boldest has 0.6."""

_SHOWN = 84
"""Side of the pictures of the first two stages, in pixels."""


@dataclass(frozen=True)
class Steps:
    """Which steps are taken.

    Attributes
    ----------
    is_cropped
        Whether only the part with ink goes on, or the whole paper.
    is_scaled
        Whether that part is made 20 pixels long, or the paper 28.
    is_centred
        Whether the centre of mass goes to the middle, or the part stays where it was on the paper.
    """

    is_cropped: bool = True
    is_scaled: bool = True
    is_centred: bool = True


ALL_STEPS = Steps()


@dataclass(frozen=True, eq=False)
class Stages:
    """A drawing on its way, each (height, width) uint8, white ink on black.

    Attributes
    ----------
    paper
        All of the paper.
    cropped
        The part that goes on.
    scaled
        The same at its size for the network.
    result
        (28, 28), what the network sees.
    """

    paper: Bytes
    cropped: Bytes
    scaled: Bytes
    result: Bytes


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
    UnreadableDrawingError
        If there is nothing but a dot, or ink everywhere.
    DataError
        If a point is not two or three finite numbers, or there are more than 20,000.
    """
    return _result(_sheet_of_strokes(strokes, ALL_STEPS, None), ALL_STEPS)


def from_image(image: ArrayLike) -> Bytes:
    """A grey picture of one digit as a digit picture.

    Parameters
    ----------
    image
        (height, width), 0 to 255; dark ink on light paper or light ink on dark.

    Returns
    -------
    (28, 28) uint8, white ink (255) on black.

    Raises
    ------
    EmptyDrawingError
        If the picture is blank.
    UnreadableDrawingError
        If it holds nothing but a dot, or ink everywhere, or is far too long.
    DataError
        If it is not a grey picture.
    """
    return _result(_sheet_of_image(image, ALL_STEPS), ALL_STEPS)


def stages_of_strokes(strokes: Sequence[ArrayLike], paper: float, steps: Steps = ALL_STEPS) -> Stages:
    """All stages of a pen drawing on a square paper that reaches from 0 to ``paper``; raises as ``from_strokes``."""
    return _stages(_sheet_of_strokes(strokes, steps, paper), steps)


def stages_of_image(image: ArrayLike, steps: Steps = ALL_STEPS) -> Stages:
    """All stages of a picture; raises as ``from_image``."""
    return _stages(_sheet_of_image(image, steps), steps)


def ink_picture(strokes: Sequence[ArrayLike]) -> Bytes:
    """A pen drawing as a grey picture to be kept, ink 255 on paper 0: ``from_image`` makes of it what
    ``from_strokes`` makes of the drawing. Raises as ``from_strokes``.
    """
    lines = checked_strokes(strokes)
    return draw(lines, _scale_of(lines, ALL_STEPS, None), FINE * _PEN_WIDTH)[0]


def _sheet_of_strokes(strokes: Sequence[ArrayLike], steps: Steps, paper: float | None) -> Sheet:
    lines = checked_strokes(strokes)
    scale = _scale_of(lines, steps, paper)
    picture, zero = draw(lines, scale, FINE * _PEN_WIDTH)
    return Sheet(ink_of(picture), (zero[0], zero[1], scale * paper) if paper else (0, 0, float(max(picture.shape))))


def _scale_of(lines: Sequence[Floats], steps: Steps, paper: float | None) -> float:
    """Pixels of the sheet to a unit of the strokes, so that the pen comes out as wide as the network is used to."""
    points = np.concatenate(lines)[:, :2]
    extent = float(np.ptp(points, axis=0).max())
    if extent <= _DOT * (paper or 0):
        raise UnreadableDrawingError(QT_TRANSLATE_NOOP("errors", "A dot is no digit yet: go on drawing."))
    if paper is None or (steps.is_cropped and steps.is_scaled):
        return FINE * (BOX - _PEN_WIDTH) / extent
    return FINE * (BOX if steps.is_scaled else SIDE) / paper


def _sheet_of_image(image: ArrayLike, steps: Steps) -> Sheet:
    pixels = np.asarray(image)
    if pixels.ndim != 2 or not pixels.size or pixels.dtype.kind not in "uif" or not np.isfinite(pixels).all():
        raise DataError(QT_TRANSLATE_NOOP("errors", "A drawing has to be a grey picture: rows and columns of numbers."))
    ink = ink_of(pixels)
    height, width = ink.shape
    side = float(max(ink.shape))
    left, top, right, bottom = _edges(ink)
    if max(right - left, bottom - top) <= _DOT * side:
        raise UnreadableDrawingError(QT_TRANSLATE_NOOP("errors", "A dot is no digit yet: go on drawing."))
    sheet = Sheet(ink, ((width - side) / 2, (height - side) / 2, side))
    scale = _scale(sheet, (left, top, right, bottom) if steps.is_cropped else _all_paper(sheet), steps)
    if stroke_width(ink) * scale >= _THIN:
        return sheet
    return _thickened(sheet, scale, np.array((left, top)), np.array((right, bottom)))


def _thickened(sheet: Sheet, scale: float, low: Floats, high: Floats) -> Sheet:
    """The part of a sheet between two corners drawn anew with the network's pen, where strokes would be lost."""
    fine, pen = scale * FINE / 2, _PEN_WIDTH * FINE / 2
    margin = np.ceil(pen) + 1
    width, height = (np.ceil(fine * (high - low)) + 2 * margin).astype(int)
    corner = margin - fine * low
    ink = _resample(sheet.ink, fine, corner, (height, width))
    ink = thickened((2 * ink / ink.max()).clip(0, 1), pen)
    left, top, side = sheet.paper
    return Sheet(ink, (left * fine + corner[0], top * fine + corner[1], side * fine))


def _stages(sheet: Sheet, steps: Steps) -> Stages:
    box = _edges(sheet.ink) if steps.is_cropped else _all_paper(sheet)
    return Stages(
        paper=_part(sheet, _all_paper(sheet), _SHOWN),
        cropped=_part(sheet, box, _SHOWN),
        scaled=_part(sheet, box, round(_scale(sheet, box, steps) * _length(box))),
        result=_result(sheet, steps),
    )


def _part(sheet: Sheet, box: tuple[float, float, float, float], length: int) -> Bytes:
    """What lies in ``box``, its longer side made ``length`` pixels."""
    left, top, right, bottom = box
    scale = max(1, length) / _length(box)
    shape = (max(1, round(scale * (bottom - top))), max(1, round(scale * (right - left))))
    return _to_bytes(_resample(sheet.ink, scale, -scale * np.array((left, top)), shape))


def _result(sheet: Sheet, steps: Steps) -> Bytes:
    box = left, top, right, bottom = _edges(sheet.ink) if steps.is_cropped else _all_paper(sheet)
    scale = _scale(sheet, box, steps)
    if steps.is_centred:
        corner = _CENTRE - scale * _centre_of_mass(sheet.ink)
    else:
        middle, paper = np.array((left + right, top + bottom)) / 2, np.array(sheet.paper[:2])
        corner = (middle - paper) * SIDE / sheet.paper[2] - scale * middle
    picture = _to_bytes(_resample(sheet.ink, scale, corner, (SIDE, SIDE)))
    if int(picture.sum(dtype=np.int64)) > _FULL * WHITE * BOX**2:
        raise UnreadableDrawingError(
            QT_TRANSLATE_NOOP("errors", "There is ink everywhere: clear the pad and draw a digit.")
        )
    return picture


def _scale(sheet: Sheet, box: tuple[float, float, float, float], steps: Steps) -> float:
    """Pixels of the network's picture to one of the sheet."""
    return BOX / _length(box) if steps.is_scaled else SIDE / sheet.paper[2]


def _length(box: tuple[float, float, float, float]) -> float:
    left, top, right, bottom = box
    return max(right - left, bottom - top)


def _all_paper(sheet: Sheet) -> tuple[float, float, float, float]:
    left, top, side = sheet.paper
    return left, top, left + side, top + side


def _edges(ink: Floats) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the ink; a pixel that is half inked at an edge counts half."""
    ends = []
    for most in (ink.max(axis=0), ink.max(axis=1)):
        inked = np.flatnonzero(most)
        ends.append((inked[0] + 1 - most[inked[0]], inked[-1] + most[inked[-1]]))
    (left, right), (top, bottom) = ends
    return float(left), float(top), float(right), float(bottom)


def _centre_of_mass(ink: Floats) -> Floats:
    """(x, y) of the ink's centre, where pixel i reaches from i to i + 1."""
    mass = float(ink.sum())
    return np.array([float(ink.sum(axis=axis) @ (np.arange(ink.shape[1 - axis]) + 0.5)) / mass for axis in (0, 1)])


def _resample(ink: Floats, scale: float, corner: Floats, shape: tuple[int, int]) -> Floats:
    """``ink`` scaled, its upper left corner at ``corner`` (x, y) of a picture: exact averages over area."""
    down, across = _shares(shape[0], ink.shape[0], scale, corner[1]), _shares(shape[1], ink.shape[1], scale, corner[0])
    picture: Floats = down @ ink @ across.T
    return picture


def _shares(n_to: int, n_from: int, scale: float, start: float) -> Floats:
    """(n_to, n_from): how much of target pixel i the source pixel j, ``scale`` wide, covers."""
    left = start + scale * np.arange(n_from)
    pixel = np.arange(n_to)[:, np.newaxis]
    overlap = np.minimum(pixel + 1, left + scale) - np.maximum(pixel, left)
    covered: Floats = np.maximum(overlap, 0)
    return covered


def _to_bytes(picture: Floats) -> Bytes:
    grey: Bytes = np.rint(WHITE * picture.clip(0, 1)).astype(np.uint8)
    return grey
