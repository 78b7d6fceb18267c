"""Features: the inputs computed from a point: the seven of TensorFlow Playground in its order, or the user's formulas.

The name of a user's feature is an equals sign and its formula, such as ``=sin(x1 x2)``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from nnplay.data.formula import Formula, compile_formula
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Feature:
    """One input computed from the two coordinates.

    Attributes
    ----------
    name
        Key in ``FEATURES`` and in project files; for the user's own features ``=`` and the formula.
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


OWN = "="
"""First character of the name of a feature that is a formula."""

_INPUTS = ("x1", "x2")
_CHECKED_TO, _N_CHECKED = 6.0, 25
"""A formula must have a value everywhere in the visible plane; this many positions along each axis are tried, 0
included.
"""

_LARGEST = 1e6


_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def own_feature(formula: str) -> str:
    """Return the name of the feature with this formula."""
    return OWN + formula.strip()


def feature_label(name: str) -> str:
    """Return an input's name for people: a feature's formula in mathematical notation, x3 as X₃; others unchanged."""
    if name in FEATURES:
        return FEATURES[name].label
    number = name.removeprefix("x")
    if name != number and number.isdecimal():
        return f"X{number.translate(_LOWERED)}"
    return name.removeprefix(OWN)


@lru_cache(maxsize=256)
def find_feature(name: str) -> Feature:
    """Return the feature with a name.

    Raises
    ------
    DataError
        If there is none, or its formula has no value, or a huge one, somewhere in the plane.
    FormulaError
        If its formula cannot be read.
    """
    if name in FEATURES:
        return FEATURES[name]
    if not name.startswith(OWN):
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "Unknown feature “{name}”. Choose from: {choices}."),
            name=name,
            choices=", ".join(FEATURES),
        )
    formula = compile_formula(name.removeprefix(OWN), _INPUTS)
    axis = np.linspace(-_CHECKED_TO, _CHECKED_TO, _N_CHECKED, dtype=np.float32)
    x1, x2 = (side.ravel() for side in np.meshgrid(axis, axis))
    is_usual = np.abs(formula(x1=x1, x2=x2)) <= _LARGEST
    if not is_usual.all():
        place = int(np.argmin(is_usual))
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{formula}” has no value, or one larger than {most}, at x1 = {x1}, x2 = {x2}; an input needs a "
                "value everywhere"
                " from -6 to 6.",
            ),
            formula=formula.text,
            most=f"{_LARGEST:g}",
            x1=f"{x1[place]:g}",
            x2=f"{x2[place]:g}",
        )
    return Feature(name, formula.text, partial(_value, formula))


def _value(formula: Formula, x1: Floats, x2: Floats) -> Floats:
    # Between the positions tried the formula may still have no value: the network then gets 0.
    values: Floats = np.nan_to_num(formula(x1=x1, x2=x2), nan=0.0, posinf=0.0, neginf=0.0)
    return values


def check_features(names: Sequence[str]) -> None:
    """Raise DataError or FormulaError unless ``names`` are one or more different features."""
    if not names:
        raise DataError(QT_TRANSLATE_NOOP("errors", "No input is chosen: choose at least one feature, such as x1."))
    for name in names:
        find_feature(name)
    if len(set(names)) < len(names):
        raise DataError(QT_TRANSLATE_NOOP("errors", "A feature is chosen twice: {names}."), names=", ".join(names))


def feature_labels(names: Sequence[str]) -> tuple[str, ...]:
    """Return the formulas of features in mathematical notation."""
    return tuple(feature_label(name) for name in names)


def feature_matrix(points: Floats, names: Sequence[str]) -> Floats:
    """Compute the inputs of a network, one column per feature.

    Parameters
    ----------
    points
        (n, 2) coordinates.
    names
        Keys of ``FEATURES`` or own formulas, in the order of the network's inputs.

    Returns
    -------
    (n, len(names)) float32, a new array.
    """
    x1, x2 = np.asarray(points, np.float32).T
    matrix = np.empty((len(points), len(names)), np.float32)
    for column, name in enumerate(names):
        matrix[:, column] = find_feature(name).function(x1, x2)
    return matrix
