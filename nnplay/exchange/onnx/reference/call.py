"""One operator with the arrays that it takes, and how much room and time is left for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.onnx.graph import Operator
from nnplay.exchange.tensors import Array

_MAX_VALUES = 50_000_000
_MAX_WORK = 10_000_000_000
"""Most multiplications: a few seconds."""


class UndefinedError(ExchangeError):
    """An operator that has no value for what it is given, or a graph that computes too much."""


class Budget:
    """How much room and time is left."""

    def __init__(self) -> None:
        self._n_values = 0
        self._work = 0

    def spend(self, n_values: int, work: int = 0) -> None:
        """Count numbers and multiplications before they are made; UndefinedError beyond the bounds."""
        self._n_values += n_values
        self._work += work
        if self._n_values > _MAX_VALUES or self._work > _MAX_WORK:
            raise UndefinedError(QT_TRANSLATE_NOOP("errors", "The model computes more than nnplay's networks may."))


@dataclass(frozen=True)
class Call:
    """One operator with the arrays that it takes; None where an input is left out.

    What it asks for and is not there raises ValueError: the operator is then not defined.
    """

    operator: Operator
    version: int
    taken: list[Array | None]
    budget: Budget

    @property
    def x(self) -> Array:
        """What it takes first."""
        return self.array(0)

    def array(self, index: int) -> Array:
        """What it takes in this place."""
        array = self.optional(index)
        if array is None:
            raise ValueError(index)
        return array

    def optional(self, index: int) -> Array | None:
        """What it takes in this place; None where nothing is."""
        return self.taken[index] if index < len(self.taken) else None

    def setting(self, name: str, otherwise: Any) -> Any:
        """A setting, or what the definition says where there is none."""
        value = self.operator.settings.get(name)
        return otherwise if value is None else value

    def axes(self) -> list[int] | None:
        """Axes, which later versions take as the second input; None for none at all."""
        array = self.optional(1)
        if array is not None:
            return [int(n) for n in array.reshape(-1)]
        given = self.operator.settings.get("axes")
        return None if given is None else [int(n) for n in given]


Compute = Callable[[Call], Array]
