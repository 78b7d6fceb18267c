"""What stands in the place of a Keras layer that nnplay does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nnplay.engine import Placeholder
from nnplay.engine.layers import Shape
from nnplay.engine.layers.placeholder import MOST_LETTERS
from nnplay.exchange.keras import words
from nnplay.exchange.keras.description import Described, Settings
from nnplay.exchange.missing import placeholder

_OF_KERAS = ("name", "trainable", "dtype", "batch_input_shape", "batch_shape", "input_shape")
"""Settings that say nothing about what a layer computes."""


def placeholder_for(layer: Described, taken: Shape, missing: str) -> Placeholder | None:
    """Return a placeholder for a layer; None if the shape of its output is not known.

    Parameters
    ----------
    taken
        Shape of what it takes.
    missing
        The setting that nnplay lacks; empty if it has no such layer.
    """
    shape = layer.shape or _guessed(layer.settings, taken)
    if shape is None:
        return None
    return placeholder(layer.kind, shape, _settings(layer.settings), missing)


def _guessed(settings: Settings, taken: Shape) -> Shape | None:
    """The shape that a layer with units gives: for each step of a sequence, or only for the whole."""
    units = settings.get("units")
    if type(units) is not int or units < 1:
        return None
    is_whole = settings.get("return_sequences") is False
    return (units,) if is_whole else (*taken[:-1], units)


def _settings(settings: Settings) -> Iterator[tuple[str, str]]:
    for name, value in settings.items():
        if name not in _OF_KERAS and value is not None:
            yield name, _text(value)


def _text(value: Any) -> str:
    return words.named(value)[0] if isinstance(value, dict) else f"{value!s:.{MOST_LETTERS}}"
