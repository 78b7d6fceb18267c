"""Assessment: what a network says to each of many examples, and how wrong it is there."""

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
"""Examples between two words about how much is done."""


@dataclass(frozen=True, eq=False)
class Assessment:
    """The answers to n examples.

    Attributes
    ----------
    predictions, targets
        (n, k) outputs, and what they should be; class numbers come one-hot.
    losses
        (n,) float64, the loss of each.
    actual, said
        (n,) class numbers: the true ones, and those that the network says; None for quantities.
    """

    predictions: Array
    targets: Array
    losses: Array
    actual: Array | None
    said: Array | None

    def confusion(self, n_classes: int) -> Array | None:
        """The confusion matrix (n_classes, n_classes): rows are true, columns said; None for quantities."""
        if self.actual is None or self.said is None:
            return None
        return confusion_matrix(self.actual, self.said, n_classes)

    def rows_of(self, actual: int, said: int) -> Array:
        """Numbers of the examples in one cell of the confusion matrix, those with the greatest loss first."""
        rows = np.flatnonzero((self.actual == actual) & (self.said == said))
        return rows[np.argsort(-self.losses[rows], kind="stable")]

    def ranked(self, n: int, *, is_worst: bool) -> Array:
        """Numbers of the n examples with the greatest, or with the least, loss, in that order."""
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
    """Ask a network with these weights (n_parameters,), and some parts muted, about all examples.

    ``note_share`` is told again and again how much is done, 0 to 1; what it raises ends the work.
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
