"""AdaGrad: each weight's rate falls with the squares of all gradients it has met."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_number
from nnplay.engine.optimizers.base import Optimizer, State, UpdateSite, least_epsilon


@dataclass(frozen=True)
class Adagrad(Optimizer):
    """``s = s + g²``, ``w = w - learning_rate * g / sqrt(s + epsilon)``.

    Source: Duchi, Hazan and Singer, "Adaptive Subgradient Methods", JMLR 12 (2011); start value and epsilon as in
    Keras.
    """

    learning_rate: float = 0.001
    initial_accumulator_value: float = 0.1
    epsilon: float = 1e-7

    def __post_init__(self) -> None:
        super().__post_init__()
        check_number("initial accumulator value", self.initial_accumulator_value, is_zero_allowed=True)
        check_number("epsilon", self.epsilon)

    def start(self, parameters: Array) -> State:
        return {"squares": np.full_like(parameters, self.initial_accumulator_value)}

    def calls(self, site: UpdateSite) -> list[Call]:
        w, g, s = site.parameters, site.gradients, site.state["squares"]
        epsilon = site.each(self, lambda one: least_epsilon(one.epsilon, w.dtype))
        work, step = np.empty_like(w), np.empty_like(w)
        return [
            (np.multiply, (g, g, work)),
            (np.add, (s, work, s)),
            (np.add, (s, epsilon, work)),
            (np.sqrt, (work, work)),
            (np.multiply, (g, site.rate, step)),
            (np.divide, (step, work, step)),
            (np.subtract, (w, step, w)),
        ]
