"""GradientQuestion: how the loss changes with each weight, computed in the background on request."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from nnplay.data import Dataset
from nnplay.engine import Loss, Network, NetworkSpec
from nnplay.runs import Snapshot
from nnplay.training import TrainingController

N_EXAMPLES = 512
"""Number of training examples: enough for the gradient's direction, few enough to be fast."""


class GradientQuestion(QObject):
    """The gradient of the mean loss over training data, at the current weights.

    Signals
    -------
    changed
        A new gradient is available.
    """

    changed = Signal()

    def __init__(self, controller: TrainingController, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._question = controller.new_question(self)
        self._question.answered.connect(self._on_answered)
        self._gradient: NDArray[np.float32] | None = None

    def of(self, place: int, n_parameters: int) -> float | None:
        """Return the latest gradient of the weight at an index of the flat vector; None if it is not known yet."""
        if self._gradient is None or len(self._gradient) != n_parameters:
            return None
        return float(self._gradient[place])

    def ask(self) -> None:
        """Compute the gradient for the current weights."""
        project, snapshot, dataset = self._controller.project, self._controller.snapshot, self._controller.dataset
        if project is None or snapshot is None or dataset is None or not len(dataset.train):
            self.forget()
            return
        work = partial(mean_gradient, project.network, snapshot, dataset, project.training.loss)
        self._question.ask(work)

    def forget(self) -> None:
        """Drop the gradient: it is no longer needed, or the network has changed."""
        self._question.forget()
        self._gradient = None

    @Slot(object)
    def _on_answered(self, gradient: NDArray[np.float32]) -> None:
        self._gradient = gradient
        self.changed.emit()


def mean_gradient(spec: NetworkSpec, snapshot: Snapshot, dataset: Dataset, loss: str | Loss) -> NDArray[np.float32]:
    """Return the gradient (n_parameters,) of the mean loss over the first training examples."""
    network = Network(spec)
    network.load(snapshot.parameters, snapshot.muted)
    examples = slice(0, N_EXAMPLES)
    with np.errstate(all="ignore"):
        network.loss_and_gradients(dataset.train.inputs(examples), dataset.train.y[examples], loss)
    gradient: NDArray[np.float32] = network.gradients
    return gradient
