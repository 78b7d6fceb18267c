"""The base of optimizers: frozen descriptions that turn gradients into steps on one flat vector."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, ClassVar

import numpy as np
from numpy.typing import DTypeLike

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_number

State = dict[str, Array]
"""What an optimizer gathers during a run, by name: vectors of the parameters' length and 0-d arrays, never anything
else, so that a run is saved and resumed by copying arrays."""


@dataclass(frozen=True)
class UpdateSite:
    """Where an optimizer works; all arrays are changed in place and never move.

    In a stack of K networks vectors are (K, n), and what is one number for a network is (K, 1).

    Attributes
    ----------
    parameters, gradients
        (n,) flat vectors.
    rate
        0-d array: the learning rate of the next step, which a schedule may change between steps.
    state
        The arrays of ``Optimizer.start``, or those of an earlier run.
    evaluate
        Computes loss and ``gradients`` once more for the present parameters and the same examples; gives the loss.
        For optimizers that look more than once a step.
    together
        In a stack the optimizer of each network, of one kind and with other numbers; empty for a single network.
    """

    parameters: Array
    gradients: Array
    rate: Array
    state: State
    evaluate: Callable[[], float]
    together: Sequence[Any] = ()

    def each(self, optimizer: Any, value: Callable[[Any], float], dtype: DTypeLike | None = None) -> Array:
        """A number of ``optimizer`` as a 0-d array of the parameters' type, in a stack that of each network (K, 1)."""
        dtype = dtype or self.parameters.dtype
        if not self.together:
            return np.asarray(value(optimizer), dtype)
        return np.array([[value(each)] for each in self.together], dtype)

    @property
    def arithmetic(self) -> Arithmetic:
        """How to read, take the root, and take the greater of numbers that each network has one of.

        For a network by itself they are plain floats, which is quickest; in a stack float64 arrays (K, 1).
        """
        return _OF_ROWS if self.together else _OF_NUMBERS


Arithmetic = tuple[Callable[[Array], Any], Callable[[Any], Any], Callable[[Any, Any], Any]]

_OF_NUMBERS: Arithmetic = (np.ndarray.item, sqrt, max)
_OF_ROWS: Arithmetic = (lambda array: array.astype(np.float64), np.sqrt, np.maximum)


@dataclass(frozen=True)
class Optimizer:
    """Base of all optimizers: names and defaults are Keras's where Keras has the optimizer, PyTorch's elsewhere."""

    learning_rate: float

    is_full_batch: ClassVar[bool] = False
    """Whether a step takes all examples, whatever the batch size says."""

    def __post_init__(self) -> None:
        check_number("learning rate", self.learning_rate)

    @property
    def kind(self) -> str:
        """The optimizer's type name."""
        return type(self).__name__

    def start(self, parameters: Array) -> State:
        """Fresh state for a vector of parameters (n,)."""
        return {}

    def carry_on(self, before: Optimizer | None, state: State, parameters: Array) -> State:
        """State for going on from an optimizer that had gathered ``state``: kept as far as both are of one kind."""
        fresh = self.start(parameters)
        return {name: state.get(name, array) for name, array in fresh.items()} if type(before) is type(self) else fresh

    def calls(self, site: UpdateSite) -> list[Call]:
        """Calls that move ``site.parameters`` once against ``site.gradients``, without allocating."""
        raise NotImplementedError


def least_epsilon(epsilon: float, dtype: np.dtype[Any]) -> float:
    """``epsilon``, or the least number that the type holds in full: rounded to 0 it would divide 0 by 0."""
    return max(epsilon, float(np.finfo(dtype).tiny))
