"""Numbers as text: what is shown keeps its length, and reads back where it can be typed."""

from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from nnplay.appearance import number_text
from nnplay.appearance.number_text import (
    count_text,
    epoch_text,
    exact_text,
    loss_text,
    percent_text,
    plain_text,
    short_text,
)
from nnplay.project.typed_number import parse_number


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.00001, "0.00001"), (0.03, "0.03"), (1.0, "1"), (10.0, "10"), (1e9, "1e+09"), (1e-9, "1e−09")],
)
def test_a_setting_is_written_without_noise_and_reads_back(value, text):
    assert plain_text(value) == text
    assert parse_number(plain_text(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.0000"),
        (0.02, "0.0200"),
        (0.12345, "0.1235"),
        (2.30258, "2.303"),
        (45.678, "45.68"),
        (1234.5, "1234"),
        (0.00012, "1.2e−4"),
        (123456.0, "1.2e5"),
        (-0.5, "−0.5000"),
        (nan, "–"),
        (inf, "∞"),
    ],
)
def test_a_loss_has_three_or_four_significant_digits(value, text):
    assert loss_text(value) == text


@pytest.mark.parametrize("value", [0.001, 0.0123, 0.5, 1.0, 9.9994, 10, 99.9, 100, 1000, 9999])
def test_losses_take_at_most_six_characters(value):
    assert len(loss_text(value)) <= 6


def test_a_share_is_per_cent_with_one_decimal():
    assert [percent_text(share) for share in (0.0, 0.9756, 1.0, None, nan)] == ["0.0 %", "97.6 %", "100.0 %", "–", "–"]


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0"), (870, "870"), (12_340, "12.3k"), (999_949, "999.9k"), (999_950, "1.0M"), (nan, "–")]
)
def test_a_count_is_short(count, text):
    assert count_text(count) == text


@pytest.mark.parametrize(("epoch", "text"), [(0, "0"), (45_678, "45,678"), (1_234_567, "1,234,567")])
def test_the_digits_of_an_epoch_are_grouped(epoch, text, monkeypatch):
    monkeypatch.setattr(number_text, "QLocale", lambda: QLocale("en"))
    assert epoch_text(epoch) == text


def test_the_decimal_sign_is_the_locale_s(monkeypatch):
    monkeypatch.setattr(QLocale, "decimalPoint", lambda self: ",")
    assert loss_text(0.5) == "0,5000"
    assert parse_number(plain_text(0.03)) == 0.03


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
