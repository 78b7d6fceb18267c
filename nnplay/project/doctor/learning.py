"""Rules about the curves: a run that diverges, jumps, creeps, does not learn, or overfits."""

from __future__ import annotations

from math import isfinite

import numpy as np

from nnplay.engine import ACTIVATIONS, SGD
from nnplay.engine.errors import QT_TRANSLATE_NOOP, Phrase
from nnplay.project.doctor import remedies
from nnplay.project.doctor.diagnosis import Diagnosis, Evidence, number

_LONG_ENOUGH = 1_500
"""Steps after which a loss that has not fallen will not fall by itself."""

_BARELY = 0.85
"""A loss above this share of the loss of a constant answer is not a success."""

_WORSE = 1.2
"""Training has made things worse if the loss is this many times that of the start and of a constant answer."""

_FEW = 8
"""Points that a curve needs before its trend can be told from chance."""

_IDLE_UPDATE = 2e-6
"""Relative change of a layer's weights in a step below which learning takes forever."""


def divergence(evidence: Evidence) -> Diagnosis | None:
    """The last run diverged: its numbers grew without bound."""
    error = evidence.diverged
    if error is None:
        return None
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "The training diverged: by step {step} the numbers had grown without bound, first in the layer “{layer}”."
        " Each step overshot more than the one before: the learning rate {rate} is too high.",
    )
    rate = number(evidence.project.training.optimizer.learning_rate)
    return Diagnosis(
        "divergence",
        Phrase(template, {"step": error.step, "layer": error.layer, "rate": rate}),
        (remedies.lower_rate(evidence.project, from_start=True), remedies.clip_gradients()),
    )


def rate_too_high(evidence: Evidence) -> Diagnosis | None:
    """The loss has risen far above its start, jumps around, or the next step would increase it."""
    losses = evidence.train_losses
    project = evidence.project
    rate = number(project.training.optimizer.learning_rate)
    if evidence.diverged is not None:
        return None
    if _overshoots(evidence):
        template = QT_TRANSLATE_NOOP(
            "doctor",
            "The learning rate {rate} is too high here: one gradient step takes the loss from {before} up to"
            " {after}, to the other side of the valley.",
        )
        values = {"rate": rate, "before": number(evidence.loss), "after": number(evidence.loss_after_step)}
    elif len(losses) > 1 and losses[-1] > _WORSE * max(losses[0], evidence.constant_loss):
        template = QT_TRANSLATE_NOOP(
            "doctor",
            "The loss has risen from {first} to {now}, above that of always giving the same answer. With a"
            " learning rate of {rate} the steps have thrown the weights far away.",
        )
        values = {"rate": rate, "first": number(losses[0]), "now": number(losses[-1])}
    elif len(losses) >= _FEW and _jumps(losses) and not evidence.has_learned:
        template = QT_TRANSLATE_NOOP(
            "doctor",
            "The loss jumps: it has been {best} and is {now}. With a learning rate of {rate} the steps are longer than"
            " the valley is wide.",
        )
        values = {"rate": rate, "best": number(losses.min()), "now": number(losses[-1])}
    else:
        return None
    # Where the loss is back where it began, nothing is lost by starting again, and saturated weights are left behind.
    from_start = len(losses) > 1 and bool(losses[-1] > 0.8 * losses[0])
    return Diagnosis("rate_too_high", Phrase(template, values), (remedies.lower_rate(project, from_start=from_start),))


def rate_too_low(evidence: Evidence) -> Diagnosis | None:
    """The steps are so small that the loss creeps."""
    losses = evidence.train_losses
    ratios = [layer.update_ratio for layer in evidence.layers.values() if layer.update_ratio]
    if len(losses) < _FEW or evidence.has_learned or not ratios or evidence.n_steps < _LONG_ENOUGH / 10:
        return None
    if max(ratios) > _IDLE_UPDATE or not 0.95 * losses[0] < losses[-1] <= losses[0]:
        return None
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "The learning rate {rate} is very low: a step changes the weights by only {share} times their size, and "
        "the loss has"
        " gone only from {first} to {now}.",
    )
    values = {
        "rate": number(evidence.project.training.optimizer.learning_rate),
        "share": number(max(ratios)),
        "first": number(losses[0]),
        "now": number(losses[-1]),
    }
    return Diagnosis("rate_too_low", Phrase(template, values), (remedies.raise_rate(evidence.project),))


def no_progress(evidence: Evidence) -> Diagnosis | None:
    """After many steps the network is hardly better than one that always gives the same answer."""
    losses = evidence.train_losses
    if len(losses) < _FEW or evidence.n_steps < _LONG_ENOUGH or evidence.has_learned:
        return None
    if not losses[-1] > _BARELY * evidence.constant_loss or rate_too_high(evidence) or rate_too_low(evidence):
        return None
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "After {steps} steps the loss is {now}. Always giving the same answer would already reach {constant}.",
    )
    values = {"steps": f"{evidence.n_steps:.0f}", "now": number(losses[-1]), "constant": number(evidence.constant_loss)}
    project = evidence.project
    bent = any(ACTIVATIONS[node.layer.activation_name].name != "linear" for node in project.network.nodes[1:-1])
    remedy = remedies.new_start() if bent else remedies.hidden_layer(project)
    return Diagnosis("no_progress", Phrase(template, values), (remedy,))


def overfitting(evidence: Evidence) -> Diagnosis | None:
    """The test loss rises again while the training loss keeps falling."""
    train, test = evidence.history.train_loss, evidence.history.test_loss
    known = np.isfinite(train) & np.isfinite(test)
    train, test = train[known], test[known]
    if len(test) < _FEW:
        return None
    best = int(np.argmin(test))
    recent, recent_train = float(np.median(test[-5:])), float(np.median(train[-5:]))
    has_turned = recent > 1.2 * test[best] and recent - test[best] > 0.02 * test[0]
    if not has_turned or recent_train > 0.95 * train[best] or recent < 1.3 * recent_train:
        return None
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "The training loss has fallen to {train}, but the test loss, best at {best} in epoch {epoch}, has risen to"
        " {test}. The network memorises its examples (overfitting).",
    )
    values = {
        "train": number(recent_train),
        "best": number(test[best]),
        "epoch": f"{evidence.history.epoch[known][best]:.0f}",
        "test": number(recent),
    }
    project = evidence.project
    return Diagnosis(
        "overfitting", Phrase(template, values), (remedies.weight_decay(project), remedies.dropout(project))
    )


def _overshoots(evidence: Evidence) -> bool:
    """Whether plain gradient descent would climb: other optimizers' first steps do so near any minimum."""
    before, after = evidence.loss, evidence.loss_after_step
    optimizer = evidence.project.training.optimizer
    if not isinstance(optimizer, SGD) or optimizer.momentum or not isfinite(before):
        return False
    losses = evidence.train_losses
    first = losses[0] if len(losses) else before
    return not after <= max(1.2 * before, before + 0.02 * first)


def _jumps(losses: np.ndarray) -> bool:
    recent = losses[-max(_FEW, len(losses) // 5) :]
    best = losses.min()
    n_rises = np.count_nonzero(recent[1:] > 1.1 * recent[:-1])
    has_risen = recent.min() > 2 * best
    return bool(has_risen or (n_rises * 3 >= len(recent) and np.median(recent) > 1.3 * best))
