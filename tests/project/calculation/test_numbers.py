"""Numbers: digits, decimals, fractions, and the decimal sign."""

from __future__ import annotations

from math import inf, nan

import pytest

from nnplay.engine import SettingError
from nnplay.project.calculation import NumberFormat


@pytest.mark.parametrize(
    ("style", "digits", "value", "text"),
    [
        ("significant", 4, 1.2331579, "1.233"),
        ("significant", 4, 0.69, "0.69"),
        ("significant", 3, -0.000012345, "−1.23e−5"),
        ("significant", 3, 123456.0, "123456"),
        ("fixed", 2, 0.731, "0.73"),
        ("fixed", 2, -0.001, "0.00"),
        ("fractions", 6, 1 / 3, "1/3"),
        ("fractions", 6, -0.8, "−4/5"),
        ("fractions", 6, 2.0, "2"),
        ("fractions", 6, 0.7310585786, "0.731059"),
        ("fractions", 4, 0.0, "0"),
        ("significant", 4, inf, "∞"),
        ("significant", 4, nan, "–"),
    ],
)
def test_how_a_number_is_written(style, digits, value, text) -> None:
    assert NumberFormat(style, digits).text(value) == text


def test_a_comma_where_the_system_has_one() -> None:
    assert NumberFormat("significant", 4, ",").text(1.25) == "1,25"


@pytest.mark.parametrize("wrong", [{"style": "roman"}, {"digits": 0}, {"digits": 13}])
def test_what_is_no_format(wrong) -> None:
    with pytest.raises(SettingError):
        NumberFormat(**wrong)
