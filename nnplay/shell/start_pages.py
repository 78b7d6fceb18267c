"""StartPages: a window's start pages: the welcome, all examples and networks, and networks for chosen data.

It is outside ``start`` because that package is imported only when one of them is opened.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from nnplay.canvas import CanvasView
from nnplay.document import EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.proposals import MisfitError, proposals, take_proposal
from nnplay.shell.files.lesson_files import LessonFiles
from nnplay.shell.files.project_files import ProjectFiles
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings
from nnplay.training import RunState

if TYPE_CHECKING:
    from nnplay.shell.start.welcome import Welcome


class StartPages(QObject):
    """Opens them over one window, and closes the welcome as soon as work begins.

    Attributes
    ----------
    welcome
        The last welcome; None before the first.

    Signals
    -------
    closed()
        The user has closed the welcome.
    lessons_wanted(), digit_wanted()
        The welcome's links to the list of lessons and to the digit pad.
    """

    closed = Signal()
    lessons_wanted = Signal()
    digit_wanted = Signal()

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        settings: Settings,
        canvas: CanvasView,
        files: ProjectFiles,
        lessons: LessonFiles,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._canvas = canvas
        self._files = files
        self._lessons = lessons
        self.welcome: Welcome | None = None
        session.document.changed.connect(self._leave_welcome)
        session.document.reported.connect(self._on_reported)
        session.controller.state_changed.connect(self._on_run_state_changed)

    @property
    def is_open(self) -> bool:
        """Whether the welcome covers the window."""
        return self.welcome is not None and self.welcome.isVisible()

    def welcome_after_first_paint(self) -> None:
        """Open the welcome after the window's first paint, which it must not delay."""
        self._window.centralWidget().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.open_welcome)
        return False

    @Slot()
    def open_welcome(self) -> None:
        """Show the welcome."""
        from nnplay.shell.start.welcome import Welcome

        if self.welcome is not None:
            self.welcome.deleteLater()
        self.welcome = Welcome(self._settings, self._window)
        self.welcome.closed.connect(self._on_welcome_closed)
        self.welcome.recent_chosen.connect(self._files.open)
        self.welcome.example_chosen.connect(self._files.open_preset)
        self.welcome.open_wanted.connect(self._files.ask_open)
        self.welcome.lesson_chosen.connect(self._lessons.choose)
        self.welcome.lessons_wanted.connect(self.lessons_wanted)
        self.welcome.templates_wanted.connect(self.open_new_dialog)
        self.welcome.digit_wanted.connect(self.digit_wanted)
        self.welcome.open()

    def renew(self) -> None:
        """Show the welcome with the newest progress, if it is open."""
        if self.is_open:
            self.open_welcome()

    @Slot()
    def open_new_dialog(self) -> None:
        """Show all examples and templates."""
        from nnplay.shell.start.new_dialog import NewDialog

        dialog = NewDialog(self._session.document.project, self._window)
        dialog.example_chosen.connect(self._files.open_preset)
        dialog.network_chosen.connect(self._canvas.structure.apply_template)
        dialog.open()

    @Slot(object)
    def _on_reported(self, error: NnplayError) -> None:
        if isinstance(error, MisfitError):
            self._propose(error)

    def _propose(self, error: MisfitError) -> None:
        """Show networks for data from which the present one cannot learn."""
        from nnplay.shell.start.proposal_dialog import ProposalDialog

        self._session.settle()
        found = proposals(self._session.document.project, error.choice, error.split_seed)
        dialog = ProposalDialog(error, found, self._window)
        dialog.chosen.connect(partial(self._take_proposal, error))
        dialog.open()

    def _take_proposal(self, error: MisfitError, name: str) -> None:
        document, text = self._session.document, EditName(QT_TRANSLATE_NOOP("steps", "Choose data and network"))
        try:
            document.perform(text, lambda project: take_proposal(project, error.choice, name, error.split_seed))
        except NnplayError as refusal:
            document.report(refusal)

    @Slot(object)
    def _on_run_state_changed(self, state: RunState) -> None:
        if state.is_active:
            self._leave_welcome()

    @Slot()
    def _leave_welcome(self) -> None:
        """Close the welcome: work has begun, and nothing may cover it."""
        if self.welcome is not None:
            self.welcome.hide()

    @Slot()
    def _on_welcome_closed(self) -> None:
        """Move the focus to the network instead of the first widget in the window."""
        focus = QApplication.focusWidget()
        if focus is None or (self.welcome is not None and self.welcome.isAncestorOf(focus)):
            self._canvas.setFocus()
        self.closed.emit()
