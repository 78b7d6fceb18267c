"""Why weights may part although a program does what nnplay does: a closed list, each proved in double precision."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Dataset, load
from nnplay.engine import Network, Part, Trainer
from nnplay.exchange.program import Writing
from nnplay.project import Project

WEIGHTS = 1e-4
"""Weights may differ by this much, relative to numbers above 1."""

_PRECISELY = 1e-6
_NOTHING = 1e-12
_ONE_ROUNDING = 2.0**-24
_DRAWS = 3
_ALLOWANCE = 5


Weights = Callable[[Writing], Mapping[str, NDArray[Any]]]
"""Gives the arrays of a project under a library's names."""


class Rounding(Enum):
    """A reason that is rounding; the value is its proof."""

    NO_GRADIENT = (
        "Only arrays part whose gradient is nothing but rounding, such as a bias before a BatchNormalization, of which"
        " the optimizer makes steps, and the running means that follow them. In double precision these gradients are 0,"
        " before and after training."
    )
    SINGLE = (
        "It is single precision: the same program in double precision ends at nnplay's weights in double precision, to"
        " 1e-6 for all arrays that have a gradient."
    )
    UNSTABLE = (
        "The steps amplify rounding: in double precision, initial weights that differ by one rounding of single"
        " precision end as far apart, array by array."
    )
    ORDER = (
        "A gradient is 0 but for rounding at some step, and the optimizer goes by its sign: in double precision the"
        " same batch, its examples in another order, ends as far away, array by array."
    )


def train(network: Network, project: Project, dataset: Dataset, n_epochs: int) -> NDArray[Any]:
    """Weights after some epochs of nnplay's own training, muted ones with their values."""
    trainer = Trainer(network, dataset.train, project.training, project.seeds.generator("shuffle"))
    for _ in range(n_epochs):
        trainer.advance(10**6)
        if len(dataset.test):
            trainer.observe(network.evaluate(dataset.test, project.training.loss).loss)
    return network.unmuted_parameters()


def distance(found: NDArray[Any], expected: NDArray[Any]) -> float:
    """The greatest difference, relative to numbers above 1."""
    return float((np.abs(found - expected) / np.maximum(1, np.abs(expected))).max(initial=0))


class Precisely:
    """A project trained in double precision.

    Attributes
    ----------
    arrays
        The trained weights under the library's names.
    """

    def __init__(self, project: Project, n_epochs: int, weights: Weights) -> None:
        self._project, self._n_epochs, self._weights = project, n_epochs, weights
        self._dataset = load(project.data, project.seeds.data, project.seeds.split)
        self._trained = self._train(project.parameters.astype(np.float64))
        self.arrays = self._named(self._trained, project.muted)
        self._idle = self._without_gradient()

    def reason(self, parted: Mapping[str, float], parted_precisely: Mapping[str, float]) -> Rounding | None:
        """Return the reason that is proved; None if there is none.

        Parameters
        ----------
        parted
            How far each of the library's arrays is from nnplay's.
        parted_precisely
            The same when both learned in double precision.
        """
        if _furthest(parted, self._idle) <= WEIGHTS:
            return Rounding.NO_GRADIENT
        if parted_precisely and _furthest(parted_precisely, self._idle) <= _PRECISELY:
            return Rounding.SINGLE
        rng = np.random.default_rng(0)
        start = self._project.parameters.astype(np.float64)
        near = [start * (1 + _ONE_ROUNDING * rng.choice([-1, 1], len(start))) for _ in range(_DRAWS)]
        if self._explain(parted, [self._train(parameters) for parameters in near]):
            return Rounding.UNSTABLE
        if self._is_in_one_batch and self._explain(parted, [self._train(start, 1 + n) for n in range(_DRAWS)]):
            return Rounding.ORDER
        return None

    def _explain(self, parted: Mapping[str, float], others: Sequence[NDArray[Any]]) -> bool:
        """Whether these trained weights are as far from nnplay's, array by array, give or take ``_ALLOWANCE``."""
        named = [self._named(other, self._project.muted) for other in others]
        moved = {name: max(distance(each[name], values) for each in named) for name, values in self.arrays.items()}
        return all(difference <= max(WEIGHTS, _ALLOWANCE * moved[name]) for name, difference in parted.items())

    @property
    def _is_in_one_batch(self) -> bool:
        return self._project.training.batch_size >= len(self._dataset.train)

    def _train(self, parameters: NDArray[np.float64], other_order: int = 0) -> NDArray[Any]:
        seeds = replace(self._project.seeds, shuffle=self._project.seeds.shuffle + other_order)
        network = Network(self._project.network, np.float64)
        network.load(parameters, self._project.muted)
        return train(network, replace(self._project, seeds=seeds), self._dataset, self._n_epochs)

    def _without_gradient(self) -> set[str]:
        """Names of the arrays without any gradient; with them the means of normalizations, which follow them."""
        spec = self._project.network
        network, examples = Network(spec, np.float64), self._dataset.train
        largest = np.zeros(spec.n_parameters)
        for parameters in (self._project.parameters.astype(np.float64), self._trained):
            network.load(parameters, self._project.muted)
            network.loss_and_gradients(examples.inputs(), examples.y, self._project.training.loss)
            largest = np.maximum(largest, np.abs(network.gradients))
        slots = [slot for slot in spec.slots if slot.spec.is_trainable]
        idle = [slot for slot in slots if 0 < largest[slot.span].max(initial=0) <= _NOTHING * largest.max()]
        if idle:
            idle += [slot for slot in spec.slots if slot.name == "moving_mean"]
        marks = np.zeros(spec.n_parameters)
        for slot in idle:
            marks[slot.span] = 1
        marked, blank = self._named(marks), self._named(np.zeros_like(marks))
        return {name for name, values in marked.items() if (values != blank[name]).any()}

    def _named(self, parameters: NDArray[Any], muted: tuple[Part, ...] = ()) -> Mapping[str, NDArray[Any]]:
        changed = replace(self._project, parameters=parameters.astype(np.float32), muted=muted)
        return self._weights(Writing(changed, self._n_epochs, with_weights=True))


def _furthest(parted: Mapping[str, float], left_out: set[str]) -> float:
    return max((difference for name, difference in parted.items() if name not in left_out), default=0)
