"""Assessment: a network's prediction for each of many examples, and its loss there."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.examples import Examples
from nnplay.engine.landscape import NoteShare
from nnplay.engine.losses import Loss, find_loss
from nnplay.engine.metrics import classifier, confusion_matrix
from nnplay.engine.network import Network, targets_as_rows
from nnplay.engine.parts import Part
from nnplay.engine.specs import NetworkSpec

_AT_ONCE = 1_000
"""Examples between two reports of progress."""


@dataclass(frozen=True, eq=False)
class Assessment:
    """The predictions for n examples.

    Attributes
    ----------
    predictions, targets
        (n, k) outputs and targets; class numbers are one-hot.
    losses
        (n,) float64, the loss of each example.
    actual, predicted
        (n,) class numbers: the true ones and the predicted ones; None for quantities.
    """

    predictions: Array
    targets: Array
    losses: Array
    actual: Array | None
    predicted: Array | None

    def confusion(self, n_classes: int) -> Array | None:
        """The confusion matrix (n_classes, n_classes): rows are actual, columns predicted; None for quantities.

        Data with fewer than two classes have quantities, also where all of these are 0 or 1.
        """
        if n_classes < 2 or self.actual is None or self.predicted is None:
            return None
        return confusion_matrix(self.actual, self.predicted, n_classes)

    def rows_of(self, actual: int, predicted: int) -> Array:
        """Return the numbers of the examples in one cell of the confusion matrix, largest loss first."""
        rows = np.flatnonzero((self.actual == actual) & (self.predicted == predicted))
        return rows[np.argsort(-self.losses[rows], kind="stable")]

    def ranked(self, n: int, *, is_worst: bool) -> Array:
        """Return the numbers of the n examples with the largest, or the smallest, loss, in that order."""
        order = np.argsort(-self.losses if is_worst else self.losses, kind="stable")
        return order[:n]


def assess(
    spec: NetworkSpec,
    parameters: Array,
    examples: Examples,
    loss: str | Loss,
    muted: tuple[Part, ...] = (),
    note_share: NoteShare | None = None,
) -> Assessment:
    """Run a network with these weights (n_parameters,), and some parts muted, on all examples.

    ``note_share`` is called repeatedly with the share done, 0 to 1; an exception from it ends the work.
    """
    network = Network(spec)
    network.load(parameters, muted)
    n_outputs = prod(spec.shapes[spec.output.name])
    answers = []
    for start in range(0, max(1, len(examples)), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        answers.append(network.predict(examples.inputs(part)).reshape(-1, n_outputs))
        if note_share is not None:
            note_share(min(1.0, part.stop / max(1, len(examples))))
    predictions = np.concatenate(answers)
    targets = targets_as_rows(examples.y, n_outputs)
    with np.errstate(all="ignore"):
        losses = np.asarray(find_loss(loss).per_example(predictions, targets), np.float64).reshape(len(examples))
    classes = classifier(examples.y) if len(examples) else None
    if classes is None:
        return Assessment(predictions, targets, losses, None, None)
    return Assessment(predictions, targets, losses, classes(targets), classes(predictions))
