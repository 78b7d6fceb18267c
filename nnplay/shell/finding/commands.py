"""The window's actions as finds: commands of the menus, panels and examples."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence

from nnplay.shell.commands.catalogue import Entry
from nnplay.shell.finding.find import Find, Kind

_KINDS = {"panel": Kind.PANEL, "file.examples": Kind.EXAMPLE, "edit.templates": Kind.NETWORK}


def command_finds(entries: Iterable[Entry]) -> list[Find]:
    """Return the visible actions; the menu's name may be typed with the name of the action."""
    return [_find(entry) for entry in entries if entry.action.isVisible()]


def _find(entry: Entry) -> Find:
    action, names, place = entry.action, entry.names, entry.place
    return Find(
        kind=_KINDS.get(entry.key.rpartition(".")[0], Kind.COMMAND),
        title=entry.title,
        names=(*names, *(f"{place} {name}" for name in names if place), *_names_in_programs(entry)),
        text=action.statusTip(),
        run=partial(_trigger, action),
        note=action.statusTip(),
        place=place,
        keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        is_possible=action.isEnabled(),
    )


def _names_in_programs(entry: Entry) -> tuple[str, ...]:
    """Return the name of an example, a template or a format on the command line, such as ``logic-xor``."""
    group, _, name = entry.key.rpartition(".")
    return (name,) if group in ("file.examples", "edit.templates", "file.exports") else ()


def _trigger(action: QAction, _typed: str) -> None:
    action.trigger()
