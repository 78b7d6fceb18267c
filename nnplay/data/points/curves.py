"""Curves: one input, one quantity to predict; the noise is added to the quantity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from nnplay.data.checks import MAX_POINTS, check_range, check_share
from nnplay.data.choice import DataChoice
from nnplay.data.dataset import Dataset, Task
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.data.points.toy_set import MAX_NOISE
from nnplay.engine import Examples
from nnplay.engine.checks import check_choice, check_whole
from nnplay.engine.seeds import generator

Array = NDArray[np.float64]

_N_POINTS = 200
_NOISE_SCALE = 2.0
"""Standard deviation of the noise at noise 1, in units of y."""


@dataclass(frozen=True)
class Curve:
    """One function of one number.

    Attributes
    ----------
    label
        The formula in mathematical notation.
    function
        ``function(x)``: takes and returns arrays of one shape; None where y does not depend on x.
    """

    name: str
    label: str
    function: Callable[[Array], Array] | None
    low: float = -6.0
    high: float = 6.0


CURVES: dict[str, Curve] = {
    curve.name: curve
    for curve in (
        Curve("line", "3x", lambda x: 3 * x, 0, 10),
        Curve("sine", "sin x", np.sin),
        Curve("x-sine", "x sin x", lambda x: x * np.sin(x)),
        Curve("step", "0 | 1", lambda x: np.where(x < 0, 0.0, 1.0)),
        Curve("noise", "?", None),
    )
}


@dataclass(frozen=True)
class CurveChoice(DataChoice):
    """Points of a curve, generated from the project's seeds.

    Attributes
    ----------
    kind
        Key of ``CURVES``.
    noise
        0 to 0.5.
    train_share
        Share of the points to train on, 0.1 to 0.9.
    n_points
        10 to ``MAX_POINTS``.

    Raises
    ------
    SettingError, DataError
        If one of them is out of range.
    """

    is_quick: ClassVar[bool] = True
    is_drawn_from_seed: ClassVar[bool] = True

    kind: str
    noise: float = 0.0
    train_share: float = 0.5
    n_points: int = _N_POINTS

    def __post_init__(self) -> None:
        check_choice("data set", self.kind, CURVES)
        check_range("noise", self.noise, 0, MAX_NOISE)
        check_share(self.train_share)
        check_whole("number of points", self.n_points, 10, MAX_POINTS)

    @property
    def task(self) -> Task:
        return Task.REGRESSION

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (1,)

    @property
    def n_outputs(self) -> int:
        return 1

    @property
    def input_names(self) -> tuple[str, ...]:
        return ("x",)

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        x, y = sample_curve(self.kind, self.n_points, self.noise, generator("data", seed_data))
        order = generator("split", seed_split).permutation(self.n_points)
        x, y = x[order].reshape(-1, 1), y[order].reshape(-1, 1)
        n_train = round(self.n_points * self.train_share)
        return Dataset(
            name=self.kind,
            task=self.task,
            train=Examples(x[:n_train], y[:n_train]),
            test=Examples(x[n_train:], y[n_train:]),
            input_shape=self.input_shape,
            features=self.input_names,
        )


def sample_curve(
    kind: str, n: int, noise: float, rng: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return ``n`` uniformly distributed x and the curve's y with noise: both (n,) float32."""
    curve = CURVES[kind]
    x, chance = rng.uniform(curve.low, curve.high, n), rng.standard_normal(n)
    y = chance if curve.function is None else curve.function(x) + noise * _NOISE_SCALE * chance
    return x.astype(np.float32), y.astype(np.float32)
