"""Names of the controls that a teacher can lock or hide, in groups; each group can be locked as a whole."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.languages import in_all_languages
from nnplay.data import FEATURES
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.controls import LOCKS

_LOCK_NAMES = {
    "structure": QT_TRANSLATE_NOOP("classroom", "Layers and links"),
    "weights": QT_TRANSLATE_NOOP("classroom", "Weights and biases"),
    "data": QT_TRANSLATE_NOOP("classroom", "Choice of data"),
    "settings": QT_TRANSLATE_NOOP("classroom", "Training settings"),
    "training": QT_TRANSLATE_NOOP("classroom", "Training"),
}
_CONTROL_NAMES = {
    "data_sets": QT_TRANSLATE_NOOP("classroom", "Point sets"),
    "other_data": QT_TRANSLATE_NOOP("classroom", "Digits and other data"),
    "noise": QT_TRANSLATE_NOOP("classroom", "Noise"),
    "train_share": QT_TRANSLATE_NOOP("classroom", "Share of training data"),
    "new_points": QT_TRANSLATE_NOOP("classroom", "Regenerate"),
    "features": QT_TRANSLATE_NOOP("classroom", "Inputs"),
    "own_features": QT_TRANSLATE_NOOP("classroom", "Custom inputs"),
    "map_tools": QT_TRANSLATE_NOOP("classroom", "Drawing points on the map"),
    "test_data": QT_TRANSLATE_NOOP("classroom", "Show test data"),
    "discretize": QT_TRANSLATE_NOOP("classroom", "Discretize"),
    "palette": QT_TRANSLATE_NOOP("classroom", "Adding and removing layers"),
    "links": QT_TRANSLATE_NOOP("classroom", "Links and order of layers"),
    "units": QT_TRANSLATE_NOOP("classroom", "Number of neurons"),
    "activations": QT_TRANSLATE_NOOP("classroom", "Activation functions"),
    "layer_settings": QT_TRANSLATE_NOOP("classroom", "Other settings of layers"),
    "weight_values": QT_TRANSLATE_NOOP("classroom", "Values of weights and biases"),
    "muting": QT_TRANSLATE_NOOP("classroom", "Muting"),
    "learning_rate": QT_TRANSLATE_NOOP("classroom", "Learning rate"),
    "batch_size": QT_TRANSLATE_NOOP("classroom", "Batch size"),
    "optimizer": QT_TRANSLATE_NOOP("classroom", "Optimizer"),
    "loss_function": QT_TRANSLATE_NOOP("classroom", "Loss function"),
    "schedule": QT_TRANSLATE_NOOP("classroom", "Learning rate schedule"),
    "regularization": QT_TRANSLATE_NOOP("classroom", "Regularization and clipping"),
    "freezing": QT_TRANSLATE_NOOP("classroom", "Freezing"),
    "train": QT_TRANSLATE_NOOP("classroom", "Train"),
    "stop": QT_TRANSLATE_NOOP("classroom", "Stop"),
    "step": QT_TRANSLATE_NOOP("classroom", "Single steps"),
    "reset": QT_TRANSLATE_NOOP("classroom", "Reset"),
    "new_start": QT_TRANSLATE_NOOP("classroom", "New start"),
    "speed": QT_TRANSLATE_NOOP("classroom", "Speed"),
    "stop_rules": QT_TRANSLATE_NOOP("classroom", "Stop rules"),
}
_FEATURES = tuple(f"features.{name}" for name in FEATURES)

GROUPS: dict[str, tuple[str, ...]] = {
    "data": (
        *("data_sets", "other_data", "noise", "train_share", "new_points", "features", *_FEATURES),
        *("own_features", "map_tools", "test_data", "discretize"),
    ),
    "structure": ("palette", "links", "units", "activations", "layer_settings"),
    "weights": ("weight_values", "muting"),
    "settings": (
        *("learning_rate", "batch_size", "optimizer", "loss_function"),
        *("schedule", "regularization", "freezing", "stop_rules"),
    ),
    "training": ("train", "stop", "step", "reset", "new_start", "speed"),
}
"""All controls, each under the lock of its group, in the order of the window."""


def control_name(name: str) -> str:
    """Return the name of a control, or of one of ``LOCKS``, in the language of the window."""
    if name in _FEATURES:
        feature = FEATURES[name.partition(".")[2]].label
        return QCoreApplication.translate("classroom", "Input {feature}").format(feature=feature)
    return QCoreApplication.translate("classroom", (_LOCK_NAMES if name in LOCKS else _CONTROL_NAMES)[name])


def control_names(name: str) -> list[str]:
    """Return the name of a control in every language, for a search."""
    return in_all_languages("classroom", _CONTROL_NAMES[name])
