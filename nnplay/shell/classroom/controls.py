"""Controls: hides what the simple view or a teacher hides, and greys out what is locked, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QHelpEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolButton, QToolTip, QWidget

from nnplay.appearance import locked
from nnplay.document import Document
from nnplay.project.controls import CONTROLS, is_among
from nnplay.project.locks import is_closed
from nnplay.shell.commands.catalogue import Entry

SIMPLE_HIDDEN = frozenset({"stop", "optimizer", "loss_function", "own_features", "map_tools"})
FULL_HIDDEN = frozenset({"regularization.bar"})
"""Hidden in the simple view, and in the full one, where a panel has more of it."""


class Controls(QObject):
    """Applies the view and the class settings to the controls of a window; a control's object name is its name.

    Signals
    -------
    refused(str)
        The user has pressed the keys of a locked action; this is why nothing happens.
    """

    refused = Signal(str)

    def __init__(self, window: QMainWindow, document: Document, entries: Sequence[Entry]) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._entries = [entry for entry in entries if _is_control(entry.action)]
        self._gone: set[QWidget] = set()
        self._closed: set[QWidget] = set()
        # An action in a disabled group stays disabled, whatever the state of training would allow.
        self._closed_actions = QActionGroup(self)
        self._closed_actions.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        window.installEventFilter(self)

    def show(self, not_in_view: Iterable[str]) -> None:
        """Show all controls except those that a teacher hides or the view leaves out; disable the locked ones."""
        self.show_in(self._window, not_in_view)
        project = self._document.project
        taken = project.classroom.hidden
        for entry in self._entries:
            entry.action.setVisible(not is_among(entry.action.objectName(), taken))
        self._close_actions([entry for entry in self._entries if is_closed(project, entry.action.objectName())])

    def show_in(self, part: QWidget, not_in_view: Iterable[str]) -> None:
        """Do the same in one part of the window, such as a panel that has just been made; actions are left alone."""
        project = self._document.project
        hidden = {*project.classroom.hidden, *not_in_view}
        for widget in part.findChildren(QWidget):
            if _is_control(widget):
                self._show_widget(widget, is_gone=is_among(widget.objectName(), hidden))
                self._close_widget(widget, is_closed=is_closed(project, widget.objectName()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the lock's reason on a locked control, instead of its own tooltip."""
        if watched is self._window:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self._answer_keys(QKeySequence(event.keyCombination()))
            return False
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and isinstance(watched, QWidget):
            QToolTip.showText(event.globalPos(), locked.reason(self._document.project), watched)
            return True
        return False

    def _answer_keys(self, keys: QKeySequence) -> None:
        """Handle keys that no widget has taken, such as those of a locked action; they reach the window."""
        for action in self._closed_actions.actions():
            if action.isVisible() and keys in action.shortcuts() and self._is_within_reach(action):
                self.refused.emit(locked.reason(self._document.project))
                return

    def _is_within_reach(self, action: QAction) -> bool:
        """Return whether the action would respond to its keys where the focus is now."""
        if action.shortcutContext() is not Qt.ShortcutContext.WidgetWithChildrenShortcut:
            return True
        focus, owners = self._window.focusWidget(), action.associatedObjects()
        return any(isinstance(each, QWidget) and (each is focus or each.isAncestorOf(focus)) for each in owners)

    def _show_widget(self, widget: QWidget, *, is_gone: bool) -> None:
        if is_gone:
            widget.hide()
            if widget not in self._gone:
                self._gone.add(widget)
                _give_room_back(widget)
        elif widget in self._gone:
            self._gone.remove(widget)
            widget.show()

    def _close_widget(self, widget: QWidget, *, is_closed: bool) -> None:
        if is_closed == (widget in self._closed):
            return
        change = self._closed.add if is_closed else self._closed.remove
        change(widget)
        if not (isinstance(widget, QToolButton) and widget.defaultAction() is not None):  # its action is disabled
            widget.setEnabled(not is_closed)
        for each in (widget, *widget.findChildren(QWidget)):
            if is_closed:
                each.installEventFilter(self)
            else:
                each.removeEventFilter(self)

    def _close_actions(self, entries: Sequence[Entry]) -> None:
        group, wanted = self._closed_actions, {entry.action for entry in entries}
        group.setEnabled(True)
        for action in group.actions():
            group.removeAction(action)
        for entry in self._entries:
            if entry.action not in wanted and entry.group is not None:
                entry.group.explain(entry.action, entry.action.statusTip())
        group.setEnabled(False)
        for action in wanted:
            group.addAction(action)
            action.setToolTip(locked.reason(self._document.project))
            for menu in action.associatedObjects():
                if isinstance(menu, QMenu):
                    menu.setToolTipsVisible(True)


def _give_room_back(widget: QWidget) -> None:
    """Take a hidden widget out of all layouts around it now: a window that opens narrow would still count it."""
    around = widget.parentWidget()
    while around is not None:
        if (layout := around.layout()) is not None:
            layout.activate()
        around = around.parentWidget()


def _is_control(widget: QWidget | QAction) -> bool:
    return widget.objectName().partition(".")[0] in CONTROLS
