"""Progress: how far the user is in a lesson; a frozen value that can be stored as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from nnplay.lessons.lesson import Lesson

TRIES_BEFORE_HINT = 2


@dataclass(frozen=True)
class Progress:
    """The user's progress in a lesson.

    Attributes
    ----------
    current
        Id of the open step; empty before the first.
    done
        Ids of the completed steps.
    wrong
        Number of wrong answers in the open step.
    """

    current: str = ""
    done: frozenset[str] = field(default_factory=frozenset)
    wrong: int = 0

    def on(self, lesson: Lesson) -> Progress:
        """Return the part that still applies to a lesson, whose steps may have changed since."""
        ids = [step.id for step in lesson.plan.steps]
        return replace(self, current=self.current if self.current in ids else ids[0], done=self.done & set(ids))

    def at(self, step: str) -> Progress:
        """Return a copy with another step open."""
        return self if step == self.current else replace(self, current=step, wrong=0)

    def solved(self) -> Progress:
        """Return a copy with the open step done."""
        return replace(self, done=self.done | {self.current})

    def failed(self) -> Progress:
        """Return a copy with one more wrong answer."""
        return replace(self, wrong=self.wrong + 1)

    @property
    def deserves_hint(self) -> bool:
        """Whether the user has tried often enough to get a hint."""
        return self.wrong >= TRIES_BEFORE_HINT

    def is_finished(self, lesson: Lesson) -> bool:
        """Return whether every step is done."""
        return self.done >= {step.id for step in lesson.plan.steps}

    def as_json(self) -> dict[str, Any]:
        """Return a value for JSON, as ``from_json`` reads it."""
        return {"current": self.current, "done": sorted(self.done)}

    @classmethod
    def from_json(cls, value: object) -> Progress:
        """Return the stored progress, or empty progress if the value makes no sense."""
        if not isinstance(value, dict):
            return cls()
        current, done = value.get("current"), value.get("done")
        if not isinstance(current, str) or not isinstance(done, list):
            return cls()
        return cls(current, frozenset(step for step in done if isinstance(step, str)))
