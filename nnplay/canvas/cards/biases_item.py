"""BiasesItem: squares that show the biases of a card's neurons, at the lower left of each tile."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnplay.appearance.values import value_color
from nnplay.canvas.links.strokes import N_STEPS, stroke_numbers
from nnplay.canvas.style import style

_SIDE = 10.0
_OUT = 3.0
"""How far a square extends beyond its tile."""

_RADIUS = 2.5


class BiasesItem(QGraphicsItem):
    """Lies on top of a card's marks, which are painted once and cached: biases change while the network learns."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._squares: list[QRectF] = []
        self._bounds = QRectF()
        self._numbers: list[int] = []
        self._brushes: list[QBrush] = []
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def set_tiles(self, tiles: Sequence[QRectF]) -> None:
        """Place a square for one bias at each of these tiles."""
        self.prepareGeometryChange()
        self._squares = [QRectF(tile.left() - _OUT, tile.bottom() - _SIDE + _OUT, _SIDE, _SIDE) for tile in tiles]
        self._bounds = QRectF()
        for square in self._squares:
            self._bounds = self._bounds.united(square.adjusted(-1, -1, 1, 1))
        self._numbers, self._brushes = [], []

    def set_biases(self, biases: NDArray[np.float32] | None, scale: float) -> None:
        """Colour the squares, (n_tiles,), on a scale to ±``scale``; None for a layer without biases."""
        numbers = [] if biases is None else stroke_numbers(biases, scale).tolist()
        if numbers != self._numbers:
            self._numbers = numbers
            self.apply_theme()

    def apply_theme(self) -> None:
        """Update to the theme's colours."""
        self._brushes = [QBrush(value_color(number / N_STEPS)) for number in self._numbers]
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(style().tile_gap)
        for square, brush in zip(self._squares, self._brushes, strict=False):
            painter.setBrush(brush)
            painter.drawRoundedRect(square, _RADIUS, _RADIUS)
