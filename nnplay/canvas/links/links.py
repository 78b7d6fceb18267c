"""Links: the items between the cards: one kind is chosen for each link, and they follow the cards."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from functools import reduce

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from nnplay.appearance.values import network_scale
from nnplay.canvas.cards.card_layout import CardLayout
from nnplay.canvas.links.bundle_item import BundleItem
from nnplay.canvas.links.curves import Curves
from nnplay.canvas.links.fan import Fan
from nnplay.canvas.links.ports import Side, port_place
from nnplay.canvas.links.ribbon_item import RibbonItem
from nnplay.canvas.links.trunks_item import TrunksItem
from nnplay.engine import Concatenate, NetworkSpec, Part

_LINK_Z = 1.0
_FAN = 0.7
"""Share of a tile's height over which arriving connections are spread."""

_BOW_RISE, _BOW_STEP = 20.0, 12.0
"""How far above the cards a link passes, and the distance between several such links."""

_TURN_DROP = 18.0
"""How far below the cards a link leads back to the beginning of the next row."""

MOST_LINES = 2_000
"""With more weights than this, a link is drawn as a picture of its kernel."""

Link = tuple[str, str]


class Links(QObject):
    """One item for each link of the network.

    Signals
    -------
    part_hovered(Part | None, QPointF), part_clicked(Part, QPointF) : as for the bundles.
    scale_changed() : ``scale``, the weight of the widest stroke, has changed.
    """

    part_hovered = Signal(object, QPointF)
    part_clicked = Signal(object, QPointF)
    scale_changed = Signal()

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._items: dict[Link, BundleItem | RibbonItem] = {}
        self._trunks = TrunksItem()
        self._trunks.setZValue(_LINK_Z)
        self._trunks.hide()
        scene.addItem(self._trunks)
        self.scale = 1.0
        self._turns: deque[tuple[Link, BundleItem | RibbonItem]] = deque()
        self._layouts: Mapping[str, CardLayout] = {}
        self._middles: Mapping[str, QPointF] = {}
        self._fan = Fan(scene)
        self._pointed: Part | None = None
        self._bows: dict[Link, QPointF] = {}
        self._parts: dict[Link, slice] = {}
        self._rows: Mapping[str, int] = {}

    @property
    def items(self) -> Mapping[Link, BundleItem | RibbonItem]:
        """The items by (source, target)."""
        return self._items

    @property
    def rows(self) -> Mapping[str, int]:
        """The row of each layer; empty if they have been moved by hand."""
        return self._rows

    def show_network(
        self, network: NetworkSpec, layouts: Mapping[str, CardLayout], rows: Mapping[str, int] | None = None
    ) -> None:
        """Create the items for a network; call ``place`` and ``set_parameters`` afterwards.

        ``rows`` gives the row of each layer, if they are laid out in rows.
        """
        self._layouts = layouts
        self._rows = rows or {}
        self._middles = {}  # those of the network before, which may have had other layers
        self._pointed = None
        self._fan.clear()
        for item in self._items.values():
            self._scene.removeItem(item)
        self._items = {
            (source, node.name): self._make_item(network, source, node.name)
            for node in network.nodes
            for source in node.inputs
        }
        self._turns = deque(self._items.items())
        self._parts = _joined_parts(network)
        for item in self._items.values():
            item.setZValue(_LINK_Z)
            self._scene.addItem(item)

    def set_parameters(
        self, network: NetworkSpec, parameters: NDArray[np.float32], *, most_lines: int | None = None
    ) -> None:
        """Show the weights of a flat parameter vector.

        Parameters
        ----------
        most_lines
            Stop after about this many lines that need repainting, and continue there next time: during training, each
            line is then repainted a few times less often than the screen, which stays smooth.
        """
        scale = network_scale(network, parameters)
        if scale != self.scale:
            self.scale = scale
            self.scale_changed.emit()
        if self._pointed is not None:
            self.show_fan(self._pointed, network, parameters)
        n_lines = 0
        for _ in range(len(self._items)):
            if most_lines is not None and n_lines >= most_lines:
                return
            link, item = self._turns[0]
            self._turns.rotate(-1)
            kernel = network.view(parameters, link[1], "kernel")
            if kernel is None:
                continue
            # A convolution's kernel has four axes; as elsewhere, the last one belongs to the filters, that is, the
            # units.
            weights = kernel.reshape(-1, kernel.shape[-1])
            if isinstance(item, RibbonItem):
                item.set_weights(weights)
            elif item.set_weights(weights, scale):
                n_lines += kernel.size

    def place(self, middles: Mapping[str, QPointF]) -> None:
        """Place the links between the cards, given the cards' middles."""
        self._middles = middles
        self._fan.clear()
        tops, turns = self._bow_tops(middles), self._turn_heights(middles)
        self._bows = {
            link: QPointF((middles[link[0]].x() + middles[link[1]].x()) / 2, height)
            for link, height in (tops | turns).items()
        }
        for link, item in self._items.items():
            ends = self._trunk(link, middles)
            if link in tops and isinstance(item, RibbonItem):
                item.set_bow(ends.p1(), ends.p2(), tops[link])
            elif link in turns and isinstance(item, RibbonItem):
                item.set_turn(ends.p1(), ends.p2(), turns[link])
            else:
                self._place_between(item, link, middles)
        self._trunks.place({link: self._trunk(link, middles) for link in self._items if link not in self._bows})
        self._show_level()

    def set_far(self, is_far: bool) -> None:
        """Draw one line for each link, or all its details."""
        if is_far != self._trunks.isVisible():
            self._trunks.setVisible(is_far)
            self._show_level()

    @property
    def bows(self) -> Mapping[Link, QPointF]:
        """The links that are one line around cards, above them or between two rows, and the middle of each."""
        return self._bows

    def bows_rect(self) -> QRectF:
        """Return the rectangle around the links that pass around cards; empty if there are none."""
        bows = (item for item in self._items.values() if isinstance(item, RibbonItem) and item.is_bow)
        return reduce(QRectF.united, (item.boundingRect() for item in bows), QRectF())

    def link_at(self, at: QPointF) -> Link | None:
        """Return the link at a point of the scene."""
        trunk = self._trunks.link_at(at) if self._trunks.isVisible() else None
        if trunk is not None:
            return trunk
        for link, item in self._items.items():
            if not item.isVisible():
                continue
            is_met = item.connection_at(at) is not None if isinstance(item, BundleItem) else item.is_met(at)
            if is_met:
                return link
        return None

    def selectable_at(self, at: QPointF) -> Link | None:
        """Return the link at a point of the scene, unless a click there is meant for one of its weights."""
        link = self.link_at(at)
        is_whole = link is not None and (self._trunks.isVisible() or isinstance(self._items[link], RibbonItem))
        return link if is_whole else None

    def choose(self, link: Link | None) -> None:
        """Show one link as selected, or none."""
        self._trunks.choose(link)
        for each, item in self._items.items():
            if isinstance(item, RibbonItem):
                item.set_selected(each == link)

    def set_marks(self, frozen: Iterable[Part], muted: Iterable[Part]) -> None:
        """Mark the single weights among these parts; neurons and layers are marked on their cards."""
        for (_, target), item in self._items.items():
            if isinstance(item, BundleItem):
                item.set_marks(_connections(frozen, target), _connections(muted, target))

    def point_at(self, part: Part | None) -> None:
        """Highlight the connection of one weight, or none."""
        for (_, target), item in self._items.items():
            if isinstance(item, BundleItem):
                is_its = part is not None and part.node == target and part.parameter == "kernel"
                item.point_at((part.index[0], part.index[1]) if part is not None and is_its else None)

    @property
    def fan(self) -> Fan:
        """The connections of the neuron under the pointer, where not all are drawn."""
        return self._fan

    def show_fan(self, neuron: Part | None, network: NetworkSpec, parameters: NDArray[np.float32]) -> None:
        """Show the strongest connections of a neuron where not all are drawn; None for none."""
        self._pointed = neuron
        self._fan.clear()
        if neuron is not None and neuron.unit is not None and neuron.node in self._middles:
            ribbons = (link for link, item in self._items.items() if isinstance(item, RibbonItem) and not item.is_bow)
            self._fan.show(
                neuron.node, neuron.unit, ribbons, self._layouts, self._middles, network, parameters, self.scale
            )

    @property
    def has_connections(self) -> bool:
        """Whether single weights are drawn."""
        return any(isinstance(item, BundleItem) and item.isVisible() for item in self._items.values())

    def apply_theme(self) -> None:
        """Update to the theme's colours."""
        self._trunks.update()
        for item in self._items.values():
            item.update()

    def _show_level(self) -> None:
        for link, item in self._items.items():
            item.setVisible(link in self._bows or not self._trunks.isVisible())

    def _trunk(self, link: Link, middles: Mapping[str, QPointF]) -> QLineF:
        start, end = (self._layouts[name] for name in link)
        begin = middles[link[0]] + port_place(start, Side.OUTPUT)
        return QLineF(begin, middles[link[1]] + port_place(end, Side.INPUT))

    def _place_between(self, item: BundleItem | RibbonItem, link: Link, middles: Mapping[str, QPointF]) -> None:
        (source, target), (start, end) = link, (self._layouts[name] for name in link)
        x_start = middles[source].x() + start.tile_x + start.port_reach
        x_end = middles[target].x() + end.tile_x - end.port_reach
        y_start, y_end = start.port_heights() + middles[source].y(), end.port_heights() + middles[target].y()
        if isinstance(item, BundleItem):
            item.set_curves(Curves(x_start, y_start, x_end, y_end, _FAN * end.tile_side))
            return
        if end.is_each_shown:
            y_end = y_end[self._parts.get(link, slice(None))]
        if start.is_each_shown and end.is_each_shown and len(y_start) == len(y_end):
            item.set_strands([QLineF(x_start, one, x_end, two) for one, two in zip(y_start, y_end, strict=True)])
        else:
            item.set_band(
                _edge(x_start + start.port_gap, y_start, start.port_span),
                _edge(x_end - end.port_gap, y_end, end.port_span),
            )

    def _bow_tops(self, middles: Mapping[str, QPointF]) -> dict[Link, float]:
        """Return the height at which each link without weights passes above the cards in its way."""
        tops: dict[Link, float] = {}
        ribbons = (link for link, item in self._items.items() if isinstance(item, RibbonItem))
        links = (link for link in ribbons if not self._turns_row(link))
        for link in sorted(links, key=lambda link: middles[link[1]].x() - middles[link[0]].x()):
            crossed = [name for name in middles if name not in link and self._is_crossed(name, link, middles)]
            if not crossed:
                continue
            top = min(middles[name].y() + self._layouts[name].rect.top() for name in (*crossed, *link)) - _BOW_RISE
            below = (tops[each] for each in tops if self._is_same_row(each, link) and _overlap(each, link, middles))
            tops[link] = min((top, *(other - _BOW_STEP for other in below)))
        return tops

    def _turn_heights(self, middles: Mapping[str, QPointF]) -> dict[Link, float]:
        """Return the height, between two rows, of each link from the end of one row to the next."""
        heights: dict[Link, float] = {}
        for source, target in filter(self._turns_row, self._items):
            bottom = self._row_rect(self._rows[source], middles).bottom()
            top = self._row_rect(self._rows[target], middles).top()
            heights[source, target] = bottom + min(_TURN_DROP, (top - bottom) / 2)
        return heights

    def _row_rect(self, number: int, middles: Mapping[str, QPointF]) -> QRectF:
        names = (name for name, row in self._rows.items() if row == number)
        return reduce(QRectF.united, (self._layouts[name].rect.translated(middles[name]) for name in names))

    def _turns_row(self, link: Link) -> bool:
        return self._rows.get(link[0]) != self._rows.get(link[1])

    def _is_same_row(self, one: Link, other: Link) -> bool:
        return self._rows.get(one[0]) == self._rows.get(other[0])

    def _is_crossed(self, name: str, link: Link, middles: Mapping[str, QPointF]) -> bool:
        start, end, middle = middles[link[0]], middles[link[1]], middles[name]
        if not start.x() < middle.x() < end.x():
            return False
        height = start.y() + (end.y() - start.y()) * (middle.x() - start.x()) / (end.x() - start.x())
        return abs(height - middle.y()) < self._layouts[name].rect.height() / 2

    def _make_item(self, network: NetworkSpec, source: str, target: str) -> BundleItem | RibbonItem:
        kernel = network.slot(target, "kernel")
        is_single = self._layouts[source].is_each_shown and self._layouts[target].is_each_shown
        if kernel is None or not is_single or kernel.size > MOST_LINES or self._turns_row((source, target)):
            return RibbonItem()
        bundle = BundleItem(target)
        bundle.part_hovered.connect(self.part_hovered)
        bundle.part_clicked.connect(self.part_clicked)
        return bundle


def _connections(parts: Iterable[Part], target: str) -> frozenset[tuple[int, int]]:
    return frozenset(
        (part.index[0], part.index[1])
        for part in parts
        if part.node == target and part.parameter == "kernel" and len(part.index) == 2
    )


def _edge(x: float, heights: NDArray[np.float64], span: float) -> QLineF:
    middle = float(heights.mean())
    return QLineF(x, middle - span / 2, x, middle + span / 2)


def _overlap(one: Link, other: Link, middles: Mapping[str, QPointF]) -> bool:
    """Return whether two links run side by side somewhere."""
    start = max(middles[one[0]].x(), middles[other[0]].x())
    return start < min(middles[one[1]].x(), middles[other[1]].x())


def _joined_parts(network: NetworkSpec) -> dict[Link, slice]:
    """Return which numbers of a concatenation come by each link."""
    parts: dict[Link, slice] = {}
    for node in network.nodes:
        if isinstance(node.layer, Concatenate) and len(network.shapes[node.name]) == 1:
            first = 0
            for source in node.inputs:
                parts[source, node.name] = slice(first, first + network.shapes[source][0])
                first += network.shapes[source][0]
    return parts
