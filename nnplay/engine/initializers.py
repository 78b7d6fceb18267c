"""Initializers: each draws the initial values of one array from a random generator.

Sources: Glorot and Bengio, AISTATS 2010; He et al., ICCV 2015; LeCun et al., "Efficient BackProp" (1998); Saxe,
McClelland and Ganguli, ICLR 2014 (orthogonal). Names and bounds are those of Keras; ``playground_uniform`` and
``playground_bias`` are TensorFlow Playground's.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod, sqrt

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.checks import check_choice, check_finite, check_number
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError

_TRUNCATED_DEVIATION = 0.87962566103423978
"""Standard deviation of a standard normal variable that is drawn again beyond 2."""


@dataclass(frozen=True)
class Initializer:
    """Base of all initializers: frozen, comparable, made of plain values."""

    def __call__(self, rng: np.random.Generator, shape: tuple[int, ...], fan_in: int, fan_out: int) -> Array:
        """Draw a float64 array of ``shape`` for units with ``fan_in`` inputs, whose inputs reach ``fan_out`` units."""
        raise NotImplementedError


@dataclass(frozen=True)
class Constant(Initializer):
    """The same value everywhere."""

    value: float = 0.0

    def __post_init__(self) -> None:
        check_finite("value", self.value)

    def __call__(self, rng: np.random.Generator, shape: tuple[int, ...], fan_in: int, fan_out: int) -> Array:
        return np.full(shape, self.value, np.float64)


@dataclass(frozen=True)
class Listed(Initializer):
    """Given values: one tuple per row; a vector is a single row.

    If the array is larger, the other elements are drawn by ``glorot_uniform``.
    """

    rows: tuple[tuple[float, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            for value in row:
                check_finite("value", value)
        if not self.rows or len({len(row) for row in self.rows}) != 1 or not self.rows[0]:
            raise SettingError(QT_TRANSLATE_NOOP("errors", "Given weights must be rows of equal length."))

    def __call__(self, rng: np.random.Generator, shape: tuple[int, ...], fan_in: int, fan_out: int) -> Array:
        values = np.array(self.rows, np.float64)
        if values.size == prod(shape) and values.shape[1] == shape[-1]:
            return values.reshape(shape)
        drawn = VarianceScaling(1.0, "fan_avg", "uniform")(rng, (prod(shape[:-1]), shape[-1]), fan_in, fan_out)
        n_rows, n_columns = np.minimum(drawn.shape, values.shape)
        drawn[:n_rows, :n_columns] = values[:n_rows, :n_columns]
        return drawn.reshape(shape)


@dataclass(frozen=True)
class RandomUniform(Initializer):
    """Uniform between two limits."""

    minval: float = -0.05
    maxval: float = 0.05

    def __post_init__(self) -> None:
        check_finite("minval", self.minval)
        check_finite("maxval", self.maxval)
        if self.minval > self.maxval:
            raise SettingError(
                QT_TRANSLATE_NOOP("errors", "The lower limit {minval} is above the upper limit {maxval}."),
                minval=self.minval,
                maxval=self.maxval,
            )

    def __call__(self, rng: np.random.Generator, shape: tuple[int, ...], fan_in: int, fan_out: int) -> Array:
        return rng.uniform(self.minval, self.maxval, shape)


@dataclass(frozen=True)
class RandomNormal(Initializer):
    """Normal distribution."""

    mean: float = 0.0
    stddev: float = 0.05

    def __post_init__(self) -> None:
        check_finite("mean", self.mean)
        check_number("stddev", self.stddev, is_zero_allowed=True)

    def __call__(self, rng: np.random.Generator, shape: tuple[int, ...], fan_in: int, fan_out: int) -> Array:
        return rng.normal(self.mean, self.stddev, shape)


@dataclass(frozen=True)
class TruncatedNormal(RandomNormal):
    """Normal distribution; values beyond two ``stddev`` are drawn again."""

    def __call__(self, rng: np.random.Generator, shape: tuple[int, ...], fan_in: int, fan_out: int) -> Array:
        values = rng.standard_normal(shape)
        while (is_far := np.abs(values) > 2).any():
            values[is_far] = rng.standard_normal(np.count_nonzero(is_far))
        return self.mean + self.stddev * values


@dataclass(frozen=True)
class VarianceScaling(Initializer):
    """A variance of ``scale`` / n, where n is ``fan_in``, ``fan_out``, or as ``fan_avg`` their mean."""

    scale: float = 1.0
    mode: str = "fan_in"
    distribution: str = "truncated_normal"

    def __post_init__(self) -> None:
        check_number("scale", self.scale)
        check_choice("mode", self.mode, ("fan_in", "fan_out", "fan_avg"))
        check_choice("distribution", self.distribution, ("truncated_normal", "untruncated_normal", "uniform"))

    def __call__(self, rng: np.random.Generator, shape: tuple[int, ...], fan_in: int, fan_out: int) -> Array:
        n = {"fan_in": fan_in, "fan_out": fan_out, "fan_avg": (fan_in + fan_out) / 2}[self.mode]
        if self.distribution == "uniform":
            limit = sqrt(3 * self.scale / n)
            return rng.uniform(-limit, limit, shape)
        deviation = sqrt(self.scale / n)
        if self.distribution == "untruncated_normal":
            return rng.normal(0, deviation, shape)
        return TruncatedNormal(0.0, deviation / _TRUNCATED_DEVIATION)(rng, shape, fan_in, fan_out)


@dataclass(frozen=True)
class Orthogonal(Initializer):
    """Orthogonal columns (or rows, whichever are fewer) of length ``gain``; leading axes count as one."""

    gain: float = 1.0

    def __post_init__(self) -> None:
        check_number("gain", self.gain)

    def __call__(self, rng: np.random.Generator, shape: tuple[int, ...], fan_in: int, fan_out: int) -> Array:
        n_rows, n_columns = prod(shape[:-1]), shape[-1]
        q, r = np.linalg.qr(rng.standard_normal((max(n_rows, n_columns), min(n_rows, n_columns))))
        # The signs make every rotation equally likely.
        q *= np.sign(np.diag(r))
        matrix: Array = self.gain * (q if n_rows >= n_columns else q.T)
        return matrix.reshape(shape)


INITIALIZERS: dict[str, Initializer] = {
    "zeros": Constant(0.0),
    "ones": Constant(1.0),
    "random_uniform": RandomUniform(),
    "random_normal": RandomNormal(),
    "truncated_normal": TruncatedNormal(),
    "glorot_uniform": VarianceScaling(1.0, "fan_avg", "uniform"),
    "glorot_normal": VarianceScaling(1.0, "fan_avg"),
    "he_uniform": VarianceScaling(2.0, "fan_in", "uniform"),
    "he_normal": VarianceScaling(2.0, "fan_in"),
    "lecun_uniform": VarianceScaling(1.0, "fan_in", "uniform"),
    "lecun_normal": VarianceScaling(1.0, "fan_in"),
    "orthogonal": Orthogonal(),
    "playground_uniform": RandomUniform(-0.5, 0.5),
    "playground_bias": Constant(0.1),
}

INITIALIZER_TYPES: dict[str, type[Initializer]] = {
    kind.__name__: kind
    for kind in (Constant, Listed, RandomUniform, RandomNormal, TruncatedNormal, VarianceScaling, Orthogonal)
}
"""For initializers with values of one's own: a layer takes either a name of ``INITIALIZERS`` or one of these."""


def find_initializer(setting: str, initializer: str | Initializer) -> Initializer:
    """Return the initializer with a name, or the initializer itself.

    Raises
    ------
    SettingError
        If there is none of that name; the sentence names the ``setting``.
    """
    if isinstance(initializer, Initializer):
        return initializer
    check_choice(setting, initializer, INITIALIZERS)
    return INITIALIZERS[initializer]
