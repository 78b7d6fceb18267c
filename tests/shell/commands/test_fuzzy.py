"""Fuzzy: what fits, and what fits better."""

import pytest

from nnplay.shell.commands.fuzzy import score


@pytest.mark.parametrize(
    ("typed", "name"),
    [("", "Reset"), ("rst", "Reset"), ("start new", "New start"), ("训练", "开始训练"), ("EXP", "Export")],
)
def test_letters_in_their_order_fit(typed, name):
    assert score(typed, name) is not None


@pytest.mark.parametrize(
    ("typed", "name"), [("tser", "Reset"), ("resett", "Reset"), ("练训", "训练"), ("new x", "New start")]
)
def test_other_letters_do_not(typed, name):
    assert score(typed, name) is None


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("ns", "New start", "Regenerate points"),
        ("step", "Step one epoch", "Start again, please"),
        ("re", "Reset", "Tree"),
    ],
)
def test_starts_of_words_and_neighbours_count_more(typed, better, worse):
    assert score(typed, better) > (score(typed, worse) or 0)
