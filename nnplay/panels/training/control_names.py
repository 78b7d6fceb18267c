"""Names of the controls that a twin or a sweep sets otherwise, and of their values; in the context "controls"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.appearance import glossary
from nnplay.appearance.number_text import plain_text
from nnplay.data import feature_label
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.training.field_names import schedule_title, title_of
from nnplay.project.sweep.controls import Value

_TERMS = {
    "learning_rate": "learning_rate",
    "batch_size": "batch_size",
    "optimizer": "optimizer",
    "loss_function": "loss",
    "schedule": "schedule",
    "activation": "activation",
    "units": "units",
    "noise": "noise",
    "train_share": "train_share",
    "dropout": "dropout",
    "kernel_initializer": "initializer",
}
"""Controls that are called what the glossary calls them."""

_NAMES = {
    "layers": QT_TRANSLATE_NOOP("controls", "Number of hidden layers"),
    "filters": QT_TRANSLATE_NOOP("controls", "Filters"),
    "n_points": QT_TRANSLATE_NOOP("controls", "Number of points"),
    "n_people": QT_TRANSLATE_NOOP("controls", "Number of people"),
    "examples": QT_TRANSLATE_NOOP("controls", "Training examples"),
    "inputs": QT_TRANSLATE_NOOP("controls", "Inputs"),
    "l1": QT_TRANSLATE_NOOP("controls", "L1 rate"),
    "l2": QT_TRANSLATE_NOOP("controls", "L2 rate"),
    "max_norm": QT_TRANSLATE_NOOP("controls", "Greatest length of weights"),
    "clip_value": QT_TRANSLATE_NOOP("controls", "Clip each gradient"),
    "clip_norm": QT_TRANSLATE_NOOP("controls", "Clip their length"),
    "rate": QT_TRANSLATE_NOOP("controls", "Rate"),
    "seed": QT_TRANSLATE_NOOP("controls", "All seeds"),
}
_OF_SEEDS = {
    "data": QT_TRANSLATE_NOOP("controls", "Seed of the data"),
    "split": QT_TRANSLATE_NOOP("controls", "Seed of the split"),
    "weights": QT_TRANSLATE_NOOP("controls", "Seed of the initial weights"),
    "shuffle": QT_TRANSLATE_NOOP("controls", "Seed of the batches"),
}
_OF_LAYER = QT_TRANSLATE_NOOP("controls", "{setting} of “{layer}”")


def control_title(name: str) -> str:
    """Return the name of a control of ``swept_controls`` for people; of one in a layer with the layer's name."""
    setting, _, layer = name.partition(":")
    if setting == "seed" and layer:
        return _translated(_OF_SEEDS[layer])
    if setting in _TERMS:
        title = glossary.title_of(_TERMS[setting])
    else:
        title = _translated(_NAMES[setting]) if setting in _NAMES else title_of(setting)
    return _translated(_OF_LAYER).format(setting=title, layer=layer) if layer else title


def value_text(name: str, value: Value | None) -> str:
    """Return a control's value for people."""
    if value is None:
        return "∞"
    if isinstance(value, str) and name == "inputs":
        return ", ".join(map(feature_label, value.split("+")))
    if isinstance(value, str):
        return schedule_title(value) if name == "schedule" else value
    return plain_text(value)


def _translated(text: str) -> str:
    return QCoreApplication.translate("controls", text)
