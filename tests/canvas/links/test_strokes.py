"""Strokes: width and colour tell how strong a weight is, and few pens do for all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from nnplay.appearance.values import weight_scale
from nnplay.canvas.links.strokes import N_STEPS, pens, stroke_numbers

WEIGHTS = st.lists(st.floats(-100, 100, width=32), min_size=1, max_size=20).map(lambda w: np.array(w, np.float32))


@given(WEIGHTS)
def test_the_scale_holds_the_largest_weight_and_is_at_most_19_percent_more(weights: np.ndarray) -> None:
    largest = max(float(np.abs(weights).max()), 0.2)
    assert largest * (1 - 1e-6) <= weight_scale(weights) <= largest * 2**0.25 * (1 + 1e-6)


def test_the_scale_is_still_while_the_largest_weight_moves_a_little() -> None:
    assert weight_scale(np.array([0.95], np.float32)) == weight_scale(np.array([0.99], np.float32)) == 1.0


def test_weak_networks_look_weak() -> None:
    weights = np.array([0.01, -0.01], np.float32)
    assert list(stroke_numbers(weights, weight_scale(weights))) == [0, 0]


@given(WEIGHTS)
def test_strokes_keep_order_and_sign(weights: np.ndarray) -> None:
    numbers = stroke_numbers(np.sort(weights), weight_scale(weights)).astype(int)
    assert np.all(np.diff(numbers) >= 0)
    assert np.all(np.abs(numbers) <= N_STEPS)
    assert np.all(numbers * np.sign(np.sort(weights)) >= 0)


@pytest.mark.parametrize("n_connections", [4, 64])
def test_stronger_is_never_thinner_and_signs_are_equal(qapp: QGuiApplication, n_connections: int) -> None:
    strokes = pens(n_connections)
    widths = [strokes[number].widthF() for number in range(N_STEPS + 1)]
    assert widths == sorted(widths)
    assert widths[-1] > 2 * widths[0]
    assert widths[1:] == [strokes[-number].widthF() for number in range(1, N_STEPS + 1)]
    assert strokes[N_STEPS].color() != strokes[-N_STEPS].color()


def test_many_connections_are_finer(qapp: QGuiApplication) -> None:
    assert pens(64)[N_STEPS].widthF() < pens(4)[N_STEPS].widthF()
