"""Windows that slide over a picture: the geometry that convolution and pooling share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.errors import QT_TRANSLATE_NOOP, ShapeError
from nnplay.engine.layers.base import Shape

MAX_WINDOW = 128
"""Longest side of a window, and longest stride."""

PADDINGS = ("valid", "same")


@dataclass(frozen=True)
class Windows:
    """Windows of ``size`` (height, width), ``strides`` apart.

    With the padding ``valid`` they stay inside the picture; with ``same`` there is one for every stride begun, and the
    picture is imagined to go on evenly on both sides, one more at the bottom and right: TensorFlow's rule.
    """

    size: tuple[int, int]
    strides: tuple[int, int]
    padding: str

    @property
    def places(self) -> list[tuple[int, int]]:
        """The places within a window, row by row."""
        return [(row, column) for row in range(self.size[0]) for column in range(self.size[1])]

    @property
    def is_disjoint(self) -> bool:
        """Whether no two windows overlap."""
        return all(stride >= length for stride, length in zip(self.strides, self.size, strict=True))

    def counts(self, shape: Shape) -> tuple[int, int]:
        """How many windows there are, down and across, in a picture of ``shape`` (height, width, channels).

        Raises
        ------
        ShapeError
            If it is no picture, or smaller than a window.
        """
        if len(shape) != 3:
            raise ShapeError(
                QT_TRANSLATE_NOOP("errors", "It takes pictures (height, width, channels), not the shape {shape}."),
                shape=shape,
            )
        if self.padding == "same":
            return -(-shape[0] // self.strides[0]), -(-shape[1] // self.strides[1])
        if shape[0] < self.size[0] or shape[1] < self.size[1]:
            raise ShapeError(
                QT_TRANSLATE_NOOP("errors", "A window of {size} does not fit into the picture {shape}."),
                size=self.size,
                shape=shape,
            )
        return (shape[0] - self.size[0]) // self.strides[0] + 1, (shape[1] - self.size[1]) // self.strides[1] + 1

    def margins(self, shape: Shape) -> tuple[tuple[int, int], tuple[int, int]]:
        """What padding adds: ((above, below), (left, right))."""
        if self.padding == "valid":
            return (0, 0), (0, 0)
        reach = [
            max((count - 1) * stride + size - length, 0)
            for count, stride, size, length in zip(self.counts(shape), self.strides, self.size, shape[:2], strict=True)
        ]
        return (reach[0] // 2, reach[0] - reach[0] // 2), (reach[1] // 2, reach[1] - reach[1] // 2)

    def padded(self, picture: Array, value: float) -> tuple[Array, Array]:
        """An array for ``picture`` (height, width, channels, batch) with its margins, and the view of it inside them.

        Without margins both are the picture itself. The caller copies the picture in; the margins hold ``value``.
        """
        (above, below), (left, right) = self.margins(picture.shape[:3])
        if not above + below + left + right:
            return picture, picture
        height, width, *rest = picture.shape
        whole = np.full((height + above + below, width + left + right, *rest), value, picture.dtype)
        return whole, whole[above : above + height, left : left + width]

    def at(self, place: tuple[int, int], padded: Array, counts: tuple[int, int]) -> Array:
        """What all windows have at one place: (windows down, windows across, channels, batch), a view."""
        row, column = (
            slice(first, first + (count - 1) * stride + 1, stride)
            for first, count, stride in zip(place, counts, self.strides, strict=True)
        )
        return padded[row, column]
