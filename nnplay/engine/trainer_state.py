"""The state of a trainer as plain values and arrays: enough to resume a run bit for bit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import inf, isfinite
from typing import Any

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.early_stopping import EarlyStoppingState
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError, DataError
from nnplay.engine.reasons import reason_of
from nnplay.engine.schedules import Watch

_OPTIMIZER = "optimizer."
_EARLY = "early"


@dataclass(frozen=True, eq=False)
class TrainerState:
    """A trainer between two steps; ``values`` and ``arrays`` are its form in files.

    Attributes
    ----------
    step, epoch, step_in_epoch
        As in ``Progress``.
    n_seen, n_measured, n_right, loss_sum
        Examples of this epoch that have been learned from; those in the running mean; right ones; their losses' sum.
    watch, observed
        What the schedule remembers, and a validation loss told to it.
    random_state
        State of the bit generator (plain numbers for NumPy's default one).
    order
        (n_examples,) whole numbers: this epoch's order.
    optimizer
        The optimizer's state by name.
    early
        What early stopping remembers, added by the run that asks it; None where there is none.
    """

    step: int
    epoch: int
    step_in_epoch: int
    n_seen: int
    n_measured: int
    n_right: int
    loss_sum: float
    watch: Watch
    observed: float | None
    random_state: Mapping[str, Any]
    order: Array
    optimizer: Mapping[str, Array]
    early: EarlyStoppingState | None = None

    @property
    def n_bytes(self) -> int:
        """The memory that its arrays take."""
        return sum(array.nbytes for array in self.arrays.values())

    @property
    def arrays(self) -> dict[str, Array]:
        """The arrays by name."""
        arrays = {"order": self.order} | {_OPTIMIZER + name: array for name, array in self.optimizer.items()}
        return arrays if self.early is None else arrays | {_EARLY: self.early.parameters}

    @property
    def values(self) -> dict[str, Any]:
        """Everything else, ready for JSON."""
        values = {
            name: value
            for name, value in self.__dict__.items()
            if name not in ("order", "optimizer", "watch", "random_state", "early")
        }
        watch = asdict(self.watch) | {"best": _or_none(self.watch.best)}
        early = None
        if self.early is not None:
            early = {name: value for name, value in self.early.__dict__.items() if name != "parameters"}
            early["best_loss"] = _or_none(self.early.best_loss)
        return values | {"watch": watch, "random_state": dict(self.random_state), "early": early}

    @staticmethod
    def restore(values: Mapping[str, Any], arrays: Mapping[str, Array]) -> TrainerState:
        """The state again, from ``values`` and ``arrays``.

        Raises
        ------
        DataError
            If something is missing or of the wrong kind.
        """
        try:
            watch = dict(values["watch"])
            watch["best"] = _or_infinity(watch["best"])
            early = values["early"]
            if early is not None:
                early = {**early, "best_loss": _or_infinity(early["best_loss"])}
                early = EarlyStoppingState(**early, parameters=np.asarray(arrays[_EARLY]))
            state = TrainerState(
                **{**values, "watch": Watch(**watch), "early": early},
                order=np.asarray(arrays["order"]),
                optimizer={
                    name.removeprefix(_OPTIMIZER): np.asarray(array)
                    for name, array in arrays.items()
                    if name.startswith(_OPTIMIZER)
                },
            )
            state._check_types()
        except (KeyError, TypeError, ValueError) as error:
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "The saved state of the training is damaged ({reason})."),
                reason=reason_of(error),
            ) from error
        return state

    def _check_types(self) -> None:
        counts = [self.step, self.epoch, self.step_in_epoch, self.n_seen, self.n_measured, self.n_right]
        counts += [self.watch.n_waiting, self.watch.n_reductions]
        numbers = [self.loss_sum, 0.0 if self.observed is None else self.observed]
        if self.early is not None:
            counts += [self.early.patience, self.early.best_epoch, self.early.n_waiting]
            numbers += [self.early.min_delta, self.early.best_loss]
        if any(type(count) is not int or count < 0 for count in counts):
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "a count is not a whole number"))
        if any(not isinstance(number, int | float) for number in numbers):
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "a loss is not a number"))

    def set_random(self, rng: np.random.Generator) -> None:
        """Give ``rng`` the saved state; DataError, with ``rng`` as it was, if that is none."""
        before = rng.bit_generator.state
        try:
            rng.bit_generator.state = self.random_state
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            rng.bit_generator.state = before
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "The saved state of the training is damaged ({reason})."),
                reason=reason_of(error),
            ) from error

    def check(self, order: Array, optimizer: Mapping[str, Array]) -> None:
        """Raise DataError unless the state fits a trainer with such an order and optimizer state."""
        is_order = self.order.shape == order.shape and bool((np.sort(self.order) == np.arange(len(order))).all())
        shapes = {name: array.shape for name, array in self.optimizer.items()}
        is_optimizer = shapes == {name: array.shape for name, array in optimizer.items()}
        if not (is_order and is_optimizer and 0 <= self.n_seen <= len(order)):
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The saved state of the training belongs to other data, another network or other settings.",
                )
            )


def _or_none(number: float) -> float | None:
    """The number for JSON, which knows no infinity."""
    return number if isfinite(number) else None


def _or_infinity(number: float | None) -> float:
    return inf if number is None else float(number)
