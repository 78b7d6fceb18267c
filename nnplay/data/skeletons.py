"""Skeletons of handwritten digits: the paths of the pen, in several habits of writing.

A skeleton is a list of strokes, separated by ``/`` where the pen is lifted. A stroke is a list of points ``x,y`` in
hundredths of the digit's height, y downwards, joined by a smooth curve; ``!`` marks a corner. A point shared by two
strokes stays shared however the digit is bent.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_Array = NDArray[np.float64]

_SPACING = 0.022
"""Distance between points along a skeleton, in digit heights: about 0.4 pixels of a digit in its box."""

HABITS: dict[str, tuple[tuple[float, str], ...]] = {
    "0": (
        (4, "36,0 14,13 3,50 12,86 34,100 57,87 67,50 58,14 36,0"),
        (3, "44,2 20,12 5,45 10,88 34,99 58,80 66,40 56,10 38,1"),
        (2, "30,4 10,25 6,65 22,97 46,92 62,60 60,22 40,2 26,10"),
        (2, "42,0 14,14 0,52 12,86 40,100 70,86 82,50 70,13 42,0"),
        (1, "56,8 34,2 10,30 6,72 24,99 50,88 64,50 58,16 44,2 30,8"),
        (0.7, "48,4 28,4 8,34 4,70 18,98 42,92 60,58 62,22 50,4 34,12"),
    ),
    "1": (
        (6, "10,0 10,50 10,100"),
        (5, "40,0 28,45 10,100"),
        (2, "12,0 16,40 14,75 20,100"),
        (2, "5,24 22,12 34,0! 32,50 30,100"),
        (1.2, "5,24 22,12 32,0! 31,50 30,100 / 2,100 30,100 58,99"),
        (0.4, "30,0 29,50 28,100 / 4,100 28,100 54,98"),
        (2, "0,34 20,18 44,0! 36,50 26,100"),
        (1.6, "0,58 22,30 42,0! 42,50 40,100"),
        (0.6, "0,54 20,28 38,0! 38,50 38,100 / 16,100 38,100 62,99"),
    ),
    "2": (
        (4, "6,22 20,4 42,2 56,20 48,48 26,76 4,98! 34,96 68,94"),
        (3, "4,20 22,2 46,4 56,24 42,54 20,82 6,90 10,76 24,78 44,94 70,90"),
        (3, "8,26 24,4 48,4 58,24 46,54 20,88 4,94 4,82 18,78 40,90 66,98"),
        (2, "4,14 30,0 54,8 58,32 40,62 8,98! 40,96 72,100"),
        (2, "10,10 34,0 52,12 46,44 28,74 8,84 2,96 14,98 24,84 40,84 76,88"),
        (1, "2,6 24,2 44,10 48,36 34,70 10,98! 40,92 84,86"),
        (2, "16,22 36,2 58,14 52,42 30,72 12,94 2,84 16,72 36,84 58,98 84,86"),
        (2, "0,16 20,2 50,2 62,16 44,36 14,58 0,74! 40,72 96,68"),
        (1.5, "20,24 24,6 44,0 56,16 50,48 36,80 14,98 4,84 22,70 42,82 54,94 66,88"),
    ),
    "3": (
        (4, "6,12 28,0 50,8 50,30 24,46! 50,54 60,76 40,98 4,92"),
        (3, "8,10 32,0 54,12 46,36 22,46 48,50 62,70 46,96 18,100 2,86"),
        (2, "4,6 30,0 52,14 40,38 28,44 52,52 56,78 30,98 0,94"),
        (1.5, "6,2 30,2 56,2! 42,20 28,38! 52,46 62,70 44,96 4,96"),
        (1.5, "10,18 30,0 52,8 44,38 26,48 30,42 50,52 52,78 34,99 8,96 0,82"),
        (1, "4,8 34,0 58,16 34,46! 58,60 48,92 14,100"),
        (2, "4,16 24,0 62,2 72,16 46,36 24,44! 56,48 64,66 44,90 0,96"),
        (1.5, "16,4 46,0 80,6 60,26 34,42! 58,54 54,76 30,92 0,90"),
        (1, "2,20 10,6 30,0 44,12 38,34 24,46! 44,54 50,76 38,96 14,98 6,88"),
    ),
    "4": (
        (4, "10,4 4,32 2,52! 30,54 66,48 / 56,0 52,46 46,100"),
        (3, "6,6 2,34 10,52 34,54 58,46 / 62,4 56,50 52,100"),
        (2.5, "48,0 24,30 2,62! 36,62 72,60 / 50,0 48,50 46,100"),
        (1.5, "44,0 20,32 2,60! 36,58 70,54 / 52,30 48,66 44,100"),
        (2, "12,0 4,28 8,46 30,52 58,40! 60,4! 54,52 48,100"),
        (1, "14,4 2,42 8,54 32,48 58,26 / 60,6 46,60 38,100"),
    ),
    "5": (
        (4, "18,2! 12,24 8,46! 32,40 54,56 50,84 28,100 2,92 / 18,2 38,3 62,0"),
        (3, "60,2 40,2 18,4! 14,26 12,44! 36,42 56,60 46,90 22,100 0,90"),
        (2, "66,0 44,4 26,6! 18,22 14,40! 38,50 50,70 36,94 12,100 0,88"),
        (2, "78,0 56,4 38,6! 26,24 18,38! 40,52 46,74 28,98 2,96"),
        (1.5, "14,10! 12,30 12,48! 38,44 58,62 44,94 4,96 / 14,10 40,6 72,4"),
        (1, "60,4 36,0 20,8 12,30 22,46 44,56 50,76 34,98 8,98 0,86"),
        (2, "96,0 68,6 42,10! 34,26 28,40! 46,50 46,72 26,92 0,92"),
        (1.5, "12,6! 8,28 4,46! 28,40 46,54 42,84 22,100 0,92 / 12,6 30,4 52,4"),
        (1.5, "64,8 46,0 26,6 18,26 30,42 48,56 52,78 36,98 10,96 2,82"),
    ),
    "6": (
        (4, "46,0 20,26 6,62 14,94 38,98 54,80 44,60 22,64 8,82"),
        (3, "34,0 14,30 4,68 16,96 42,96 56,78 42,60 18,66 6,80"),
        (2, "60,0 30,20 8,56 6,86 24,100 46,88 48,66 30,58 8,76"),
        (1.5, "20,0 8,36 4,72 18,98 44,94 54,74 38,58 14,66 5,78"),
        (1.5, "52,6 34,2 12,30 4,70 20,98 48,92 56,70 38,54 12,64 5,76"),
        (1, "70,0 36,22 6,60 8,92 34,98 52,86 52,72 34,68 8,82"),
        (1.5, "16,0 8,34 6,70 24,98 54,96 70,78 58,60 32,64 10,82"),
        (1.2, "44,4 22,12 6,40 4,74 22,98 50,94 62,74 48,56 24,62 10,80"),
        (1.2, "40,0 22,34 10,70 14,96 34,98 52,82 58,62 44,56 24,72 12,90"),
    ),
    "7": (
        (4, "2,8 28,6 58,4! 44,40 30,68 22,100"),
        (2.5, "4,18 6,6! 32,6 60,4! 44,46 34,72 30,100"),
        (2, "2,10 26,4 54,8 48,38 34,66 20,100"),
        (2.2, "2,8 28,6 58,4! 44,40 32,68 24,100 / 16,52 38,50 62,48"),
        (1, "0,14 16,4 34,10 58,2! 40,44 30,70 24,100"),
        (1.5, "2,16 30,6 52,0 60,10 54,44 48,72 46,100"),
        (1, "2,2 36,4 70,4! 46,40 26,66 8,100"),
        (2, "2,30 4,8! 30,6 58,2! 52,36 44,68 38,100"),
        (1.5, "0,26 8,8 30,4 62,0 60,20 40,52 26,100"),
        (1.2, "4,12 26,14 44,2! 36,36 24,70 16,100"),
        (1, "2,24 12,10 46,6! 38,46 32,70 26,100 / 10,56 34,50 60,50"),
        (0.8, "0,24 4,6! 32,6 62,4! 46,42 34,70 28,100 / 14,54 38,50 64,50"),
        (0, "0,6 34,5 70,4! 52,40 40,70 34,100 / 18,100 34,100 52,99"),
        (0, "0,22 4,6! 34,6 68,4! 52,42 42,72 36,100 / 20,99 36,100 54,100"),
    ),
    "8": (
        (4, "52,12 34,0 14,10 16,32 36,50 54,72 44,96 20,100 6,82 18,60 40,42 54,26 52,12"),
        (2.5, "34,2 12,12 16,36 38,52 52,74 36,98 10,94 6,74 28,50 52,28 50,8 34,2"),
        (2, "34,0 14,8 12,30 32,46! 56,34 56,10 34,0 / 32,46 8,62 6,88 30,100 54,88 54,62 32,46"),
        (2, "62,6 40,0 20,12 22,34 38,52 44,76 30,98 8,96 4,80 22,58 48,36 64,16"),
        (1.5, "50,16 38,2 20,6 16,28 32,48 42,72 32,96 14,98 10,78 26,52 44,32 50,8"),
        (1, "58,10 36,0 12,12 20,36 46,54 60,76 40,99 10,94 6,72 30,52 54,34 60,16"),
        (2, "56,18 52,2 30,2 14,18 22,36 36,50 40,74 28,96 10,94 12,76 28,58 46,40 60,22"),
        (1.5, "60,14 40,0 18,12 22,32 40,46 42,62 30,76 24,90 32,100 42,88 38,66 48,44 66,26"),
        (1.5, "38,2 18,8 10,26 26,42 46,34 54,16 38,2! / 28,42 14,62 16,90 32,100 42,84 38,60 28,42"),
    ),
    "9": (
        (4, "52,14 36,2 12,14 4,38 20,50 42,38 52,14! 48,56 42,100"),
        (3, "54,16 34,0 10,14 6,38 26,46 48,30 54,12! 50,50 50,100"),
        (2, "50,20 36,2 14,10 6,34 22,46 44,32 52,10 50,50 40,86 18,100 2,90"),
        (2, "58,10 36,2 12,18 4,40 22,48 46,30 60,8! 44,52 26,100"),
        (2, "46,30 54,12 36,0 10,16 4,36 20,46 44,34 52,20 50,60 46,100"),
        (1, "60,6 30,4 6,24 10,44 34,40 56,20 62,4! 48,50 30,80 12,100"),
        (2, "54,10 32,0 8,12 4,34 22,48 48,38 60,16 56,56 38,90 10,98 2,88"),
        (1.5, "62,10 40,4 14,16 4,36 16,48 44,38 62,12! 54,40 44,70 38,100"),
        (1, "56,12 34,0 10,12 4,32 22,46 46,36 58,10! 58,60 48,92 24,100 4,86"),
    ),
}
"""For each digit: how frequent each habit is, relative to the others of that digit, and its skeleton."""

_STEADY = {"1": (3, 4, 6, 7, 8), "7": (0, 1, 2, 4, 5, 6, 7, 8, 9, 12, 13)}
"""Habits that differ from another digit only by the angle of one stroke: a 1 with an upstroke and a 7 without a bar.
Bent as much as others they would look like the other digit."""

_SWAY = 0.4


@dataclass(frozen=True, eq=False)
class Skeleton:
    """A skeleton ready to be bent.

    Attributes
    ----------
    knots
        (k, 2) float64, the distinct points of the strokes, in digit heights.
    curve
        (p, k) float64: ``curve @ knots`` are the points along the strokes, evenly spaced.
    share
        Share of the digits of its class with this habit.
    sway
        How much it may be bent and turned, relative to the usual amount.
    """

    knots: _Array
    curve: _Array
    share: float
    sway: float


@cache
def skeletons(digit: str, is_fast: bool = False) -> tuple[Skeleton, ...]:
    """Return the skeletons of one digit; those of a fast mouse are straight from knot to knot."""
    total = sum(weight for weight, _ in HABITS[digit])
    steady = _STEADY.get(digit, ())
    return tuple(
        skeleton(text, weight / total, _SWAY if number in steady else 1.0, is_fast=is_fast)
        for number, (weight, text) in enumerate(HABITS[digit])
    )


def skeleton(text: str, share: float = 1.0, sway: float = 1.0, *, is_fast: bool = False) -> Skeleton:
    """Return a skeleton written as in ``HABITS``; that of a fast mouse is straight from knot to knot."""
    strokes = [stroke.split() for stroke in text.split("/")]
    names = list(dict.fromkeys(word.rstrip("!") for stroke in strokes for word in stroke))
    knots = np.array([[float(number) / 100 for number in name.split(",")] for name in names])
    rows: list[_Array] = []
    for stroke in strokes:
        corners = [0, *(i for i, word in enumerate(stroke) if word.endswith("!")), len(stroke) - 1]
        places = [names.index(word.rstrip("!")) for word in stroke]
        for start, end in pairwise(sorted(set(corners))):
            rows.extend((_lines if is_fast else _arcs)(places[start : end + 1], knots))
    return Skeleton(knots, np.concatenate(rows), share, sway)


def _lines(places: list[int], knots: _Array) -> list[_Array]:
    """Return the straight lines between the knots at ``places``, as one matrix for each."""
    unit = np.eye(len(knots))
    lines = []
    for start, end in pairwise(places):
        n = max(2, int(np.ceil(np.hypot(*(knots[end] - knots[start])) * 1.1 / _SPACING)))
        t = np.linspace(0, 1, n)[:, np.newaxis]
        lines.append((1 - t) * unit[start] + t * unit[end])
    return lines


def _arcs(places: list[int], knots: _Array) -> list[_Array]:
    """Return the Catmull-Rom curve through the knots at ``places``, as one matrix for each arc between two of them."""
    unit = np.eye(len(knots))
    is_closed = places[0] == places[-1]
    before, after = (places[-2], places[1]) if is_closed else (places[0], places[-1])
    line = [before, *places, after]
    arcs = []
    for a, b, c, d in zip(line, line[1:], line[2:], line[3:], strict=False):
        n = max(2, int(np.ceil(np.hypot(*(knots[c] - knots[b])) * 1.1 / _SPACING)))
        t = np.linspace(0, 1, n)[:, np.newaxis]
        arcs.append(
            (-t / 2 + t**2 - t**3 / 2) * unit[a]
            + (1 - 5 * t**2 / 2 + 3 * t**3 / 2) * unit[b]
            + (t / 2 + 2 * t**2 - 3 * t**3 / 2) * unit[c]
            + (-(t**2) / 2 + t**3 / 2) * unit[d]
        )
    return arcs
