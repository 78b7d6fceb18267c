"""Term: an entry of the glossary: a name, its meaning, and the effect of raising it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """An entry of the glossary.

    Attributes
    ----------
    title, what, more
        The name, the meaning, and what happens if the value is raised or there is more of it; English, translated in
        the context "glossary".
    lesson
        Number of nnplay's own lesson in which it appears.
    is_raised
        Whether it is a number that can be raised, so that an arrow marks what ``more`` is about.
    """

    title: str
    what: str
    more: str
    lesson: int
    is_raised: bool = False
