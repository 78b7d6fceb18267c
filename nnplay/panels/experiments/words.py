"""Words for what an experiment varies, measures and finds, in the context "experiments"."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.accessible import listed
from nnplay.appearance.languages import in_all_languages
from nnplay.appearance.number_text import loss_text, percent_text, plain_text
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.experiments.cells import REPEAT, CellView
from nnplay.panels.training.field_names import SCHEDULE_TITLES, schedule_title, title_of, titles_of
from nnplay.project.sweep.controls import EXAMPLES, Value
from nnplay.runs.sweeps import CANCELLED, CRASHED, DIVERGED

_CONTROLS = {
    "noise": QT_TRANSLATE_NOOP("experiments", "Noise"),
    "train_share": QT_TRANSLATE_NOOP("experiments", "Share of training data"),
    "n_points": QT_TRANSLATE_NOOP("experiments", "Number of points"),
    "n_people": QT_TRANSLATE_NOOP("experiments", "Number of people"),
    "inputs": QT_TRANSLATE_NOOP("experiments", "Inputs"),
    EXAMPLES: QT_TRANSLATE_NOOP("experiments", "Training examples"),
    "layers": QT_TRANSLATE_NOOP("experiments", "Hidden layers"),
    "units": QT_TRANSLATE_NOOP("experiments", "Neurons per hidden layer"),
    "activation": QT_TRANSLATE_NOOP("experiments", "Activation function"),
    "kernel_initializer": QT_TRANSLATE_NOOP("experiments", "Initial weights"),
    "bias_initializer": QT_TRANSLATE_NOOP("experiments", "Initial biases"),
    "dropout": QT_TRANSLATE_NOOP("experiments", "Dropout"),
    "optimizer": QT_TRANSLATE_NOOP("experiments", "Optimizer"),
    "learning_rate": QT_TRANSLATE_NOOP("experiments", "Learning rate"),
    "batch_size": QT_TRANSLATE_NOOP("experiments", "Batch size"),
    "loss_function": QT_TRANSLATE_NOOP("experiments", "Loss function"),
    "schedule": QT_TRANSLATE_NOOP("experiments", "Learning rate schedule"),
    "l1": QT_TRANSLATE_NOOP("experiments", "L1 regularization"),
    "l2": QT_TRANSLATE_NOOP("experiments", "L2 regularization"),
    "max_norm": QT_TRANSLATE_NOOP("experiments", "Max norm"),
    "clip_value": QT_TRANSLATE_NOOP("experiments", "Clipping of values"),
    "clip_norm": QT_TRANSLATE_NOOP("experiments", "Clipping of lengths"),
    "seed": QT_TRANSLATE_NOOP("experiments", "Seed of all chance"),
    "seed:data": QT_TRANSLATE_NOOP("experiments", "Seed of the data"),
    "seed:split": QT_TRANSLATE_NOOP("experiments", "Seed of the split"),
    "seed:weights": QT_TRANSLATE_NOOP("experiments", "Seed of the initial weights"),
    "seed:shuffle": QT_TRANSLATE_NOOP("experiments", "Seed of the order"),
    REPEAT: QT_TRANSLATE_NOOP("experiments", "Start"),
}

_SCORES = {
    "test_loss": QT_TRANSLATE_NOOP("experiments", "Test loss"),
    "train_loss": QT_TRANSLATE_NOOP("experiments", "Training loss"),
    "test_accuracy": QT_TRANSLATE_NOOP("experiments", "Test accuracy"),
    "train_accuracy": QT_TRANSLATE_NOOP("experiments", "Training accuracy"),
}


def control_title(name: str) -> str:
    """Return what a swept control is called; what belongs to one layer is followed by the layer's name."""
    if name in _CONTROLS:
        return QCoreApplication.translate("experiments", _CONTROLS[name])
    kind, _, layer = name.partition(":")
    title = QCoreApplication.translate("experiments", _CONTROLS[kind]) if kind in _CONTROLS else title_of(kind)
    if not layer:
        return title
    return QCoreApplication.translate("experiments", "{title} of {layer}").format(title=title, layer=layer)


def control_titles(name: str) -> list[str]:
    """Return the names of a control in every language, for a search."""
    return in_all_languages("experiments", _CONTROLS[name]) if name in _CONTROLS else titles_of(name)


def value_text(value: Value) -> str:
    """Return a value of an axis as people read it."""
    if isinstance(value, str):
        return schedule_title(value) if value in SCHEDULE_TITLES else value.replace("_", " ")
    return plain_text(value)


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
    parts = [f"{control_title(name)} {value_text(value)}" for name, value in cell.values.items()]
    if cell.repeat or not parts:
        parts.append(f"{control_title(REPEAT)} {cell.repeat + 1}")
    return listed(parts)


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
