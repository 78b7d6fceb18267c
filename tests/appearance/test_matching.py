"""Matching: what a person types finds what is meant, and the better match comes first."""

import pytest

from nnplay.appearance.matching import Match, match, ranked


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("", "Reset"),
        ("rst", "Reset"),
        ("start new", "New start"),
        ("训练", "开始训练"),
        ("EXP", "Export"),
        ("batch_size", "Batch size"),
        ("ｂａｔｃｈ　ｓｉｚｅ", "Batch size"),
        ("onehot", "one-hot"),
        ("l2", "L1/L2"),
        ("fitting", "Overfitting"),
        ("ε", "ε"),
        ("%", "50 %"),
    ],
)
def test_a_name_matches(typed, name):
    assert match(typed, [name]) is not None


@pytest.mark.parametrize(
    ("typed", "name"),
    [("tser", "Reset"), ("resett", "Reset"), ("练训", "训练"), ("new x", "New start"), ("set", "Reunite")],
)
def test_other_letters_do_not(typed, name):
    assert match(typed, [name]) is None


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("ns", "New start", "Regenerate points"),
        ("step", "Step one epoch", "Start again, please"),
        ("re", "Reset", "Tree"),
        ("add", "Add", "Add a layer"),
        ("add", "Add a layer", "Padding"),
        ("loss", "Loss", "Loss landscape"),
    ],
)
def test_whole_names_come_before_beginnings_and_beginnings_before_the_rest(typed, better, worse):
    assert match(typed, [better]) > (match(typed, [worse]) or 0)


def test_any_name_will_do_and_a_text_counts_less_than_a_name():
    assert match("时期", ["Epoch", "时期"]) > Match.WHOLE
    assert match("pass", ["Epoch"], "One pass through all examples.") == Match.TEXT
    assert match("ass", ["Epoch"], "One pass through all examples.") is None  # no word begins with it


def test_loose_matches_are_shown_only_if_there_are_no_others():
    names = ["Close project", "Cost", "Choose outer steps"]
    assert ranked("cost", names, lambda name: [name]) == ["Cost"]
    assert ranked("csts", names, lambda name: [name]) == ["Choose outer steps"]


def test_without_a_word_everything_keeps_its_order():
    assert ranked(" ", ["b", "a"], lambda name: [name]) == ["b", "a"]
