"""Columns: the windows of a picture, gathered so that a convolution is a matrix product, and scattered back.

A few rows of windows are gathered at a time, into one buffer that stays in the processor's cache and bounds the memory.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.layers.base import Shape
from nnplay.engine.layers.windows import Windows

MOST_NUMBERS = 2**20
"""In the buffer: 4 MB."""


@dataclass(frozen=True)
class Block:
    """Some rows of windows.

    Attributes
    ----------
    rows, positions
        Which rows of windows, and which windows.
    columns
        (windows, height x width x channels, and a row of ones where wanted, batch), part of the common buffer.
    places
        The same without the ones: (windows down, windows across, height, width, channels, batch).
    gather
        The call that fills them.
    """

    rows: slice
    positions: slice
    columns: Array
    places: Array
    gather: Call


class Columns:
    """The columns of a picture for one convolution.

    Parameters
    ----------
    picture
        (height, width, channels, batch), the convolution's input.
    windows
        Where it looks.
    shape
        (windows down, windows across, filters), its output.
    has_ones
        Whether a row of ones follows each column, for the bias.

    Attributes
    ----------
    blocks
        The blocks, from top to bottom.
    prepare
        Calls to run before anything is gathered.
    """

    def __init__(self, picture: Array, windows: Windows, shape: Shape, *, has_ones: bool) -> None:
        self._windows = windows
        height, width, n_filters = shape
        n_batch = picture.shape[-1]
        self._counts = height, width
        self.prepare: list[Call] = []
        whole = self._whole(picture)
        down, across = windows.strides
        views = np.lib.stride_tricks.sliding_window_view(whole, windows.size, (0, 1))[::down, ::across]
        views = views.transpose(0, 1, 4, 5, 2, 3)  # (down, across, height, width, channels, batch)

        n_places = windows.size[0] * windows.size[1] * picture.shape[2]
        n_rows = max(1, min(height, MOST_NUMBERS // (width * (n_places + 1) * max(n_batch, n_filters))))
        buffer = np.ones((n_rows * width, n_places + has_ones, n_batch), picture.dtype)
        places = buffer[:, :n_places].reshape(n_rows, width, *views.shape[2:])
        self.blocks: list[Block] = []
        for first in range(0, height, n_rows):
            rows = slice(first, min(first + n_rows, height))
            positions = slice(rows.start * width, rows.stop * width)
            part = places[: rows.stop - rows.start]
            columns = buffer[: positions.stop - positions.start]
            self.blocks.append(Block(rows, positions, columns, part, (np.copyto, (part, views[rows]))))

    def scatter(self, dx: Array) -> tuple[list[Call], list[list[Call]], list[Call]]:
        """Calls that add what stands in the columns to ``dx`` (height, width, channels, batch).

        Returns
        -------
        before, each, after
            What to run before all, after each block's columns are there, and after all.
        """
        whole, inside = self._windows.padded(dx, 0)
        each: list[list[Call]] = []
        for block in self.blocks:
            each.append([])
            for place in self._windows.places:
                target = self._windows.at(place, whole, self._counts)[block.rows]
                each[-1].append((np.add, (target, block.places[:, :, place[0], place[1]], target)))
        return [(whole.fill, (0,))], each, [] if inside is dx else [(np.copyto, (dx, inside))]

    def _whole(self, picture: Array) -> Array:
        """The picture with its margins, contiguous; ``prepare`` then copies it there, unless it is so already."""
        whole, inside = self._windows.padded(picture, 0)
        if inside is picture and picture.flags.c_contiguous:
            return picture
        if inside is picture:
            whole = inside = np.empty(picture.shape, picture.dtype)
        self.prepare.append((np.copyto, (inside, picture)))
        return whole
