"""Adam: running means of the gradient and of its square, corrected for their start at 0."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_number, check_share
from nnplay.engine.optimizers.base import Optimizer, State, UpdateSite, least_epsilon


@dataclass(frozen=True)
class Adam(Optimizer):
    """``w = w - learning_rate * mean(g) / (sqrt(mean(g²)) + epsilon)`` with exponentially weighted means.

    Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015, Algorithm 1, as in PyTorch. (Keras
    adds epsilon to the uncorrected root, "epsilon hat" in section 2: with 1e-7 the two differ in the first steps only.)

    The means are kept as weighted sums ``m = beta_1 m + g`` beside the sum of the weights, ``n = beta_1 n + 1``:
    ``m / n`` is the paper's corrected mean, takes two vector passes fewer, and stays a weighted mean when beta changes.
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-7

    def __post_init__(self) -> None:
        super().__post_init__()
        check_share("beta 1", self.beta_1)
        check_share("beta 2", self.beta_2)
        check_number("epsilon", self.epsilon)

    def start(self, parameters: Array) -> State:
        return {
            "gradients": np.zeros_like(parameters),
            "squares": np.zeros_like(parameters),
            "gradients_weight": np.zeros(()),
            "squares_weight": np.zeros(()),
        }

    def calls(self, site: UpdateSite) -> list[Call]:
        w, g = site.parameters, site.gradients
        m, v = site.state["gradients"], site.state["squares"]
        n_m, n_v = site.state["gradients_weight"], site.state["squares_weight"]
        beta_1, beta_2 = site.each(self, lambda one: one.beta_1), site.each(self, lambda one: one.beta_2)
        scale, epsilon = np.empty_like(site.rate), np.empty_like(site.rate)
        work = np.empty_like(w)
        least, rate = least_epsilon(0, w.dtype), site.rate
        read, sqrt, greater = site.arithmetic
        exact_1, exact_2, least_root = (
            read(site.each(self, value, np.float64))
            for value in (lambda one: one.beta_1, lambda one: one.beta_2, lambda one: one.epsilon)
        )

        def count() -> None:
            n_m[()] = first = exact_1 * read(n_m) + 1
            n_v[()] = second = exact_2 * read(n_v) + 1
            root = sqrt(second)
            scale[()] = read(rate) * root / first
            epsilon[()] = greater(least_root * root, least)

        return [
            (count, ()),
            (np.multiply, (m, beta_1, m)),
            (np.add, (m, g, m)),
            (np.multiply, (v, beta_2, v)),
            (np.multiply, (g, g, work)),
            (np.add, (v, work, v)),
            (np.sqrt, (v, work)),
            (np.add, (work, epsilon, work)),
            (np.divide, (m, work, work)),
            (np.multiply, (work, scale, work)),
            (np.subtract, (w, work, w)),
        ]
