"""How weights begin: each initializer draws one array from a random generator.

Sources: Glorot and Bengio (AISTATS 2010); He et al. (ICCV 2015); LeCun et al., "Efficient BackProp" (1998). The names and
bounds are those of Keras; ``playground_uniform`` and ``playground_bias`` are TensorFlow Playground's.
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

import numpy as np

from nnplay.engine.calls import Array

Initializer = Callable[[np.random.Generator, tuple[int, ...], int, int], Array]
"""``initializer(rng, shape, fan_in, fan_out)`` gives a float64 array of ``shape``."""


def _constant(value: float) -> Initializer:
    return lambda rng, shape, fan_in, fan_out: np.full(shape, value)


def _uniform(limit: Callable[[int, int], float]) -> Initializer:
    def draw(rng: np.random.Generator, shape: tuple[int, ...], fan_in: int, fan_out: int) -> Array:
        bound = limit(fan_in, fan_out)
        return rng.uniform(-bound, bound, shape)

    return draw


def _normal(deviation: Callable[[int, int], float]) -> Initializer:
    return lambda rng, shape, fan_in, fan_out: rng.normal(0, deviation(fan_in, fan_out), shape)


INITIALIZERS: dict[str, Initializer] = {
    "zeros": _constant(0),
    "ones": _constant(1),
    "random_uniform": _uniform(lambda fan_in, fan_out: 0.05),
    "random_normal": _normal(lambda fan_in, fan_out: 0.05),
    "glorot_uniform": _uniform(lambda fan_in, fan_out: sqrt(6 / (fan_in + fan_out))),
    "he_uniform": _uniform(lambda fan_in, fan_out: sqrt(6 / fan_in)),
    "lecun_uniform": _uniform(lambda fan_in, fan_out: sqrt(3 / fan_in)),
    "playground_uniform": _uniform(lambda fan_in, fan_out: 0.5),
    "playground_bias": _constant(0.1),
}
