"""The update: everything between the gradients and the new weights, in the order in which it happens."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnplay.engine.calls import Array, Call, maximum, minimum, run
from nnplay.engine.optimizers import Optimizer, State, UpdateSite
from nnplay.engine.parts import weights_of
from nnplay.engine.regularization import Strengths, max_norm_calls, penalty_calls, playground_calls
from nnplay.engine.settings import TrainingSettings
from nnplay.engine.specs import NetworkSpec


class Update:
    """One step's update of a network: penalty, freezing, clipping, optimizer, and what follows it.

    Parameters
    ----------
    spec
        The network.
    parameters, gradients
        Its flat vectors, (n_parameters,); only their trainable first part is touched.
    measure
        Computes loss and gradients anew for the present batch and gives the loss, without any penalty.

    Attributes
    ----------
    rate
        0-d array: the learning rate of the next step.
    state
        What the optimizer has gathered.
    """

    def __init__(self, spec: NetworkSpec, parameters: Array, gradients: Array, measure: Callable[[], float]) -> None:
        self._spec = spec
        self._w, self._g = parameters[: spec.n_trainable], gradients[: spec.n_trainable]
        self._measure = measure
        self._optimizer: Optimizer | None = None
        self.rate = np.empty((), parameters.dtype)
        self.state: State = {}

    def calls(self, settings: TrainingSettings, is_muted: Array) -> list[Call]:
        """The calls of one step; weights that are frozen or ``is_muted`` (n_parameters,) do not move."""
        w, g = self._w, self._g
        strengths = Strengths(self._spec, settings.regularization, w)
        is_in_loss = settings.regularization.rule == "penalty"
        if not is_in_loss:
            penalty: list[Call] = []
            before, after = playground_calls(strengths, w, self.rate)
        else:
            penalty = penalty_calls(strengths, w, g)
            before, after = [], []
        after = [*after, *max_norm_calls(self._spec, settings.regularization, w)]
        is_held = (weights_of(self._spec, settings.frozen) | is_muted)[: len(w)]
        if is_held.any():
            # Held twice: without a gradient they count neither for clipping nor for a line search, and put back after
            # the step they stay whatever decay or momentum would do to them.
            held = np.empty_like(w)
            penalty = [*penalty, (np.multiply, (g, (~is_held).astype(w.dtype), g))]
            before = [(np.copyto, (held, w)), *before]
            after = [*after, (np.copyto, (w, held, "same_kind", is_held))]

        def evaluate() -> float:
            loss = self._measure()
            run(penalty)
            return loss + (strengths.penalty(w) if is_in_loss else 0)

        self._take_over(settings.optimizer)
        site = UpdateSite(w, g, self.rate, self.state, evaluate)
        return [*before, *penalty, *_clip_calls(settings, g), *settings.optimizer.calls(site), *after]

    def forget(self) -> None:
        """Set what the optimizer has gathered back to its start."""
        if self._optimizer:
            for name, array in self._optimizer.start(self._w).items():
                self.state[name][...] = array

    def _take_over(self, optimizer: Optimizer) -> None:
        self.state = optimizer.carry_on(self._optimizer, self.state, self._w)
        self._optimizer = optimizer


def _clip_calls(settings: TrainingSettings, g: Array) -> list[Call]:
    calls: list[Call] = []
    if settings.clip_value is not None:
        most = np.asarray(settings.clip_value, g.dtype)
        calls += [minimum(g, most, g), maximum(g, -most, g)]
    if settings.clip_norm is not None:
        # Pascanu, Mikolov and Bengio, ICML 2013: scaled by most / max(most, |g|), which is 1 for a short vector.
        most, scale = np.asarray(settings.clip_norm, g.dtype), np.empty((), g.dtype)
        calls += [
            (g.dot, (g, scale)),
            (np.sqrt, (scale, scale)),
            maximum(scale, most, scale),
            (np.divide, (most, scale, scale)),
            (np.multiply, (g, scale, g)),
        ]
    return calls
