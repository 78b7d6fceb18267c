"""Room: the layouts of cards that use the room that there is: a wide network in a high view gets tall, narrow cards."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSizeF

from nnplay.canvas.cards.card_layout import CardLayout, lay_out_cards
from nnplay.canvas.navigation.chain_layout import GAP
from nnplay.engine import NetworkSpec

_LARGE_ENOUGH = 1.0
"""From this zoom on, cards of the usual size are legible, and stay as people know them."""


def lay_out_in(network: NetworkSpec, labels: tuple[str, ...], view: QSizeF | None) -> dict[str, CardLayout]:
    """Return the layout of every card in a row, for a view of this size (px); None if it is unknown.

    Where the width decides how small the cards are, they become as narrow as their texts allow, and what height is left
    makes their neurons and pictures larger.
    """
    usual = lay_out_cards(network, labels)
    if view is None or view.isEmpty() or not _is_chain(network):
        return usual
    across, down = view.width() / _width(usual), view.height() / _height(usual)
    if across >= min(down, _LARGE_ENOUGH):
        return usual
    # How narrow they become does not depend on the height, which therefore follows from it.
    narrow = lay_out_cards(network, labels, body_room=0.0)
    height = view.height() * _width(narrow) / view.width()
    around = _height(usual) - next(iter(usual.values())).body_height
    return lay_out_cards(network, labels, body_room=height - around)


def _is_chain(network: NetworkSpec) -> bool:
    return all(len(network.consumers(node.name)) <= 1 and len(node.inputs) <= 1 for node in network.nodes)


def _width(layouts: Mapping[str, CardLayout]) -> float:
    return sum(card.width + GAP for card in layouts.values()) - GAP


def _height(layouts: Mapping[str, CardLayout]) -> float:
    return next(iter(layouts.values())).rect.height()
