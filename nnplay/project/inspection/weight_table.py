"""WeightTable: a layer's weights as a table: rows where connections start, columns where they end.

Nothing is copied and nothing is made per cell: a table is a few blocks that know where in the flat vector their numbers
lie, so that one of twenty million cells costs as much as one of six.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import NetworkSpec, Part
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.specs import ParameterSlot
from nnplay.project.errors import EditError

GAP = -1
"""The place of a cell that stands for no weight."""


@dataclass(frozen=True)
class TableView:
    """Which weights a table shows: those of a layer; of a convolution the window of one filter on one channel."""

    node: str
    filter: int = 0
    channel: int = 0


class Area(NamedTuple):
    """A rectangle of cells."""

    top: int
    left: int
    n_rows: int
    n_columns: int


@dataclass(frozen=True)
class Block:
    """Some rows of a table that belong to one parameter array.

    Attributes
    ----------
    slot
        The array.
    start
        Place of the block's first number in the flat vector.
    row_step, column_step
        From a number to the next one below it and beside it.
    """

    slot: ParameterSlot
    start: int
    n_rows: int
    n_columns: int
    row_step: int
    column_step: int


class WeightTable:
    """The cells of a view on a network.

    Attributes
    ----------
    blocks
        From top to bottom: the kernel, then a row for each array with a number a unit, such as the biases.
    n_filters, n_channels
        How many of each there are to choose from; 1 where there is no convolution.

    Raises
    ------
    EditError
        If the network has no such layer, filter or channel.
    """

    def __init__(self, network: NetworkSpec, view: TableView) -> None:
        slots = network.node_slots(view.node)
        windows = [slot for slot in slots if len(slot.shape) == 4]
        self.view = view
        self.n_filters = windows[0].shape[3] if windows else 1
        self.n_channels = windows[0].shape[2] if windows else 1
        if view.node not in network.shapes or not (
            0 <= view.filter < self.n_filters and 0 <= view.channel < self.n_channels
        ):
            raise EditError(
                QT_TRANSLATE_NOOP("errors", "The network has no weights {layer}, filter {filter}, channel {channel}."),
                layer=view.node,
                filter=view.filter,
                channel=view.channel,
            )
        self.blocks = tuple(_block(slot, view, is_window=bool(windows)) for slot in slots)
        self.n_rows = sum(block.n_rows for block in self.blocks)
        self.n_columns = max((block.n_columns for block in self.blocks), default=0)

    @property
    def everything(self) -> Area:
        """All cells."""
        return Area(0, 0, self.n_rows, self.n_columns)

    def block_at(self, row: int) -> tuple[Block, int]:
        """The block of a row, and the row's number in it."""
        for block in self.blocks:
            if row < block.n_rows:
                return block, row
            row -= block.n_rows
        raise IndexError(row)

    def place(self, row: int, column: int) -> int:
        """Where in the flat vector a cell's number is; ``GAP`` if it has none."""
        block, inner = self.block_at(row)
        if column >= block.n_columns:
            return GAP
        return block.start + inner * block.row_step + column * block.column_step

    def places(self, area: Area) -> NDArray[np.intp]:
        """Where the numbers of an area inside the table are: (n_rows, n_columns), ``GAP`` for cells without any."""
        columns = np.arange(area.left, area.left + area.n_columns)
        places = np.full((area.n_rows, area.n_columns), GAP, np.intp)
        top = 0
        for block in self.blocks:
            first, last = max(area.top, top), min(area.top + area.n_rows, top + block.n_rows)
            if first < last:
                rows = np.arange(first - top, last - top)
                inside = columns[columns < block.n_columns]
                found = block.start + rows[:, None] * block.row_step + inside * block.column_step
                places[first - area.top : last - area.top, : len(inside)] = found
            top += block.n_rows
        return places

    def values(self, vector: NDArray[np.float32], area: Area) -> NDArray[np.float32]:
        """The numbers of an area, (n_rows, n_columns); NaN for cells without any."""
        places = self.places(area)
        values = np.full(places.shape, np.nan, np.float32)
        is_cell = places != GAP
        values[is_cell] = vector[places[is_cell]]
        return values

    def part(self, row: int, column: int) -> Part | None:
        """The weight of a cell; None if it has none."""
        place = self.place(row, column)
        if place == GAP:
            return None
        slot = self.block_at(row)[0].slot
        index = np.unravel_index(place - slot.offset, slot.shape)
        return Part(self.view.node, parameter=slot.name, index=tuple(int(i) for i in index))

    def cell(self, part: Part) -> tuple[int, int] | None:
        """Row and column of a weight; None if it is not in this table, whose network may be older than the weight's."""
        top = 0
        for block in self.blocks:
            if part.node == self.view.node and part.parameter == block.slot.name and block.slot.has_place(part.index):
                place = block.slot.offset + int(np.ravel_multi_index(part.index, block.slot.shape))
                row, rest = divmod(place - block.start, block.row_step) if block.row_step else (0, place - block.start)
                column, rest = divmod(rest, block.column_step)
                is_inside = 0 <= row < block.n_rows and 0 <= column < block.n_columns and not rest
                return (top + row, column) if is_inside else None
            top += block.n_rows
        return None


def view_of(part: Part) -> TableView:
    """The view in which a weight is to be seen."""
    if len(part.index) == 4:
        return TableView(part.node, filter=part.index[3], channel=part.index[2])
    # Of a convolution's filters each has a bias of its own; elsewhere filters do not count.
    return TableView(part.node)


def _block(slot: ParameterSlot, view: TableView, *, is_window: bool) -> Block:
    shape = slot.shape
    if len(shape) == 4:
        height, width, n_channels, n_filters = shape
        start = slot.offset + view.channel * n_filters + view.filter
        return Block(slot, start, height, width, width * n_channels * n_filters, n_channels * n_filters)
    if is_window:
        return Block(slot, slot.offset + view.filter, 1, 1, 0, 1)
    if len(shape) == 2:
        return Block(slot, slot.offset, shape[0], shape[1], shape[1], 1)
    return Block(slot, slot.offset, 1, slot.size, 0, 1)
