"""The objective: loss and gradient of one fixed batch as a function of a network's parameters."""

from __future__ import annotations

import numpy as np

from nnplay.engine.calls import Array, run
from nnplay.engine.losses import Loss
from nnplay.engine.network import Network, inputs_as_rows, targets_as_rows
from nnplay.engine.regularization import Regularization, Strengths, penalty_calls


class Objective:
    """Mean loss over a batch with its penalty, in training mode, the same dropout masks at every look.

    Parameters
    ----------
    network
        Its parameters are read, its gradients written.
    x, y
        (n, *input_shape) inputs and (n, k) targets or (n,) class numbers.
    """

    def __init__(self, network: Network, x: Array, y: Array, loss: str | Loss, regularization: Regularization) -> None:
        self._network = network
        self._rng = np.random.default_rng(0)
        self._random_state = self._rng.bit_generator.state
        self.workspace = network.workspace(len(x), self._rng, loss)
        self.workspace.x[:-1] = inputs_as_rows(network.spec, x).T
        self.workspace.target[...] = targets_as_rows(y, len(self.workspace.target)).T
        n = network.spec.n_trainable
        self._w = network.parameters[:n]
        self._strengths = Strengths([network.spec], [regularization], self._w)
        self._penalty = penalty_calls(self._strengths, self._w, network.gradients[:n])

    def evaluate(self) -> float:
        """The loss for the present parameters; its gradient is then in ``network.gradients``."""
        self._rng.bit_generator.state = self._random_state
        run(self.workspace.forward)
        run(self.workspace.backward)
        run(self._penalty)
        return self.workspace.mean_loss + self._strengths.penalty(self._w)
