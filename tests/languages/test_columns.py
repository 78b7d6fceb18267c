"""Columns of a terminal: a Chinese character takes two (Unicode's East Asian width)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.languages.columns import aligned_right, cut, padded, width, wrapped

CHINESE = "用来学习的数据：CSV、TSV 或 .npz 文件，图片文件夹，或 MNIST 文件的文件夹（四个）。"
TEXTS = st.text("ab -,/。，：（）损失é\u0301数据“”", max_size=60)


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("loss", 4), ("损失", 4), ("w 新", 4), ("，", 2), ("e\u0301", 1), ("−½→", 3)]
)
def test_width(text, columns):
    assert width(text) == columns


def test_blanks_fill_up_to_columns():
    assert padded("损失", 6) == "损失  "
    assert aligned_right("损失", 6) == "  损失"


@given(TEXTS, st.integers(1, 40))
def test_what_is_cut_is_the_longest_beginning_that_fits(text, columns):
    short = cut(text, columns)
    assert text.startswith(short)
    assert width(short) <= columns
    assert short == text or width(text[: len(short) + 1]) > columns


@given(TEXTS, st.integers(1, 40))
def test_wrapping_loses_nothing_but_blanks(text, columns):
    lines = wrapped(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line == line.strip() for line in lines)


@pytest.mark.parametrize("columns", range(12, 80))
def test_chinese_lines_fill_their_columns_and_no_mark_begins_one(columns):
    lines = wrapped(CHINESE, columns)
    assert all(width(line) <= columns for line in lines)
    assert all(line[0] not in "，。：、）" for line in lines)
    assert all(line[-1] != "（" for line in lines)
    assert all(width(line) + width(following[:8]) > columns for line, following in pairwise(lines))


def test_english_breaks_at_blanks():
    assert wrapped("a pen drawing: JSON, a list  of strokes", 14) == ["a pen drawing:", "JSON, a list", "of strokes"]
    assert wrapped("a very-long-word-alone", 6) == ["a", "very-long-word-alone"]
