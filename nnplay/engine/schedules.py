"""Schedules: how the learning rate changes as training goes on.

A schedule is a frozen description. It multiplies the optimizer's learning rate by a factor that depends on the time
alone, counted in epochs, parts of an epoch included: so it means the same for any batch size. One of them also looks at
the losses; what it has seen is a frozen value too, and the trainer keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, inf, pi

from nnplay.engine.checks import check_kind, check_number, check_share, check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError

_Number = int | float


@dataclass(frozen=True)
class Watch:
    """What a schedule remembers of the losses: the best, the epochs since, how often it has reduced the rate."""

    best: float = inf
    n_waiting: int = 0
    n_reductions: int = 0


@dataclass(frozen=True)
class Schedule:
    """Base of all schedules."""

    @property
    def kind(self) -> str:
        """The schedule's type name."""
        return type(self).__name__

    def factor(self, time: float, watch: Watch) -> float:
        """Return the factor of the learning rate after ``time`` epochs."""
        raise NotImplementedError

    def observe(self, watch: Watch, loss: float) -> Watch:
        """What to remember after an epoch that ended with ``loss``."""
        return watch


@dataclass(frozen=True)
class Constant(Schedule):
    """The learning rate is constant."""

    def factor(self, time: float, watch: Watch) -> float:
        return 1.0


@dataclass(frozen=True)
class StepDecay(Schedule):
    """The rate is multiplied by ``rate`` every ``epochs`` epochs, in a step."""

    rate: float = 0.5
    epochs: float = 10.0

    def __post_init__(self) -> None:
        _check_factor("decay rate", self.rate)
        check_number("epochs", self.epochs)

    def factor(self, time: float, watch: Watch) -> float:
        return float(self.rate ** (time // self.epochs))


@dataclass(frozen=True)
class ExponentialDecay(Schedule):
    """The rate falls evenly, ``rate ** (time / epochs)``: Keras's ``ExponentialDecay``, its steps counted in epochs."""

    rate: float = 0.96
    epochs: float = 1.0

    def __post_init__(self) -> None:
        _check_factor("decay rate", self.rate)
        check_number("epochs", self.epochs)

    def factor(self, time: float, watch: Watch) -> float:
        return float(self.rate ** (time / self.epochs))


@dataclass(frozen=True)
class CosineDecay(Schedule):
    """Half a cosine from the full rate to its share ``alpha`` within ``epochs`` epochs, which then stays.

    Source: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", ICLR 2017 (without restarts).
    """

    epochs: float = 10.0
    alpha: float = 0.0

    def __post_init__(self) -> None:
        check_number("epochs", self.epochs)
        check_share("alpha", self.alpha)

    def factor(self, time: float, watch: Watch) -> float:
        return self.alpha + (1 - self.alpha) * 0.5 * (1 + cos(pi * min(time / self.epochs, 1)))


@dataclass(frozen=True)
class WarmUp(Schedule):
    """The rate rises evenly from its share ``start`` to the full one within ``epochs`` epochs; another schedule
    follows.

    Source: Goyal et al., "Accurate, Large Minibatch SGD", arXiv 1706.02677 (2017), section 2.2.
    """

    epochs: float = 1.0
    start: float = 0.1
    then: Schedule = field(default_factory=Constant)

    def __post_init__(self) -> None:
        check_number("epochs", self.epochs)
        check_share("start", self.start)
        check_kind("schedule after the warm-up", self.then, Schedule, SCHEDULES)

    def factor(self, time: float, watch: Watch) -> float:
        if time < self.epochs:
            return self.start + (1 - self.start) * time / self.epochs
        return self.then.factor(time - self.epochs, watch)

    def observe(self, watch: Watch, loss: float) -> Watch:
        return self.then.observe(watch, loss)


@dataclass(frozen=True)
class ReduceOnPlateau(Schedule):
    """The rate is multiplied by ``rate`` when the loss has not fallen by ``min_delta`` for ``patience`` epochs.

    It never falls below its share ``least``. Names and defaults as Keras's ``ReduceLROnPlateau``.
    """

    rate: float = 0.1
    patience: int = 10
    min_delta: float = 1e-4
    least: float = 0.0

    def __post_init__(self) -> None:
        _check_factor("decay rate", self.rate)
        check_whole("patience", self.patience, 1, 1_000_000)
        check_number("min delta", self.min_delta, is_zero_allowed=True)
        check_share("least", self.least)

    def factor(self, time: float, watch: Watch) -> float:
        return max(float(self.rate**watch.n_reductions), self.least)

    def observe(self, watch: Watch, loss: float) -> Watch:
        if loss < watch.best - self.min_delta:
            return Watch(loss, 0, watch.n_reductions)
        if watch.n_waiting + 1 < self.patience:
            return Watch(watch.best, watch.n_waiting + 1, watch.n_reductions)
        return Watch(watch.best, 0, watch.n_reductions + 1)


def _check_factor(name: str, value: float) -> None:
    if not (isinstance(value, _Number) and 0 < value <= 1):
        raise SettingError(
            QT_TRANSLATE_NOOP("errors", "{setting} is {value}; it must be above 0 and at most 1."),
            setting=name,
            value=value,
        )


SCHEDULES: dict[str, type[Schedule]] = {
    schedule.__name__: schedule
    for schedule in (Constant, StepDecay, ExponentialDecay, CosineDecay, WarmUp, ReduceOnPlateau)
}
