"""Shortcuts: the keys of every action, as they are made and as a person has changed them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence

from nnplay.shell.commands.catalogue import Entry
from nnplay.shell.settings import Settings

_PORTABLE = QKeySequence.SequenceFormat.PortableText


class Shortcuts:
    """Gives the actions of one window their keys, and remembers what is changed."""

    def __init__(self, entries: Sequence[Entry], settings: Settings) -> None:
        self.entries = entries
        self._settings = settings
        self._first = {entry.key: entry.action.shortcuts() for entry in entries}
        self.apply()

    def apply(self) -> None:
        """Give every action the keys that the settings say, or those that it was made with."""
        changed = self._settings.shortcuts
        for entry in self.entries:
            keys = changed.get(entry.key)
            wanted = self._first[entry.key] if keys is None else [QKeySequence(keys, _PORTABLE)] if keys else []
            if entry.action.shortcuts() != wanted:
                entry.action.setShortcuts(wanted)
                if entry.group is not None:
                    entry.group.explain(entry.action, entry.action.statusTip())

    def holder(self, keys: QKeySequence, beside: Entry) -> Entry | None:
        """Return the other action that has these keys already."""
        others = (entry for entry in self.entries if entry is not beside)
        return next((entry for entry in others if keys in entry.action.shortcuts()), None)

    def change(self, entry: Entry, keys: QKeySequence) -> None:
        """Give an action other keys; who had them before loses them."""
        changed = self._settings.shortcuts
        holder = self.holder(keys, entry) if not keys.isEmpty() else None
        if holder is not None:
            changed[holder.key] = ""
        changed[entry.key] = keys.toString(_PORTABLE)
        self._settings.shortcuts = changed
        self.apply()

    def is_changed(self, entry: Entry) -> bool:
        """Whether an action has other keys than it was made with."""
        return entry.key in self._settings.shortcuts

    def reset_one(self, entry: Entry) -> None:
        """Give one action the keys that it was made with; who has them now loses them."""
        changed = self._settings.shortcuts
        for keys in self._first[entry.key]:
            holder = self.holder(keys, entry)
            if holder is not None:
                changed[holder.key] = ""
        changed.pop(entry.key, None)
        self._settings.shortcuts = changed
        self.apply()

    def reset(self) -> None:
        """Go back to the keys that the actions were made with."""
        self._settings.shortcuts = {}
        self.apply()
