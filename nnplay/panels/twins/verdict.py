"""The verdict on two runs that differ in one thing: which did better, and what made the difference, in a sentence."""

from __future__ import annotations

from math import isfinite, isnan

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.number_text import loss_text
from nnplay.panels.runs.differences import differences, sentence
from nnplay.panels.runs.run_scores import RunScores, name_of
from nnplay.project import Run

_ALIKE = 0.02
"""Losses that differ by less than this share of the larger one count as equal: too little to speak of."""


def verdict(run: Run, twin: Run) -> str:
    """Say how much a twin's loss differs from that of the present run, and that nothing else was different."""
    words = sentence([each.change for each in differences(run.setup, twin.setup)])
    own, other = (_loss(RunScores.of(each.history)) for each in (run, twin))
    if not words:
        text = QCoreApplication.translate("verdict", "{run} and {twin} learned with the same settings.")
    elif not (isfinite(own) and isfinite(other)):
        text = QCoreApplication.translate("verdict", "{difference}: the only difference between {run} and {twin}.")
    elif abs(own - other) <= _ALIKE * max(abs(own), abs(other)):
        text = QCoreApplication.translate(
            "verdict", "{difference} made hardly a difference: loss {own} became {other}. All else was the same."
        )
    elif other < own:
        text = QCoreApplication.translate(
            "verdict", "{difference} made it better: loss {other} instead of {own}. All else was the same."
        )
    else:
        text = QCoreApplication.translate(
            "verdict", "{difference} made it worse: loss {other} instead of {own}. All else was the same."
        )
    said = text.format(
        difference=words[:1].upper() + words[1:],
        run=name_of(run),
        twin=name_of(twin),
        own=loss_text(own),
        other=loss_text(other),
    )
    kept = QCoreApplication.translate("verdict", "Both are in the list of runs.")
    return f"{said} {kept}"


def _loss(scores: RunScores) -> float:
    """The test loss, or the training loss if nothing is kept to test with."""
    return scores.train_loss if isnan(scores.test_loss) else scores.test_loss
