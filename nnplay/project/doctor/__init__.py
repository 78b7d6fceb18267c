"""The training doctor: says in plain words what goes wrong in training and what would help.

Every rule is a pure function of the evidence; the remedies are pure edits. Who shows them decides when to look.
"""

from __future__ import annotations

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.doctor.diagnosis import Diagnosis, Evidence, Remedy, Rule
from nnplay.project.doctor.inputs import missing_classes, unbalanced_classes, unscaled_inputs
from nnplay.project.doctor.layers import (
    dead_units,
    exploding_gradients,
    muted_layers,
    saturation,
    steps_without_slope,
    vanishing_gradients,
)
from nnplay.project.doctor.learning import divergence, no_progress, overfitting, rate_too_high, rate_too_low
from nnplay.project.doctor.measuring import measure
from nnplay.project.doctor.regularization import overshooting_l2

RULES: tuple[Rule, ...] = (
    overshooting_l2,
    missing_classes,
    divergence,
    muted_layers,
    steps_without_slope,
    unscaled_inputs,
    rate_too_high,
    exploding_gradients,
    saturation,
    vanishing_gradients,
    dead_units,
    rate_too_low,
    no_progress,
    overfitting,
    unbalanced_classes,
)
"""Rules in order of importance: an earlier one may be the cause of a later one."""


TITLES: dict[str, str] = {
    "overshooting_l2": QT_TRANSLATE_NOOP("doctor", "L2 regularization too strong"),
    "missing_classes": QT_TRANSLATE_NOOP("doctor", "Classes without examples"),
    "divergence": QT_TRANSLATE_NOOP("doctor", "Divergence"),
    "muted_layers": QT_TRANSLATE_NOOP("doctor", "Muted layer"),
    "steps_without_slope": QT_TRANSLATE_NOOP("doctor", "Step function"),
    "unscaled_inputs": QT_TRANSLATE_NOOP("doctor", "Unscaled inputs"),
    "rate_too_high": QT_TRANSLATE_NOOP("doctor", "Learning rate too high"),
    "exploding_gradients": QT_TRANSLATE_NOOP("doctor", "Exploding gradients"),
    "saturation": QT_TRANSLATE_NOOP("doctor", "Saturation"),
    "vanishing_gradients": QT_TRANSLATE_NOOP("doctor", "Vanishing gradients"),
    "dead_units": QT_TRANSLATE_NOOP("doctor", "Dead units"),
    "rate_too_low": QT_TRANSLATE_NOOP("doctor", "Learning rate too low"),
    "no_progress": QT_TRANSLATE_NOOP("doctor", "No progress"),
    "overfitting": QT_TRANSLATE_NOOP("doctor", "Overfitting"),
    "unbalanced_classes": QT_TRANSLATE_NOOP("doctor", "Classes out of balance"),
}
"""Names of the troubles by their rules."""

_STANDING = {
    overshooting_l2,
    missing_classes,
    divergence,
    muted_layers,
    steps_without_slope,
    unscaled_inputs,
    unbalanced_classes,
}
"""Rules that need no curve: what they see is so, or has happened, however short the training was."""

_CONSEQUENCES = {
    "overshooting_l2": {"divergence", "rate_too_high", "exploding_gradients", "saturation", "no_progress"},
    "divergence": {"exploding_gradients", "saturation", "vanishing_gradients", "dead_units", "rate_too_low"},
    "muted_layers": {"vanishing_gradients", "rate_too_low", "no_progress"},
    "steps_without_slope": {"vanishing_gradients", "dead_units", "rate_too_low", "no_progress"},
    "rate_too_high": {"saturation", "vanishing_gradients", "dead_units", "rate_too_low", "no_progress"},
    "saturation": {"vanishing_gradients", "rate_too_low", "no_progress"},
    "vanishing_gradients": {"rate_too_low", "no_progress"},
    "rate_too_low": {"no_progress"},
}
"""Consequences of a trouble, which are not mentioned beside it."""


def examine(evidence: Evidence, *, is_early: bool = False) -> tuple[Diagnosis, ...]:
    """Return what goes wrong, the most important first, without mere consequences; empty if all is well.

    Parameters
    ----------
    is_early
        Whether something has just been changed, so that the training cannot show its effect yet: only what needs no
        training is said then.
    """
    rules = (rule for rule in RULES if not is_early or rule in _STANDING)
    found = [diagnosis for rule in rules if (diagnosis := rule(evidence)) is not None]
    explained = {name for diagnosis in found for name in _CONSEQUENCES.get(diagnosis.rule, ())}
    return tuple(diagnosis for diagnosis in found if diagnosis.rule not in explained)


__all__ = ["RULES", "TITLES", "Diagnosis", "Evidence", "Remedy", "examine", "measure"]
