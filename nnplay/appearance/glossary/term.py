"""Term: a word that a control is called by, what it is, and what happens if one raises it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """One word.

    Attributes
    ----------
    title, what, more
        What it is called, what it is, and what happens if one raises it or has more of it; English, translated in the
        context "glossary".
    lesson
        Number of the shipped lesson in which it appears.
    is_raised
        Whether it is a number that one raises, so that an arrow says what ``more`` is about.
    """

    title: str
    what: str
    more: str
    lesson: int
    is_raised: bool = False
