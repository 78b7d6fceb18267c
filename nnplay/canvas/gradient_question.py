"""GradientQuestion: how the loss changes with each weight, computed beside the window's work while somebody asks."""

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
"""Of the training data: enough for the gradient's direction, few enough to be done at once."""


class GradientQuestion(QObject):
    """The gradient of the mean loss over training data, at the weights that are shown.

    Signals
    -------
    changed
        There is another gradient to show.
    """

    changed = Signal()

    def __init__(self, controller: TrainingController, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._question = controller.new_question(self)
        self._question.answered.connect(self._on_answered)
        self._gradient: NDArray[np.float32] | None = None

    def of(self, place: int, n_parameters: int) -> float | None:
        """The newest known gradient of the weight at a place of the flat vector; None while it is not known."""
        if self._gradient is None or len(self._gradient) != n_parameters:
            return None
        return float(self._gradient[place])

    def ask(self) -> None:
        """Have it computed for the weights as they are now."""
        project, snapshot, dataset = self._controller.project, self._controller.snapshot, self._controller.dataset
        if project is None or snapshot is None or dataset is None or not len(dataset.train):
            self.forget()
            return
        work = partial(mean_gradient, project.network, snapshot, dataset, project.training.loss)
        self._question.ask(work)

    def forget(self) -> None:
        """Nobody asks any more, or it is another network."""
        self._question.forget()
        self._gradient = None

    @Slot(object)
    def _on_answered(self, gradient: NDArray[np.float32]) -> None:
        self._gradient = gradient
        self.changed.emit()


def mean_gradient(spec: NetworkSpec, snapshot: Snapshot, dataset: Dataset, loss: str | Loss) -> NDArray[np.float32]:
    """The gradient (n_parameters,) of the mean loss over the first training examples."""
    network = Network(spec)
    network.load(snapshot.parameters, snapshot.muted)
    examples = slice(0, N_EXAMPLES)
    with np.errstate(all="ignore"):
        network.loss_and_gradients(dataset.train.inputs(examples), dataset.train.y[examples], loss)
    gradient: NDArray[np.float32] = network.gradients
    return gradient
