"""Examples: inputs and targets, checked once, never copied."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.checks import check_array, check_finite
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DataError


@dataclass(frozen=True, eq=False)
class Examples:
    """Inputs and their targets.

    Attributes
    ----------
    x
        (n, *shape): floating point numbers, or uint8 pictures, of which a network sees ``x * scale``. Pictures stay
        uint8 in memory, a quarter of the size, and are scaled a batch at a time.
    y
        (n, k) targets, or (n,) whole numbers: the class of each example, from 0.
    scale
        Factor applied to ``x``.

    Raises
    ------
    DataError
        If ``x`` or ``y`` is no array, the lengths differ, something is not a finite number, or a class is below 0.
    SettingError
        If ``scale`` is not a finite number.
    """

    x: Array
    y: Array
    scale: float = 1.0

    def __post_init__(self) -> None:
        for name, values in (("x", self.x), ("y", self.y)):
            check_array(name, values)
        check_finite("scale", self.scale)
        if len(self.x) != len(self.y):
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "There are {inputs} inputs but {targets} targets: each example needs both."
                ),
                inputs=len(self.x),
                targets=len(self.y),
            )
        if self.x.ndim < 2 or self.y.ndim not in (1, 2):
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "Inputs of shape {inputs} and targets of shape {targets} are not examples."
                ),
                inputs=self.x.shape,
                targets=self.y.shape,
            )
        for name, values in (("x", self.x), ("y", self.y)):
            self._check_numbers(name, values)
        if self.has_classes and len(self.y) and int(self.y.min()) < 0:
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "Example {row} has a negative class number; classes count from 0."),
                row=int(np.argmin(self.y)) + 1,
            )

    def __len__(self) -> int:
        return len(self.x)

    @property
    def has_classes(self) -> bool:
        """Whether the targets are class numbers rather than quantities."""
        return self.y.ndim == 1

    def inputs(self, rows: slice | Array = slice(None)) -> Array:
        """Return the scaled inputs of some rows, floating point, (n, *shape)."""
        part = self.x[rows]
        return part if self.scale == 1 and part.dtype.kind == "f" else part * np.float32(self.scale)

    def take(self, rows: slice | Array) -> Examples:
        """Return some of the examples; a slice shares memory."""
        return Examples(self.x[rows], self.y[rows], self.scale)

    def _check_numbers(self, name: str, values: Array) -> None:
        is_class = values is self.y and self.has_classes
        if values.dtype.kind not in ("iu" if is_class else "biuf"):
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "Class numbers are whole numbers; these are of the type {type}.")
                if is_class
                else QT_TRANSLATE_NOOP("errors", "{name} must hold numbers; these are of the type {type}."),
                name=name,
                type=values.dtype,
            )
        if values.dtype.kind == "f" and not np.isfinite(values).all():
            row = int(np.argmin(np.isfinite(values.reshape(len(values), -1)).all(axis=1)))
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "Example {row} has a number in {name} that is not finite (NaN or infinite)."
                ),
                row=row + 1,
                name=name,
            )
