"""Keras's names for activation functions, initializers, losses and optimizers, old ones too, and what they are in
nnplay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from nnplay.engine import ACTIVATIONS, INITIALIZERS, Initializer, SettingError
from nnplay.engine.initializers import (
    Constant,
    Listed,
    Orthogonal,
    RandomNormal,
    RandomUniform,
    TruncatedNormal,
    VarianceScaling,
)
from nnplay.engine.losses import Loss, find_loss

OURS = "nnplay>"
"""Before the names of functions that a program of nnplay's has registered with Keras."""

_ACTIVATIONS = {"swish": "silu", "arctan": "arctan", "sin": "sine", "none": "linear"}
_INITIALIZERS = {
    "zero": "zeros",
    "one": "ones",
    "uniform": "random_uniform",
    "normal": "random_normal",
    "glorotuniform": "glorot_uniform",
}
_INITIALIZER_TYPES: Mapping[str, tuple[type[Initializer], Mapping[str, str]]] = {
    "constant": (Constant, {"value": "value"}),
    "random_uniform": (RandomUniform, {"minval": "minval", "maxval": "maxval"}),
    "random_normal": (RandomNormal, {"mean": "mean", "stddev": "stddev"}),
    "truncated_normal": (TruncatedNormal, {"mean": "mean", "stddev": "stddev"}),
    "variance_scaling": (VarianceScaling, {"scale": "scale", "mode": "mode", "distribution": "distribution"}),
    "orthogonal": (Orthogonal, {"gain": "gain"}),
    "orthogonal_initializer": (Orthogonal, {"gain": "gain"}),
}
_LOSSES = {
    "mse": "mean_squared_error",
    "mae": "mean_absolute_error",
    "huber_loss": "huber",
    "bce": "binary_crossentropy",
}
_LOSS_SETTINGS = {
    "binary_crossentropy": "label_smoothing",
    "categorical_crossentropy": "label_smoothing",
    "huber": "delta",
}


def snake(name: str) -> str:
    """Return ``GlorotUniform`` as ``glorot_uniform``, as Keras does."""
    name = re.sub(r"\W+", "", name)
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()


def named(value: Any) -> tuple[str, Mapping[str, Any]]:
    """Return the snake-case name and the settings of a name, or of an object of Keras, in a file or listing.

    Somebody's own functions and classes have names that no table here has.
    """
    if value is None:
        return "none", {}
    if isinstance(value, str):
        return snake(value.removeprefix(OURS)), {}
    if not isinstance(value, Mapping):
        return "?", {}
    kind, config = value.get("class_name"), value.get("config")
    if kind == "function" and isinstance(config, str):
        module = value.get("module")
        is_known = config.startswith(OURS) or (isinstance(module, str) and module.startswith("keras"))
        return (snake(config.removeprefix(OURS)), {}) if is_known else (f"{config}()", {})
    return snake(str(kind)), config if isinstance(config, Mapping) else {}


def activation(value: Any) -> str | None:
    """Return the name of an activation function without settings; None if it is not available."""
    name, settings = named(value)
    if settings.get("activation") is not None:
        name, _ = named(settings["activation"])
    name = _ACTIVATIONS.get(name, name)
    is_ours = str(value.get("config") if isinstance(value, Mapping) else value).startswith(OURS)
    others = ("prelu",) if is_ours else ("prelu", "step", "gaussian")
    return name if name in ACTIVATIONS and name not in others else None


def initializer(value: Any) -> str | Initializer | None:
    """Return the initializer; None if it is not available."""
    name, settings = named(value)
    name = _INITIALIZERS.get(name, name)
    if name in _INITIALIZER_TYPES and any(_number(settings.get(key)) is not None for key in settings):
        kind, keys = _INITIALIZER_TYPES[name]
        made = kind(**{ours: settings[key] for key, ours in keys.items() if key in settings})
        usual = INITIALIZERS.get(name)
        return name if made == usual else made
    if name == "constant":
        return _listed(settings["value"]) if "value" in settings else Constant()
    return name if name in INITIALIZERS else None


def _listed(value: Any) -> Listed | None:
    """Return the numbers of a whole array; None if they are none."""
    try:
        array = np.asarray(value, np.float64)
        return Listed(tuple(map(tuple, array.reshape(-1, array.shape[-1]).tolist()))) if array.ndim else None
    except (ValueError, TypeError, OverflowError, SettingError):
        return None


def loss(value: Any) -> Loss | None:
    """Return the loss function; None if it is not available, or there are several."""
    name, settings = named(value)
    name = name.removesuffix("()")
    name = _LOSSES.get(name, name)
    try:
        usual = find_loss(name)
    except SettingError:
        return None
    setting = _LOSS_SETTINGS.get(name, "")
    found = _number(settings.get(setting))
    return usual if found is None else replace(usual, **{setting: found})


def number(value: Any) -> float | None:
    """Return a setting that is one number, with the fewest digits that float32 needs; None if it is not a number."""
    found = _number(value)
    if found is None:
        return None
    short = float(str(np.float32(found)))
    return short if abs(short - found) <= 1e-6 * abs(found) else found


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
