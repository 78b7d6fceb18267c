"""Strokes: the few pens that draw all weights, and the choice of the pen for each weight."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from nnplay.appearance.theme import theme
from nnplay.appearance.values import value_color

N_STEPS = 8
"""Number of strengths on each side of zero: 17 strokes in all."""

_WIDTHS = (1.0, 1.0, 1.0, 1.5, 2.1, 2.8, 3.5, 4.3, 5.2)
_FINE = 0.65
_FEW = 24
"""With more connections than this, the strokes are finer, to keep the picture light."""

DASH, GAP = 7.0, 4.0
"""Negative weights are dashed, so that the sign does not depend on colour alone."""


def stroke_numbers(weights: NDArray[np.float32], scale: float) -> NDArray[np.int8]:
    """Return the stroke of each weight, -N_STEPS ... N_STEPS; any shape; weights beyond ±scale are clamped."""
    steps: NDArray[np.float32] = np.clip(weights * np.float32(N_STEPS / scale), -N_STEPS, N_STEPS)
    return np.rint(steps).astype(np.int8)


def pens(n_connections: int) -> tuple[QPen, ...]:
    """Return the pens of strokes 0 ... N_STEPS, then -N_STEPS ... -1, so that a stroke's number is its index.

    They have the theme's colours and are shared, so do not change them; many connections get finer pens than few.
    """
    return _pens(theme().scheme, n_connections > _FEW)


@lru_cache(maxsize=4)
def _pens(scheme: str, is_fine: bool) -> tuple[QPen, ...]:
    return tuple(_make_pen(number, is_fine) for number in (*range(N_STEPS + 1), *range(-N_STEPS, 0)))


def _make_pen(number: int, is_fine: bool) -> QPen:
    # The middle of the colour scale is almost the colour of the card, so strokes start a quarter up the scale.
    strength = abs(number) / N_STEPS
    shade = (0.22 + 0.78 * strength) * (1 if number >= 0 else -1) if number else 0.12
    width = max(1.0, _WIDTHS[abs(number)] * (_FINE if is_fine else 1))
    stroke = QPen(value_color(shade), width)
    stroke.setCapStyle(Qt.PenCapStyle.FlatCap)
    # Hairlines paint four times as fast as wider lines, so weak weights stay hairlines at any zoom.
    stroke.setCosmetic(width <= 1)
    return stroke
