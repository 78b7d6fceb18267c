"""Numbers that are typed are read in either habit."""

import pytest

from nnplay.engine import SettingError
from nnplay.project.typed_number import parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        ("1/4", 0.25),
        ("−2e-3", -0.002),
        (" 3 ", 3.0),
        ("1e9", 1e9),
        ("1 / 4", 0.25),
        ("0,5/2", 0.25),
        (".25", 0.25),
        ("０．５", 0.5),
        ("１。５", 1.5),
        ("－２ｅ－３", -0.002),
        ("＋１，５", 1.5),
        ("１／４", 0.25),
    ],
)
def test_numbers_are_read_as_people_write_them(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "fast", "1/0", "1/2/3", "nan", "inf", "0.5.1", "1,000.5", "/2", "--1", "1e999"])
def test_what_is_no_finite_number_is_refused_by_name(text):
    with pytest.raises(SettingError) as caught:
        parse_number(text)
    assert f"“{text}”" in str(caught.value)
