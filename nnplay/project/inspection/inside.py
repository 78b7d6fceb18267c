"""Inside: how the numbers of each layer are distributed, now and over time, and its weights and outputs as pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Dataset
from nnplay.engine import Conv2D, Dense, LayerStatistics, Network, NetworkSpec, Statistics
from nnplay.engine.parts import Part
from nnplay.project.doctor.measuring import sample
from nnplay.project.part_edits import silent_layers
from nnplay.project.project import Project

Floats = NDArray[np.floating]
KINDS = ("weights", "activations", "gradients", "updates")
"""What is looked at: weights, outputs, the gradients of the weights, and the change of the weights in a step."""

_QUANTILES = np.linspace(0, 1, 65)
_DECADES = 6.0
"""Powers of ten that a histogram of magnitudes spans."""

_MOST = 240
"""Moments that are kept; of more every second one is dropped."""


@dataclass(frozen=True, eq=False)
class Inside:
    """One moment.

    Attributes
    ----------
    layers
        Statistics by node name.
    quantiles
        By (node name, kind) 65 numbers, ascending: the least value, 1/64 of the values lie below the next, and so on.
    silent
        The layers of which nothing is heard, because they are muted.
    """

    epoch: float
    layers: Mapping[str, LayerStatistics]
    quantiles: Mapping[tuple[str, str], Floats]
    silent: tuple[str, ...] = ()


def look_inside(
    project: Project,
    dataset: Dataset,
    parameters: Floats,
    epoch: float,
    earlier: Floats | None = None,
    n_steps: int = 1,
) -> Inside:
    """Measure a network on some training examples; ``earlier`` are its weights ``n_steps`` steps ago."""
    statistics = Statistics(project.network, sample(dataset.train), project.training.loss, project.muted)
    layers = statistics.look(parameters, earlier, n_steps)
    change = None if earlier is None else (parameters - earlier) / max(n_steps, 1)
    quantiles: dict[tuple[str, str], Floats] = {}
    for name in layers:
        values = statistics.values(name)
        found = {"activations": values.activations, "weights": values.weights, "gradients": values.gradients}
        if change is not None and values.spans:
            found["updates"] = np.concatenate([change[span] for span in values.spans])
        for kind, numbers in found.items():
            if numbers is not None and np.isfinite(numbers).all():
                quantiles[name, kind] = np.quantile(numbers, _QUANTILES)
    return Inside(epoch, layers, quantiles, silent_layers(project))


class Distributions:
    """The quantiles of many moments; bounded, whatever the length of a training."""

    def __init__(self) -> None:
        self._moments: list[Inside] = []
        self._every = 1
        self._n_seen = 0

    def __len__(self) -> int:
        return len(self._moments)

    def clear(self) -> None:
        """Forget all moments: another network, or another start."""
        self._moments.clear()
        self._every, self._n_seen = 1, 0

    def add(self, moment: Inside) -> None:
        """Remember a moment, later than those before."""
        if self._n_seen % self._every == 0:
            self._moments.append(moment)
            if len(self._moments) > _MOST:
                self._moments = self._moments[::2]
                self._every *= 2
        self._n_seen += 1

    def density(
        self, name: str, kind: str, n_bins: int = 60, *, is_log: bool = False
    ) -> tuple[Floats, Floats, Floats] | None:
        """How the values of a layer were distributed over time.

        Parameters
        ----------
        is_log
            Whether it is a matter of magnitudes: the edges are then powers of ten, given by their exponents, and what
            is smaller by ``_DECADES`` than the greatest magnitude of all is in no bin.

        Returns
        -------
        (t,) epochs, (n_bins + 1,) edges of bins, and (t, n_bins) the share of the values in each bin; None if unknown.
        """
        known = [(each.epoch, each.quantiles[name, kind]) for each in self._moments if (name, kind) in each.quantiles]
        if not known:
            return None
        rows = np.array([quantiles for _, quantiles in known])
        epochs = np.array([epoch for epoch, _ in known])
        if is_log:
            greatest = float(np.abs(rows).max())
            if not greatest:
                return None
            exponents = np.linspace(np.log10(greatest) - _DECADES, np.log10(greatest) + 0.1, n_bins + 1)
            return epochs, exponents, np.array([_magnitudes(row, 10**exponents) for row in rows])
        low, high = float(rows[:, 0].min()), float(rows[:, -1].max())
        margin = 0.02 * (high - low) or 0.5
        edges = np.linspace(low - margin, high + margin, n_bins + 1)
        return epochs, edges, np.array([_shares(row, edges) for row in rows])


def weight_pictures(network: NetworkSpec, parameters: Floats) -> tuple[str, list[Floats]]:
    """The name of the first layer with a kernel, and its weights as pictures: one a unit where the input is a picture.

    Channels are averaged. For other inputs there is one picture: a row an input, a column a unit.
    """
    for node in network.nodes:
        slots = {slot.name: slot for slot in network.node_slots(node.name)}
        if "kernel" not in slots or not isinstance(node.layer, Dense | Conv2D):
            continue
        kernel = slots["kernel"].view(parameters)
        shape = network.shapes[network.input.name]
        if kernel.ndim == 4:
            return node.name, list(np.moveaxis(kernel.mean(axis=2), -1, 0))
        if len(shape) == 3 and len(kernel) == shape[0] * shape[1] * shape[2]:
            return node.name, list(np.moveaxis(kernel.reshape(*shape, -1).mean(axis=2), -1, 0))
        return node.name, [kernel]
    return "", []


def feature_maps(
    network: NetworkSpec, parameters: Floats, example: Floats, muted: tuple[Part, ...] = ()
) -> dict[str, list[Floats]]:
    """By node name the outputs for one example (*input_shape) as pictures: one a channel, or one for a flat layer."""
    running = Network(network)
    running.load(parameters, muted)
    return {name: _as_pictures(values[0]) for name, values in running.activations(example[np.newaxis]).items()}


def _as_pictures(values: Floats) -> list[Floats]:
    if values.ndim == 3:
        return list(np.moveaxis(values, -1, 0))
    flat = values.ravel()
    width = ceil(sqrt(len(flat))) if len(flat) > 16 else len(flat)
    padded = np.full(ceil(len(flat) / width) * width, np.nan, np.float32)
    padded[: len(flat)] = flat
    return [padded.reshape(-1, width)]


def _magnitudes(quantiles: Floats, edges: Floats) -> Floats:
    """The share of the magnitudes between any two edges, ascending: what lies above 0 there, and what lies below."""
    shares: Floats = _shares(quantiles, edges) + _shares(quantiles, -edges[::-1])[::-1]
    return shares


def _shares(quantiles: Floats, edges: Floats) -> Floats:
    """The share of the values between any two edges: differences of the distribution function."""
    below = np.interp(edges, quantiles, _QUANTILES, left=0.0, right=1.0)
    if quantiles[0] == quantiles[-1]:
        below = (edges >= quantiles[0]).astype(float)
    shares: Floats = np.diff(below)
    return shares
