"""Strokes: the few pens that all weights are drawn with, and which weight gets which."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from nnplay.appearance.theme import theme
from nnplay.appearance.values import value_color

N_STEPS = 8
"""Strengths on each side of zero: 17 strokes in all."""

_WIDTHS = (1.0, 1.0, 1.0, 1.5, 2.1, 2.8, 3.5, 4.3, 5.2)
_FINE = 0.65
_FEW = 24
"""With more connections than these the strokes are finer, to keep the picture light."""

DASH, GAP = 7.0, 4.0
"""Negative weights are drawn dashed, so that the sign does not hang on colour alone."""


def stroke_numbers(weights: NDArray[np.float32], scale: float) -> NDArray[np.int8]:
    """Return for each weight its stroke, -N_STEPS ... N_STEPS; any shape, weights outside ±scale are clamped."""
    steps: NDArray[np.float32] = np.clip(weights * np.float32(N_STEPS / scale), -N_STEPS, N_STEPS)
    return np.rint(steps).astype(np.int8)


def pens(n_connections: int) -> tuple[QPen, ...]:
    """Return the pens of strokes 0 ... N_STEPS, then -N_STEPS ... -1, so that a stroke's number is its index.

    They are in the theme's colours and shared, not to be changed; many connections get finer ones than few.
    """
    return _pens(theme().scheme, n_connections > _FEW)


@lru_cache(maxsize=4)
def _pens(scheme: str, is_fine: bool) -> tuple[QPen, ...]:
    return tuple(_make_pen(number, is_fine) for number in (*range(N_STEPS + 1), *range(-N_STEPS, 0)))


def _make_pen(number: int, is_fine: bool) -> QPen:
    # The middle of the colour scale is nearly the card's own colour: strokes begin a quarter up.
    strength = abs(number) / N_STEPS
    shade = (0.22 + 0.78 * strength) * (1 if number >= 0 else -1) if number else 0.12
    width = max(1.0, _WIDTHS[abs(number)] * (_FINE if is_fine else 1))
    stroke = QPen(value_color(shade), width)
    stroke.setCapStyle(Qt.PenCapStyle.FlatCap)
    # Hairlines are four times as fast to paint as wider lines, so weak weights stay hairlines at any zoom.
    stroke.setCosmetic(width <= 1)
    return stroke
