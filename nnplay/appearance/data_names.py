"""What columns and classes are called: those that come with nnplay in the person's language, others as they are."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from nnplay.data import DataChoice, Dataset, feature_label


def shown_names(data: DataChoice, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of inputs or classes as a person reads them."""
    if not data.are_names_translated:
        return names
    return tuple(QCoreApplication.translate("data", name) for name in names)


def input_names(data: DataChoice) -> tuple[str, ...]:
    """Return what the network's inputs are called, features by their formulas; empty for pictures."""
    return shown_names(data, tuple(map(feature_label, data.input_names)))


def shown_dataset(data: DataChoice, dataset: Dataset) -> Dataset:
    """Return the same examples with inputs and classes called as a person reads them."""
    features, classes = shown_names(data, dataset.features), shown_names(data, dataset.classes)
    return replace(dataset, features=features, classes=classes)
