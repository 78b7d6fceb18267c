"""WindowPlaces: which places of a picture a window lies on, and which windows lie on a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from nnplay.engine.layers import Shape
from nnplay.engine.layers.windows import Windows

N = TypeVar("N", int, NDArray[np.int_])


@dataclass(frozen=True)
class Contact:
    """A place of a picture inside a window; all counted from 0.

    Attributes
    ----------
    window
        Which window, (down, across).
    within
        Where inside the window, (row, column).
    place
        Where in the picture, (row, column).
    """

    window: tuple[int, int]
    within: tuple[int, int]
    place: tuple[int, int]


class WindowPlaces:
    """The windows on a picture of ``shape`` (height, width, channels); what lies in the margins is no place."""

    def __init__(self, windows: Windows, shape: Shape) -> None:
        self._windows, self._shape = windows, shape
        self._counts = windows.counts(shape)
        (above, _), (left, _) = windows.margins(shape)
        self._margins = above, left

    def of_window(self, window: tuple[int, int]) -> list[Contact]:
        """The places of one window, row by row."""
        found = (self._contact(window, within) for within in self._windows.places)
        return [contact for contact in found if contact is not None]

    def of_place(self, place: tuple[int, int]) -> list[Contact]:
        """The windows that lie on one place of the picture."""
        found = []
        for within in self._windows.places:
            steps = [
                divmod(at + margin - inside, stride)
                for at, margin, inside, stride in zip(place, self._margins, within, self._windows.strides, strict=True)
            ]
            (down, rest_down), (across, rest_across) = steps
            is_there = 0 <= down < self._counts[0] and 0 <= across < self._counts[1]
            if is_there and not rest_down and not rest_across:
                found.append(Contact((down, across), within, place))
        return found

    def of_weight(self, within: tuple[int, int]) -> tuple[range, range]:
        """The windows, down and across, whose place ``within`` lies on the picture."""
        down, across = (
            range(max(0, -((inside - margin) // stride)), min(count, (length - 1 - inside + margin) // stride + 1))
            for inside, margin, stride, count, length in zip(
                within, self._margins, self._windows.strides, self._counts, self._shape[:2], strict=True
            )
        )
        return down, across

    def place(self, window: tuple[N, N], within: tuple[int, int]) -> tuple[N, N]:
        """Where in the picture a place inside a window is, or inside many: numbers or arrays of them."""
        row, column = (
            number * stride + inside - margin
            for number, stride, inside, margin in zip(window, self._windows.strides, within, self._margins, strict=True)
        )
        return row, column

    def _contact(self, window: tuple[int, int], within: tuple[int, int]) -> Contact | None:
        row, column = self.place(window, within)
        is_inside = 0 <= row < self._shape[0] and 0 <= column < self._shape[1]
        return Contact(window, within, (row, column)) if is_inside else None
