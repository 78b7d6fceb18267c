"""Progress: how far a person is in a lesson; a frozen value that can be kept as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from nnplay.lessons.lesson import Lesson

TRIES_BEFORE_HINT = 2


@dataclass(frozen=True)
class Progress:
    """Where a person is.

    Attributes
    ----------
    current
        Id of the step that is open; empty before the first.
    done
        Ids of the steps that are done.
    wrong
        Wrong answers in the step that is open.
    """

    current: str = ""
    done: frozenset[str] = field(default_factory=frozenset)
    wrong: int = 0

    def on(self, lesson: Lesson) -> Progress:
        """Return it as far as it fits a lesson, whose steps may have changed since it was kept."""
        ids = [step.id for step in lesson.plan.steps]
        return replace(self, current=self.current if self.current in ids else ids[0], done=self.done & set(ids))

    def at(self, step: str) -> Progress:
        """Return it with another step open."""
        return self if step == self.current else replace(self, current=step, wrong=0)

    def solved(self) -> Progress:
        """Return it with the open step done."""
        return replace(self, done=self.done | {self.current})

    def failed(self) -> Progress:
        """Return it with one more wrong answer."""
        return replace(self, wrong=self.wrong + 1)

    @property
    def deserves_hint(self) -> bool:
        """Whether the person has tried often enough for a hint."""
        return self.wrong >= TRIES_BEFORE_HINT

    def is_finished(self, lesson: Lesson) -> bool:
        """Whether every step is done."""
        return self.done >= {step.id for step in lesson.plan.steps}

    def as_json(self) -> dict[str, Any]:
        """Return what ``from_json`` takes."""
        return {"current": self.current, "done": sorted(self.done)}

    @classmethod
    def from_json(cls, value: object) -> Progress:
        """Return what was kept; a new beginning where that makes no sense."""
        if not isinstance(value, dict):
            return cls()
        current, done = value.get("current"), value.get("done")
        if not isinstance(current, str) or not isinstance(done, list):
            return cls()
        return cls(current, frozenset(step for step in done if isinstance(step, str)))
