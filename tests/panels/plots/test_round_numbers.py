"""Round numbers: never below the value, close above it, and whole decades."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.panels.plots.round_numbers import decades_around, number_text, round_up


@pytest.mark.parametrize(
    ("value", "expected"), [(0.53, 0.6), (1, 1), (1.1, 1.2), (380, 400), (401, 500), (0.00071, 0.0008), (9.5, 10)]
)
def test_rounds_up_to_the_next_round_number(value, expected):
    assert round_up(value) == pytest.approx(expected)


@given(st.floats(1e-30, 1e30))
def test_is_never_less_and_at_most_a_half_more(value):
    assert value * (1 - 1e-8) <= round_up(value) <= 1.5 * value


@given(st.floats(1e-30, 1e30), st.floats(1, 1e6))
def test_decades_are_whole_and_hold_both_ends(least, factor):
    low, high = decades_around(least, least * factor)
    assert low == int(low)
    assert high == int(high)
    assert low < high
    assert low <= math.log10(least) + 1e-9
    assert math.log10(least * factor) <= high + 1e-9


def test_decades_of_one_value_are_not_empty():
    assert decades_around(1, 1) == (0, 1)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.25, "0.25"), (-3, "−3"), (2.649e-05, "2.65e−5"), (-1e20, "−1e20"), (1e-10, "1e−10"), (0, "0"), (6, "6")],
)
def test_numbers_are_written_for_people(value, expected):
    assert number_text(value) == expected


def test_as_many_digits_as_asked_for():
    assert number_text(2.6491e-05, 4) == "2.649e−5"
