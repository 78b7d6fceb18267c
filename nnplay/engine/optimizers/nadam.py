"""Nadam: Adam that looks ahead as Nesterov's momentum does."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_number, check_share
from nnplay.engine.optimizers.base import Optimizer, State, UpdateSite, least_epsilon

_WARMING = 0.96
"""The paper's schedule of the momentum, ``u_t = beta_1 (1 - 0.5 * 0.96^t)``."""


@dataclass(frozen=True)
class Nadam(Optimizer):
    """Adam with the mean gradient ``u' m / (1 - P u') + (1 - u) g / (1 - P)``.

    ``u`` and ``u'`` are this step's and the next one's momentum, ``P`` the product of all up to this one.
    Source: Dozat, "Incorporating Nesterov Momentum into Adam", ICLR workshop 2016; the momentum's schedule as in Keras
    (PyTorch's ``momentum_decay=1``).
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
            "squares_weight": np.zeros(()),
            "step": np.zeros(()),
            "momentum_product": np.ones(()),
        }

    def calls(self, site: UpdateSite) -> list[Call]:
        w, g = site.parameters, site.gradients
        m, v, n_v = site.state["gradients"], site.state["squares"], site.state["squares_weight"]
        step, product = site.state["step"], site.state["momentum_product"]
        beta_1, rest, beta_2 = (
            site.each(self, value)
            for value in (lambda one: one.beta_1, lambda one: 1 - one.beta_1, lambda one: one.beta_2)
        )
        of_mean, of_gradient, epsilon = (np.empty_like(site.rate) for _ in range(3))
        work, mean = np.empty_like(w), np.empty_like(w)
        least = least_epsilon(0, w.dtype)
        read, sqrt, greater = site.arithmetic
        exact_1, exact_2, least_root = (
            read(site.each(self, value, np.float64))
            for value in (lambda one: one.beta_1, lambda one: one.beta_2, lambda one: one.epsilon)
        )

        def count() -> None:
            step[()] = t = read(step) + 1
            u, u_next = (exact_1 * (1 - 0.5 * _WARMING**k) for k in (t, t + 1))
            product[()] = p = read(product) * u
            n_v[()] = squares = exact_2 * read(n_v) + 1
            # As in Adam: v is a weighted sum, n_v the sum of its weights.
            root, rate = sqrt(squares), read(site.rate)
            of_mean[()] = rate * root * u_next / (1 - p * u_next)
            of_gradient[()] = rate * root * (1 - u) / (1 - p)
            epsilon[()] = greater(least_root * root, least)

        return [
            (count, ()),
            (np.multiply, (m, beta_1, m)),
            (np.multiply, (g, rest, work)),
            (np.add, (m, work, m)),
            (np.multiply, (v, beta_2, v)),
            (np.multiply, (g, g, work)),
            (np.add, (v, work, v)),
            (np.multiply, (m, of_mean, mean)),
            (np.multiply, (g, of_gradient, work)),
            (np.add, (mean, work, mean)),
            (np.sqrt, (v, work)),
            (np.add, (work, epsilon, work)),
            (np.divide, (mean, work, mean)),
            (np.subtract, (w, mean, w)),
        ]
