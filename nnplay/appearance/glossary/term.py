"""Term: an entry of the glossary: its names, its meaning, and the effect of raising it."""

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
        Number of nnplay's own lesson in which it appears; 0 if that is the chapter about deep learning in the guide.
    is_raised
        Whether it is a number that can be raised, so that an arrow marks what ``more`` is about.
    also
        Other names that articles and books use, separated by semicolons; translated as well, into the other names
        that are used in that language.
    spellings
        How Keras and NumPy programs spell it, apart from the term's own key.
    figure
        Name of a figure of ``nnplay.appearance.figures``; may be empty.
    """

    title: str
    what: str
    more: str
    lesson: int
    is_raised: bool = False
    also: str = ""
    spellings: tuple[str, ...] = ()
    figure: str = ""
