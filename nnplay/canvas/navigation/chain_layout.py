"""Chain layout: the positions of a network's cards, and the slots between them for new layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from nnplay.canvas.cards.card_layout import CardLayout
from nnplay.engine import NetworkSpec

GAP = 32.0
"""Gap between two cards."""

_ROW_GAP = 40.0

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


def tidy(network: NetworkSpec, layouts: Mapping[str, CardLayout]) -> Positions:
    """Return the middle of every card: columns from left to right, by the longest path from the input.

    Cards in the same column are above each other. The whole is centred on (0, 0).
    """
    columns: dict[int, list[str]] = {}
    depths: dict[str, int] = {}
    for node in network.nodes:
        depths[node.name] = 1 + max((depths[source] for source in node.inputs), default=-1)
        columns.setdefault(depths[node.name], []).append(node.name)
    positions: Positions = {}
    x = 0.0
    for depth in sorted(columns):
        width = max(layouts[name].width for name in columns[depth])
        heights = [layouts[name].rect.height() for name in columns[depth]]
        y = -(sum(heights) + _ROW_GAP * (len(heights) - 1)) / 2
        for name, height in zip(columns[depth], heights, strict=True):
            positions[name] = (x + width / 2, y + height / 2)
            y += height + _ROW_GAP
        x += width + GAP
    return {name: (at - (x - GAP) / 2, y) for name, (at, y) in positions.items()}


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
