"""Rules about the curves: a run that diverges, jumps, creeps, does not learn, or overfits."""

from __future__ import annotations

from math import isfinite

import numpy as np

from nnplay.engine import ACTIVATIONS, SGD
from nnplay.engine.errors import QT_TRANSLATE_NOOP, Phrase
from nnplay.project.doctor import remedies
from nnplay.project.doctor.diagnosis import LONG, Diagnosis, Evidence, number
from nnplay.project.doctor.layers import most_saturated

_LONG_ENOUGH = 1_500
"""Steps after which a loss that has not fallen will not fall by itself."""

_BARELY = 0.85
"""A loss above this share of the loss of a constant answer is not a success."""

_WORSE = 1.2
"""Training has made things worse if the loss is this many times that of the start and of a constant answer."""

_FEW = 8
"""Points that a curve needs before its trend can be told from chance."""

_RECENT = 5
"""Points at the end of a curve that count as now."""

_CREEPING = 1e-4
"""A loss that loses less than this share of its start in a step creeps."""

_POOR = 0.3
"""A loss above this share of that of a constant answer is poor; jumps of a better one do no harm."""

_STRAIGHT = 0.3
"""A step ``LONG`` times as long that still gains this share of ``LONG`` times as much: the valley is far wider than the
steps are long."""

_FALLING = 0.9
"""A loss still falls that is below this share of what it was a while ago."""

_GAP = 0.12
"""How far the test loss must lie above the training loss to count as overfitting, as a share of the loss of a constant
answer."""

_ACCURACY_GAP = 0.03
"""How much lower the test accuracy must be, beyond what chance explains; people do not mind less."""


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
    is_thrown = remedies.is_rate_high(project) and not evidence.has_learned and _was_thrown(evidence)
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
    elif remedies.is_rate_high(project) and not evidence.has_learned and (worst := most_saturated(evidence)):
        template = QT_TRANSLATE_NOOP(
            "doctor",
            "With a learning rate of {rate} the first steps have thrown the weights so far that {share} % of the"
            " outputs of “{layer}” lie where hardly any gradient gets through.",
        )
        share = f"{100 * evidence.layers[worst].saturated_share:.0f}"
        values = {"rate": rate, "share": share, "layer": worst}
    elif is_thrown:
        template = QT_TRANSLATE_NOOP(
            "doctor",
            "With a learning rate of {rate} the steps throw the weights about: the loss has been as high as {worst} and"
            " is {now}. Always giving the same answer would already reach {constant}.",
        )
        worst_loss, constant = number(losses[1:].max()), number(evidence.constant_loss)
        values = {"rate": rate, "worst": worst_loss, "now": number(losses[-1]), "constant": constant}
    elif len(losses) >= _FEW and _jumps(losses) and _is_poor(evidence):
        template = QT_TRANSLATE_NOOP(
            "doctor",
            "The loss jumps: it has been {best} and is {now}. With a learning rate of {rate} the steps are longer than"
            " the valley is wide.",
        )
        values = {"rate": rate, "best": number(losses.min()), "now": number(losses[-1])}
    else:
        return None
    # Where the loss is back where it began, nothing is lost by starting again, and spoilt weights are left behind.
    from_start = len(losses) > 1 and bool(losses[-1] > 0.8 * losses[0])
    from_start = from_start or is_thrown or most_saturated(evidence) is not None
    return Diagnosis("rate_too_high", Phrase(template, values), (remedies.lower_rate(project, from_start=from_start),))


def rate_too_low(evidence: Evidence) -> Diagnosis | None:
    """The loss creeps, although much longer steps would go straight down."""
    losses = evidence.train_losses
    if len(losses) < _FEW or evidence.has_learned or evidence.n_steps < _LONG_ENOUGH / 10:
        return None
    if losses[0] == 0:
        return None  # it cannot fall
    fall = 1 - float(losses[-1] / losses[0])
    if not 0 <= fall < _CREEPING * evidence.n_steps or not _goes_straight_down(evidence):
        return None
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "The learning rate {rate} is very low: in {steps} steps the loss has gone only from {first} to {now}, and a"
        " step {long} times as long would still go straight down.",
    )
    values = {
        "rate": number(evidence.project.training.optimizer.learning_rate),
        "steps": f"{evidence.n_steps:.0f}",
        "first": number(losses[0]),
        "now": number(losses[-1]),
        "long": LONG,
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
    """The training examples are answered much better than the test examples."""
    history = evidence.history
    known = np.isfinite(history.train_loss) & np.isfinite(history.test_loss)
    train, test = history.train_loss[known], history.test_loss[known]
    if len(test) < _FEW:
        return None
    best = int(np.argmin(test))
    now, now_train = float(np.median(test[-_RECENT:])), float(np.median(train[-_RECENT:]))
    # Near 0 a small difference is a large ratio, but nobody minds it: the loss of a constant answer is the measure.
    gap, wide = now - now_train, _GAP * evidence.constant_loss
    if _falls(test, max(_RECENT, len(test) // 5)):
        return None  # training still pays
    if gap < wide or now < 1.3 * now_train or not _is_less_often_right(evidence, 1 if gap > 2 * wide else 2):
        return None
    template = (
        QT_TRANSLATE_NOOP(
            "doctor",
            "The training loss has fallen to {train}, but the test loss, best at {best} in epoch {epoch}, has risen to"
            " {test}. The network memorises its examples (overfitting).",
        )
        if now > 1.1 * test[best]
        else QT_TRANSLATE_NOOP(
            "doctor",
            "The training loss has fallen to {train}, but the test loss is {test}. The network memorises its examples"
            " (overfitting).",
        )
    )
    values = {
        "train": number(now_train),
        "best": number(test[best]),
        "epoch": f"{history.epoch[known][best]:.0f}",
        "test": number(now),
    }
    project = evidence.project
    return Diagnosis(
        "overfitting", Phrase(template, values), (remedies.weight_decay(project), remedies.dropout(project))
    )


def _is_less_often_right(evidence: Evidence, n_errors: int) -> bool:
    """Whether the test accuracy is lower by more than chance explains, or unknown, as where there are no classes.

    Parameters
    ----------
    n_errors
        How many standard errors of the test accuracy chance may explain: few test examples tell little.
    """
    train, test = (
        values[np.isfinite(values)][-_RECENT:]
        for values in (evidence.history.train_accuracy, evidence.history.test_accuracy)
    )
    if not len(train) or not len(test):
        return True
    right = float(np.median(test))
    error = np.sqrt(right * (1 - right) / max(1, len(evidence.dataset.test)))
    return bool(np.median(train) - right - n_errors * error > _ACCURACY_GAP)


def _goes_straight_down(evidence: Evidence) -> bool:
    gain = evidence.loss - evidence.loss_after_step
    long_gain = evidence.loss - evidence.loss_after_long_step
    return gain > 0 and long_gain > _STRAIGHT * LONG * gain


def _overshoots(evidence: Evidence) -> bool:
    """Whether plain gradient descent would climb: other optimizers' first steps do so near any minimum."""
    before, after = evidence.loss, evidence.loss_after_step
    optimizer = evidence.project.training.optimizer
    if not isinstance(optimizer, SGD) or optimizer.momentum or not isfinite(before):
        return False
    losses = evidence.train_losses
    first = losses[0] if len(losses) else before
    return not after <= max(1.2 * before, before + 0.02 * first)


def _was_thrown(evidence: Evidence) -> bool:
    """Whether training once made the loss much worse than that of a constant answer, and it is still poor."""
    losses = evidence.train_losses
    if len(losses) < _FEW or not _is_poor(evidence):
        return False
    return bool(losses[1:].max() > max(_WORSE * evidence.constant_loss, losses[0]))


def _is_poor(evidence: Evidence) -> bool:
    """Whether the loss is poor now, not only at its last point, which may be a single jump."""
    return bool(np.median(evidence.train_losses[-_RECENT:]) > _POOR * evidence.constant_loss)


def _falls(losses: np.ndarray, n_points: int) -> bool:
    """Whether a loss is clearly lower in its last points than in as many before them."""
    before, now = losses[-2 * n_points : -n_points], losses[-n_points:]
    return len(before) > 0 and bool(np.median(now) < _FALLING * np.median(before))


def _jumps(losses: np.ndarray) -> bool:
    recent = losses[-max(_FEW, len(losses) // 5) :]
    best = losses.min()
    n_rises = np.count_nonzero(recent[1:] > 1.1 * recent[:-1])
    has_risen = recent.min() > 2 * best
    is_restless = n_rises * 3 >= len(recent) and np.median(recent) > 1.3 * best
    return bool(has_risen or (is_restless and not _falls(losses, len(recent) // 2)))
