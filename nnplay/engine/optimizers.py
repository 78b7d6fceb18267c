"""Optimizers: frozen descriptions with Keras's names and defaults, bound to one flat vector when training starts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_number, check_share


class BoundOptimizer:
    """An optimizer at work on a network's flat vectors.

    Attributes
    ----------
    calls
        What one step runs after the gradients are there; settings live in 0-d arrays, so they change without rebinding.
    """

    calls: list[Call]

    def apply(self, optimizer: Optimizer) -> None:
        """Take over new settings of the same kind of optimizer, keeping what it has gathered."""
        raise NotImplementedError


@dataclass(frozen=True)
class Optimizer:
    """Base of all optimizers."""

    learning_rate: float

    def __post_init__(self) -> None:
        check_number("learning rate", self.learning_rate)

    @property
    def kind(self) -> str:
        """The optimizer's type name, as in Keras."""
        return type(self).__name__

    def bind(self, parameters: Array, gradients: Array) -> BoundOptimizer:
        """Prepare to move ``parameters`` (n,) against ``gradients`` (n,), both in place."""
        raise NotImplementedError


@dataclass(frozen=True)
class SGD(Optimizer):
    """Gradient descent: ``w = w - learning_rate * dL/dw``."""

    learning_rate: float = 0.01

    def bind(self, parameters: Array, gradients: Array) -> BoundOptimizer:
        return _BoundSGD(self, parameters, gradients)


class _BoundSGD(BoundOptimizer):
    def __init__(self, optimizer: SGD, parameters: Array, gradients: Array) -> None:
        self._rate = np.empty((), parameters.dtype)
        step = np.empty_like(parameters)
        self.calls = [
            (np.multiply, (gradients, self._rate, step)),
            (np.subtract, (parameters, step, parameters)),
        ]
        self.apply(optimizer)

    def apply(self, optimizer: Optimizer) -> None:
        self._rate[()] = optimizer.learning_rate


@dataclass(frozen=True)
class Adam(Optimizer):
    """Adam (Kingma and Ba, ICLR 2015): running means of the gradient and of its square, corrected for their start at 0."""

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-7

    def __post_init__(self) -> None:
        super().__post_init__()
        check_share("beta 1", self.beta_1)
        check_share("beta 2", self.beta_2)
        check_number("epsilon", self.epsilon)

    def bind(self, parameters: Array, gradients: Array) -> BoundOptimizer:
        return _BoundAdam(self, parameters, gradients)


class _BoundAdam(BoundOptimizer):
    """Adam with the bias corrections folded into the rate and epsilon, as in section 2 of the paper: fewer vector passes.

    w -= rate * sqrt(1 - b2^t) / (1 - b1^t) * m / (sqrt(v) + epsilon * sqrt(1 - b2^t)) is the same number as the textbook form.
    """

    def __init__(self, optimizer: Adam, parameters: Array, gradients: Array) -> None:
        dtype = parameters.dtype
        self._m, self._v, work = (np.zeros_like(parameters) for _ in range(3))
        self._b1, self._b2, self._c1, self._c2, self._rate, self._epsilon = (np.empty((), dtype) for _ in range(6))
        self._n_steps = 0
        self.apply(optimizer)
        m, v = self._m, self._v
        self.calls = [
            (self._correct, ()),
            (np.multiply, (m, self._b1, m)),
            (np.multiply, (gradients, self._c1, work)),
            (np.add, (m, work, m)),
            (np.multiply, (v, self._b2, v)),
            (np.multiply, (gradients, gradients, work)),
            (np.multiply, (work, self._c2, work)),
            (np.add, (v, work, v)),
            (np.sqrt, (v, work)),
            (np.add, (work, self._epsilon, work)),
            (np.divide, (m, work, work)),
            (np.multiply, (work, self._rate, work)),
            (np.subtract, (parameters, work, parameters)),
        ]

    def apply(self, optimizer: Optimizer) -> None:
        assert isinstance(optimizer, Adam)
        self._settings = optimizer
        self._b1[()], self._b2[()] = optimizer.beta_1, optimizer.beta_2
        self._c1[()], self._c2[()] = 1 - optimizer.beta_1, 1 - optimizer.beta_2

    def _correct(self) -> None:
        self._n_steps += 1
        settings = self._settings
        root = (1 - settings.beta_2**self._n_steps) ** 0.5
        self._rate[()] = settings.learning_rate * root / (1 - settings.beta_1**self._n_steps)
        self._epsilon[()] = settings.epsilon * root


OPTIMIZERS: dict[str, type[Optimizer]] = {optimizer.__name__: optimizer for optimizer in (SGD, Adam)}
