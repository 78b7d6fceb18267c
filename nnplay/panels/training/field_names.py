"""The names and explanations of the settings of optimizers and schedules, in the context "training fields"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.languages import in_all_languages
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_NAMES: dict[str, tuple[str, str]] = {
    "momentum": (
        QT_TRANSLATE_NOOP("training fields", "Momentum"),
        QT_TRANSLATE_NOOP(
            "training fields", "Share of the last step that the next one keeps: 0 for none, 0.9 for a lot"
        ),
    ),
    "nesterov": (
        QT_TRANSLATE_NOOP("training fields", "Nesterov"),
        QT_TRANSLATE_NOOP(
            "training fields", "Take the gradient where the momentum leads rather than at the present weights"
        ),
    ),
    "beta_1": (
        QT_TRANSLATE_NOOP("training fields", "β₁"),
        QT_TRANSLATE_NOOP("training fields", "How slowly the running mean of the gradients forgets"),
    ),
    "beta_2": (
        QT_TRANSLATE_NOOP("training fields", "β₂"),
        QT_TRANSLATE_NOOP("training fields", "How slowly the running mean of their squares forgets"),
    ),
    "epsilon": (
        QT_TRANSLATE_NOOP("training fields", "ε"),
        QT_TRANSLATE_NOOP("training fields", "A small number that keeps the division from failing near 0"),
    ),
    "rho": (
        QT_TRANSLATE_NOOP("training fields", "ρ"),
        QT_TRANSLATE_NOOP("training fields", "How slowly the running mean of the squared gradients forgets"),
    ),
    "centered": (
        QT_TRANSLATE_NOOP("training fields", "Centred"),
        QT_TRANSLATE_NOOP("training fields", "Divide by how much the gradients vary rather than by how large they are"),
    ),
    "weight_decay": (
        QT_TRANSLATE_NOOP("training fields", "Weight decay"),
        QT_TRANSLATE_NOOP("training fields", "Each step shrinks every weight by this share, times the learning rate"),
    ),
    "initial_accumulator_value": (
        QT_TRANSLATE_NOOP("training fields", "First sum"),
        QT_TRANSLATE_NOOP("training fields", "Start value of the sum of squared gradients"),
    ),
    "eta_minus": (
        QT_TRANSLATE_NOOP("training fields", "η⁻"),
        QT_TRANSLATE_NOOP("training fields", "A weight's step shrinks by this factor when its gradient turns"),
    ),
    "eta_plus": (
        QT_TRANSLATE_NOOP("training fields", "η⁺"),
        QT_TRANSLATE_NOOP("training fields", "A weight's step grows by this factor while its gradient keeps its sign"),
    ),
    "min_step": (
        QT_TRANSLATE_NOOP("training fields", "Least step"),
        QT_TRANSLATE_NOOP("training fields", "Smallest step of a weight"),
    ),
    "max_step": (
        QT_TRANSLATE_NOOP("training fields", "Greatest step"),
        QT_TRANSLATE_NOOP("training fields", "Largest step of a weight"),
    ),
    "max_iterations": (
        QT_TRANSLATE_NOOP("training fields", "Iterations"),
        QT_TRANSLATE_NOOP("training fields", "Most iterations within one step"),
    ),
    "history_size": (
        QT_TRANSLATE_NOOP("training fields", "Memory"),
        QT_TRANSLATE_NOOP("training fields", "Number of earlier iterations used to estimate the curvature of the loss"),
    ),
    "rate": (
        QT_TRANSLATE_NOOP("training fields", "Factor"),
        QT_TRANSLATE_NOOP("training fields", "Factor of the learning rate each time"),
    ),
    "epochs": (
        QT_TRANSLATE_NOOP("training fields", "Epochs"),
        QT_TRANSLATE_NOOP("training fields", "Number of epochs"),
    ),
    "alpha": (
        QT_TRANSLATE_NOOP("training fields", "Last share"),
        QT_TRANSLATE_NOOP("training fields", "Share of the learning rate that remains at the end"),
    ),
    "start": (
        QT_TRANSLATE_NOOP("training fields", "First share"),
        QT_TRANSLATE_NOOP("training fields", "Share of the learning rate at the start"),
    ),
    "then": (
        QT_TRANSLATE_NOOP("training fields", "Afterwards"),
        QT_TRANSLATE_NOOP("training fields", "The schedule after the warm-up"),
    ),
    "patience": (
        QT_TRANSLATE_NOOP("training fields", "Patience"),
        QT_TRANSLATE_NOOP("training fields", "Epochs without a better loss to wait for"),
    ),
    "min_delta": (
        QT_TRANSLATE_NOOP("training fields", "Least progress"),
        QT_TRANSLATE_NOOP("training fields", "How much the loss must fall to count as better"),
    ),
    "least": (
        QT_TRANSLATE_NOOP("training fields", "Least share"),
        QT_TRANSLATE_NOOP("training fields", "The learning rate never falls below this share of itself"),
    ),
}

SCHEDULE_TITLES: dict[str, str] = {
    "Constant": QT_TRANSLATE_NOOP("training fields", "Constant"),
    "StepDecay": QT_TRANSLATE_NOOP("training fields", "Step decay"),
    "ExponentialDecay": QT_TRANSLATE_NOOP("training fields", "Falls evenly"),
    "CosineDecay": QT_TRANSLATE_NOOP("training fields", "Half a cosine"),
    "WarmUp": QT_TRANSLATE_NOOP("training fields", "Warm-up first"),
    "ReduceOnPlateau": QT_TRANSLATE_NOOP("training fields", "Reduce on plateau"),
}


def title_of(field: str) -> str:
    """Return a field's name for people; a field that is not in the table keeps its name in code."""
    return QCoreApplication.translate("training fields", _NAMES[field][0]) if field in _NAMES else field


def titles_of(field: str) -> list[str]:
    """Return a field's name for people in every language; empty if it is not in the table."""
    return in_all_languages("training fields", _NAMES[field][0]) if field in _NAMES else []


def explanation_of(field: str) -> str:
    """Return the explanation of a field, in one sentence."""
    return QCoreApplication.translate("training fields", _NAMES[field][1]) if field in _NAMES else ""


def schedule_title(kind: str) -> str:
    """Return a schedule's name for people."""
    return QCoreApplication.translate("training fields", SCHEDULE_TITLES.get(kind, kind))
