"""Nadam: Adam that looks ahead as Nesterov's momentum does."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

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
        beta_1, rest, beta_2 = (np.asarray(value, w.dtype) for value in (self.beta_1, 1 - self.beta_1, self.beta_2))
        of_mean, of_gradient, epsilon = (np.empty((), w.dtype) for _ in range(3))
        work, mean = np.empty_like(w), np.empty_like(w)
        least = least_epsilon(0, w.dtype)

        def count() -> None:
            step[()] = t = step.item() + 1
            u, u_next = (self.beta_1 * (1 - 0.5 * _WARMING**k) for k in (t, t + 1))
            product[()] = p = product.item() * u
            n_v[()] = self.beta_2 * n_v.item() + 1
            # As in Adam: v is a weighted sum, n_v the sum of its weights.
            root = sqrt(n_v.item())
            of_mean[()] = site.rate.item() * root * u_next / (1 - p * u_next)
            of_gradient[()] = site.rate.item() * root * (1 - u) / (1 - p)
            epsilon[()] = max(self.epsilon * root, least)

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
