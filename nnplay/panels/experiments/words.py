"""Words for what an experiment varies, measures and finds, in the context "experiments"."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.accessible import listed
from nnplay.appearance.number_text import loss_text, percent_text, plain_text
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.experiments.cells import REPEAT, CellView
from nnplay.panels.training.control_names import control_title, value_text
from nnplay.project.sweep.controls import Value
from nnplay.runs.sweeps import CANCELLED, CRASHED, DIVERGED

_SCORES = {
    "test_loss": QT_TRANSLATE_NOOP("experiments", "Test loss"),
    "train_loss": QT_TRANSLATE_NOOP("experiments", "Training loss"),
    "test_accuracy": QT_TRANSLATE_NOOP("experiments", "Test accuracy"),
    "train_accuracy": QT_TRANSLATE_NOOP("experiments", "Training accuracy"),
}


def axis_title(name: str) -> str:
    """Return what an axis varies, or that it counts the starts."""
    if name == REPEAT:
        return QCoreApplication.translate("experiments", "Start")
    return control_title(name)


def score_title(name: str) -> str:
    """Return the name of a score."""
    return QCoreApplication.translate("experiments", _SCORES[name])


def score_text(name: str, value: float) -> str:
    """Return the text of a score: accuracies in percent."""
    return percent_text(value) if name.endswith("accuracy") else loss_text(value)


def tick_text(name: str, value: float) -> str:
    """Return a round number on the scale of a score."""
    return f"{100 * value:.4g} %" if name.endswith("accuracy") else plain_text(value)


def setting_text(cell: CellView) -> str:
    """Return what a cell has been given: "Learning rate 0.03, Batch size 10"."""
    parts = [setting_of(name, value) for name, value in cell.values.items()]
    if cell.repeat or not parts:
        parts.append(setting_of(REPEAT, cell.repeat + 1))
    return listed(parts)


def setting_of(name: str, value: Value) -> str:
    """Return one value with its name: "Learning rate 0.03"."""
    return f"{axis_title(name)} {value_text(name, value)}"


def ending_text(cell: CellView) -> str:
    """Return how a cell has ended, if that is remarkable."""
    ending = "" if cell.result is None else cell.result.ending
    texts = {
        DIVERGED: QCoreApplication.translate("experiments", "diverged"),
        CRASHED: QCoreApplication.translate("experiments", "could not be trained"),
        CANCELLED: QCoreApplication.translate("experiments", "stopped"),
    }
    return texts.get(ending, "")


def cell_text(cell: CellView) -> str:
    """Return a cell's values, how far it is, and its scores, in a line each."""
    lines = [setting_text(cell)]
    if cell.epochs:
        lines.append(QCoreApplication.translate("experiments", "Epoch {n}").format(n=f"{cell.epoch:,}"))
    if cell.has_failed or ending_text(cell):
        lines.append(ending_text(cell))
    for name in _SCORES:
        value = cell.score(name)
        if not isnan(value):
            lines.append(f"{score_title(name)} {score_text(name, value)}")
    return "\n".join(lines)
