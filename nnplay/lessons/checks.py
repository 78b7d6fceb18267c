"""Checks decide when a step of a lesson is done; some look at the project, some at the user's answer.

The table is closed: a lesson can check nothing that is not listed here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from math import isnan
from typing import Any, ClassVar

from nnplay.engine import NnplayError
from nnplay.lessons.errors import LessonError
from nnplay.lessons.quantity import Facts, Quantity
from nnplay.project.typed_number import parse_number

_ROUNDING = 1e-9
"""Tolerance for binary fractions: for 0.125 with two decimals, both 0.12 and 0.13 are accepted."""


@dataclass(frozen=True)
class Check(ABC):
    """Base class of all checks.

    ``asks`` tells whether the user must answer; otherwise the project itself is checked.
    """

    asks: ClassVar[bool] = False

    @abstractmethod
    def holds(self, facts: Facts, answer: str = "") -> bool:
        """Return whether the step is done."""


@dataclass(frozen=True)
class Read(Check):
    """Nothing to do but read."""

    def holds(self, facts: Facts, answer: str = "") -> bool:
        return True


@dataclass(frozen=True)
class Choice(Check):
    """One of several answers is correct; ``answer`` is its index, from 0."""

    asks: ClassVar[bool] = True
    answer: int

    def holds(self, facts: Facts, answer: str = "") -> bool:
        return answer == str(self.answer)


@dataclass(frozen=True)
class Number(Check):
    """A number, correct to a given number of decimals."""

    asks: ClassVar[bool] = True
    value: Quantity | float
    digits: int

    def expected(self, facts: Facts) -> float:
        """Return the correct answer, not rounded."""
        return self.value.value(facts) if isinstance(self.value, Quantity) else self.value

    def holds(self, facts: Facts, answer: str = "") -> bool:
        try:
            given = parse_number(answer)
        except NnplayError:
            return False
        return abs(given - self.expected(facts)) <= 0.5 * 10.0**-self.digits + _ROUNDING


@dataclass(frozen=True)
class Compare(Check):
    """A quantity of the project meets a condition."""

    quantity: Quantity
    at_least: float | None = None
    at_most: float | None = None

    def holds(self, facts: Facts, answer: str = "") -> bool:
        try:
            value = self.quantity.value(facts)
        except LessonError:
            return False
        if isnan(value):
            return False
        return (self.at_least is None or value >= self.at_least) and (self.at_most is None or value <= self.at_most)


@dataclass(frozen=True)
class Uses(Check):
    """The project uses something: a kind of layer, an activation function (in a layer), a loss, an optimizer, data."""

    what: str
    name: str
    node: str = ""

    def holds(self, facts: Facts, answer: str = "") -> bool:
        project = facts.project
        nodes = [node for node in project.network.nodes if self.node in ("", node.name)]
        found: dict[str, Callable[[], set[Any]]] = {
            "layer": lambda: {type(node.layer).__name__ for node in nodes},
            "activation": lambda: {getattr(node.layer, "activation", None) for node in nodes},
            "loss": lambda: {project.training.loss},
            "optimizer": lambda: {type(project.training.optimizer).__name__},
            "data": lambda: {getattr(project.data, "kind", None), type(project.data).__name__},
        }
        return self.name in found[self.what]()


@dataclass(frozen=True)
class Diverged(Check):
    """A run has diverged: its numbers grew without bound."""

    def holds(self, facts: Facts, answer: str = "") -> bool:
        return facts.has_diverged


@dataclass(frozen=True)
class Experimented(Check):
    """An experiment has ended that varied a control, or with an empty name only the starts, in so many networks."""

    axis: str
    networks: int

    def holds(self, facts: Facts, answer: str = "") -> bool:
        axes = (self.axis,) if self.axis else ()
        return any(each.axes == axes and len(each.cells) >= self.networks for each in facts.project.experiments)


@dataclass(frozen=True)
class All(Check):
    """Several checks of the project at once."""

    checks: tuple[Check, ...]

    def holds(self, facts: Facts, answer: str = "") -> bool:
        return all(check.holds(facts) for check in self.checks)


CHECKS: tuple[type[Check], ...] = (Read, Choice, Number, Compare, Uses, Diverged, Experimented, All)
