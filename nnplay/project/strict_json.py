"""JSON as its standard has it: no NaN, no infinite numbers, no name twice, no nesting that ends the interpreter."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any


def loads(text: str) -> Any:
    """Read JSON.

    Raises
    ------
    ValueError
        If the text is not JSON, or is what Python's reader lets pass and the standard does not.
    """
    try:
        return json.loads(text, object_pairs_hook=_object, parse_float=_finite, parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def dumps(value: Any) -> str:
    """Write JSON, the same text for equal values."""
    return json.dumps(value, sort_keys=True, allow_nan=False, separators=(",", ":"))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError("a name appears twice")
    return values


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError(f"{text} is not a finite number")
    return number


def _refuse(text: str) -> float:
    raise ValueError(f"{text} is not a finite number")
