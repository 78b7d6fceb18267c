"""A small picture of a network: dots for the numbers of each layer, sheets for pictures, the weights between them.

The drawings of ``exchange.picture`` are for reading and printing; as a thumbnail, their text and cards would be specks.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from nnplay.appearance.theme import Role, theme
from nnplay.engine import Dense, NetworkSpec, Node
from nnplay.exchange.tensors import Array, named_parameters
from nnplay.project import Project

_MOST_DOTS = 6
_MOST_SHEETS = 3
_MARGIN_SHARE = 0.13
_DOT_SHARE = 0.062
"""Maximum radius of a dot, as a share of the picture's height."""

_SHEET_SHARE = 0.34
_LINE_SHARE = 0.03
_USUAL_COLUMNS = 4
"""With more connections, lines are thinner."""


def network_picture(project: Project, size_px: QSize) -> QImage:
    """Return a picture of the network in the theme's colours; can be called in any thread."""
    picture = QImage(size_px, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(theme().color(Role.CANVAS))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Drawing(project, painter, QRectF(picture.rect())).paint()
    painter.end()
    return picture


class _Drawing:
    """One network while it is being drawn."""

    def __init__(self, project: Project, painter: QPainter, room: QRectF) -> None:
        self._network = project.network
        self._painter = painter
        self._height = room.height()
        self._kernels = {
            name.removesuffix("/kernel"): values
            for name, values in named_parameters(project).items()
            if name.endswith("/kernel")
        }
        margin = _MARGIN_SHARE * self._height
        self._ranks = _ranks(self._network)
        n_columns = max(self._ranks.values()) + 1
        self._side = min(_SHEET_SHARE * self._height, room.width() / n_columns / 1.5)
        self._line = _LINE_SHARE * self._height * min(1.0, _USUAL_COLUMNS / n_columns)
        has_sheets = any(len(shape) > 1 for shape in self._network.shapes.values())
        side = max(margin, 0.75 * self._side) if has_sheets else margin
        self._middles = _middles(self._ranks, room.adjusted(side, margin, -side, -margin))
        n_abreast = max(
            sum(middle.x() == other.x() for other in self._middles.values()) for middle in self._middles.values()
        )
        self._step = (self._height - 2 * margin) / (_MOST_DOTS - 0.5) / n_abreast
        self._radius = min(_DOT_SHARE * self._height, 0.4 * self._step)

    def paint(self) -> None:
        """Draw the links, and the layers on top of them."""
        for node in self._network.nodes:
            for source in node.inputs:
                self._paint_link(source, node)
        for node in self._network.nodes:
            self._paint_layer(node.name)

    def _dots(self, name: str) -> list[QPointF]:
        """Return the positions of the dots for a row of numbers; none for a picture."""
        shape, middle = self._network.shapes[name], self._middles[name]
        n_dots = min(shape[0], _MOST_DOTS) if len(shape) == 1 else 0
        top = middle.y() - self._step * (n_dots - 1) / 2
        return [QPointF(middle.x(), top + self._step * place) for place in range(n_dots)]

    def _paint_link(self, source: str, node: Node) -> None:
        starts, ends = self._dots(source), self._dots(node.name)
        kernel = self._kernels.get(node.name)
        if self._ranks[node.name] - self._ranks[source] > 1:
            self._paint_detour(source, node.name)
        elif not starts or not ends:
            self._paint_lines([(self._middles[source], self._middles[node.name])])
        elif isinstance(node.layer, Dense) and kernel is not None:
            self._paint_weights(starts, ends, kernel[: len(starts), : len(ends)])
        else:  # each number separately
            self._paint_lines(list(zip(starts, ends, strict=False)))

    def _paint_lines(self, lines: list[tuple[QPointF, QPointF]]) -> None:
        self._painter.setPen(QPen(theme().color(Role.OUTLINE), self._line / 2))
        for start, end in lines:
            self._painter.drawPath(_curve(start, end))

    def _paint_detour(self, source: str, target: str) -> None:
        """Draw a link past other layers above them."""
        start, end = (min(self._dots(name), default=self._middles[name], key=QPointF.y) for name in (source, target))
        above = QPointF(0, 1.6 * self._step)
        path = QPainterPath(start)
        path.cubicTo(start - above, end - above, end)
        self._painter.setPen(QPen(theme().color(Role.OUTLINE), self._line / 2))
        self._painter.drawPath(path)

    def _paint_weights(self, starts: list[QPointF], ends: list[QPointF], weights: Array) -> None:
        shares = np.abs(weights) / (float(np.abs(weights).max()) or 1.0)
        for i, j in sorted(product(range(len(starts)), range(len(ends))), key=lambda place: shares[place]):
            color = QColor(theme().color(Role.POSITIVE if weights[i, j] >= 0 else Role.NEGATIVE))
            share = float(shares[i, j])
            color.setAlphaF(0.2 + 0.75 * share)
            self._painter.setPen(QPen(color, self._line * (0.25 + 0.75 * share)))
            self._painter.drawPath(_curve(starts[i], ends[j]))

    def _paint_layer(self, name: str) -> None:
        self._painter.setPen(QPen(theme().color(Role.MUTED), 0.018 * self._height))
        self._painter.setBrush(theme().color(Role.RAISED))
        dots = self._dots(name)
        for dot in dots:
            self._painter.drawEllipse(dot, self._radius, self._radius)
        if not dots:
            self._paint_sheets(name)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_sheets(self, name: str) -> None:
        shape, middle = self._network.shapes[name], self._middles[name]
        n_sheets = min(shape[-1], _MOST_SHEETS) if len(shape) == 3 else 1
        side = self._side
        shift = 0.16 * side
        for place in range(n_sheets):
            off = shift * (place - (n_sheets - 1) / 2)
            sheet = QRectF(0, 0, side, side)
            sheet.moveCenter(middle + QPointF(off, off))
            self._painter.drawRoundedRect(sheet, 0.1 * side, 0.1 * side)


def _ranks(network: NetworkSpec) -> dict[str, int]:
    """Return the number of links on the longest path from the input to each layer."""
    ranks: dict[str, int] = {}
    for node in network.nodes:  # sources come first
        ranks[node.name] = max((ranks[source] + 1 for source in node.inputs), default=0)
    return ranks


def _middles(ranks: dict[str, int], room: QRectF) -> dict[str, QPointF]:
    """Return the middle of each layer: columns by distance from the input, parallel branches one below the other."""
    last = max(max(ranks.values()), 1)
    middles = {}
    for name, rank in ranks.items():
        abreast = [other for other in ranks if ranks[other] == rank]
        down = (abreast.index(name) + 0.5) / len(abreast)
        middles[name] = QPointF(room.left() + room.width() * rank / last, room.top() + room.height() * down)
    return middles


def _curve(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    middle = (start.x() + end.x()) / 2
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    return path
