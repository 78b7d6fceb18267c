"""MarksItem: numbers beside neurons and on connections, and highlights, during a calculation by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnplay.canvas.cards.card_item import CardItem
from nnplay.canvas.links.bundle_item import BundleItem
from nnplay.canvas.links.links import Links
from nnplay.canvas.style import grown, style
from nnplay.engine import Part

if TYPE_CHECKING:
    from nnplay.project.calculation import Mark

_ALONG = (0.42, 0.86)
"""The numbers on the connections into a neuron are spread over this part of their length: near the end, where
connections to different neurons are apart, one after another.
"""

_ELSEWHERE = tuple(share / 20 for share in range(3, 19))
"""Other places on a connection, for a number that would lie on another one."""

_CHIP_HEIGHT = 15.0


@dataclass(frozen=True)
class _Chip:
    rect: QRectF
    text: str
    is_lit: bool


class MarksItem(QGraphicsItem):
    """Lies above all cards and links. It asks them for positions, so it must be told when they have moved."""

    def __init__(self, cards: Mapping[str, CardItem], links: Links) -> None:
        super().__init__()
        self._cards, self._links = cards, links
        self._marks: Sequence[Mark] = ()
        self._pointed: Part | None = None
        self._chips: list[_Chip] = []
        self._rings: list[tuple[QRectF, bool]] = []
        self._paths: list[QPainterPath] = []
        self._rect = QRectF()
        self.setZValue(2.0)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def texts(self) -> list[str]:
        """The numbers shown: first those of neurons, then those of connections."""
        return [chip.text for chip in self._chips]

    @property
    def rects(self) -> list[QRectF]:
        """Where they stand, in the scene."""
        return [chip.rect for chip in self._chips]

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks instead of the previous ones."""
        self._marks = marks
        self.place()

    def point_at(self, part: Part | None) -> None:
        """Highlight one more part, or none."""
        if part != self._pointed:
            self._pointed = part
            self.place()

    def shows(self, part: Part) -> bool:
        """Return whether a neuron or a connection is drawn individually."""
        return (self._tile(part.node, part.unit) if part.unit is not None else self._bundle(part.node)) is not None

    def place_of(self, part: Part | None) -> QPointF | None:
        """Return the position of a neuron or a connection; None if it is not drawn individually, or not yet."""
        if part is None:
            return None
        if part.unit is not None:
            tile = self._tile(part.node, part.unit)
            return None if tile is None else tile.center()
        path = self._path(part)
        return None if path is None else path.pointAtPercent(self._along(part))

    def place(self) -> None:
        """Update all positions; parts that are not drawn individually are left out."""
        self.prepareGeometryChange()
        self._chips, self._rings, self._paths = [], [], []
        # A neuron's number has but one place, to which those on connections give way.
        for mark in sorted(self._marks, key=lambda each: each.part.unit is None):
            self._place_mark(mark)
        if self._pointed is not None:
            self._point_out(self._pointed)
        places = [chip.rect for chip in self._chips] + [rect for rect, _ in self._rings]
        places += [path.boundingRect() for path in self._paths]
        self._rect = QRectF()
        for rect in places:
            self._rect = self._rect.united(rect.adjusted(-8, -8, 8, 8))
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look = style()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look.halo)
        for path in self._paths:
            painter.drawPath(path)
        for rect, is_pointed in self._rings:
            painter.setPen(look.halo if is_pointed else look.highlight)
            painter.drawRoundedRect(rect, 9, 9)
        painter.setFont(look.caption_font)
        for chip in self._chips:
            painter.setPen(look.tile_edge_hover if chip.is_lit else look.card_edge_hover)
            painter.setBrush(look.card)
            painter.drawRoundedRect(chip.rect, 5, 5)
            painter.setPen(look.text)
            painter.drawText(chip.rect, Qt.AlignmentFlag.AlignCenter, chip.text)

    def _place_mark(self, mark: Mark) -> None:
        if mark.part.unit is not None:
            tile = self._tile(mark.part.node, mark.part.unit)
            if tile is None:
                return
            if mark.is_lit:
                self._rings.append((tile.adjusted(-2, -2, 2, 2), False))
            if mark.text:
                self._add_chip([QPointF(tile.center().x(), tile.bottom() - 2)], mark)
            return
        path = self._path(mark.part)
        if path is not None and mark.text:
            usual = self._along(mark.part)
            others = sorted(_ELSEWHERE, key=lambda share: abs(share - usual))
            self._add_chip([path.pointAtPercent(share) for share in (usual, *others)], mark)

    def _add_chip(self, middles: Sequence[QPointF], mark: Mark) -> None:
        """Put a number at the first of these points where it covers no other, or where it covers least."""
        width = max(QFontMetricsF(style().caption_font).horizontalAdvance(mark.text) + 8, 20)
        height = grown(_CHIP_HEIGHT)
        rects = [QRectF(at.x() - width / 2, at.y() - height / 2, width, height) for at in middles]
        self._chips.append(_Chip(min(rects, key=self._covered), mark.text, mark.is_lit))

    def _covered(self, rect: QRectF) -> float:
        """Return how much of the numbers that are placed already lies below a rectangle."""
        shared = (rect.intersected(chip.rect) for chip in self._chips)
        return sum(each.width() * each.height() for each in shared)

    def _point_out(self, part: Part) -> None:
        if part.unit is not None or (part.parameter == "bias" and part.index):
            tile = self._tile(part.node, part.index[0] if part.unit is None else part.unit)
            if tile is not None:
                self._rings.append((tile.adjusted(-3, -3, 3, 3), True))
        elif part.parameter == "kernel" and part.index:
            path = self._path(part)
            if path is not None:
                self._paths.append(path)
        elif part.node in self._cards:
            card = self._cards[part.node]
            self._rings.append((card.layout.rect.translated(card.pos()).adjusted(2, 2, -2, -2), True))

    def _tile(self, node: str, unit: int) -> QRectF | None:
        card = self._cards.get(node)
        if card is None or not card.layout.is_each_shown or unit >= card.layout.n_units:
            return None
        return card.layout.unit_rect(unit).translated(card.pos())

    def _bundle(self, node: str) -> BundleItem | None:
        for (_, target), item in self._links.items.items():
            if target == node and isinstance(item, BundleItem):
                return item
        return None

    def _path(self, part: Part) -> QPainterPath | None:
        bundle = self._bundle(part.node)
        if bundle is None or len(part.index) != 2 or not bundle.has((part.index[0], part.index[1])):
            return None
        return bundle.path((part.index[0], part.index[1]))

    def _along(self, part: Part) -> float:
        first, last = _ALONG
        bundle = self._bundle(part.node)
        n = 1 if bundle is None else bundle.n_sources
        return first + (last - first) * (part.index[0] + 0.5) / n
