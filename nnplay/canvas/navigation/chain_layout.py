"""Chain layout: the positions of a network's cards, and the slots between them for new layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from nnplay.canvas.cards.card_layout import CardLayout
from nnplay.engine import NetworkSpec
from nnplay.project.layout import rows

GAP = 32.0
"""Gap between two cards."""

_BRANCH_GAP = 40.0

ROW_GAP = 56.0
"""Gap between two rows: the link from the end of one to the beginning of the next passes through it."""

Positions = dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Slot:
    """A slot for a layer: on the link between two nodes, after the output, or (impossible) before the input."""

    before: str | None
    after: str | None

    @property
    def link(self) -> tuple[str, str] | None:
        """The link that a layer in this slot would break; None at the ends."""
        return (self.before, self.after) if self.before is not None and self.after is not None else None


def tidy(network: NetworkSpec, layouts: Mapping[str, CardLayout], n_rows: int = 1) -> Positions:
    """Return the middle of every card: columns from left to right, by the longest path from the input, in rows.

    Cards in the same column are above each other. All rows begin at the same x, and the whole is centred on (0, 0).
    """
    positions: Positions = {}
    left, top, width = 0.0, 0.0, 0.0
    for columns in rows(network, n_rows):
        height = max(_height(names, layouts) for names in columns)
        x = left
        for names in columns:
            column_width = max(layouts[name].width for name in names)
            y = top + (height - _height(names, layouts)) / 2
            for name in names:
                card_height = layouts[name].rect.height()
                positions[name] = (x + column_width / 2, y + card_height / 2)
                y += card_height + _BRANCH_GAP
            x += column_width + GAP
        width, top = max(width, x - GAP), top + height + ROW_GAP
    return {name: (x - width / 2, y - (top - ROW_GAP) / 2) for name, (x, y) in positions.items()}


def size(network: NetworkSpec, layouts: Mapping[str, CardLayout], n_rows: int = 1) -> QSizeF:
    """Return the size of the whole when it is laid out in rows."""
    rect = QRectF()
    for name, middle in tidy(network, layouts, n_rows).items():
        rect = rect.united(layouts[name].rect.translated(*middle))
    return rect.size()


def _height(names: Sequence[str], layouts: Mapping[str, CardLayout]) -> float:
    return sum(layouts[name].rect.height() + _BRANCH_GAP for name in names) - _BRANCH_GAP


def slots(network: NetworkSpec) -> tuple[Slot, ...]:
    """Return all slots for a new layer: before the input, on every link, after the output."""
    links = [Slot(source, node.name) for node in network.nodes for source in node.inputs]
    return (Slot(None, network.input.name), *links, Slot(network.output.name, None))


def slot_middle(slot: Slot, layouts: Mapping[str, CardLayout], positions: Mapping[str, tuple[float, float]]) -> QPointF:
    """Return the middle of a slot for the current positions of the cards."""
    edges = [
        QPointF(positions[name][0] + side * layouts[name].width / 2, positions[name][1])
        for name, side in ((slot.before, 1), (slot.after, -1))
        if name is not None
    ]
    if slot.before is None:
        return edges[0] - QPointF(GAP / 2, 0)
    if slot.after is None:
        return edges[0] + QPointF(GAP / 2, 0)
    return (edges[0] + edges[1]) * 0.5
