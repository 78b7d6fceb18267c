"""CSV: a stranger's words are text to a spreadsheet, numbers stay numbers."""

import csv
import io

import numpy as np
import pytest

from nnplay.disk.csv_text import as_text_cell, csv_text


@pytest.mark.parametrize("text", ["=cmd|' C'!A0", "+1+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_what_a_spreadsheet_would_run_becomes_text(text: str) -> None:
    assert as_text_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["a", "", "1.5", "-1.5", "+2", "-1e-05", "-inf", "a=b", "dense/kernel"])
def test_what_is_harmless_stays(text: str) -> None:
    assert as_text_cell(text) == text


def test_numbers_read_back_the_same() -> None:
    values = [-0.1, np.float32(-1.5), -3, 1e-300]
    (row,) = csv.reader(io.StringIO(csv_text([[*values, np.nan, None]])))
    assert [float(cell) for cell in row[:4]] == [float(value) for value in values]
    assert row[4:] == ["", ""]
