"""The settings of one Keras layer, taken out one by one, and what it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nnplay.engine import Layer, NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.keras import words
from nnplay.exchange.keras.description import Settings
from nnplay.exchange.tensors import Array


@dataclass(frozen=True)
class Made:
    """One layer of nnplay.

    Attributes
    ----------
    arrays
        Names of its arrays in the file's order.
    constants
        Arrays that are settings in the file: one number, or one for each unit. The slopes of a PReLU stay frozen.
    scales
        Whether it does nothing but scale its input: what enters a model so is scaled by the model itself.
    """

    layer: Layer
    arrays: tuple[str, ...] = ()
    constants: Mapping[str, float | Array] = field(default_factory=dict)
    scales: bool = False


class NotHereError(ExchangeError):
    """A layer, or a setting of one, is not available in nnplay.

    Attributes
    ----------
    missing
        The setting with its value; empty if there is no such layer.
    """

    @property
    def missing(self) -> str:
        """As ``name = value``."""
        name, value = (self.values.get(key) for key in ("name", "value"))
        return "" if name is None else f"{name} = {value}"


class Reader:
    """The settings of one layer, taken out one by one; ``notes`` lists those that were left out.

    Raises NotHereError if a setting would change what the layer computes.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.notes: list[NnplayError] = []

    def get(self, *names: str, otherwise: Any = None) -> Any:
        """Return the first of these settings that exists."""
        for name in names:
            if self._settings.get(name) is not None:
                return self._settings[name]
        return otherwise

    def whole(self, *names: str) -> int:
        """Return a setting that is a whole number."""
        value = self.get(*names)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.odd(names[0], value)
        return value

    def number(self, *names: str, otherwise: float) -> float:
        """Return a setting that is a number."""
        value = words.number(self.get(*names, otherwise=otherwise))
        if value is None:
            raise self.odd(names[0], self.get(*names))
        return value

    def pair(self, *names: str, otherwise: Any) -> tuple[int, int]:
        """Return a setting that is one whole number or two."""
        value = self.get(*names, otherwise=otherwise)
        pair = (value, value) if isinstance(value, int) else tuple(value)
        if len(pair) != 2 or not all(isinstance(n, int) and not isinstance(n, bool) for n in pair):
            raise self.odd(names[0], value)
        return pair[0], pair[1]

    def must_be(self, name: str, *allowed: Any) -> None:
        """Refuse the layer unless a setting is absent or has one of these values."""
        value = self._settings.get(name)
        if value is not None and value not in allowed:
            raise self.odd(name, value)

    def odd(self, name: str, value: Any) -> NotHereError:
        """Return the error for a setting."""
        return NotHereError(
            QT_TRANSLATE_NOOP("errors", "the setting {name} = {value} is not available"),
            name=name,
            value=f"{value!s:.60}",
        )

    def leave(self, *names: str) -> None:
        """Note that these settings are left out, if they exist."""
        for name in names:
            value = self._settings.get(name)
            if value not in (None, False):
                kind, _ = words.named(value)
                self.notes.append(
                    ExchangeError(QT_TRANSLATE_NOOP("errors", "{name} = {value} was left out"), name=name, value=kind)
                )
