"""Dates in cells: which forms are understood, and the numbers that are made of them."""

from datetime import date

import numpy as np
import pytest

from nnplay.data.table.dates import DatePart, date_numbers, date_of


@pytest.mark.parametrize(
    "cell",
    [
        "2024-02-29",
        "2024/2/29",
        "2024.02.29",
        "2024年2月29日",
        "29.2.2024",
        "2024-02-29 13:45:00",
        "２０２４－０２－２９",
    ],
)
def test_forms_of_one_day(cell):
    assert date_of(cell) == date(2024, 2, 29)


@pytest.mark.parametrize("cell", ["2023-02-29", "1/2/2024", "2024-13-01", "20240229", "", "Monday", "2024-02"])
def test_what_is_no_date_or_has_two_meanings(cell):
    assert date_of(cell) is None


def test_numbers_of_dates():
    cells = ["1970-01-02", "", "2024-02-29"]  # the last is a Thursday, 19,782 days after 1970-01-01
    for part, expected in ((DatePart.DAYS, 19_782), (DatePart.YEAR, 2024), (DatePart.MONTH, 2), (DatePart.WEEKDAY, 4)):
        values, stray = date_numbers(cells, part)
        assert values[2] == expected
        assert np.isnan(values[1])
        assert stray is None
    assert date_numbers([*cells, "soon"], DatePart.DAYS)[1] == 3
