"""Rprop: every weight has a step of its own, and only the gradient's sign counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call, maximum, minimum
from nnplay.engine.checks import check_number, check_share
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError
from nnplay.engine.optimizers.base import Optimizer, State, UpdateSite


@dataclass(frozen=True)
class Rprop(Optimizer):
    """A step grows by ``eta_plus`` while the gradient keeps its sign and shrinks by ``eta_minus`` when it turns.

    Made for full batches: set the batch size to the number of examples. After a turn the weight rests for one step
    (Rprop-, as in PyTorch, whose names and defaults these are). ``learning_rate`` is the first step of every weight;
    schedules have nothing to change afterwards.
    Source: Riedmiller and Braun, "A Direct Adaptive Method for Faster Backpropagation Learning", ICNN 1993.
    """

    learning_rate: float = 0.01
    eta_minus: float = 0.5
    eta_plus: float = 1.2
    min_step: float = 1e-6
    max_step: float = 50.0

    def __post_init__(self) -> None:
        super().__post_init__()
        check_share("eta minus", self.eta_minus)
        for name, value in (("eta plus", self.eta_plus), ("min step", self.min_step), ("max step", self.max_step)):
            check_number(name, value)
        if self.eta_plus <= 1 or self.min_step > self.max_step:
            raise SettingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Rprop needs eta plus above 1 (it is {eta_plus}) and min step ({min_step}) not above max step"
                    " ({max_step}).",
                ),
                eta_plus=self.eta_plus,
                min_step=self.min_step,
                max_step=self.max_step,
            )

    def start(self, parameters: Array) -> State:
        return {"steps": np.full_like(parameters, self.learning_rate), "gradients": np.zeros_like(parameters)}

    def carry_on(self, before: Optimizer | None, state: State, parameters: Array) -> State:
        is_new_rate = before is not None and before.learning_rate != self.learning_rate
        return self.start(parameters) if is_new_rate else super().carry_on(before, state, parameters)

    def calls(self, site: UpdateSite) -> list[Call]:
        w, g = site.parameters, site.gradients
        steps, before = site.state["steps"], site.state["gradients"]
        zero, one = np.asarray(0, w.dtype), np.asarray(1, w.dtype)
        minus, plus = site.each(self, lambda each: each.eta_minus), site.each(self, lambda each: each.eta_plus)
        least, most = site.each(self, lambda each: each.min_step), site.each(self, lambda each: each.max_step)
        work = np.empty_like(w)
        is_same, is_turned = np.empty(w.shape, np.bool_), np.empty(w.shape, np.bool_)
        return [
            # Signs first: the product of two small gradients would be rounded to 0.
            (np.sign, (before, before)),
            (np.multiply, (before, g, work)),
            (np.greater, (work, zero, is_same)),
            (np.less, (work, zero, is_turned)),
            (np.copyto, (work, one)),
            (np.copyto, (work, plus, "same_kind", is_same)),
            (np.copyto, (work, minus, "same_kind", is_turned)),
            (np.multiply, (steps, work, steps)),
            maximum(steps, least, steps),
            minimum(steps, most, steps),
            (np.copyto, (before, g)),
            (np.copyto, (before, zero, "same_kind", is_turned)),
            (np.sign, (before, work)),
            (np.multiply, (work, steps, work)),
            (np.subtract, (w, work, w)),
        ]
