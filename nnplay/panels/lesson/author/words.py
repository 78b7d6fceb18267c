"""The names of quantities, checks, panels and locks in a lesson."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.engine.errors import QT_TRANSLATE_NOOP

QUANTITY_TITLES: dict[str, str] = {
    "weighted_sum": QT_TRANSLATE_NOOP("author", "Weighted sum z of a neuron"),
    "output": QT_TRANSLATE_NOOP("author", "Output of a neuron"),
    "slope": QT_TRANSLATE_NOOP("author", "Slope of a neuron's activation function"),
    "output_gradient": QT_TRANSLATE_NOOP("author", "Gradient of a neuron's output"),
    "sum_gradient": QT_TRANSLATE_NOOP("author", "Gradient of a neuron's weighted sum"),
    "weight": QT_TRANSLATE_NOOP("author", "Weight"),
    "gradient": QT_TRANSLATE_NOOP("author", "Gradient of a weight"),
    "new_weight": QT_TRANSLATE_NOOP("author", "Weight after one step"),
    "loss": QT_TRANSLATE_NOOP("author", "Loss of an example"),
    "new_loss": QT_TRANSLATE_NOOP("author", "Loss of an example after one step"),
    "n_parameters": QT_TRANSLATE_NOOP("author", "Number of weights and biases"),
    "n_hidden": QT_TRANSLATE_NOOP("author", "Number of hidden neurons"),
    "n_layers": QT_TRANSLATE_NOOP("author", "Number of layers after the input"),
    "learning_rate": QT_TRANSLATE_NOOP("author", "Learning rate"),
    "batch_size": QT_TRANSLATE_NOOP("author", "Batch size"),
    "steps_per_epoch": QT_TRANSLATE_NOOP("author", "Steps in an epoch"),
    "epochs": QT_TRANSLATE_NOOP("author", "Epochs trained"),
    "train_loss": QT_TRANSLATE_NOOP("author", "Training loss"),
    "test_loss": QT_TRANSLATE_NOOP("author", "Test loss"),
    "train_accuracy": QT_TRANSLATE_NOOP("author", "Training accuracy (0 to 1)"),
    "test_accuracy": QT_TRANSLATE_NOOP("author", "Test accuracy (0 to 1)"),
}

OF_A_NEURON = ("weighted_sum", "output", "slope", "output_gradient", "sum_gradient")
OF_A_WEIGHT = ("weight", "gradient", "new_weight")

LOCK_TITLES: dict[str, str] = {
    "structure": QT_TRANSLATE_NOOP("author", "Layers"),
    "weights": QT_TRANSLATE_NOOP("author", "Weights"),
    "data": QT_TRANSLATE_NOOP("author", "Data"),
    "settings": QT_TRANSLATE_NOOP("author", "Settings"),
    "training": QT_TRANSLATE_NOOP("author", "Training"),
}


def quantity_title(name: str) -> str:
    """Return the name of a quantity, translated."""
    return QCoreApplication.translate("author", QUANTITY_TITLES[name])


def lock_title(name: str) -> str:
    """Return the name of a lock, translated."""
    return QCoreApplication.translate("author", LOCK_TITLES[name])
