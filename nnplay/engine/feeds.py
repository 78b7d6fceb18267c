"""Feeds: bring a mini-batch from the examples into a workspace without allocating.

Examples with few numbers are stored feature by feature, with numeric targets in the same table, so that one gather
fetches everything; larger ones are stored example by example; pictures stay uint8 and are scaled on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.examples import Examples
from nnplay.engine.network import check_targets, inputs_as_rows
from nnplay.engine.specs import NetworkSpec
from nnplay.engine.workspace import WIDE, Workspace

Gather = tuple[Callable[..., Any], int, Array]
"""``take(rows, axis, out, "clip")`` brings the rows of a batch: ``clip``, since checking indices would copy ``out``.

Rows are (batch,); in a stack whose networks see batches of their own they are (K, batch)."""


@dataclass(frozen=True)
class Feed:
    """The calls that fill one workspace.

    Attributes
    ----------
    gathers
        ``(take, axis, out)`` for each array that is gathered.
    calls
        The calls that then convert them into the workspace's input and target.
    count_right
        Calls, run after the forward pass, that count which examples were classified right; none for quantities.
    right
        (batch,), in a stack (K, batch): how often each place of the batch held one that was; only added up when
        somebody asks.
    """

    gathers: list[Gather]
    calls: list[Call]
    count_right: list[Call]
    right: Array


class ExampleTable:
    """Examples in the layout that batches are gathered from."""

    def __init__(self, spec: NetworkSpec, examples: Examples, dtype: np.dtype[Any]) -> None:
        n_outputs = prod(spec.shapes[spec.output.name])
        check_targets(examples.y, n_outputs)
        self.has_classes = examples.has_classes
        self._scale = np.asarray(examples.scale, dtype)
        self._pictures: Array | None = None
        self._classes = examples.y.astype(np.intp) if examples.has_classes else None
        targets = np.eye(n_outputs) if examples.has_classes else examples.y.T
        self._targets = targets.astype(dtype, order="C")
        if examples.x.dtype == np.uint8:
            self._pictures = inputs_as_rows(spec, examples.x)
            return
        rows = inputs_as_rows(spec, examples.inputs())
        ones = np.ones((len(examples), 1), dtype)
        self._rows = np.concatenate([rows, ones], axis=1, dtype=dtype)
        if rows.shape[1] < WIDE:
            parts = [self._rows.T] if self._classes is not None else [self._rows.T, self._targets]
            # In C order: `take` would first copy any other layout, at every step.
            self._columns = np.ascontiguousarray(np.concatenate(parts))

    def feed(self, workspace: Workspace) -> Feed:
        """Bind the table to a workspace."""
        x = workspace.x.swapaxes(-1, -2)
        feed = Feed([], [], [], np.zeros((*workspace.total.shape, workspace.batch_size), np.intp))
        if self._pictures is not None:
            gathered = np.empty((*x.shape[:-1], self._pictures.shape[1]), np.uint8)
            feed.gathers.append((self._pictures.take, 0, gathered))
            # Converting and scaling at once would go through a buffer, and so would scaling all but the row of ones: it
            # is quicker to convert, to scale the whole, and to put the ones back.
            feed.calls.append((np.copyto, (x[..., :-1], gathered)))
            feed.calls.append((np.multiply, (workspace.x, self._scale, workspace.x)))
            feed.calls.append((x[..., -1].fill, (1,)))
        elif workspace.record is None:
            feed.gathers.append((self._rows.take, 0, x))
        else:
            feed.gathers.append((self._columns.take, 1, workspace.record[: len(self._columns)]))
        if self._classes is not None:
            self._feed_classes(workspace, self._classes, feed)
        elif self._pictures is not None or workspace.record is None:
            feed.gathers.append((self._targets.take, 1, np.moveaxis(workspace.target, -2, 0)))
        return feed

    def _feed_classes(self, workspace: Workspace, classes: Array, feed: Feed) -> None:
        numbers = np.empty((*workspace.target.shape[:-2], workspace.batch_size), np.intp)
        best, is_right = np.empty(feed.right.shape, np.intp), np.empty(feed.right.shape, np.bool_)
        feed.gathers.append((classes.take, 0, numbers))
        feed.calls.append((self._targets.take, (numbers, 1, np.moveaxis(workspace.target, -2, 0), "clip")))
        feed.count_right.extend(
            [
                (workspace.prediction.argmax, (-2, best)),
                (np.equal, (best, numbers, is_right)),
                (np.add, (feed.right, is_right, feed.right)),
            ]
        )
