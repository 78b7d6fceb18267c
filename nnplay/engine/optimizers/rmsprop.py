"""RMSprop: each weight's rate is divided by the root of a running mean of its squared gradient."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call, maximum
from nnplay.engine.checks import check_number, check_share
from nnplay.engine.optimizers.base import Optimizer, State, UpdateSite, least_epsilon


@dataclass(frozen=True)
class RMSprop(Optimizer):
    """``s = rho s + (1 - rho) g²``, ``w = w - learning_rate * g / sqrt(s + epsilon)``.

    With momentum the steps gather in a velocity. ``centered`` divides by the standard deviation of the gradient
    instead: ``sqrt(s - mean(g)² + epsilon)``, a little dearer and sometimes calmer.
    Source: Tieleman and Hinton, Coursera "Neural Networks for Machine Learning", lecture 6.5 (2012); Graves, arXiv
    1308.0850 (2013) for the centred form. Epsilon stands under the root as in Keras (PyTorch adds it to the root).
    """

    learning_rate: float = 0.001
    rho: float = 0.9
    momentum: float = 0.0
    epsilon: float = 1e-7
    centered: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        check_share("rho", self.rho)
        check_share("momentum", self.momentum)
        check_number("epsilon", self.epsilon)

    def start(self, parameters: Array) -> State:
        names = ["squares"]
        if self.momentum:
            names.append("velocity")
        if self.centered:
            names.append("mean")
        return {name: np.zeros_like(parameters) for name in names}

    def calls(self, site: UpdateSite) -> list[Call]:
        w, g, s = site.parameters, site.gradients, site.state["squares"]
        rho, rest = site.each(self, lambda one: one.rho), site.each(self, lambda one: 1 - one.rho)
        epsilon = site.each(self, lambda one: least_epsilon(one.epsilon, w.dtype))
        work, step = np.empty_like(w), np.empty_like(w)
        calls: list[Call] = [
            (np.multiply, (s, rho, s)),
            (np.multiply, (g, g, work)),
            (np.multiply, (work, rest, work)),
            (np.add, (s, work, s)),
            (np.add, (s, epsilon, work)),
        ]
        if self.centered:
            mean = site.state["mean"]
            calls += [
                (np.multiply, (mean, rho, mean)),
                (np.multiply, (g, rest, step)),
                (np.add, (mean, step, mean)),
                (np.multiply, (mean, mean, step)),
                (np.subtract, (work, step, work)),
                # Rounding can take a variance of almost 0 below it.
                maximum(work, epsilon, work),
            ]
        calls += [
            (np.sqrt, (work, work)),
            (np.multiply, (g, site.rate, step)),
            (np.divide, (step, work, step)),
        ]
        if not self.momentum:
            return [*calls, (np.subtract, (w, step, w))]
        m = site.state["velocity"]
        return [
            *calls,
            (np.multiply, (m, site.each(self, lambda one: one.momentum), m)),
            (np.add, (m, step, m)),
            (np.subtract, (w, m, w)),
        ]
