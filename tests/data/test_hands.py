"""Ways of writing: shares that are given, shares that remain, and the same digits where nothing is given."""

import numpy as np
import pytest

from nnplay.data import DigitsChoice, generate_digits
from nnplay.data.hands import HABITS, USUAL, Hands
from nnplay.data.skeletons import skeletons
from nnplay.engine import NnplayError
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.proposals import take_proposal
from nnplay.project.storage import file


@pytest.mark.parametrize("digit", list("0123456789"))
def test_without_any_wish_each_way_is_as_frequent_as_usual(digit):
    np.testing.assert_array_equal(USUAL.shares(digit), [each.share for each in skeletons(digit)])


def test_a_share_that_is_given_leaves_the_rest_to_the_others():
    hands = Hands(crossed_seven=0.4, footed_seven=0.3)
    shares = hands.shares("7")
    assert shares.sum() == pytest.approx(1)
    assert hands.share("crossed_seven") == pytest.approx(0.4)
    assert hands.share("footed_seven") == pytest.approx(0.3)
    usual = USUAL.shares("7")
    others = [
        i for i in range(len(shares)) if i not in (*HABITS["crossed_seven"].places, *HABITS["footed_seven"].places)
    ]
    np.testing.assert_allclose(shares[others] / shares[others].sum(), usual[others] / usual[others].sum())


def test_shares_of_more_than_everything_are_cut_in_proportion():
    hands = Hands(crossed_seven=1.0, footed_seven=1.0)
    assert hands.share("crossed_seven") == pytest.approx(0.5)


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_what_is_no_share_is_refused(share):
    with pytest.raises(NnplayError):
        Hands(hooked_nine=share)


def test_a_foot_adds_ink_at_the_bottom_of_sevens():
    plain, footed = (
        generate_digits(400, np.random.default_rng(2), hands=Hands(crossed_seven=0.0, footed_seven=share))
        for share in (0.0, 1.0)
    )
    widths = [((x[y == 7] > 127)[:, 20:].any(axis=1).sum(axis=1)).mean() for x, y in (plain, footed)]
    assert widths[1] > widths[0] + 4  # a foot is most of the box wide; the end of a plain seven is a few pixels


def test_a_fast_mouse_writes_other_digits_of_the_same_classes():
    usual = generate_digits(100, np.random.default_rng(2))
    fast = generate_digits(100, np.random.default_rng(2), hands=Hands(fast_mouse=1.0))
    np.testing.assert_array_equal(usual[1], fast[1])
    assert not np.array_equal(usual[0], fast[0])
    assert fast[0].max() >= 250


def test_they_are_saved_with_the_project(tmp_path):
    project = take_proposal(preset("circle"), DigitsChoice(), "mlp")
    chosen = edits.set_data(project, DigitsChoice(hands=Hands(hooked_nine=0.5, fast_mouse=0.1)))
    file.save(chosen, tmp_path / "p.nnplay")
    assert file.load(tmp_path / "p.nnplay").data == chosen.data
