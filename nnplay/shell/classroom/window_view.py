"""WindowView: the panels and controls that a window shows: all, those of the simple view, or those for a class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from nnplay.document import Change
from nnplay.shell.classroom.class_dialog import ClassDialog
from nnplay.shell.classroom.controls import FULL_HIDDEN, SIMPLE_HIDDEN, Controls
from nnplay.shell.classroom.lock_sign import LockSign
from nnplay.shell.commands.catalogue import Entry
from nnplay.shell.docking.arrangement import arrange
from nnplay.shell.docking.docks import PanelDock
from nnplay.shell.messages import MessageBar
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

_PRESENTED = ("map", "try_it", "loss")
"""Panels of the first presentation if a teacher has chosen none: a class looks at results."""


class WindowView(QObject):
    """Arranges a window's docks and shows or hides its controls, as the user, the teacher and the lesson want.

    Parameters
    ----------
    simple, present
        The actions of the View menu for the simple view and the presentation.

    Signals
    -------
    arranged()
        Every panel has been put in its default position.
    """

    arranged = Signal()

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        settings: Settings,
        docks: Mapping[str, PanelDock],
        entries: Sequence[Entry],
        messages: MessageBar,
        simple: QAction,
        present: QAction,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._docks = docks
        self._messages = messages
        self._simple, self._present = simple, present
        self._is_presenting = False
        self._needed = frozenset[str]()  # what the current lesson needs, also in the simple view
        self._controls = Controls(window, session.document, entries)
        self._controls.refused.connect(messages.show_problem)
        self.lock_sign = LockSign(session.document, window.menuBar())
        self.lock_sign.clicked.connect(self.open_class_dialog)
        simple.setChecked(settings.is_simple)
        simple.triggered.connect(self.set_simple)
        session.document.changed.connect(self._on_document_changed)
        session.guide.changed.connect(self._on_guide_changed)
        for dock in docks.values():  # their controls are created when they are first visible
            dock.panel_made.connect(self._on_panel_made)
        self._show_controls()
        self._on_guide_changed()

    @property
    def is_presenting(self) -> bool:
        """Whether the window is in presentation layout, which should not be saved."""
        return self._is_presenting

    @Slot(bool)
    def set_simple(self, is_simple: bool) -> None:
        """Show only what a beginner needs, or everything, and save this choice."""
        self._settings.is_simple = is_simple
        self._simple.setChecked(is_simple)
        self.arrange()
        self._show_controls()

    @Slot()
    def arrange(self) -> None:
        """Put every panel in its default position for the view and the class."""
        arrange(self._window, self._docks, is_simple=self._settings.is_simple, is_presenting=self._is_presenting)
        self._show_class_panels()
        self.arranged.emit()

    def present(self) -> None:
        """Show only the chosen panels, full screen; the shell has already enlarged the text."""
        self._is_presenting = True
        self._present.setChecked(True)
        self.arrange()
        self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
        keys = self._present.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._messages.show_news(self.tr("Presentation mode. Press {keys} to leave it.").format(keys=keys))

    def keep_presented(self) -> None:
        """Save the panels of a presentation at its end; a teacher's choice is in the project already."""
        if self._is_presenting and not self._session.document.project.classroom.panels:
            shown = (name for name, dock in self._docks.items() if not dock.isHidden())
            self._settings.presented = tuple(shown)

    @Slot()
    def open_class_dialog(self) -> None:
        """Open the dialog about what a class may see and change."""
        dialog = ClassDialog(self._session.document, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.classroom:
            self.arrange()
        if change.classroom or change.locked or change.data:  # other data have other controls
            self._show_controls()

    @Slot()
    def _on_guide_changed(self) -> None:
        lesson = self._session.guide.lesson
        needed = frozenset[str]() if lesson is None else frozenset(step.show.control for step in lesson.plan.steps)
        if needed != self._needed:
            self._needed = needed
            self._show_controls()

    @Slot()
    def _on_panel_made(self) -> None:
        dock = self.sender()
        if isinstance(dock, PanelDock):
            self._controls.show_in(dock, self._not_in_view())

    @Slot()
    def _show_controls(self) -> None:
        self._controls.show(self._not_in_view())

    def _not_in_view(self) -> frozenset[str]:
        return SIMPLE_HIDDEN - self._needed if self._settings.is_simple else FULL_HIDDEN

    def _show_class_panels(self) -> None:
        chosen = self._session.document.project.classroom.panels
        shown = chosen or (self._settings.presented or _PRESENTED if self._is_presenting else ())
        for name, dock in self._docks.items():
            dock.toggleViewAction().setVisible(not chosen or name in chosen)
            if shown:
                dock.setVisible(name in shown)
