"""Names of columns and classes: those of nnplay's own data in the user's language, others unchanged."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from nnplay.data import DataChoice, Dataset, feature_label


def shown_names(data: DataChoice, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the displayed names of inputs or classes."""
    return data.names_in_words(names, QCoreApplication.translate)


def input_names(data: DataChoice) -> tuple[str, ...]:
    """Return the names of the network's inputs, features as formulas; empty for pictures."""
    return shown_names(data, tuple(map(feature_label, data.input_names)))


def shown_dataset(data: DataChoice, dataset: Dataset) -> Dataset:
    """Return the same examples with the displayed names of inputs and classes."""
    features, classes = shown_names(data, dataset.features), shown_names(data, dataset.classes)
    return replace(dataset, features=features, classes=classes)
