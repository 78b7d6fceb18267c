"""Conversion of a setting's value to text and back, by the type in the engine's description."""

from __future__ import annotations

import re
from types import NoneType
from typing import Any, get_args, get_origin

from nnplay.appearance.number_text import plain_text
from nnplay.engine import INITIALIZERS, Initializer, SettingError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.typed_number import parse_number

_BETWEEN = re.compile(r"[\s,;×xX*()\[\]]+")


def options(hint: Any) -> tuple[Any, ...]:
    """Return the types that a setting may have."""
    return get_args(hint) if get_args(hint) and get_origin(hint) is not tuple else (hint,)


def value_text(value: object) -> str:
    """Return a value as the user would type it."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        sign = " × " if len(value) == 2 else ", "
        return sign.join(str(number).replace("-", "−") for number in value)
    if isinstance(value, float):
        return plain_text(value)
    return str(value).replace("-", "−") if isinstance(value, int) else str(value)


def typed_value(text: str, hint: Any) -> object:
    """Return the user's text as a value of one of the types of ``hint``.

    Raises
    ------
    SettingError
        If the text is not such a value.
    """
    kinds = options(hint)
    if not text.strip() and NoneType in kinds:
        return None
    if float in kinds:
        return parse_number(text)
    parts = [part for part in _BETWEEN.split(text.strip()) if part] or [text]
    numbers = tuple(_whole(part) for part in parts)
    is_list = any(get_origin(kind) is tuple for kind in kinds)
    if not is_list and len(numbers) > 1:
        raise _not_whole(text)
    return numbers if is_list and (len(numbers) > 1 or int not in kinds) else numbers[0]


def initializer_text(value: str | Initializer) -> str:
    """Return an initializer's name; if it has non-default values, they are written out."""
    if isinstance(value, str):
        return value
    return next((name for name, known in INITIALIZERS.items() if known == value), str(value))


def _whole(text: str) -> int:
    number = parse_number(text)
    if number != int(number):
        raise _not_whole(text)
    return int(number)


def _not_whole(text: str) -> SettingError:
    return SettingError(QT_TRANSLATE_NOOP("errors", "“{text}” is not a whole number."), text=text)
