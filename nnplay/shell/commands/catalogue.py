"""The catalogue: every action of a window under a stable name, for the command palette and for changed shortcuts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from nnplay.appearance import languages
from nnplay.shell.commands import Commands
from nnplay.shell.commands.group import CommandGroup
from nnplay.shell.docking.docks import PanelDock
from nnplay.shell.docking.panel_table import PANELS


@dataclass(frozen=True, eq=False)
class Entry:
    """One action.

    Attributes
    ----------
    key
        Its name in the settings: ``train.step``, ``view.themes.dark``, ``panel.loss``.
    group
        The group that made it; None for the docks' actions.
    """

    key: str
    action: QAction
    group: CommandGroup | None

    @property
    def title(self) -> str:
        """Its text in the menu, without the access key."""
        return plain(self.action.text())

    @property
    def place(self) -> str:
        """The menu that contains it."""
        menus = [each for each in self.action.associatedObjects() if isinstance(each, QMenu) and each.title()]
        return plain(menus[0].title()) if menus else ""

    @property
    def names(self) -> list[str]:
        """Its titles in every language."""
        sources = self.action.property("sources")
        others = languages.in_all_languages(*sources) if sources else []
        return [self.title, *(plain(other) for other in others)]


def catalogue(commands: Commands, docks: Mapping[str, PanelDock]) -> list[Entry]:
    """Return all actions in the order of the menu bar, panels last."""
    entries = [
        Entry(f"{name}.{key}", action, group)
        for name, group in vars(commands).items()
        for key, action in _actions(group)
    ]
    for name, dock in docks.items():
        action = dock.toggleViewAction()
        action.setProperty("sources", ["panels", PANELS[name].title])
        entries.append(Entry(f"panel.{name}", action, None))
    return entries


def _actions(group: CommandGroup) -> Iterator[tuple[str, QAction]]:
    for name, value in vars(group).items():
        if name.startswith("_"):
            continue
        if isinstance(value, QAction):
            yield name, value
        elif isinstance(value, dict):
            yield from ((f"{name}.{key}", action) for key, action in value.items())


def plain(text: str) -> str:
    """Return a menu text without its access key, number and dots."""
    text = re.sub(r"\s*\(&.\)", "", text).replace("&", "")
    return re.sub(r"^\w  ", "", text).rstrip("…")
