"""EditName: what an undo step is called, in the language of the moment at which somebody reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True)
class EditName:
    """The name of an undo step; ``str`` gives it in the present language, so steps outlive a change of language.

    Attributes
    ----------
    source
        English words with ``{named}`` fields, marked for translation in the context ``steps``.
    values
        What the fields stand for. A function is called whenever the name is read: it gives words that are
        translated, too.
    n
        The number that ``%n`` stands for and that decides between singular and plural; -1 without one.
    """

    source: str
    values: Mapping[str, object] = field(default_factory=dict)
    n: int = -1

    def __str__(self) -> str:
        text = QCoreApplication.translate("steps", self.source, None, self.n)
        return text.format(**{name: each() if callable(each) else each for name, each in self.values.items()})
