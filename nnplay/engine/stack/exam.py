"""An exam: examples on which the networks of a stack are measured again and again, prepared once."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np

from nnplay.engine.calls import Array, run
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DataError
from nnplay.engine.examples import Examples
from nnplay.engine.losses import Loss, find_loss
from nnplay.engine.metrics import classifier
from nnplay.engine.network import Evaluation, inputs_as_rows, targets_as_rows
from nnplay.engine.stack.stack import CHUNK, CHUNK_NUMBERS, Stack


class Exam:
    """Examples to measure a stack on.

    Parameters
    ----------
    examples
        The same for all networks, or equally many for each.

    Raises
    ------
    DataError
        If there are none.
    ShapeError
        If they do not fit the networks.
    """

    def __init__(self, stack: Stack, examples: Examples | Sequence[Examples], loss: str | Loss) -> None:
        each = [examples] if isinstance(examples, Examples) else list(examples)
        if all(one is each[0] for one in each):
            each = each[:1]
        if not len(each[0]):
            raise DataError(QT_TRANSLATE_NOOP("errors", "There are no examples to measure on."))
        spec = stack.spec
        self._n_networks, self._n = len(stack), len(each[0])
        self._per_example = find_loss(loss).per_example
        n_outputs = prod(spec.shapes[spec.output.name])
        self._rows = np.stack([inputs_as_rows(spec, one.inputs()) for one in each]).swapaxes(-1, -2)
        self._targets = np.stack([targets_as_rows(one.y, n_outputs) for one in each])
        self._classify = [classifier(one.y) for one in each]
        self._classes = [
            None if classify is None else classify(target)
            for classify, target in zip(self._classify, self._targets, strict=True)
        ]
        n_numbers = len(stack) * sum(map(prod, spec.shapes.values()))
        size = min(self._n, CHUNK, max(1, CHUNK_NUMBERS // n_numbers))
        is_each = len(each) > 1
        if not is_each:
            self._rows = self._rows[0]
        self._workspace = stack.workspace(size, [np.random.default_rng(0)], sees_same=not is_each)
        self._filled: slice | None = None

    def evaluate(self) -> list[Evaluation]:
        """Mean loss of each network, and the share that it classifies right (None where there are no classes)."""
        totals, n_right = np.zeros(self._n_networks), np.zeros(self._n_networks, np.intp)
        with np.errstate(all="ignore"):
            for start in range(0, self._n, self._workspace.batch_size):
                part = slice(start, min(start + self._workspace.batch_size, self._n))
                prediction = self._predict(part)
                target = np.broadcast_to(self._targets[:, part], prediction.shape)
                n_outputs = prediction.shape[-1]
                losses = self._per_example(prediction.reshape(-1, n_outputs), target.reshape(-1, n_outputs))
                totals += losses.reshape(self._n_networks, -1).sum(axis=1, dtype=np.float64)
                self._count_right(prediction, part, n_right)
        has_classes = [self._classify[k % len(self._classify)] is not None for k in range(self._n_networks)]
        return [
            Evaluation(total / self._n, right / self._n if known else None)
            for total, right, known in zip(totals.tolist(), n_right.tolist(), has_classes, strict=True)
        ]

    def _predict(self, part: slice) -> Array:
        """What all networks say to some of the examples, (K, n, n_outputs)."""
        workspace, size = self._workspace, part.stop - part.start
        if part != self._filled:
            workspace.x[..., :-1, :size] = self._rows[..., part]
            self._filled = part
        run(workspace.forward)
        prediction = np.broadcast_to(workspace.prediction, (self._n_networks, *workspace.prediction.shape[-2:]))
        return prediction[..., :size].swapaxes(-1, -2)

    def _count_right(self, prediction: Array, part: slice, n_right: Array) -> None:
        first = self._classify[0]
        if all(classify is first for classify in self._classify):
            if first is not None:
                found = first(prediction.reshape(-1, prediction.shape[-1])).reshape(self._n_networks, -1)
                n_right += np.count_nonzero(
                    found == np.array([classes[part] for classes in self._classes if classes is not None]), axis=1
                )
            return
        for k, (classify, classes) in enumerate(zip(self._classify, self._classes, strict=True)):
            if classify is not None and classes is not None:
                n_right[k] += np.count_nonzero(classify(prediction[k]) == classes[part])
