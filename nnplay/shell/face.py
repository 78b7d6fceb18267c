"""Face: for one window, the palette of commands, welcome, preferences, the simple view, and what a class sees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from nnplay.document import Change
from nnplay.shell.classroom.class_dialog import ClassDialog
from nnplay.shell.classroom.controls import SIMPLE_HIDDEN, Controls
from nnplay.shell.classroom.lock_sign import LockSign
from nnplay.shell.commands.catalogue import catalogue
from nnplay.shell.commands.command_palette import CommandPalette
from nnplay.shell.docking.arrangement import arrange
from nnplay.shell.docking.docks import PanelDock
from nnplay.shell.guidance.hints import Hints
from nnplay.shell.guidance.wishes import Wishes
from nnplay.shell.lost_focus import LostFocus
from nnplay.shell.preferences.shortcuts import Shortcuts
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings
from nnplay.training import RunState

if TYPE_CHECKING:
    from nnplay.shell.main_window import MainWindow
    from nnplay.shell.preferences.preferences import Preferences
    from nnplay.shell.start.welcome import Welcome


_PRESENTED = ("map", "digit", "loss")
"""Panels of the first presentation where a teacher has chosen none: a class looks at results."""


class Face(QObject):
    """What belongs to a window and is no part of the network's work.

    Signals
    -------
    language_chosen(str), theme_chosen(str), text_scale_chosen(float), motion_chosen(str)
        In the preferences; the shell shows and remembers them.
    presentation_wanted(bool)
        Large type, the whole screen and the chosen panels alone; or the window again.
    reset_wanted()
        All preferences shall be as at first.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_scale_chosen = Signal(float)
    motion_chosen = Signal(str)
    presentation_wanted = Signal(bool)
    reset_wanted = Signal()

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._is_presenting = False
        self._needed = frozenset[str]()  # what the lesson that is given speaks of, also in the simple view
        commands = window.commands
        entries = catalogue(commands, window.docks)
        self._controls = Controls(window, session.document, entries)
        self._controls.refused.connect(window.messages.show_problem)
        self.shortcuts = Shortcuts(entries, settings)
        self.palette = CommandPalette(entries, window)
        self.welcome: Welcome | None = None
        self.preferences: Preferences | None = None
        self.hints = Hints(window, session, settings)
        Wishes(window)
        LostFocus(window, window.canvas)
        self.lock_sign = LockSign(session.document, window.menuBar())
        self.lock_sign.clicked.connect(self.open_class_dialog)
        commands.view.simple.setChecked(settings.is_simple)
        commands.help.palette.triggered.connect(self.palette.open)
        commands.help.welcome.triggered.connect(self.open_welcome)
        commands.file.new_from_template.triggered.connect(self.open_new_dialog)
        commands.edit.preferences.triggered.connect(self.open_preferences)
        commands.file.classroom.triggered.connect(self.open_class_dialog)
        commands.view.simple.triggered.connect(self.set_simple)
        commands.view.present.triggered.connect(self.presentation_wanted)
        session.document.changed.connect(self._on_document_changed)
        session.controller.state_changed.connect(self._on_run_state_changed)
        for dock in window.docks.values():  # their controls are made when they are first seen
            dock.panel_made.connect(self._show_controls)
        session.guide.changed.connect(self._on_guide_changed)
        self._show_controls()
        self._on_guide_changed()

    # -- what is shown ------------------------------------------------------------------------------------------------

    @Slot(bool)
    def set_simple(self, is_simple: bool) -> None:
        """Show what a beginner needs, or everything, and remember it."""
        self._settings.is_simple = is_simple
        self._window.commands.view.simple.setChecked(is_simple)
        self._window.arrange()
        self._show_controls()

    def arrange(self, docks: Mapping[str, PanelDock]) -> None:
        """Put every panel in its first place, as the view and the class have it."""
        arrange(self._window, docks, is_simple=self._settings.is_simple, is_presenting=self._is_presenting)
        self._show_class_panels()

    def present(self) -> None:
        """Show the chosen panels alone on the whole screen; the shell has made the type large."""
        self._is_presenting = True
        self._window.commands.view.present.setChecked(True)
        self._window.arrange()
        self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
        keys = self._window.commands.view.present.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._window.messages.show_news(self.tr("A presentation: {keys} ends it.").format(keys=keys))

    def keep_presented(self) -> None:
        """Remember which panels a presentation has at its end; a teacher's choice is in the project already."""
        if self._is_presenting and not self._session.document.project.classroom.panels:
            docks = self._window.docks.items()
            self._settings.presented = tuple(name for name, dock in docks if not dock.isHidden())

    @property
    def is_presenting(self) -> bool:
        """Whether the window is laid out for a class, which is nothing to remember."""
        return self._is_presenting

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        self._leave_welcome()
        if change.classroom:
            self._window.arrange()
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
    def _show_controls(self) -> None:
        self._controls.show(SIMPLE_HIDDEN - self._needed if self._settings.is_simple else ())

    def _show_class_panels(self) -> None:
        chosen = self._session.document.project.classroom.panels
        shown = chosen or (self._settings.presented or _PRESENTED if self._is_presenting else ())
        for name, dock in self._window.docks.items():
            dock.toggleViewAction().setVisible(not chosen or name in chosen)
            if shown:
                dock.setVisible(name in shown)

    # -- pages and dialogs --------------------------------------------------------------------------------------------

    def welcome_after_first_paint(self) -> None:
        """Open the welcome when the window has been painted, which it must not delay."""
        self._window.centralWidget().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.open_welcome)
        return False

    @Slot()
    def open_welcome(self) -> None:
        """Offer the ways to begin."""
        from nnplay.shell.start.welcome import Welcome

        window = self._window
        if self.welcome is not None:
            self.welcome.deleteLater()
        self.welcome = Welcome(self._settings, window)
        self.welcome.closed.connect(self._on_welcome_closed)
        self.welcome.recent_chosen.connect(window.files.open)
        self.welcome.example_chosen.connect(window.files.open_preset)
        self.welcome.open_wanted.connect(window.files.ask_open)
        self.welcome.lesson_chosen.connect(window.lessons.choose)
        self.welcome.lessons_wanted.connect(window.commands.help.lessons.trigger)
        self.welcome.templates_wanted.connect(self.open_new_dialog)
        self.welcome.digit_wanted.connect(self._on_digit_wanted)
        self.welcome.open()

    @Slot(object)
    def _on_run_state_changed(self, state: RunState) -> None:
        if state.is_active:
            self._leave_welcome()

    def _leave_welcome(self) -> None:
        """Work has begun: nothing may cover it."""
        if self.welcome is not None:
            self.welcome.hide()

    @Slot()
    def _on_welcome_closed(self) -> None:
        """Give the keyboard to the network rather than to whatever comes first in the window."""
        focus = QApplication.focusWidget()
        if focus is None or (self.welcome is not None and self.welcome.isAncestorOf(focus)):
            self._window.canvas.setFocus()
        self.hints.go_on()

    @Slot()
    def open_new_dialog(self) -> None:
        """Show everything one can begin with."""
        from nnplay.shell.start.new_dialog import NewDialog

        dialog = NewDialog(self._session.document.project, self._window)
        dialog.example_chosen.connect(self._window.files.open_preset)
        dialog.network_chosen.connect(self._window.canvas.structure.apply_template)
        dialog.open()

    @Slot()
    def _on_digit_wanted(self) -> None:
        self._window.show_panel("digit")

    @Slot()
    def open_preferences(self) -> None:
        """Show the preferences beside the window."""
        from nnplay.shell.preferences.preferences import Preferences

        self.preferences = dialog = Preferences(self._settings, self.shortcuts, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(self._forget_preferences)
        dialog.language_chosen.connect(self.language_chosen)
        dialog.theme_chosen.connect(self.theme_chosen)
        dialog.text_scale_chosen.connect(self.text_scale_chosen)
        dialog.motion_chosen.connect(self.motion_chosen)
        dialog.view_chosen.connect(self.set_simple)
        dialog.hints_chosen.connect(self.hints.set_wanted)
        dialog.reset_wanted.connect(self.reset_wanted)
        dialog.open()

    @Slot()
    def _forget_preferences(self) -> None:
        self.preferences = None

    @Slot()
    def open_class_dialog(self) -> None:
        """Ask what a class may see and change."""
        dialog = ClassDialog(self._session.document, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
