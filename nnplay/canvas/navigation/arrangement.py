"""Arrangement: where the cards are and where they go: tidy, moved by hand, apart for a dragged layer, or held."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsItem

from nnplay.canvas.cards.card_item import CardItem
from nnplay.canvas.cards.card_layout import CardLayout
from nnplay.canvas.navigation import chain_layout
from nnplay.canvas.navigation.chain_layout import Positions, Slot
from nnplay.canvas.navigation.glide import Glide
from nnplay.canvas.style import grown
from nnplay.engine import NetworkSpec
from nnplay.project import Project
from nnplay.project.layout import n_rows_of

_LIFTED_Z = 0.5
"""A dragged card lies above the others and below the links."""


class Arrangement(QObject):
    """The places of a network's cards.

    Parameters
    ----------
    cards
        The items by the names of their nodes; the scene adds and removes them.

    Attributes
    ----------
    is_smooth
        Whether cards glide to their places.
    bows
        Rectangle around the links that pass above the cards, and the highest point of each.

    Signals
    -------
    moved : cards have moved.
    reserved : the room around the network that is kept free has changed.
    """

    moved = Signal()
    reserved = Signal()

    def __init__(self, cards: Mapping[str, CardItem], parent: QObject) -> None:
        super().__init__(parent)
        self._cards = cards
        self._network: NetworkSpec | None = None
        self._positions: Positions = {}
        self._margin: float | None = None
        self._bows_rect = QRectF()
        self._bows: Mapping[tuple[str, str], QPointF] = {}
        self.is_smooth = False
        self._glide = Glide(self)
        self._glide.moved.connect(self.moved)

    @property
    def positions(self) -> Positions:
        """The final positions of the cards, regardless of animations."""
        return self._positions

    @property
    def layouts(self) -> dict[str, CardLayout]:
        """The layout of every card."""
        return {name: card.layout for name, card in self._cards.items()}

    def show_project(self, project: Project) -> None:
        """Move the cards to their places in a project; new cards are there at once."""
        before, self._network = self._positions, project.network
        n_rows = n_rows_of(project.network, project.positions)
        # Cards that were never moved stand side by side, with the sizes that they have here.
        self._positions = (
            chain_layout.tidy(project.network, self.layouts, n_rows)
            if n_rows is not None
            else {name: (grown(x), grown(y)) for name, (x, y) in project.positions.items()}
        )
        for name in self._positions.keys() - before.keys():
            self._cards[name].setPos(QPointF(*self._positions[name]))
        self.settle()

    def show_bows(self, bows: Mapping[tuple[str, str], QPointF], rect: QRectF) -> None:
        """Note the links that pass above cards: the highest point of each, and the rectangle around all of them."""
        self._bows = bows
        if self._margin is None:
            self._bows_rect = rect

    def content_rect(self) -> QRectF:
        """Return the rectangle around all cards; while room is reserved, also around their final positions."""
        rect = QRectF()
        for name, card in self._cards.items():
            middle = card.pos() if self._margin is None else QPointF(*self._positions[name])
            rect = rect.united(card.layout.rect.translated(middle))
        rect = rect.united(self._bows_rect)
        margin = self._margin or 0.0
        return rect.adjusted(-margin, 0, margin, 0)

    def reserve(self, margin: float | None) -> None:
        """Keep ``margin`` free on both sides of the network, unaffected by the cards' animations; None ends this."""
        self._margin = margin
        self.reserved.emit()

    def slot_middle(self, slot: Slot) -> QPointF:
        """Return the middle of a slot for a layer; for a link that passes above cards, up there on the link."""
        if slot.link is not None and slot.link in self._bows:
            return self._bows[slot.link]
        return chain_layout.slot_middle(slot, self.layouts, self._positions)

    def slot_at(self, at: QPointF) -> Slot:
        """Return the slot for a layer that is nearest to a point."""
        assert self._network is not None
        places = chain_layout.slots(self._network)
        return min(places, key=lambda slot: QLineF(self.slot_middle(slot), at).length())

    def replaceable_at(self, at: QPointF) -> str | None:
        """Return the layer with a point in the middle of its card, but never the input."""
        assert self._network is not None
        for name, card in self.layouts.items():
            away = at - QPointF(*self._positions[name])
            is_inside = abs(away.x()) < card.width / 4 and abs(away.y()) < card.rect.height() / 2
            if is_inside and name != self._network.input.name:
                return name
        return None

    def settle(self) -> None:
        """Move all cards to their final positions."""
        targets: dict[QGraphicsItem, QPointF] = {
            card: QPointF(*self._positions[name]) for name, card in self._cards.items()
        }
        self._glide.start(targets, is_smooth=self.is_smooth)

    def make_room(self, middle: QPointF, width: float) -> None:
        """Move the cards on both sides of a point apart."""
        half = QPointF(width / 2, 0)
        targets: dict[QGraphicsItem, QPointF] = {}
        for name, card in self._cards.items():
            home = QPointF(*self._positions[name])
            targets[card] = home + half if home.x() > middle.x() else home - half
        self._glide.start(targets, is_smooth=self.is_smooth)

    def lift(self, places: Mapping[str, QPointF]) -> None:
        """Hold cards at given positions, above the others."""
        # Freeze the view: fitting it again would move the scene below the pointer, which would move the cards again.
        self._margin = 0.0
        for name, at in places.items():
            self._cards[name].setZValue(_LIFTED_Z)
            self._cards[name].setPos(at)
        self.moved.emit()

    def put_down(self) -> None:
        """Release lifted cards."""
        for card in self._cards.values():
            card.setZValue(0)
        self._margin = None
