"""What two networks that learned the same task answer: over the plane, and to the test data; and where they differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Dataset, PlaneChoice, Task
from nnplay.engine import Assessment, Examples, assess
from nnplay.panels.map.map_frame import Points, ValueRange
from nnplay.panels.map.plane_source import Floats, PointSource
from nnplay.panels.map.sampling import label_range, sharpened
from nnplay.project import Setup

_SHARPENING = 3
_SMALL_DOT = 0.0
"""Size of the data points on a small map."""


@dataclass(frozen=True, eq=False)
class Learned:
    """A network with its weights (n_parameters,), and the data it has learned from."""

    setup: Setup
    parameters: Floats
    dataset: Dataset

    @property
    def examples(self) -> Examples:
        """What it is judged by: its test data, or the training data if nothing is kept to test with."""
        return self.dataset.test if len(self.dataset.test) else self.dataset.train


Sources = tuple[PointSource | None, PointSource | None]


def source_of(setup: Setup) -> PointSource | None:
    """Return the plane of a network that learns points of the plane; None for all others."""
    return PointSource(setup.network, setup.data.features) if isinstance(setup.data, PlaneChoice) else None


@dataclass(frozen=True, eq=False)
class PairPlanes:
    """Both networks over the plane.

    Attributes
    ----------
    planes
        (k, n, n) of each, as in ``PlaneAnswer``.
    differences
        (m, m): where their classes differ (bool), or how far their quantities are apart.
    value_range
        The values with the full colours.
    points
        The training points of each.
    """

    planes: tuple[Floats, Floats]
    differences: NDArray[np.bool_] | Floats
    value_range: ValueRange
    points: tuple[tuple[Points, ...], tuple[Points, ...]]

    @property
    def share(self) -> float | None:
        """The share of the plane in which their classes differ; None for quantities."""
        return float(self.differences.mean()) if self.differences.dtype == bool else None


@dataclass(frozen=True, eq=False)
class PairAnswer:
    """What two networks answer.

    Attributes
    ----------
    planes
        None unless both learn points of the plane.
    counts
        The confusion matrix of each, (n_classes, n_classes); None for quantities, and if their classes are others.
    n_different
        Of ``n_examples`` examples that both were judged by, how many they put into different classes; None for
        quantities, and if each was judged by other examples.
    """

    planes: PairPlanes | None
    counts: tuple[NDArray[np.intp], NDArray[np.intp]] | None
    n_different: int | None
    n_examples: int


def compute_pair(
    pair: tuple[Learned, Learned], sources: Sources, check: Callable[[float], None] = lambda _: None
) -> PairAnswer:
    """Compute what two networks answer; called in the thread that answers questions.

    Parameters
    ----------
    sources
        The planes of both, which may be used again with other weights.
    check
        Called with the share that is done; an exception from it ends the work.
    """
    planes = None
    if sources[0] is not None and sources[1] is not None:
        planes = _planes(pair, (sources[0], sources[1]))
    check(0.2)
    found = [_assess(each, check) for each in pair]
    classes = [each.dataset.classes for each in pair]
    matrices = [each.confusion(len(names)) for each, names in zip(found, classes, strict=True)]
    counts = n_different = None
    if matrices[0] is not None and matrices[1] is not None and classes[0] == classes[1]:
        counts = matrices[0], matrices[1]
        if pair[0].dataset is pair[1].dataset:
            n_different = int(np.count_nonzero(found[0].predicted != found[1].predicted))
    return PairAnswer(planes, counts, n_different, len(pair[0].examples))


def _assess(learned: Learned, check: Callable[[float], None]) -> Assessment:
    setup = learned.setup
    return assess(setup.network, learned.parameters, learned.examples, setup.training.loss, setup.muted, check)


def _planes(pair: tuple[Learned, Learned], sources: tuple[PointSource, PointSource]) -> PairPlanes:
    one, two = (_outputs(each, source) for each, source in zip(pair, sources, strict=True))
    n = min(one.shape[-1], two.shape[-1])  # a large network's plane has fewer samples
    one, two = _sampled(one, n), _sampled(two, n)
    value_range = label_range(pair[0].dataset)
    differences = _differences(pair[0].dataset, one, two, value_range)
    return PairPlanes((one, two), differences, value_range, (_points(pair[0]), _points(pair[1])))


def _outputs(learned: Learned, source: PointSource) -> Floats:
    network = learned.setup.network
    return source.planes(network.output.name, learned.parameters, learned.setup.muted).copy()


def _sampled(planes: Floats, n: int) -> Floats:
    if planes.shape[-1] == n:
        return planes
    places = np.linspace(0, planes.shape[-1] - 1, n).round().astype(int)
    return planes[:, places][:, :, places]


def _differences(dataset: Dataset, one: Floats, two: Floats, value_range: ValueRange) -> NDArray[np.bool_] | Floats:
    if dataset.task is Task.MULTICLASS:
        return np.asarray(one.argmax(axis=0) != two.argmax(axis=0))
    if dataset.task is Task.REGRESSION:
        return np.asarray(np.abs(one[0] - two[0]))
    # Thresholding after interpolating gives smooth borders instead of stairs.
    sides = [sharpened(each[0] - value_range.middle, _SHARPENING) >= 0 for each in (one, two)]
    return np.asarray(sides[0] != sides[1])


def _points(learned: Learned) -> tuple[Points, ...]:
    places, examples = learned.dataset.points_train, learned.dataset.train
    if places is None or not len(examples):
        return ()
    are_classes = examples.y.ndim == 1
    labels = examples.y if are_classes else examples.y[:, 0]
    return (Points(places, labels, are_classes=are_classes, sizes=np.full(len(labels), _SMALL_DOT)),)
