"""Data points on a decision map."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from nnplay.data import Dataset
from nnplay.engine import Assessment, Examples
from nnplay.panels.map.map_frame import Points
from nnplay.panels.map.plane_source import MOST_POINTS, Floats, PlaneSource

Assess = Callable[[Examples], Assessment]


def points_on(
    source: PlaneSource, dataset: Dataset | None, parts: Sequence[str], assess: Assess | None
) -> tuple[Points, ...]:
    """Return the examples of some parts of the data; if ``assess`` is given, their sizes show their losses."""
    if dataset is None:
        return ()
    examples = {"train": dataset.train, "test": dataset.test}
    return tuple(
        _points(source.places(dataset, part), examples[part].take(slice(0, MOST_POINTS)), assess, part == "test")
        for part in parts
        if len(examples[part])
    )


def _points(places: Floats, examples: Examples, assess: Assess | None, is_test: bool) -> Points:
    sizes = None
    if assess is not None:
        losses = assess(examples).losses
        sizes = np.sqrt(losses / max(float(losses.max()), 1e-30))
    are_classes = examples.y.ndim == 1
    labels = examples.y if are_classes else examples.y[:, 0]
    return Points(places, labels, is_test, are_classes=are_classes, sizes=sizes)
