"""The values of an axis as people write them: ``0.01,0.03``, ``tanh,relu``, or an interval ``0.001..0.1``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from math import exp, log

from nnplay.data.half_width import half_width
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.sweep.controls import SweptControl, Value
from nnplay.project.sweep.errors import SweepError
from nnplay.project.typed_number import parse_number

_WIDE = 10
"""An interval whose ends differ by this factor or more is gone through by powers."""


@dataclass(frozen=True)
class Interval:
    """All numbers between two, from which random and Sobol sweeps draw.

    Where both ends are above 0 and the upper one is ten times the lower one or more, equal factors are equally likely:
    a learning rate is sought in powers.
    """

    low: float
    high: float

    def at(self, share: float) -> float:
        """The number at a share from 0 to 1 of the way."""
        if self.low > 0 and self.high / self.low >= _WIDE:
            return exp(log(self.low) + share * (log(self.high) - log(self.low)))
        return self.low + share * (self.high - self.low)


@dataclass(frozen=True)
class Axis:
    """One control of a project and the values it takes: a list of them, or an interval."""

    name: str
    values: tuple[Value, ...] | Interval

    def at(self, share: float, kind: type) -> Value:
        """The value at a share, 0 to 1, of the way through."""
        if isinstance(self.values, Interval):
            value = self.values.at(share)
            return round(value) if kind is int else value
        return self.values[min(int(share * len(self.values)), len(self.values) - 1)]


def parse_axis(text: str, controls: Mapping[str, SweptControl]) -> Axis:
    """An axis as it is written on the command line, ``NAME=VALUE,VALUE,…`` or ``NAME=LOW..HIGH``.

    Raises
    ------
    SweepError
        If there is no such control, a value is none of its kind, or values are missing or come twice.
    """
    name, separator, written = half_width(text).partition("=")
    name = name.strip()
    if name not in controls:
        raise _unknown(name, controls)
    control = controls[name]
    words = [word.strip() for word in written.split(",")]
    if not separator or not all(words):
        raise SweepError(
            QT_TRANSLATE_NOOP("errors", "“{text}” has no values, or an empty one: write {name}=VALUE,VALUE."),
            text=text,
            name=name,
        )
    if len(words) == 1 and ".." in words[0] and control.kind is not str:
        low, high = (_number(word, name) for word in words[0].split("..", 1))
        if low >= high:
            raise SweepError(
                QT_TRANSLATE_NOOP("errors", "The interval {text} of {name} is empty: the lower number comes first."),
                text=words[0],
                name=name,
            )
        return Axis(name, Interval(low, high))
    values = tuple(_value(word, control) for word in words)
    doubled = next((value for value in values if values.count(value) > 1), None)
    if doubled is not None:
        raise SweepError(QT_TRANSLATE_NOOP("errors", "{name} has the value {value} twice."), name=name, value=doubled)
    return Axis(name, values)


def _unknown(name: str, controls: Mapping[str, SweptControl]) -> SweepError:
    near = get_close_matches(name, controls, n=3)
    if not near:
        near = [each for each in controls if name and (name in each or each.partition(":")[0] in name)][:3]
    if near:
        return SweepError(
            QT_TRANSLATE_NOOP("errors", "This project has no “{name}” to sweep. Did you mean: {nearest}?"),
            name=name,
            nearest=", ".join(near),
        )
    return SweepError(
        QT_TRANSLATE_NOOP("errors", "This project has no “{name}” to sweep; --axes lists what it has."), name=name
    )


def _value(word: str, control: SweptControl) -> Value:
    if control.kind is str:
        return word
    value = _number(word, control.name)
    if control.kind is float:
        return value
    if value != int(value):
        raise SweepError(
            QT_TRANSLATE_NOOP("errors", "{name} takes whole numbers, not {value}."), name=control.name, value=word
        )
    return int(value)


def _number(word: str, name: str) -> float:
    try:
        return parse_number(word)
    except NnplayError as error:
        raise SweepError(
            QT_TRANSLATE_NOOP("errors", "A value of {name} is wrong: {reason}"), name=name, reason=error
        ) from error
