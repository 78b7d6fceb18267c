"""Checks shared by the frozen descriptions: each raises a sentence that names the setting and its range."""

from __future__ import annotations

import math
from collections.abc import Iterable
from reprlib import repr as brief

import numpy as np
from numpy.typing import DTypeLike

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DataError, SettingError


def check_whole(name: str, value: object, least: int, most: int) -> None:
    """Raise SettingError unless ``value`` is an int with ``least <= value <= most``."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise SettingError(
            QT_TRANSLATE_NOOP("errors", "{setting} is {value}; it must be a whole number from {least} to {most}."),
            setting=name,
            value=value,
            least=least,
            most=most,
        )


def check_share(name: str, value: float) -> None:
    """Raise SettingError unless ``0 <= value < 1``."""
    if not (isinstance(value, int | float) and 0 <= value < 1):
        raise SettingError(
            QT_TRANSLATE_NOOP("errors", "{setting} is {value}; it must be at least 0 and below 1."),
            setting=name,
            value=value,
        )


def check_number(name: str, value: float, *, is_zero_allowed: bool = False) -> None:
    """Raise SettingError unless ``value`` is finite and above 0 (or 0, where that is allowed)."""
    is_fine = (
        isinstance(value, int | float) and math.isfinite(value) and (value > 0 or (is_zero_allowed and value == 0))
    )
    if not is_fine:
        raise SettingError(
            QT_TRANSLATE_NOOP("errors", "{setting} is {value}; it must be a finite number above 0.")
            if not is_zero_allowed
            else QT_TRANSLATE_NOOP("errors", "{setting} is {value}; it must be a finite number, 0 or more."),
            setting=name,
            value=value,
        )


def check_choice(name: str, value: object, choices: Iterable[str]) -> None:
    """Raise SettingError unless ``value`` is one of the names ``choices``."""
    known = list(choices)
    if value not in known:
        raise SettingError(
            QT_TRANSLATE_NOOP("errors", "{setting} is “{value}”, which is unknown. Choose one of: {choices}."),
            setting=name,
            value=value,
            choices=", ".join(known),
        )


def check_kind(name: str, value: object, kind: type, choices: Iterable[str] = ()) -> None:
    """Raise SettingError unless ``value`` is an object of the class ``kind``.

    ``choices`` are the names of the classes to choose from; none for ``kind`` itself.
    """
    if not isinstance(value, kind):
        raise SettingError(
            QT_TRANSLATE_NOOP(
                "errors", "{setting} is {value}; it must be an object of one of these classes: {choices}."
            )
            if choices
            else QT_TRANSLATE_NOOP("errors", "{setting} is {value}; it must be an object of the class {kind}."),
            setting=name,
            value=brief(value),
            kind=kind.__name__,
            choices=", ".join(choices),
        )


def check_array(name: str, values: object) -> None:
    """Raise DataError unless ``values`` is an array with one row for each example."""
    if not isinstance(values, np.ndarray) or values.ndim == 0:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{name} must be a NumPy array with one row for each example; this is of the type {type}."
                " numpy.array makes an array of a list.",
            ),
            name=name,
            type=type(values).__name__,
        )


def check_dtype(value: DTypeLike) -> None:
    """Raise SettingError unless ``value`` is a type of number that networks compute with."""
    try:
        name = np.dtype(value).name
    except TypeError:
        name = str(value)
    check_choice("dtype", name, ("float32", "float64"))


def check_finite(name: str, value: object) -> None:
    """Raise SettingError unless ``value`` is a finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise SettingError(
            QT_TRANSLATE_NOOP("errors", "{setting} is {value}; it must be a finite number."), setting=name, value=value
        )


def whole_pair(name: str, value: object, least: int, most: int) -> tuple[int, int]:
    """Return (height, width) from a pair, or from one number that means both; SettingError otherwise."""
    numbers = tuple(value) if isinstance(value, tuple | list) else (value, value)
    if len(numbers) != 2:
        raise SettingError(
            QT_TRANSLATE_NOOP("errors", "{setting} is {value}; it must be one whole number, or two: height and width."),
            setting=name,
            value=value,
        )
    height, width = numbers
    check_whole(name, height, least, most)
    check_whole(name, width, least, most)
    return height, width


def shape_tuple(name: str, value: object) -> tuple[int, ...]:
    """Return a shape, which may come as a list, as a tuple; SettingError unless it is one to three whole numbers."""
    if not isinstance(value, tuple | list) or not 1 <= len(value) <= 3 or not all(type(n) is int for n in value):
        raise SettingError(
            QT_TRANSLATE_NOOP("errors", "{setting} is {value}; it must be one, two or three whole numbers."),
            setting=name,
            value=value,
        )
    return tuple(value)
