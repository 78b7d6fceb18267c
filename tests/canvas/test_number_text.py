"""Numbers are read as people type them and written so that they read back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from nnplay.canvas.number_text import exact_text, parse_number, short_text
from nnplay.engine import SettingError


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        (" -3 ", -3.0),
        ("−3", -3.0),
        ("1/3", 1 / 3),
        ("-1 / 4", -0.25),
        ("0,5/2", 0.25),
        ("2e-3", 0.002),
        (".25", 0.25),
    ],
)
def test_what_people_type(text: str, number: float) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["", "a", "1/0", "1/2/3", "1.2.3", "1,000.5", "inf", "nan", "1e999", "/2", "--1"])
def test_what_is_no_number_is_said_with_the_text(text: str) -> None:
    with pytest.raises(SettingError) as error:
        parse_number(text)
    assert f"“{text}”" in str(error.value)


@given(st.floats(width=32, allow_nan=False, allow_infinity=False))
def test_an_exact_text_reads_back_as_the_same_weight(value: float) -> None:
    assert np.float32(parse_number(exact_text(value))) == np.float32(value)


def test_an_exact_text_is_short() -> None:
    assert exact_text(np.float32(0.1)) == "0.1"
    assert exact_text(2.0) == "2"


@pytest.fixture
def german() -> object:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    yield
    QLocale.setDefault(before)


def test_the_systems_decimal_sign(german: object) -> None:
    assert exact_text(0.25) == "0,25"
    assert short_text(0.25) == "0,25"


def test_a_short_text_has_three_digits_and_a_real_minus() -> None:
    assert short_text(-0.123456) == "−0.123"
