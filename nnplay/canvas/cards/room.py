"""Room: the layouts of cards that use the room that there is: a wide network in a high view gets tall, narrow cards."""

from __future__ import annotations

from PySide6.QtCore import QSizeF

from nnplay.canvas.cards.card_layout import CardLayout, lay_out_cards
from nnplay.canvas.navigation.chain_layout import ROW_GAP, size
from nnplay.engine import NetworkSpec
from nnplay.project.layout import most_rows

_LARGE_ENOUGH = 1.0
"""From this zoom on, cards of the usual size are legible, and stay as people know them."""


_ROW_BODY = 240.0
"""Height for the neurons where there are several rows, as high as five rows of pictures: more would only be empty."""

_SAMPLE_SCALES = (2.0, 1.8, 1.6, 1.4, 1.2, 1.0)
"""How much larger than usual pictures may become there: the first that fits into the width is taken."""


def lay_out_in(
    network: NetworkSpec, labels: tuple[str, ...], view: QSizeF | None, n_rows: int = 1
) -> dict[str, CardLayout]:
    """Return the layout of every card in rows, for a view of this size (px); None if it is unknown.

    Where the width decides how small the cards are, they become as narrow as their texts allow, and what height is left
    makes their neurons and pictures larger. Where the height of several rows decides, cards become lower, and what
    width is left makes their pictures larger.
    """
    usual = lay_out_cards(network, labels)
    if view is None or view.isEmpty() or not _is_chain(network):
        return usual
    card = next(iter(usual.values()))
    if n_rows > 1:
        for scale in _SAMPLE_SCALES:
            cards = lay_out_cards(network, labels, min(card.body_height, _ROW_BODY), scale)
            whole = size(network, cards, n_rows)
            if view.width() * whole.height() >= view.height() * whole.width():
                return cards
    whole = size(network, usual, n_rows)
    across, down = view.width() / whole.width(), view.height() / whole.height()
    if across >= min(down, _LARGE_ENOUGH):
        return usual
    # How narrow they become does not depend on the height, which therefore follows from it.
    narrow = lay_out_cards(network, labels, body_room=0.0)
    height = view.height() * size(network, narrow, n_rows).width() / view.width()
    height_of_row = (height - ROW_GAP * (n_rows - 1)) / n_rows
    return lay_out_cards(network, labels, body_room=height_of_row - (card.rect.height() - card.body_height))


def best_rows(network: NetworkSpec, labels: tuple[str, ...], view: QSizeF | None) -> int:
    """Return in how many rows a network is largest in a view of this size, px: at least two."""
    if view is None or view.isEmpty():
        return 2

    def zoom(n_rows: int) -> float:
        whole = size(network, lay_out_in(network, labels, view, n_rows), n_rows)
        return min(view.width() / whole.width(), view.height() / whole.height())

    return max(range(2, most_rows(network) + 1), key=zoom)


def _is_chain(network: NetworkSpec) -> bool:
    return all(len(network.consumers(node.name)) <= 1 and len(node.inputs) <= 1 for node in network.nodes)
