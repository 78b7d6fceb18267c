"""The scores on training and test data: as a line in Keras's terms, and as JSON."""

from __future__ import annotations

from math import isfinite, isnan

from nnplay.languages import translate
from nnplay.runs import Scores


def scores_text(scores: Scores) -> str:
    """Return the known scores as one line."""
    parts = {
        translate("cli", "loss: {value:.4f}"): scores.train_loss,
        translate("cli", "accuracy: {value:.4f}"): scores.train_accuracy,
        translate("cli", "val_loss: {value:.4f}"): scores.test_loss,
        translate("cli", "val_accuracy: {value:.4f}"): scores.test_accuracy,
    }
    known = {part: value for part, value in parts.items() if value is not None and not isnan(value)}
    return " - ".join(part.format(value=value) for part, value in known.items())


def scores_json(scores: Scores) -> dict[str, float | None]:
    """Return the four scores by name; null for a missing one."""
    return {
        "loss": _number(scores.train_loss),
        "accuracy": _number(scores.train_accuracy),
        "validation_loss": _number(scores.test_loss),
        "validation_accuracy": _number(scores.test_accuracy),
    }


def _number(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None
