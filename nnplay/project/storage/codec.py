"""Descriptions as JSON and back: layers, settings, choices of data, each a frozen dataclass of plain values.

One fixed table says which types a file may name, and each field's annotation says what it may hold; the classes check
the rest when they are made. Nothing is looked up by name anywhere else.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from nnplay.data import CHOICE_TYPES
from nnplay.data.hands import Hands
from nnplay.data.table import Column, TableFormat
from nnplay.engine import (
    LAYER_TYPES,
    LOSSES,
    OPTIMIZERS,
    SCHEDULES,
    NetworkSpec,
    Node,
    Part,
    Placeholder,
    Regularization,
    Skipped,
    TrainingSettings,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.engine.initializers import INITIALIZER_TYPES
from nnplay.project.classroom import Classroom
from nnplay.project.lesson_place import LessonPlace
from nnplay.project.seeds import Seeds
from nnplay.project.stop_rules import StopRules

_TYPES: tuple[type[Any], ...] = (
    *LAYER_TYPES.values(),
    Skipped,
    Placeholder,
    *INITIALIZER_TYPES.values(),
    *(type(loss) for loss in LOSSES.values()),
    *OPTIMIZERS.values(),
    *SCHEDULES.values(),
    *CHOICE_TYPES.values(),
    Column,
    Hands,
    LessonPlace,
    TableFormat,
    NetworkSpec,
    Node,
    Part,
    Regularization,
    Seeds,
    Classroom,
    StopRules,
    TrainingSettings,
)
_MAX_ITEMS = 10_000
_MAX_EXACT = 2**53
"""From here on not every whole number is a floating point number."""

_Types = tuple[type[Any], ...]
_Value = TypeVar("_Value")


def encode(value: object) -> object:
    """A description as what JSON can say: objects with a ``type``, lists, and plain values."""
    if is_dataclass(value):
        parts = {each.name: encode(getattr(value, each.name)) for each in _fields(type(value))}
        return {"type": type(value).__name__, **parts}
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    return value


def decode(data: object, expected: type[_Value], more: _Types = ()) -> _Value:
    """A description of the type ``expected``, or of one derived from it.

    Parameters
    ----------
    more
        Types that may be named beside those of a project.

    Raises
    ------
    DamagedError
        If the data are not such a description.
    NnplayError
        If a value is outside its range: the sentence is that of the class.
    """
    value: _Value = _decode(data, expected, _TYPES + more)
    return value


def _decode(data: object, expected: Any, types: _Types) -> Any:
    if get_origin(expected) in (Union, UnionType):
        return _decode(data, _option(data, get_args(expected), types), types)
    if expected is bytes:
        return b64decode(_decode(data, str, types), validate=True)
    if expected is NoneType and data is None:
        return None
    if get_origin(expected) is tuple:
        return _decode_items(data, get_args(expected), types)
    if is_dataclass(expected):
        return _decode_described(data, expected, types)
    if isinstance(expected, type) and issubclass(expected, Enum):
        if data not in [member.value for member in expected]:
            raise DamagedError(
                QT_TRANSLATE_NOOP("errors", "{name} is not a kind of {type}"),
                name=f"{data!s:.40}",
                type=expected.__name__,
            )
        return expected(data)
    if expected is float and type(data) is int and abs(data) < _MAX_EXACT:
        return data
    if type(data) is not expected:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "{value} is not of the type {type}"),
            value=f"{data!s:.40}",
            type=expected.__name__,
        )
    return data


def _decode_items(data: object, kinds: tuple[Any, ...], types: _Types) -> tuple[Any, ...]:
    """A tuple of any length (``kinds`` then ends in an ellipsis), or of as many items as there are kinds."""
    if not isinstance(data, list) or len(data) > _MAX_ITEMS:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "a list is missing or too long"))
    if kinds[-1] is Ellipsis:
        kinds = kinds[:1] * len(data)
    if len(data) != len(kinds):
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "a list has {found} items, not {expected}"),
            found=len(data),
            expected=len(kinds),
        )
    return tuple(_decode(item, kind, types) for item, kind in zip(data, kinds, strict=True))


def _option(data: object, options: tuple[Any, ...], types: _Types) -> Any:
    """Which of several types the data are meant to be."""
    if isinstance(data, dict):
        return next((option for option in options if _kind(data, option, types)), options[0])
    for option in options:
        if type(data) is option or (isinstance(data, list) and get_origin(option) is tuple):
            return option
    return next((option for option in options if option is float), options[0])


def _kind(data: dict[str, Any], expected: Any, types: _Types) -> Any:
    """The type that the data name, if it is one of ``expected``; names are unique among its kinds only."""
    if not isinstance(expected, type):
        return None
    name = data.get("type")
    return next((kind for kind in types if kind.__name__ == name and issubclass(kind, expected)), None)


def _decode_described(data: object, expected: Any, types: _Types) -> Any:
    if not isinstance(data, dict):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "a description of {type} is missing"), type=expected.__name__)
    kind, name = _kind(data, expected, types), data.get("type")
    if kind is None:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "{name} is not a kind of {type}"), name=f"{name!s:.40}", type=expected.__name__
        )
    known = {each.name: each for each in _fields(kind)}
    unknown = set(data) - set(known) - {"type"}
    missing = [each.name for each in known.values() if each.name not in data and not _has_default(each)]
    if unknown:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "{name} has no {names}"), name=name, names=sorted(unknown)[:5])
    if missing:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "{name} lacks {names}"), name=name, names=missing)
    hints = _hints(kind)
    return kind(**{key: _decode(item, hints[key], types) for key, item in data.items() if key != "type"})


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The types of a class's fields; to find them, Python compiles each annotation."""
    return get_type_hints(kind)


def _fields(kind: Any) -> list[Field[Any]]:
    return [each for each in fields(kind) if each.init]


def _has_default(each: Field[Any]) -> bool:
    return each.default is not MISSING or each.default_factory is not MISSING
