"""NumbersItem: weights on the connections and biases beside the neurons as numbers, at high zoom."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnplay.appearance.number_text import short_text
from nnplay.canvas.cards.card_item import CardItem
from nnplay.canvas.cards.card_layout import Body
from nnplay.canvas.links.bundle_item import BundleItem
from nnplay.canvas.links.links import Links
from nnplay.canvas.style import grown, style
from nnplay.engine import NetworkSpec

_MOST = 40
"""The most connections between two layers that get numbers; with more, they could not be matched to connections."""

_ALONG = tuple(sorted((step / 40 for step in range(6, 36)), key=lambda share: abs(share - 0.5)))
"""Possible positions of a number on its connection, as shares of its length; the first free one is used."""

_WIDTH, _HEIGHT = 25.0, 9.0
_MARGIN = 2.0

_Spot = tuple[str, str, tuple[int, ...], QRectF]
"""A node, one of its parameters, the index in it, and the position of the text."""


class NumbersItem(QGraphicsItem):
    """Lies above cards and links, below the hover labels; it ignores the mouse.

    It asks cards and links for positions, so it must be told when they have moved.
    """

    def __init__(self, cards: Mapping[str, CardItem], links: Links) -> None:
        super().__init__()
        self._cards, self._links = cards, links
        self._spots: list[_Spot] | None = None
        self._texts: list[str] = []
        self._rect = QRectF()
        self.setZValue(1.5)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """The numbers shown."""
        return self._texts

    @property
    def rects(self) -> list[QRectF]:
        """The rectangles of the numbers, in the scene."""
        return [rect for *_, rect in self._spots or ()]

    def place(self) -> None:
        """Find all positions again, because cards or links have moved."""
        self._spots = None

    def show_parameters(self, network: NetworkSpec, parameters: NDArray[np.float32]) -> None:
        """Show the numbers of a flat parameter vector."""
        if self._spots is None:
            self.prepareGeometryChange()
            self._spots = [*self._weight_spots(), *self._bias_spots(network)]
            self._rect = QRectF()
            for rect in self.rects:
                self._rect = self._rect.united(rect)
            self._texts = []
        arrays = {key: network.view(parameters, *key) for key in {(node, name) for node, name, *_ in self._spots}}
        texts = []
        for node, name, index, _ in self._spots:
            values = arrays[node, name]
            texts.append("" if values is None else short_text(float(values[index]), 2))
        if texts != self._texts:
            self._texts = texts
            self.update()

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look = style()
        painter.setFont(look.number_font)
        for rect, text in zip(self.rects, self._texts, strict=False):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.number)
            painter.drawRoundedRect(rect, 2, 2)
            painter.setPen(look.text)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _weight_spots(self) -> list[_Spot]:
        spots: list[_Spot] = []
        for (_, target), item in self._links.items.items():
            if not isinstance(item, BundleItem) or item.n_connections > _MOST:
                continue
            taken: list[QRectF] = []
            for row in range(item.n_sources):
                for column in range(item.n_connections // item.n_sources):
                    path = item.path((row, column))
                    wanted = [_around(path.pointAtPercent(along)) for along in _ALONG]
                    free = (rect for rect in wanted if not any(rect.intersects(other) for other in taken))
                    taken.append(next(free, wanted[row % len(wanted)]))
                    spots.append((target, "kernel", (row, column), taken[-1]))
        return spots

    def _bias_spots(self, network: NetworkSpec) -> list[_Spot]:
        """Return the positions below each neuron's tile, beside the square of its bias."""
        spots: list[_Spot] = []
        for name, card in self._cards.items():
            has_biases = network.slot(name, "bias") is not None
            if card.layout.body is Body.TILES and has_biases:
                for unit in range(card.layout.n_units):
                    corner = card.pos() + card.layout.unit_rect(unit).bottomLeft()
                    spots.append((name, "bias", (unit,), _around(corner + QPointF(9 + grown(_WIDTH) / 2, -1))))
        return spots


def _around(middle: QPointF) -> QRectF:
    width, height = grown(_WIDTH), grown(_HEIGHT)
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
