"""SGD: gradient descent, with momentum and Nesterov's look ahead."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_share
from nnplay.engine.optimizers.base import Optimizer, State, UpdateSite


@dataclass(frozen=True)
class SGD(Optimizer):
    """``w = w - learning_rate * g``.

    With momentum the velocity ``m = momentum * m - learning_rate * g`` is added instead. Nesterov's form steps from
    where the velocity leads: ``w = w + momentum * m - learning_rate * g``. Sources: Polyak (1964); Sutskever et al.,
    "On the importance of initialization and momentum in deep learning" (ICML 2013).
    """

    learning_rate: float = 0.01
    momentum: float = 0.0
    nesterov: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        check_share("momentum", self.momentum)

    def start(self, parameters: Array) -> State:
        return {"velocity": np.zeros_like(parameters)} if self.momentum else {}

    def calls(self, site: UpdateSite) -> list[Call]:
        w, g = site.parameters, site.gradients
        step = np.empty_like(w)
        scaled: Call = (np.multiply, (g, site.rate, step))
        if not self.momentum:
            return [scaled, (np.subtract, (w, step, w))]
        m, momentum = site.state["velocity"], site.each(self, lambda one: one.momentum)
        velocity: list[Call] = [scaled, (np.multiply, (m, momentum, m)), (np.subtract, (m, step, m))]
        if not self.nesterov:
            return [*velocity, (np.add, (w, m, w))]
        return [
            *velocity,
            (np.subtract, (w, step, w)),
            (np.multiply, (m, momentum, step)),
            (np.add, (w, step, w)),
        ]
