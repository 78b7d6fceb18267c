"""Features: what a network sees of a point, the seven inputs of TensorFlow Playground in its order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Feature:
    """One input computed from the two coordinates.

    Attributes
    ----------
    name
        Key in ``FEATURES`` and in project files.
    label
        The formula as mathematics writes it.
    function
        ``function(x1, x2)``: arrays of one shape in, an array of that shape out.
    """

    name: str
    label: str
    function: Callable[[Floats, Floats], Floats]


FEATURES: dict[str, Feature] = {
    feature.name: feature
    for feature in (
        Feature("x1", "X₁", lambda x1, x2: x1),
        Feature("x2", "X₂", lambda x1, x2: x2),
        Feature("x1_squared", "X₁²", lambda x1, x2: x1 * x1),
        Feature("x2_squared", "X₂²", lambda x1, x2: x2 * x2),
        Feature("x1_x2", "X₁X₂", lambda x1, x2: x1 * x2),
        Feature("sin_x1", "sin(X₁)", lambda x1, x2: np.sin(x1)),
        Feature("sin_x2", "sin(X₂)", lambda x1, x2: np.sin(x2)),
    )
}


def check_features(names: Sequence[str]) -> None:
    """Raise DataError unless ``names`` are known, different and at least one."""
    if not names:
        raise DataError(QT_TRANSLATE_NOOP("errors", "No input is chosen: choose at least one feature, such as x1."))
    for name in names:
        if name not in FEATURES:
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "The feature “{name}” is not known. Choose from: {choices}."),
                name=name,
                choices=", ".join(FEATURES),
            )
    if len(set(names)) < len(names):
        raise DataError(QT_TRANSLATE_NOOP("errors", "A feature is chosen twice: {names}."), names=", ".join(names))


def feature_labels(names: Sequence[str]) -> tuple[str, ...]:
    """The formulas of features, as mathematics writes them."""
    return tuple(FEATURES[name].label for name in names)


def feature_matrix(points: Floats, names: Sequence[str]) -> Floats:
    """The inputs of a network: one column a feature.

    Parameters
    ----------
    points
        (n, 2) coordinates.
    names
        Keys of ``FEATURES``, in the order of the network's inputs.

    Returns
    -------
    (n, len(names)) float32, a new array.
    """
    x1, x2 = np.asarray(points, np.float32).T
    matrix = np.empty((len(points), len(names)), np.float32)
    for column, name in enumerate(names):
        matrix[:, column] = FEATURES[name].function(x1, x2)
    return matrix
