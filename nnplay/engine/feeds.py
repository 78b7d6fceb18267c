"""Feeds: how a mini-batch gets from the examples into a workspace, without allocating.

Numbers with numeric targets lie in one table, so that one gather brings both; pictures stay uint8 and are scaled on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.examples import Examples
from nnplay.engine.network import check_targets, targets_as_rows
from nnplay.engine.workspace import Workspace

Gather = tuple[Callable[..., Any], Array]


@dataclass(frozen=True)
class Feed:
    """What fills one workspace.

    Attributes
    ----------
    gathers
        ``take(rows, 0, out, "clip")`` for each ``(take, out)`` brings the rows of the batch.
    calls
        What then turns them into the workspace's input and target.
    count_right
        Calls, run after the forward pass, that add the examples classified right to ``n_right``; none for quantities.
    """

    gathers: list[Gather]
    calls: list[Call]
    count_right: list[Call]


class ExampleTable:
    """Examples in the layout that batches are gathered from.

    Attributes
    ----------
    n_right
        0-d array: examples classified right since it was last set to 0.
    """

    def __init__(self, examples: Examples, n_outputs: int, dtype: np.dtype[Any]) -> None:
        check_targets(examples.y, n_outputs)
        n = len(examples)
        self.has_classes = examples.has_classes
        self.n_right = np.zeros((), np.intp)
        self._dtype = dtype
        self._n_outputs = n_outputs
        self._scale = np.asarray(examples.scale, dtype)
        self._pictures = examples.x.reshape(n, -1) if examples.x.dtype == np.uint8 else None
        self._classes = examples.y.astype(np.intp) if examples.has_classes else None
        parts = [] if self._pictures is not None else [examples.inputs().reshape(n, -1), np.ones((n, 1))]
        if self._classes is None:
            parts.append(targets_as_rows(examples.y, n_outputs))
        self._numbers = np.concatenate(parts, axis=1, dtype=dtype) if parts else None

    def feed(self, workspace: Workspace) -> Feed:
        """Bind the table to a workspace."""
        feed = Feed([], [], [])
        if self._numbers is not None:
            self._feed_numbers(workspace, self._numbers, feed)
        if self._pictures is not None:
            self._feed_pictures(workspace, self._pictures, feed)
        if self._classes is not None:
            self._feed_classes(workspace, self._classes, feed)
        return feed

    def _feed_numbers(self, workspace: Workspace, table: Array, feed: Feed) -> None:
        if table.shape[1] == workspace.record.shape[1]:
            feed.gathers.append((table.take, workspace.record))
            return
        gathered = np.empty((workspace.batch_size, table.shape[1]), self._dtype)
        columns = workspace.x if self._pictures is None else workspace.target.T
        feed.gathers.append((table.take, gathered))
        feed.calls.append((np.copyto, (columns, gathered)))

    def _feed_pictures(self, workspace: Workspace, pictures: Array, feed: Feed) -> None:
        gathered = np.empty((workspace.batch_size, pictures.shape[1]), np.uint8)
        feed.gathers.append((pictures.take, gathered))
        feed.calls.append((np.multiply, (gathered, self._scale, workspace.x[:, :-1])))

    def _feed_classes(self, workspace: Workspace, classes: Array, feed: Feed) -> None:
        numbers, best = (np.empty(workspace.batch_size, np.intp) for _ in range(2))
        rows = np.empty((workspace.batch_size, self._n_outputs), self._dtype)
        is_right = np.empty(workspace.batch_size, np.bool_)
        n_right = np.zeros((), np.intp)
        feed.gathers.append((classes.take, numbers))
        feed.calls.append((np.eye(self._n_outputs, dtype=self._dtype).take, (numbers, 0, rows, "clip")))
        feed.calls.append((np.copyto, (workspace.target, rows.T)))
        feed.count_right.extend(
            [
                (workspace.prediction.argmax, (0, best)),
                (np.equal, (best, numbers, is_right)),
                (np.add.reduce, (is_right, 0, np.intp, n_right)),
                (np.add, (self.n_right, n_right, self.n_right)),
            ]
        )
