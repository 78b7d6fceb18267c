"""The window as a screen reader meets it: ``python -m tests.shell.accessibility_tree [--language zh_CN]``.

Prints every node of the accessibility tree, a line each: role, name, value, indented by depth; docks are brought to the
front one after the other and dialogs opened, since only what can be seen is there for anybody.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDialog, QTabBar, QWidget

_ROLE, _TEXT = QAccessible.Role, QAccessible.Text

CLICKABLE = {
    _ROLE.Button,
    _ROLE.ButtonMenu,
    _ROLE.ButtonDropDown,
    _ROLE.CheckBox,
    _ROLE.ComboBox,
    _ROLE.EditableText,
    _ROLE.Link,
    _ROLE.ListItem,
    _ROLE.MenuItem,
    _ROLE.PageTab,
    _ROLE.RadioButton,
    _ROLE.Slider,
    _ROLE.SpinBox,
    _ROLE.Table,
    _ROLE.List,
    _ROLE.Tree,
}
"""Roles of what a person presses, types into or chooses from, whether the keyboard gets there or not."""

_MOST_CELLS = 40
"""Cells of one table or list that are looked at: the others are like them."""


@dataclass(frozen=True)
class Entry:
    """One node of the tree.

    Attributes
    ----------
    parent
        Place of the node above it in the same list; -1 at the top.
    way
        Classes of the widget and of those it lies in, the innermost one first.
    """

    depth: int
    parent: int
    role: QAccessible.Role
    name: str
    value: str
    description: str
    is_focusable: bool
    way: str

    @property
    def is_operable(self) -> bool:
        """Whether a person can do something with it: then it needs a name."""
        return self.is_focusable or self.role in CLICKABLE

    def __str__(self) -> str:
        value = f" = {self.value!r}" if self.value and self.value != self.name else ""
        return f"{'  ' * self.depth}{self.role.name} {self.name!r}{value}{' *' if self.is_focusable else ''}"


def entries(widget: QWidget) -> list[Entry]:
    """Return all nodes that can be seen, a widget and what is in it, in the order in which a reader goes through."""
    found: list[Entry] = []
    root = QAccessible.queryAccessibleInterface(widget)
    if root is not None:
        _walk(root, -1, 0, found)
    return found


def _walk(node: QAccessibleInterface, parent: int, depth: int, found: list[Entry]) -> None:
    state = node.state()
    if state.invisible and node.role() is not _ROLE.PageTab:
        return
    found.append(
        Entry(
            depth,
            parent,
            node.role(),
            _name(node),
            node.text(_TEXT.Value),
            node.text(_TEXT.Description),
            bool(state.focusable) and not state.disabled and not _passes_focus_on(node.object()),
            _way_to(node.object()),
        )
    )
    place = len(found) - 1
    for index in range(min(node.childCount(), _MOST_CELLS)):
        child = node.child(index)
        if child is not None and not _is_empty_bar(child):
            _walk(child, place, depth + 1, found)


def _passes_focus_on(widget: QObject | None) -> bool:
    return isinstance(widget, QWidget) and widget.focusProxy() is not None


def _name(node: QAccessibleInterface) -> str:
    """Return what a reader calls it: on Linux Qt names a choice by its label alone."""
    if node.role() is not _ROLE.ComboBox:
        return node.text(_TEXT.Name)
    labels = [other.text(_TEXT.Name) for other, how in node.relations() if how & QAccessible.RelationFlag.Label]
    return labels[0] if labels else ""


def _is_empty_bar(node: QAccessibleInterface) -> bool:
    """Whether it is one of the tab bars that a window keeps for docks to come."""
    bar = node.object()
    return isinstance(bar, QTabBar) and bar.count() == 0


def nameless(tree: list[Entry]) -> list[Entry]:
    """Return what a person can do something with and nobody has named."""
    return [
        entry for entry in tree if entry.is_operable and not entry.name.strip() and not _is_inside_named(entry, tree)
    ]


def _is_inside_named(entry: Entry, tree: list[Entry]) -> bool:
    """Whether it is the line of a named field, or a cell: read with what it is in."""
    above = tree[entry.parent] if entry.parent >= 0 else None
    is_line = entry.role is _ROLE.EditableText and above is not None and above.role is _ROLE.SpinBox
    is_cell = above is not None and above.role in (_ROLE.Table, _ROLE.List, _ROLE.Tree)
    return is_cell or (is_line and above is not None and bool(above.name))


def twins(tree: list[Entry]) -> list[tuple[Entry, Entry]]:
    """Return pairs of buttons side by side that have the same name."""
    buttons = (_ROLE.Button, _ROLE.ButtonMenu, _ROLE.CheckBox, _ROLE.RadioButton)
    first: dict[tuple[int, str], Entry] = {}
    pairs = []
    for entry in tree:
        if entry.role in buttons and entry.name:
            other = first.setdefault((entry.parent, entry.name), entry)
            if other is not entry:
                pairs.append((other, entry))
    return pairs


def views(window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Bring each dock to the front, then open each dialog, and give what is to be looked at with its name."""
    _rest()
    yield "window", window
    for name, dock in window.docks.items():  # type: ignore[attr-defined]
        was_hidden = dock.isHidden()
        window.show_panel(name)  # type: ignore[attr-defined]
        _rest()
        yield name, dock
        dock.setHidden(was_hidden)
    for name, dialog in dialogs(window):
        yield name, dialog
        dialog.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def dialogs(window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Open every dialog that a menu of the window opens, one at a time."""
    commands = window.commands  # type: ignore[attr-defined]
    window.start.open_welcome()
    yield "welcome", window.start.welcome
    window.preferences.open()
    _rest()
    yield "preferences", window.preferences.dialog
    window.finder.palette.open()
    yield "command palette", window.finder.palette
    window.layers.open_drawer()  # type: ignore[attr-defined]
    yield "all layers", window.layers.drawer  # type: ignore[attr-defined]
    for name, open_dialog in {
        "classroom": window.view.open_class_dialog,
        "export": commands.file.export.trigger,
        "guide": commands.help.guide.trigger,
        "lesson author": commands.help.make_lesson.trigger,
        "error report": commands.help.errors.trigger,
        "about": commands.help.about.trigger,
    }.items():
        known = set(_shown_dialogs())
        open_dialog()
        _rest()
        for dialog in _shown_dialogs():
            if dialog not in known:
                yield name, dialog


def _rest() -> None:
    """Let everything happen that was put off until the window has been laid out."""
    loop = QEventLoop()
    QTimer.singleShot(50, loop.quit)
    loop.exec()


def _shown_dialogs() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def main(words: list[str]) -> int:
    """Print the tree of a fresh window, and how many of its nodes nobody has named."""
    parser = argparse.ArgumentParser(prog="python -m tests.shell.accessibility_tree", description=__doc__)
    parser.add_argument("--language", default="en", metavar="CODE")
    parser.add_argument("--preset", default="circle")
    parser.add_argument("--quiet", action="store_true", help="print the figures alone")
    options = parser.parse_args(words)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from nnplay.project.presets import preset
    from nnplay.shell.application import Shell, make_application
    from nnplay.shell.screenshot import pass_on_qt_messages
    from nnplay.shell.session import Session
    from nnplay.shell.settings import Settings

    pass_on_qt_messages()
    make_application()
    with TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat))
        settings.is_simple = False
        session = Session(preset(options.preset))
        shell = Shell(session, settings, options.language)
        window = shell.window
        window.resize(1280, 800)
        window.show()
        n_nodes = n_operable = n_nameless = 0
        for name, widget in views(window):
            tree = entries(widget)
            without = nameless(tree)
            n_nodes, n_operable = n_nodes + len(tree), n_operable + sum(entry.is_operable for entry in tree)
            n_nameless += len(without)
            _say(f"== {name}: {len(tree)} nodes, {len(without)} without a name")
            if not options.quiet:
                _say(*tree)
            for entry in without:
                _say(f"   no name: {entry.role.name} {entry.way}")
            for one, _other in twins(tree):
                _say(f"   twice: {one.role.name} {one.name!r}")
        _say(f"{n_nodes} nodes, {n_operable} of them operable, {n_nameless} without a name")
        shell.end()
    return 0


def _way_to(widget: QObject | None) -> str:
    names = []
    while widget is not None:
        names.append(type(widget).__name__)
        widget = widget.parent()
    return " < ".join(names)


def _say(*lines: object) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
