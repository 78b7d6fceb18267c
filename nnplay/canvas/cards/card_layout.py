"""Card layout: the position of everything on a layer's card. Pure geometry, in scene pixels from the card's centre.

Parts with text grow with the user's text size, a neuron's tile by half as much. All cards of a network have the same
height, so that names, neurons and controls line up across the network.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF

from nnplay.canvas.cards import faces
from nnplay.canvas.style import grown, style
from nnplay.engine import Input, NetworkSpec, Node

_TILE = 36.0
_TILE_GAP = 8.0
MOST_FULL_TILES = 8
"""With more units, up to MAX_TILES, tiles shrink so that the column keeps its height."""

MAX_TILES = 12
"""Layers with more units show a few of them as samples."""

DOT = 8.0
PADDING = 12.0
_HEADER = 50.0
_CONTROL = 26.0
_ROW_GAP = 6.0
_BELOW_CONTROLS = 34.0
_CHEVRON = 18.0
_LEAST_TILES = 3
_BODY_MARGIN = 6.0
_LEAST_WIDTH = 106.0
_LEAST_SLIM_WIDTH = 78.0
_MOST_NAME_WIDTH = 150.0
_MOST_LABEL_WIDTH = 110.0

SAMPLE = 32.0
SAMPLE_PITCH = 36.0
SAMPLE_COLUMNS = 3
_SAMPLE_NOTE = 20.0
N_SAMPLES = 15

_LEAST_SCALE = 0.5
_MOST_SCALE = 2.0
"""Tiles become no smaller where there is little room, and tiles and samples no larger where there is much."""


def control_height() -> float:
    """Return the height of a control on a card."""
    return grown(_CONTROL)


def note_height() -> float:
    """Return the height of the note below the samples, which says how many there are."""
    return grown(_SAMPLE_NOTE)


class Body(Enum):
    """The content in the middle of a card."""

    TILES = auto()
    """One picture per neuron."""
    DOTS = auto()
    """One dot per number that is only passed through."""
    SAMPLES = auto()
    """A few of many units."""
    EXAMPLES = auto()
    """A few of the input pictures."""
    BLANK = auto()
    """Nothing: many numbers that are only passed through."""


@dataclass(frozen=True)
class CardLayout:
    """The positions of the parts of one card.

    Attributes
    ----------
    n_units
        Number of neurons of the layer; for pictures, of channels.
    labels
        Texts to the left of the tiles; empty for none.
    tile_x
        Horizontal middle of the column of tiles.
    body_height
        The same for all cards of a network.
    scale
        Size of the tiles or samples; 1 for the usual one.
    columns
        Number of columns of samples.
    """

    body: Body
    n_units: int
    labels: tuple[str, ...]
    width: float
    tile_x: float
    body_height: float
    scale: float = 1.0
    columns: int = SAMPLE_COLUMNS

    @property
    def rect(self) -> QRectF:
        """The card."""
        height = grown(_HEADER) + self.body_height + _footer()
        return QRectF(-self.width / 2, -height / 2, self.width, height)

    @property
    def header(self) -> QRectF:
        """The part with the name, by which the card can be dragged."""
        return QRectF(self.rect.left(), self.rect.top(), self.width, grown(_HEADER))

    @property
    def body_middle(self) -> float:
        """Vertical position of the middle of the neurons."""
        return self.rect.top() + grown(_HEADER) + self.body_height / 2

    def control(self, row: int) -> QRectF:
        """Return the row of controls number 0 or 1 below the neurons."""
        top = self.rect.bottom() - _footer() + PADDING - 4 + row * (control_height() + _ROW_GAP)
        return QRectF(self.rect.left() + 10, top, self.width - 20, control_height())

    @property
    def caption(self) -> QRectF:
        """The line of small print at the bottom."""
        return QRectF(self.rect.left() + 6, self.rect.bottom() - grown(26), self.width - 12, grown(18))

    @property
    def is_each_shown(self) -> bool:
        """Whether every unit is visible, so that connections can be drawn individually."""
        return self.body in (Body.TILES, Body.DOTS)

    @property
    def n_shown(self) -> int:
        """Number of units with a tile, a dot or a sample."""
        if self.is_each_shown:
            return self.n_units
        if self.body is Body.EXAMPLES:
            return N_SAMPLES
        return 0 if self.body is Body.BLANK else min(N_SAMPLES, self.n_units)

    @property
    def tile_side(self) -> float:
        """Width and height of the shape for one unit."""
        if self.body is Body.DOTS:
            return DOT
        return self.scale * (_tile() if self.body is Body.TILES else SAMPLE)

    def port_heights(self) -> NDArray[np.float64]:
        """(n,) vertical middles of the neurons, or (1,) if many are shown as one."""
        if self.is_each_shown:
            steps = np.arange(self.n_units, dtype=np.float64) - (self.n_units - 1) / 2
            return self.body_middle + steps * _pitch() * self.scale
        return np.array([self.body_middle])

    @property
    def port_reach(self) -> float:
        """Distance from ``tile_x`` to the ends of the connections."""
        if self.is_each_shown:
            return self.tile_side / 2
        return 0.0 if self.body is Body.BLANK else _samples_side(self.columns) * self.scale / 2

    @property
    def port_gap(self) -> float:
        """Gap between a ribbon and the units, including the bias squares that extend beyond them."""
        return 0.0 if self.body is Body.BLANK else 6.0

    @property
    def port_span(self) -> float:
        """Height over which a ribbon leaves or enters the card."""
        if self.is_each_shown:
            return _column_height(self.n_units) * self.scale
        return _samples_side(ceil((self.n_shown or N_SAMPLES) / self.columns)) * self.scale

    def unit_rect(self, index: int) -> QRectF:
        """Return the tile, dot or sample of one unit."""
        side = self.tile_side
        if self.is_each_shown:
            return QRectF(self.tile_x - side / 2, float(self.port_heights()[index]) - side / 2, side, side)
        row, column = divmod(index, self.columns)
        corner = QPointF(self.tile_x - self.port_reach, self.body_middle - self.port_span / 2)
        return QRectF(corner + QPointF(column, row) * SAMPLE_PITCH * self.scale, QSizeF(side, side))


def lay_out_cards(
    network: NetworkSpec, labels: tuple[str, ...], body_room: float | None = None, sample_scale: float = 0.0
) -> dict[str, CardLayout]:
    """Return the layout of every node's card.

    Parameters
    ----------
    labels
        Names of the inputs; empty if they have no names.
    body_room
        Height that there is for the neurons: cards are then as narrow as their texts allow, and the tiles and samples
        as large as they can be. None for the usual sizes.
    sample_scale
        With ``body_room``, how large samples may become at the cost of wider cards; 0 keeps these narrow.
    """
    cards = {node.name: _lay_out(network, node, labels, body_room, sample_scale) for node in network.nodes}
    natural = (_natural_height(card) for card in cards.values())
    body_height = max(_column_height(_LEAST_TILES), *natural) + 2 * _BODY_MARGIN
    return {name: replace(card, body_height=body_height) for name, card in cards.items()}


def is_pass_through(network: NetworkSpec, node: Node) -> bool:
    """Return whether a node only passes on the neurons before it; such a layer gets a narrow card."""
    return not isinstance(node.layer, Input) and network.slot(node.name, "kernel") is None


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as people write it: ``128`` or ``28×28``; a single channel is left out."""
    axes = shape[:-1] if len(shape) == 3 and shape[-1] == 1 else shape
    return "×".join(str(length) for length in axes)


def _lay_out(
    network: NetworkSpec, node: Node, labels: tuple[str, ...], room: float | None, sample_scale: float
) -> CardLayout:
    """Return a node's layout without the height, for which all cards must be known."""
    body, n_units = _body(network, node), _n_units(network, node.name)
    shown = labels if isinstance(node.layer, Input) and body is Body.TILES and len(labels) == n_units else ()
    widest_label = max((style().control_width(label) for label in shown), default=-8.0)
    label_width = min(widest_label, grown(_MOST_LABEL_WIDTH)) + 8
    if is_pass_through(network, node):
        wanted = max(_LEAST_SLIM_WIDTH, 2 * PADDING + style().control_width(faces.title(node.layer.kind)))
    else:
        wanted = max(_LEAST_WIDTH, 2 * PADDING + label_width + _tile(), 2 * PADDING + _text_width(network, node))
    wanted = max(wanted, 2 * PADDING + min(style().name_width(node.name), grown(_MOST_NAME_WIDTH)))
    layout = CardLayout(body, n_units, shown, 0.0, label_width / 2, 0.0, _shrink(n_units))
    if body in (Body.SAMPLES, Body.EXAMPLES, Body.BLANK):
        layout = replace(layout, scale=1.0)
    if body in (Body.SAMPLES, Body.EXAMPLES):
        down = 0.0 if room is None else room - 2 * (_BODY_MARGIN + note_height())
        most = 1.0 if room is None else min(sample_scale, down / layout.port_span)
        wanted = max(wanted, 2 * PADDING + SAMPLE_COLUMNS * SAMPLE_PITCH * most)
    layout = replace(layout, width=2 * ceil(wanted / 2))
    return layout if room is None else _enlarged(layout, room - 2 * _BODY_MARGIN)


def _enlarged(layout: CardLayout, room: float) -> CardLayout:
    """Return the layout with tiles or samples as large as they can be in a body of this height."""
    if layout.is_each_shown:
        down = room / _column_height(layout.n_units)
        if down < layout.scale:
            return replace(layout, scale=max(down, min(layout.scale, _LEAST_SCALE)))
    if layout.body is Body.TILES:
        across = (layout.width - 2 * PADDING - 2 * max(0.0, layout.tile_x)) / _tile()
        return replace(layout, scale=max(layout.scale, min(across, down, _MOST_SCALE)))
    if layout.body not in (Body.SAMPLES, Body.EXAMPLES):
        return layout
    across, down = layout.width - 2 * PADDING, room - 2 * note_height()
    scales = {
        columns: min(across / _samples_side(columns), down / _samples_side(ceil(layout.n_shown / columns)), _MOST_SCALE)
        for columns in range(1, SAMPLE_COLUMNS + 1)
    }
    columns = max(scales, key=lambda each: (scales[each], each))
    return replace(layout, scale=scales[columns], columns=columns)


def _text_width(network: NetworkSpec, node: Node) -> float:
    """Return the width of the longest text on a card, including the padding of its controls."""
    kind_line = f"{faces.title(node.layer.kind)} · {shape_text(network.shapes[node.name])}"
    activation = style().control_width(str(getattr(node.layer, "activation", ""))) + grown(_CHEVRON)
    stepper = 2 * control_height() + style().control_width("100")
    return max(style().caption_width(kind_line), activation, stepper)


def _body(network: NetworkSpec, node: Node) -> Body:
    is_few = len(network.shapes[node.name]) == 1 and _n_units(network, node.name) <= MAX_TILES
    if is_pass_through(network, node):
        if _is_square_picture(network.shapes[node.name]):
            return Body.SAMPLES
        is_same = node.layer.is_view(is_training=False)
        return Body.BLANK if not is_few else Body.DOTS if is_same else Body.TILES
    if is_few:
        return Body.TILES
    is_picture = isinstance(node.layer, Input) and len(network.shapes[node.name]) > 1
    return Body.EXAMPLES if is_picture else Body.SAMPLES


def _is_square_picture(shape: tuple[int, ...]) -> bool:
    return len(shape) == 3 and shape[0] == shape[1]


def _natural_height(layout: CardLayout) -> float:
    return layout.port_span + (0 if layout.is_each_shown else 2 * note_height())


def _tile() -> float:
    return (_TILE + grown(_TILE)) / 2


def _pitch() -> float:
    return _tile() + _TILE_GAP


def _footer() -> float:
    return 2 * control_height() + _ROW_GAP + grown(_BELOW_CONTROLS)


def _shrink(n_units: int) -> float:
    return min(1.0, MOST_FULL_TILES / n_units)


def _column_height(n_units: int) -> float:
    """Return the height of a column of tiles of the usual size."""
    return (n_units - 1) * _pitch() + _tile()


def _samples_side(n_samples: int) -> float:
    """Return the width or height of a row or column of samples of the usual size."""
    return n_samples * SAMPLE_PITCH - (SAMPLE_PITCH - SAMPLE)


def _n_units(network: NetworkSpec, name: str) -> int:
    """Return the number of neurons of a layer; for pictures, of channels."""
    return network.shapes[name][-1]
