"""Subsets: fewer of a data set's training examples, for learning curves; the test examples stay."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnplay.data.dataset import Dataset
from nnplay.data.splitting import Rows
from nnplay.engine import DataError, generator
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.metrics import classifier


def with_fewer_examples(dataset: Dataset, n: int, seed: int) -> Dataset:
    """The data set with ``n`` of its training examples.

    The subsets of one seed are nested, a larger one has all of a smaller one, and stratified: each has its share of
    every class, as exactly as whole examples allow.

    Raises
    ------
    DataError
        If there are fewer than ``n``.
    """
    n_all = len(dataset.train)
    if n > n_all:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "There are only {all} training examples, so {n} cannot be taken from them."),
            all=n_all,
            n=n,
        )
    rows = _nested_order(dataset, seed)[:n]

    return replace(
        dataset,
        train=dataset.train.take(rows),
        points_train=None if dataset.points_train is None else dataset.points_train[rows],
        rows_train=None if dataset.rows_train is None else dataset.rows_train[rows],
    )


def _nested_order(dataset: Dataset, seed: int) -> Rows:
    """All rows in an order whose every beginning is a stratified sample."""
    rng, y = generator("split", seed), dataset.train.y
    order = rng.permutation(len(y))
    classify = classifier(y)
    if classify is None:
        return order
    classes = y if y.ndim == 1 else classify(y)
    # The examples of each class are spread evenly over the way from 0 to 1, from a place of chance on.
    place = np.empty(len(y))
    for each in np.unique(classes):
        members = order[classes[order] == each]
        place[members] = (np.arange(len(members)) + rng.random()) / len(members)
    return order[np.argsort(place[order], kind="stable")]
