"""JSON as its standard has it: no NaN, no infinite numbers, no name twice, no nesting that ends the interpreter."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError


def loads(text: str) -> Any:
    """Read JSON.

    Raises
    ------
    DamagedError
        If the text is not JSON, or is what Python's reader lets pass and the standard does not.
    """
    try:
        return json.loads(text, object_pairs_hook=_object, parse_float=_finite, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "it is not JSON (line {line}, column {column})"),
            line=error.lineno,
            column=error.colno,
        ) from error
    except DamagedError:
        raise
    except ValueError as error:  # a whole number of thousands of digits
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has a number that is too long")) from error
    except RecursionError as error:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is nested too deeply")) from error


def dumps(value: Any) -> str:
    """Write JSON, the same text for equal values."""
    return json.dumps(value, sort_keys=True, allow_nan=False, separators=(",", ":"))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "a name appears twice"))
    return values


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "{value} is not a finite number"), value=f"{text:.40}")
    return number


def _refuse(text: str) -> float:
    raise DamagedError(QT_TRANSLATE_NOOP("errors", "{value} is not a finite number"), value=f"{text:.40}")
