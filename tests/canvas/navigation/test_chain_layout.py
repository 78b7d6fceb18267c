"""Chain layout: cards stand in the order of the numbers' way, and there are places between them."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QGuiApplication

from nnplay.canvas.cards.card_layout import CardLayout, lay_out_cards
from nnplay.canvas.navigation.chain_layout import GAP, Positions, Slot, slots, tidy
from nnplay.engine import Dense, Dropout, Input, NetworkSpec

NETWORK = NetworkSpec.chain(Input((2,)), Dense(4), Dropout(0.5), Dense(1))


@pytest.fixture
def layouts(qapp: QGuiApplication) -> dict[str, CardLayout]:
    return lay_out_cards(NETWORK, ("X₁", "X₂"))


@pytest.fixture
def positions(layouts: dict[str, CardLayout]) -> Positions:
    return tidy(NETWORK, layouts)


def test_cards_stand_in_a_row_with_equal_gaps_around_the_middle(
    layouts: dict[str, CardLayout], positions: Positions
) -> None:
    names = [node.name for node in NETWORK.nodes]
    rects = [layouts[name].rect.translated(*positions[name]) for name in names]
    gaps = [right.left() - left.right() for left, right in pairwise(rects)]
    assert gaps == pytest.approx([GAP] * 3)
    assert rects[0].left() == pytest.approx(-rects[-1].right())
    assert {rect.center().y() for rect in rects} == {0.0}


def test_places_are_before_on_and_behind_the_chain() -> None:
    assert slots(NETWORK) == (
        Slot(None, "input"),
        Slot("input", "dense"),
        Slot("dense", "dropout"),
        Slot("dropout", "dense_2"),
        Slot("dense_2", None),
    )
