"""UnitsItem: the neurons of one card with their pictures; a single item for any number of neurons."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from nnplay.canvas.cards.biases_item import BiasesItem
from nnplay.canvas.cards.card_layout import Body, CardLayout
from nnplay.canvas.cards.unit_marks_item import UnitMarksItem
from nnplay.engine import Part

_REACH = 3.0
"""How far beside its tile a neuron still reacts to the pointer."""


class UnitsItem(QGraphicsObject):
    """Tiles, dots or samples in the middle of a card.

    Signals
    -------
    part_hovered(Part | None, QPointF) : the unit under the pointer, and its position in the scene.
    part_clicked(Part, QPointF) : a tile was clicked, at this position in the scene.
    """

    part_hovered = Signal(object, QPointF)
    part_clicked = Signal(object, QPointF)

    def __init__(self, parent: QGraphicsItem, node: str, layout: CardLayout) -> None:
        super().__init__(parent)
        self._node = node
        self._layout = layout
        self._atlas: QImage | None = None
        self._squares: list[QRectF] = []
        self._hovered: int | None = None
        self._marks = UnitMarksItem(self, layout)
        self._biases = BiasesItem(self)
        self.setAcceptHoverEvents(True)

    def set_layout(self, layout: CardLayout, names: tuple[str, ...], note: str) -> None:
        """Show other units, see ``UnitMarksItem.set_layout``."""
        self.prepareGeometryChange()
        self._layout = layout
        self._atlas = None
        self._set_hovered(None, self.scenePos())
        self._marks.set_layout(layout, names, note)
        self._biases.set_tiles(self._marks.rects)

    def set_pictures(self, atlas: QImage | None) -> None:
        """Show the pictures of the units: squares in a column, from the first unit down; None for no pictures."""
        if atlas is not None and (self._atlas is None or atlas.size() != self._atlas.size()):
            side = atlas.width()
            self._squares = [QRectF(0, index * side, side, side) for index in range(atlas.height() // side)]
        self._atlas = atlas
        self._marks.set_has_pictures(atlas is not None)
        self.update()

    def set_biases(self, biases: NDArray[np.float32] | None, scale: float) -> None:
        """Colour the bias squares, see ``BiasesItem.set_biases``; only tiles have them."""
        self._biases.set_biases(biases if self._layout.body is Body.TILES else None, scale)

    def point_at(self, index: int | None) -> None:
        """Draw a ring around one unit as if the pointer were on it, or around none."""
        self._marks.point_at(index)

    def set_marks(self, frozen: frozenset[int], muted: frozenset[int]) -> None:
        """Mark the frozen units and the muted units."""
        self._marks.set_marks(frozen, muted)

    def sample_picture(self, index: int) -> QImage | None:
        """Return the picture of one of many units; None if every unit has a tile anyway, or none has a picture."""
        if self._atlas is None or self._layout.body is not Body.SAMPLES or index >= len(self._squares):
            return None
        return self._atlas.copy(self._squares[index].toRect())

    @property
    def values(self) -> tuple[str, ...]:
        """What is written on the tiles: outputs, or question marks while they are hidden."""
        return self._marks.values

    def set_values(self, values: NDArray[np.float32] | None, *, is_hidden: bool = False) -> None:
        """Show the outputs of the units for one example, (n_units,), on tiles that show nothing else; None for none.

        Where they are hidden, a question mark stands for each.
        """
        self._marks.set_values(values, is_hidden=is_hidden)

    def apply_theme(self) -> None:
        """Update to the theme's colours."""
        self._marks.apply_theme()
        self._biases.apply_theme()

    def boundingRect(self) -> QRectF:
        return self._marks.boundingRect()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._atlas is not None:
            for rect, square in zip(self._marks.rects, self._squares, strict=False):
                painter.drawImage(rect, self._atlas, square)

    def unit_at(self, at: QPointF) -> int | None:
        """Return the unit at a point of the card, or None; examples are not units."""
        if self._layout.body is not Body.EXAMPLES:
            for index, rect in enumerate(self._marks.rects):
                if rect.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(at):
                    return index
        return None

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._set_hovered(self.unit_at(event.pos()), event.scenePos())

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._set_hovered(None, event.scenePos())

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.setAccepted(
            event.button() == Qt.MouseButton.LeftButton
            and self._layout.body is Body.TILES
            and self.unit_at(event.pos()) is not None
        )

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        index = self.unit_at(event.pos())
        if index is not None and index == self.unit_at(event.buttonDownPos(Qt.MouseButton.LeftButton)):
            self.part_clicked.emit(Part(self._node, index), event.scenePos())

    def _set_hovered(self, index: int | None, at: QPointF) -> None:
        if index != self._hovered:
            self._hovered = index
            is_tile = index is not None and self._layout.body is Body.TILES
            self.setCursor(Qt.CursorShape.PointingHandCursor if is_tile else Qt.CursorShape.ArrowCursor)
            self._marks.set_hovered(index)
            self.part_hovered.emit(None if index is None else Part(self._node, index), at)
