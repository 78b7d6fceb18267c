"""The only functions and constants that a formula can reach."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Function:
    """A function: what computes it, on arrays or single numbers, and its number of arguments."""

    compute: Callable[..., Any]
    n_arguments: int = 1


def _sigmoid(x: Any) -> Any:
    # Computed through tanh, which never overflows.
    return 0.5 * np.tanh(0.5 * x) + 0.5


FUNCTIONS: dict[str, Function] = {
    "sin": Function(np.sin),
    "cos": Function(np.cos),
    "tan": Function(np.tan),
    "asin": Function(np.arcsin),
    "acos": Function(np.arccos),
    "atan": Function(np.arctan),
    "sinh": Function(np.sinh),
    "cosh": Function(np.cosh),
    "tanh": Function(np.tanh),
    "exp": Function(np.exp),
    "log": Function(np.log),
    "ln": Function(np.log),
    "log2": Function(np.log2),
    "log10": Function(np.log10),
    "sqrt": Function(np.sqrt),
    "abs": Function(np.abs),
    "sign": Function(np.sign),
    "floor": Function(np.floor),
    "ceil": Function(np.ceil),
    "round": Function(np.rint),
    "step": Function(lambda x: np.heaviside(x, np.float32(1))),
    "relu": Function(lambda x: np.maximum(x, np.float32(0))),
    "sigmoid": Function(_sigmoid),
    "min": Function(np.minimum, 2),
    "max": Function(np.maximum, 2),
}
"""``step(0)`` is 1 and ``log`` is the natural logarithm, as everywhere in nnplay."""

CONSTANTS = {"pi": math.pi, "π": math.pi, "e": math.e}
