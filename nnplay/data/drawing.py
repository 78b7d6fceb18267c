"""A drawing as a picture like MNIST's: pen strokes or a picture file, brought to 28 x 28.

MNIST's digits were scaled to fit a box of 20 x 20 keeping their proportion, and their centre of mass was moved to the
middle of 28 x 28 (http://yann.lecun.com/exdb/mnist). The same is done here for strokes and for pictures. It takes a few
milliseconds, since it runs at every movement of the pen. Each step can be left out, to show what it does.
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
"""Target of the centre of mass, from the left and the top: the middle of pixel 14 (counted from 0), as in MNIST."""

_PEN_WIDTH = 2.6
"""Width of a stroke in pixels of the result: about that of most MNIST digits."""

_THIN = 1.6
"""Strokes that would come out thinner than this (only one in twenty of MNIST's does) are thickened first."""

_DOT = 0.04
"""A drawing smaller than this share of its paper is a dot."""

_FULL = 0.85
"""With more than this share of the box inked it is not a digit; MNIST's boldest digit has 0.6."""

_SHOWN = 84
"""Side of the pictures of the first two stages, in pixels."""


@dataclass(frozen=True)
class Steps:
    """Which steps are applied.

    Attributes
    ----------
    is_cropped
        Whether only the part with ink is used, rather than the whole paper.
    is_scaled
        Whether that part is scaled to 20 pixels, rather than the paper to 28.
    is_centred
        Whether the centre of mass is moved to the middle, rather than left where it was on the paper.
    """

    is_cropped: bool = True
    is_scaled: bool = True
    is_centred: bool = True


ALL_STEPS = Steps()


@dataclass(frozen=True, eq=False)
class Stages:
    """The stages of a drawing, each (height, width) uint8, white ink on black.

    Attributes
    ----------
    paper
        The whole paper.
    cropped
        The part that is used.
    scaled
        That part at the network's scale.
    result
        (28, 28), the network's input.
    """

    paper: Bytes
    cropped: Bytes
    scaled: Bytes
    result: Bytes


def from_strokes(strokes: Sequence[ArrayLike]) -> Bytes:
    """Turn pen strokes into a digit picture.

    Parameters
    ----------
    strokes
        Each an (n, 2) sequence of points (x, y), y downwards, in any unit; or (n, 3) with the pen's pressure, 0 to 1,
        where 0.5 gives the normal width. A stroke of one point is a dot.

    Returns
    -------
    (28, 28) uint8, white ink (255) on black.

    Raises
    ------
    EmptyDrawingError
        If there is no point.
    UnreadableDrawingError
        If there is only a dot, or ink everywhere.
    DataError
        If a point is not two or three finite numbers, or there are more than 20,000.
    """
    return _result(_sheet_of_strokes(strokes, ALL_STEPS, None), ALL_STEPS)


def from_image(image: ArrayLike) -> Bytes:
    """Turn a grey picture of one digit into a digit picture.

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
        If it holds only a dot, or ink everywhere, or is far too long.
    DataError
        If it is not a two-dimensional grey picture.
    """
    return _result(_sheet_of_image(image, ALL_STEPS), ALL_STEPS)


def stages_of_strokes(strokes: Sequence[ArrayLike], paper: float, steps: Steps = ALL_STEPS) -> Stages:
    """Return all stages of a pen drawing on square paper from 0 to ``paper``; raises like ``from_strokes``."""
    return _stages(_sheet_of_strokes(strokes, steps, paper), steps)


def stages_of_image(image: ArrayLike, steps: Steps = ALL_STEPS) -> Stages:
    """Return all stages of a picture; raises like ``from_image``."""
    return _stages(_sheet_of_image(image, steps), steps)


def ink_picture(strokes: Sequence[ArrayLike]) -> Bytes:
    """Return a pen drawing as a grey picture for storage, ink 255 on paper 0. ``from_image`` of it gives the
    same result as ``from_strokes`` of the drawing. Raises like ``from_strokes``.
    """
    lines = checked_strokes(strokes)
    return draw(lines, _scale_of(lines, ALL_STEPS, None), FINE * _PEN_WIDTH)[0]


def _sheet_of_strokes(strokes: Sequence[ArrayLike], steps: Steps, paper: float | None) -> Sheet:
    lines = checked_strokes(strokes)
    scale = _scale_of(lines, steps, paper)
    picture, zero = draw(lines, scale, FINE * _PEN_WIDTH)
    return Sheet(ink_of(picture), (zero[0], zero[1], scale * paper) if paper else (0, 0, float(max(picture.shape))))


def _scale_of(lines: Sequence[Floats], steps: Steps, paper: float | None) -> float:
    """Return pixels of the sheet per unit of the strokes, so that the pen gets the width that the network knows."""
    points = np.concatenate(lines)[:, :2]
    extent = float(np.ptp(points, axis=0).max())
    if extent <= _DOT * (paper or 0):
        raise UnreadableDrawingError(QT_TRANSLATE_NOOP("errors", "A dot is not a digit yet: keep drawing."))
    if paper is None or (steps.is_cropped and steps.is_scaled):
        return FINE * (BOX - _PEN_WIDTH) / extent
    return FINE * (BOX if steps.is_scaled else SIDE) / paper


def _sheet_of_image(image: ArrayLike, steps: Steps) -> Sheet:
    pixels = np.asarray(image)
    if pixels.ndim != 2 or not pixels.size or pixels.dtype.kind not in "uif" or not np.isfinite(pixels).all():
        raise DataError(QT_TRANSLATE_NOOP("errors", "A drawing must be a grey picture: rows and columns of numbers."))
    ink = ink_of(pixels)
    height, width = ink.shape
    side = float(max(ink.shape))
    left, top, right, bottom = _edges(ink)
    if max(right - left, bottom - top) <= _DOT * side:
        raise UnreadableDrawingError(QT_TRANSLATE_NOOP("errors", "A dot is not a digit yet: keep drawing."))
    sheet = Sheet(ink, ((width - side) / 2, (height - side) / 2, side))
    scale = _scale(sheet, (left, top, right, bottom) if steps.is_cropped else _all_paper(sheet), steps)
    if stroke_width(ink) * scale >= _THIN:
        return sheet
    return _thickened(sheet, scale, np.array((left, top)), np.array((right, bottom)))


def _thickened(sheet: Sheet, scale: float, low: Floats, high: Floats) -> Sheet:
    """Redraw the part of a sheet between two corners with the network's pen where thin strokes would be lost."""
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
    """Return the content of ``box``, scaled so that its longer side has ``length`` pixels."""
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
    """Return pixels of the network's picture per pixel of the sheet."""
    return BOX / _length(box) if steps.is_scaled else SIDE / sheet.paper[2]


def _length(box: tuple[float, float, float, float]) -> float:
    left, top, right, bottom = box
    return max(right - left, bottom - top)


def _all_paper(sheet: Sheet) -> tuple[float, float, float, float]:
    left, top, side = sheet.paper
    return left, top, left + side, top + side


def _edges(ink: Floats) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the ink; a half-inked pixel at an edge counts half."""
    ends = []
    for most in (ink.max(axis=0), ink.max(axis=1)):
        inked = np.flatnonzero(most)
        ends.append((inked[0] + 1 - most[inked[0]], inked[-1] + most[inked[-1]]))
    (left, right), (top, bottom) = ends
    return float(left), float(top), float(right), float(bottom)


def _centre_of_mass(ink: Floats) -> Floats:
    """Return (x, y) of the ink's centre of mass, where pixel i reaches from i to i + 1."""
    mass = float(ink.sum())
    return np.array([float(ink.sum(axis=axis) @ (np.arange(ink.shape[1 - axis]) + 0.5)) / mass for axis in (0, 1)])


def _resample(ink: Floats, scale: float, corner: Floats, shape: tuple[int, int]) -> Floats:
    """Return ``ink`` scaled and placed with its upper left corner at ``corner`` (x, y): exact area averages."""
    down, across = _shares(shape[0], ink.shape[0], scale, corner[1]), _shares(shape[1], ink.shape[1], scale, corner[0])
    picture: Floats = down @ ink @ across.T
    return picture


def _shares(n_to: int, n_from: int, scale: float, start: float) -> Floats:
    """Return (n_to, n_from): how much of target pixel i is covered by source pixel j, ``scale`` wide."""
    left = start + scale * np.arange(n_from)
    pixel = np.arange(n_to)[:, np.newaxis]
    overlap = np.minimum(pixel + 1, left + scale) - np.maximum(pixel, left)
    covered: Floats = np.maximum(overlap, 0)
    return covered


def _to_bytes(picture: Floats) -> Bytes:
    grey: Bytes = np.rint(WHITE * picture.clip(0, 1)).astype(np.uint8)
    return grey
