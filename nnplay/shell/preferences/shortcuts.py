"""Shortcuts: the keys of every action, both the defaults and the user's changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence

from nnplay.shell.commands.catalogue import Entry
from nnplay.shell.settings import Settings

_PORTABLE = QKeySequence.SequenceFormat.PortableText


class Shortcuts:
    """Assigns the keys of a window's actions, and saves changes."""

    def __init__(self, entries: Sequence[Entry], settings: Settings) -> None:
        self.entries = entries
        self._settings = settings
        self._first = {entry.key: entry.action.shortcuts() for entry in entries}
        self.apply()

    def apply(self) -> None:
        """Give every action its keys from the settings, or its default keys."""
        changed = self._settings.shortcuts
        for entry in self.entries:
            keys = changed.get(entry.key)
            wanted = self._first[entry.key] if keys is None else [QKeySequence(keys, _PORTABLE)] if keys else []
            if entry.action.shortcuts() != wanted:
                entry.action.setShortcuts(wanted)
                if entry.group is not None:
                    entry.group.explain(entry.action, entry.action.statusTip())

    def holder(self, keys: QKeySequence, beside: Entry) -> Entry | None:
        """Return the other action that already has these keys."""
        others = (entry for entry in self.entries if entry is not beside)
        return next((entry for entry in others if keys in entry.action.shortcuts()), None)

    def change(self, entry: Entry, keys: QKeySequence) -> None:
        """Give an action other keys; their previous owner loses them."""
        changed = self._settings.shortcuts
        holder = self.holder(keys, entry) if not keys.isEmpty() else None
        if holder is not None:
            changed[holder.key] = ""
        changed[entry.key] = keys.toString(_PORTABLE)
        self._settings.shortcuts = changed
        self.apply()

    def is_changed(self, entry: Entry) -> bool:
        """Return whether an action's keys differ from the default."""
        return entry.key in self._settings.shortcuts

    def reset_one(self, entry: Entry) -> None:
        """Restore the default keys of an action; their current owner loses them."""
        changed = self._settings.shortcuts
        for keys in self._first[entry.key]:
            holder = self.holder(keys, entry)
            if holder is not None:
                changed[holder.key] = ""
        changed.pop(entry.key, None)
        self._settings.shortcuts = changed
        self.apply()

    def reset(self) -> None:
        """Restore all default keys."""
        self._settings.shortcuts = {}
        self.apply()
