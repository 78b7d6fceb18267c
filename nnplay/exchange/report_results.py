"""The results of a run for its report, measured on its data: losses, accuracies and the confusion matrix."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from nnplay.data import Dataset
from nnplay.engine import Assessment, Examples, assess
from nnplay.exchange.tensors import Array
from nnplay.project import Project

_MOST_CLASSES = 20
"""A matrix of more classes would be too wide for a page."""


@dataclass(frozen=True)
class Results:
    """What the network gives for the training and the test examples.

    Attributes
    ----------
    train_loss, test_loss
        Mean losses; NaN if there are no such examples.
    train_accuracy, test_accuracy
        Shares classified right; NaN for quantities too.
    n_train, n_test
        Numbers of examples.
    classes, confusion
        Names of the classes, and (k, k) how many examples of each (rows) were predicted as each (columns), of the test
        examples if there are any; empty and None for quantities and for many classes.
    """

    train_loss: float
    test_loss: float
    train_accuracy: float
    test_accuracy: float
    n_train: int
    n_test: int
    classes: tuple[str, ...] = ()
    confusion: Array | None = None


def measured(project: Project, dataset: Dataset) -> Results:
    """Run the network on all its data."""
    train, test = (_assessed(project, examples) for examples in (dataset.train, dataset.test))
    shown = test if test is not None else train
    n_classes = len(dataset.classes)
    confusion = shown.confusion(n_classes) if shown is not None and 1 < n_classes <= _MOST_CLASSES else None
    return Results(
        train_loss=_loss(train),
        test_loss=_loss(test),
        train_accuracy=_accuracy(train),
        test_accuracy=_accuracy(test),
        n_train=len(dataset.train),
        n_test=len(dataset.test),
        classes=dataset.classes if confusion is not None else (),
        confusion=confusion,
    )


def _assessed(project: Project, examples: Examples) -> Assessment | None:
    if not len(examples):
        return None
    return assess(project.network, project.parameters, examples, project.training.loss, project.muted)


def _loss(found: Assessment | None) -> float:
    return nan if found is None else float(found.losses.mean())


def _accuracy(found: Assessment | None) -> float:
    if found is None or found.actual is None or found.predicted is None:
        return nan
    return float(np.mean(found.actual == found.predicted))
