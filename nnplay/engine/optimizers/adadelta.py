"""AdaDelta: steps in the units of the weights, measured against the recent steps themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_number, check_share
from nnplay.engine.optimizers.base import Optimizer, State, UpdateSite, least_epsilon


@dataclass(frozen=True)
class Adadelta(Optimizer):
    """``d = g sqrt(u + epsilon) / sqrt(s + epsilon)``, ``w = w - learning_rate * d``.

    Here ``s = rho s + (1 - rho) g²`` and ``u = rho u + (1 - rho) d²`` are running means of the squares.
    Source: Zeiler, "ADADELTA: An Adaptive Learning Rate Method", arXiv 1212.5701 (2012). The paper has no learning rate
    (that is 1.0); Keras's default of 0.001 makes it slow.
    """

    learning_rate: float = 0.001
    rho: float = 0.95
    epsilon: float = 1e-7

    def __post_init__(self) -> None:
        super().__post_init__()
        check_share("rho", self.rho)
        check_number("epsilon", self.epsilon)

    def start(self, parameters: Array) -> State:
        return {"squares": np.zeros_like(parameters), "steps": np.zeros_like(parameters)}

    def calls(self, site: UpdateSite) -> list[Call]:
        w, g = site.parameters, site.gradients
        s, u = site.state["squares"], site.state["steps"]
        rho, rest = site.each(self, lambda one: one.rho), site.each(self, lambda one: 1 - one.rho)
        epsilon = site.each(self, lambda one: least_epsilon(one.epsilon, w.dtype))
        work, d = np.empty_like(w), np.empty_like(w)
        return [
            (np.multiply, (s, rho, s)),
            (np.multiply, (g, g, work)),
            (np.multiply, (work, rest, work)),
            (np.add, (s, work, s)),
            (np.add, (u, epsilon, d)),
            (np.add, (s, epsilon, work)),
            (np.divide, (d, work, d)),
            (np.sqrt, (d, d)),
            (np.multiply, (d, g, d)),
            (np.multiply, (u, rho, u)),
            (np.multiply, (d, d, work)),
            (np.multiply, (work, rest, work)),
            (np.add, (u, work, u)),
            (np.multiply, (d, site.rate, d)),
            (np.subtract, (w, d, w)),
        ]
