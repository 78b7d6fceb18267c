"""Smoothing: plain means, symmetrical, honest about what is unknown."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnplay.panels.loss.smoothing import smoothed


def test_means_by_hand():
    assert smoothed(np.array([1.0, 4.0, 1.0, 4.0, 1.0]), 3).tolist() == [1, 2, 3, 2, 1]
    assert smoothed(np.array([0.0, 0.0, 5.0, 0.0, 0.0]), 5).tolist() == [0, 5 / 3, 1, 5 / 3, 0]


def test_a_window_of_one_gives_the_very_values():
    values = np.array([1.0, 2.0])
    assert smoothed(values, 1) is values


def test_the_unknown_is_left_out_and_stays_unknown():
    result = smoothed(np.array([1.0, np.nan, 3.0, 4.0, 5.0]), 3)
    assert np.isnan(result[1])
    assert result[2] == pytest.approx(3.5)


@given(arrays(float, st.integers(1, 40), elements=st.floats(-100, 100)), st.sampled_from([3, 5, 9]))
def test_it_agrees_with_a_loop(values, window):
    n = len(values)
    expected = []
    for i in range(n):
        reach = min(i, n - 1 - i, window // 2)
        expected.append(np.mean(values[i - reach : i + reach + 1]))
    np.testing.assert_allclose(smoothed(values, window), expected, atol=1e-9)
