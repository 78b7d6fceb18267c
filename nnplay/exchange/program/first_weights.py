"""How a layer's weights begin, as the one draw that any library can make."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from nnplay.engine import ParameterSlot
from nnplay.engine.initializers import (
    Constant,
    Listed,
    Orthogonal,
    RandomNormal,
    RandomUniform,
    TruncatedNormal,
    VarianceScaling,
    find_initializer,
)

_TRUNCATED_DEVIATION = 0.87962566103423978
"""Standard deviation of a standard normal variable that is drawn again beyond 2."""


@dataclass(frozen=True)
class Draw:
    """A draw: ``constant`` (value, 0), ``uniform`` (least, most), ``normal`` or ``truncated`` (mean, standard
    deviation), ``orthogonal`` (gain, 0), or ``listed`` with the numbers themselves, nested as the array."""

    kind: str
    first: float = 0.0
    second: float = 0.0
    listed: object = None


def draw_of(slot: ParameterSlot) -> Draw:
    """The draw with which a parameter begins; numbers to six digits, which is all that a first weight asks."""
    spec = slot.spec
    initializer = find_initializer(spec.name, spec.initializer)
    if isinstance(initializer, Constant):
        return Draw("constant", float(initializer.value))
    if isinstance(initializer, Listed):
        values = initializer(np.random.default_rng(0), spec.shape, spec.fan_in, spec.fan_out)
        return Draw("listed", listed=values.tolist())
    if isinstance(initializer, RandomUniform):
        return Draw("uniform", float(initializer.minval), float(initializer.maxval))
    if isinstance(initializer, TruncatedNormal):
        return Draw("truncated", float(initializer.mean), float(initializer.stddev))
    if isinstance(initializer, RandomNormal):
        return Draw("normal", float(initializer.mean), float(initializer.stddev))
    if isinstance(initializer, Orthogonal):
        return Draw("orthogonal", float(initializer.gain))
    assert isinstance(initializer, VarianceScaling)
    n = {"fan_in": spec.fan_in, "fan_out": spec.fan_out, "fan_avg": (spec.fan_in + spec.fan_out) / 2}[initializer.mode]
    if initializer.distribution == "uniform":
        limit = _short(sqrt(3 * initializer.scale / n))
        return Draw("uniform", -limit, limit)
    deviation = sqrt(initializer.scale / n)
    if initializer.distribution == "untruncated_normal":
        return Draw("normal", 0.0, _short(deviation))
    return Draw("truncated", 0.0, _short(deviation / _TRUNCATED_DEVIATION))


def _short(number: float) -> float:
    return float(f"{number:.6g}")
