"""Regularization: keeps weights small, in the whole network or layer by layer.

Only kernels are regularized: the weights of connections, not biases, scales or slopes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from nnplay.engine.calls import Array, Call, maximum
from nnplay.engine.checks import check_choice, check_number
from nnplay.engine.specs import NetworkSpec, ParameterSlot

RULES = ("penalty", "playground")


@dataclass(frozen=True)
class Regularization:
    """Strengths for every kernel; a layer's own ``kernel_l1`` and ``kernel_l2`` are added to them.

    Attributes
    ----------
    l1, l2
        With the rule ``penalty`` the loss grows by ``l1 Σ|w| + l2 Σ w²`` as in Keras, and its gradient reaches the
        optimizer. With ``playground`` each step is followed by ``w -= learning_rate (l1 sign(w) + l2 w)``, the signs
        and weights taken before the step, and a weight that l1 pulls across 0 stops there: TensorFlow Playground's
        rule. (There such a weight is dead for ever; here its gradient may move it again.)
    max_norm
        Greatest length of the weights into one unit, restored after each step; None for any length. Source: Srivastava
        et al., "Dropout", JMLR 15 (2014), section 5.1.
    rule
        ``penalty`` or ``playground``.
    """

    l1: float = 0.0
    l2: float = 0.0
    max_norm: float | None = None
    rule: str = "penalty"

    def __post_init__(self) -> None:
        check_number("l1", self.l1, is_zero_allowed=True)
        check_number("l2", self.l2, is_zero_allowed=True)
        if self.max_norm is not None:
            check_number("max norm", self.max_norm)
        check_choice("regularization rule", self.rule, RULES)


class Strengths:
    """The strengths weight by weight.

    Attributes
    ----------
    l1, l2
        (n,) for the first n numbers of the flat vector, in a stack (K, n), or None where all are 0; ``l2`` is half the
        derivative's factor for the rule ``penalty``: the penalty is ``l1 |w| + l2 w²``, for ``playground``
        ``l1 |w| + l2 w² / 2``.

    Parameters
    ----------
    specs, regularizations
        Of the network, in a stack of each of its networks, which share the rule.
    like
        (n,) or (K, n), whose shape and type the strengths take.
    """

    def __init__(self, specs: Sequence[NetworkSpec], regularizations: Sequence[Regularization], like: Array) -> None:
        l1, l2 = np.zeros_like(like), np.zeros_like(like)
        rows = zip(l1.reshape(len(specs), -1), l2.reshape(len(specs), -1), specs, regularizations, strict=True)
        for row_1, row_2, spec, regularization in rows:
            for slot in kernels(spec):
                layer = spec.node(slot.node).layer
                row_1[slot.span] = regularization.l1 + getattr(layer, "kernel_l1", 0.0)
                row_2[slot.span] = regularization.l2 + getattr(layer, "kernel_l2", 0.0)
        self.l1 = l1 if l1.any() else None
        self.l2 = l2 if l2.any() else None
        self._is_playground = regularizations[0].rule == "playground"

    def penalty(self, parameters: Array) -> float:
        """What the weights (n,) add to the loss."""
        total = 0.0
        if self.l1 is not None:
            total += float(np.abs(parameters).dot(self.l1))
        if self.l2 is not None:
            total += float((parameters * parameters).dot(self.l2)) * (0.5 if self._is_playground else 1)
        return total

    def slope(self, w: Array, out: Array) -> list[Call]:
        """Calls that write the penalty's derivative by each weight into ``out``."""
        work = np.empty_like(w)
        calls: list[Call] = []
        if self.l2 is not None:
            calls.append((np.multiply, (w, self.l2 if self._is_playground else 2 * self.l2, out)))
        if self.l1 is not None:
            sign = work if calls else out
            calls += [(np.sign, (w, sign)), (np.multiply, (sign, self.l1, sign))]
            if sign is work:
                calls.append((np.add, (out, work, out)))
        return calls


def penalty_calls(strengths: Strengths, w: Array, g: Array) -> list[Call]:
    """Calls that add the penalty's gradient to ``g``."""
    slope = np.empty_like(w)
    calls = strengths.slope(w, slope)
    return [*calls, (np.add, (g, slope, g))] if calls else []


def playground_calls(strengths: Strengths, w: Array, rate: Array) -> tuple[list[Call], list[Call]]:
    """TensorFlow Playground's rule: the calls before an optimizer's step and those after it."""
    pull = np.empty_like(w)
    before = strengths.slope(w, pull)
    if not before:
        return [], []
    scaled: Call = (np.multiply, (pull, rate, pull))
    if strengths.l1 is None:
        return before, [scaled, (np.subtract, (w, pull, w))]
    has_crossed, zero = np.empty(w.shape, np.bool_), np.asarray(0, w.dtype)
    return before, [
        scaled,
        (np.subtract, (w, pull, pull)),
        (np.multiply, (w, pull, w)),
        (np.less, (w, zero, has_crossed)),
        (np.copyto, (w, pull)),
        (np.copyto, (w, zero, "same_kind", has_crossed)),
    ]


def max_norm_calls(specs: Sequence[NetworkSpec], regularizations: Sequence[Regularization], w: Array) -> list[Call]:
    """Calls that scale the weights into each unit down to the lesser of their layer's length and the global one."""
    calls: list[Call] = []
    for slot in kernels(specs[0]):
        greatest = [_max_norm(spec, each, slot) for spec, each in zip(specs, regularizations, strict=True)]
        if min(greatest) == inf:
            continue
        # The greatest number of the type stands for any length: divided by itself it is 1.
        most = np.minimum(greatest, np.finfo(w.dtype).max).astype(w.dtype).reshape((*w.shape[:-1], *[1] * (w.ndim - 1)))
        kernel = w[..., slot.span].reshape(*w.shape[:-1], -1, slot.shape[-1])
        squares, length = np.empty(kernel.shape, w.dtype), np.empty((*w.shape[:-1], slot.shape[-1]), w.dtype)
        calls += [
            (np.multiply, (kernel, kernel, squares)),
            (np.add.reduce, (squares, -2, None, length)),
            (np.sqrt, (length, length)),
            maximum(length, most, length),
            (np.divide, (most, length, length)),
            (np.multiply, (kernel, length[..., None, :], kernel)),
        ]
    return calls


def _max_norm(spec: NetworkSpec, regularization: Regularization, slot: ParameterSlot) -> float:
    limits = regularization.max_norm, getattr(spec.node(slot.node).layer, "kernel_max_norm", None)
    return min((limit for limit in limits if limit is not None), default=inf)


def kernels(spec: NetworkSpec) -> list[ParameterSlot]:
    """The arrays that regularization works on."""
    return [slot for slot in spec.slots if slot.spec.is_trainable and slot.name == "kernel"]
