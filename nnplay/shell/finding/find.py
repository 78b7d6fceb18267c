"""Find: one thing that the command palette can find: what it is, its names, and what choosing it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from nnplay.engine.errors import QT_TRANSLATE_NOOP


class Kind(Enum):
    """What a find is; of equally good matches, the kind that comes first here is listed first.

    What replaces the network comes late: whoever looks up a word and presses Enter wants to read about it.
    """

    COMMAND = QT_TRANSLATE_NOOP("finds", "Command")
    PANEL = QT_TRANSLATE_NOOP("finds", "Panel")
    SETTING = QT_TRANSLATE_NOOP("finds", "Setting")
    ACTIVATION = QT_TRANSLATE_NOOP("finds", "Activation function")
    LAYER = QT_TRANSLATE_NOOP("finds", "Layer")
    TERM = QT_TRANSLATE_NOOP("finds", "Glossary")
    LESSON = QT_TRANSLATE_NOOP("finds", "Lesson")
    EXAMPLE = QT_TRANSLATE_NOOP("finds", "Example")
    EXPERIMENT = QT_TRANSLATE_NOOP("finds", "Experiment")
    NETWORK = QT_TRANSLATE_NOOP("finds", "Network")
    PAGE = QT_TRANSLATE_NOOP("finds", "Guide")

    @property
    def title(self) -> str:
        """Its name, translated."""
        return QCoreApplication.translate("finds", self.value)


@dataclass(frozen=True, eq=False)
class Find:
    """One thing to be found.

    Attributes
    ----------
    title
        Its name in the user's language.
    names
        Its names in all languages and spellings.
    text
        What is written about it; a match in it counts less than one in a name.
    run
        Called with what was typed when it is chosen.
    note
        What it does or is, for a tooltip; may be empty.
    place, keys
        The menu of a command and its shortcut; may be empty.
    is_possible
        Whether it can be chosen now.
    """

    kind: Kind
    title: str
    names: tuple[str, ...]
    text: str
    run: Callable[[str], object]
    note: str = ""
    place: str = ""
    keys: str = ""
    is_possible: bool = True
