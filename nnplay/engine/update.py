"""The update: everything between the gradients and the new weights, in the order in which it happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from nnplay.engine.calls import Array, Call, inner, maximum, minimum, run
from nnplay.engine.optimizers import Optimizer, State, UpdateSite
from nnplay.engine.parts import weights_of
from nnplay.engine.regularization import Strengths, max_norm_calls, penalty_calls, playground_calls
from nnplay.engine.settings import TrainingSettings
from nnplay.engine.specs import NetworkSpec


class Update:
    """One step's update of a network: penalty, freezing, clipping, optimizer, and what follows it.

    Parameters
    ----------
    specs
        The network; for a stack all its networks.
    parameters, gradients
        Its flat vectors, (n_parameters,), for a stack (K, n_parameters); only their trainable first part is touched.
    measure
        Computes loss and gradients anew for the present batch and gives the loss, without any penalty.

    Attributes
    ----------
    rate
        0-d array, for a stack (K, 1): the learning rate of the next step.
    state
        What the optimizer has gathered.
    """

    def __init__(
        self, specs: Sequence[NetworkSpec], parameters: Array, gradients: Array, measure: Callable[[], float]
    ) -> None:
        n = specs[0].n_trainable
        self._specs = specs
        self._w, self._g = parameters[..., :n], gradients[..., :n]
        self._measure = measure
        self._optimizers: list[Optimizer] = []
        self.rate = np.empty(() if parameters.ndim == 1 else (len(specs), 1), parameters.dtype)
        self.state: State = {}

    def calls(self, settings: Sequence[TrainingSettings], is_muted: Array) -> list[Call]:
        """The calls of one step; weights that are frozen or ``is_muted`` (..., n_parameters) do not move.

        Parameters
        ----------
        settings
            Those of each network, in the order of ``specs``.
        """
        w, g = self._w, self._g
        regularizations = [each.regularization for each in settings]
        strengths = Strengths(self._specs, regularizations, w)
        is_in_loss = regularizations[0].rule == "penalty"
        if not is_in_loss:
            penalty: list[Call] = []
            before, after = playground_calls(strengths, w, self.rate)
        else:
            penalty = penalty_calls(strengths, w, g)
            before, after = [], []
        after = [*after, *max_norm_calls(self._specs, regularizations, w)]
        frozen = [weights_of(spec, each.frozen) for spec, each in zip(self._specs, settings, strict=True)]
        is_held = (np.reshape(frozen, is_muted.shape) | is_muted)[..., : w.shape[-1]]
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

        optimizer = self._take_over([each.optimizer for each in settings])
        together = self._optimizers if w.ndim > 1 else ()
        site = UpdateSite(w, g, self.rate, self.state, evaluate, together)
        return [*before, *penalty, *_clip_calls(settings, g), *optimizer.calls(site), *after]

    def forget(self, network: int | None = None) -> None:
        """Set what the optimizer has gathered back to its start, in a stack that of one network."""
        for name, array in self._start(self._optimizers).items():
            part = ... if network is None else network
            self.state[name][part] = array[part]

    def _take_over(self, optimizers: list[Optimizer]) -> Optimizer:
        """Note the optimizers, and give the one that speaks for all: it gathers the most."""
        if self._w.ndim == 1:
            before = self._optimizers[0] if self._optimizers else None
            self.state = optimizers[0].carry_on(before, self.state, self._w)
        else:
            self.state = self._start(optimizers)
        self._optimizers = optimizers
        return _spokesman(optimizers, self._w)

    def _start(self, optimizers: list[Optimizer]) -> State:
        if self._w.ndim == 1:
            return optimizers[0].start(self._w)
        # Who has no momentum gathers no velocity: with a momentum of 0 it stays without effect.
        most = _spokesman(optimizers, self._w).start(self._w[0])
        states = [{**most, **each.start(row)} for each, row in zip(optimizers, self._w, strict=True)]
        return {name: np.stack([np.atleast_1d(state[name]) for state in states]) for name in most}


def _spokesman(optimizers: Sequence[Optimizer], w: Array) -> Optimizer:
    """The optimizer that gathers the most: its calls do for all of a stack, with each one's numbers."""
    return max(optimizers, key=lambda each: len(each.start(w)))


def _clip_calls(settings: Sequence[TrainingSettings], g: Array) -> list[Call]:
    calls: list[Call] = []
    values, norms = ([getattr(each, name) for each in settings] for name in ("clip_value", "clip_norm"))
    if any(value is not None for value in values):
        most = _limits(values, g)
        calls += [minimum(g, most, g), maximum(g, -most, g)]
    if any(norm is not None for norm in norms):
        # Pascanu, Mikolov and Bengio, ICML 2013: scaled by most / max(most, |g|), which is 1 for a short vector.
        most = _limits(norms, g)
        scale, length = np.empty_like(most), np.empty(g.shape[:-1], g.dtype)
        calls += [
            inner(g, g, length),
            (np.sqrt, (length.reshape(most.shape), scale)),
            maximum(scale, most, scale),
            (np.divide, (most, scale, scale)),
            (np.multiply, (g, scale, g)),
        ]
    return calls


def _limits(values: Sequence[float | None], g: Array) -> Array:
    """The limit of each network, (K, 1), or 0-d; the greatest number of the type stands for none."""
    most = [np.finfo(g.dtype).max if value is None else value for value in values]
    return np.array(most, g.dtype).reshape((*g.shape[:-1], *[1] * (g.ndim - 1)))
