"""News: reports the results of runs, files and data in a window's message bar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Slot

from nnplay.appearance.number_text import loss_text
from nnplay.appearance.sentences import sentence
from nnplay.data import NoDataError
from nnplay.document import Change
from nnplay.engine import NnplayError
from nnplay.project.kept_weights import KeptWeights
from nnplay.project.proposals import MisfitError
from nnplay.project.room import n_gone_for_room
from nnplay.project.stop_watch import Ending, Reason
from nnplay.shell.files.project_files import ProjectFiles
from nnplay.shell.messages import MessageBar
from nnplay.shell.session import Session

_SLOW_MS = 300
"""A save that takes longer is announced."""


class News(QObject):
    """Listens to a window's session and files; other writers connect to ``say_saved``."""

    def __init__(self, session: Session, files: ProjectFiles, messages: MessageBar) -> None:
        super().__init__(messages)
        self._session = session
        self._messages = messages
        document, controller = session.document, session.controller
        document.changed.connect(self._on_document_changed)
        document.reported.connect(self._on_reported)
        controller.failed.connect(self._on_controller_failed)
        controller.state_changed.connect(messages.note_run)
        controller.run_ended.connect(self._on_run_ended)
        session.opener.progressed.connect(self._on_opening_progressed)
        session.continuation.interrupted.connect(self._on_run_interrupted)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._say_saving)
        session.file.begun.connect(self._slow.start)
        session.file.failed.connect(self._slow.stop)
        files.saved.connect(self._slow.stop)
        files.saved.connect(self.say_saved)
        files.waiting.connect(self._on_waiting)
        files.opened_as_copy.connect(self._on_opened_as_copy)
        files.copied.connect(self._on_copied)
        if session.autosave is not None:
            session.autosave.failed.connect(self._on_autosave_failed)
        messages.undo_requested.connect(document.undo)
        messages.draw_requested.connect(session.new_start)

    @Slot(object)
    def say_saved(self, path: Path) -> None:
        """Report that a file has been written."""
        self._messages.show_news(self.tr("Saved as “{name}”.").format(name=path.name))

    def say_unknown(self, path: Path) -> None:
        """Report that a file is nothing that can be opened."""
        text = self.tr("“{name}” is neither a project nor a model, table, array or picture that nnplay can read.")
        self._messages.show_problem(text.format(name=path.name))

    @Slot(object)
    def say_not_written(self, error: OSError) -> None:
        """Report that a file could not be written, and why."""
        self._messages.show_failure(self.tr("The file could not be written: {reason}"), error)

    @Slot(object)
    def say_weights_kept(self, kept: KeptWeights) -> None:
        """Report how many weights a changed network has kept."""
        text = self.tr("Kept {kept} of {all} weights; the others have new random values.")
        locale = QLocale()
        text = text.format(kept=locale.toString(kept.n_kept), all=locale.toString(kept.n_all))
        self._messages.show_news(text, can_draw=True)

    @Slot(object)
    def say_more_removed(self, names: tuple[str, ...]) -> None:
        """Report layers that went along with what was removed."""
        text = self.tr("Also removed, because nothing is left for it to join or to lead to: {layers}.")
        self._messages.show_news(text.format(layers=", ".join(f"“{name}”" for name in names)), can_undo=True)

    @Slot(str)
    def say_exception(self, line: str) -> None:
        """Report an unexpected error."""
        text = self.tr("Something went wrong inside nnplay; your project is unchanged. For a bug report: {line}")
        self._messages.show_problem(text.format(line=line))

    def say_crashed(self) -> None:
        """Say that the program has crashed the last time, and where to read what is known of it."""
        self._messages.show_problem(
            self.tr("Sorry, nnplay crashed last time. Help > Error report says what is known about it.")
        )

    @Slot()
    def _say_saving(self) -> None:
        if (path := self._session.file.being_written) is not None:
            self._messages.show_ongoing(self.tr("“{name}” is being saved. You can go on.").format(name=path.name))

    @Slot(object)
    def _on_waiting(self, path: Path) -> None:
        self._messages.show_ongoing(self.tr("Waiting until “{name}” is saved…").format(name=path.name))

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        self._messages.forget_past()
        if change.runs or change.experiments:
            self._say_what_is_gone(change)

    def _say_what_is_gone(self, change: Change) -> None:
        """Report what had to make room for a new run or experiment."""
        before, after = change.before, change.after
        present = None if after.run is None else after.run.number
        earlier = [run.number for run in before.runs if run.number != present]
        n_runs = n_gone_for_room(earlier, [run.number for run in after.runs])
        n_experiments = n_gone_for_room([*map(id, before.experiments)], [*map(id, after.experiments)])
        newest = after.experiments[-1] if after.experiments else None
        text = ""
        if n_runs:
            text = self.tr("%n earlier run(s) had to make room. Starred runs are kept longest.", "", n_runs)
        elif newest is not None and newest not in before.experiments and newest.n_without_network:
            text = self.tr(
                "%n network(s) of this experiment are kept only with their scores: together they are too large.",
                "",
                newest.n_without_network,
            )
        elif n_experiments:
            text = self.tr("%n earlier experiment(s) had to make room for the new one.", "", n_experiments)
        if text:
            self._messages.show_news(text, can_undo=True)

    @Slot(object)
    def _on_reported(self, error: NnplayError) -> None:
        if not isinstance(error, MisfitError):  # for which the window proposes networks
            self._messages.show_error(error)

    @Slot(object)
    def _on_controller_failed(self, error: NnplayError) -> None:
        """Report why a run ended or data could not be read; if no data are left, undo restores the previous ones."""
        if isinstance(error, NoDataError):
            self._messages.show_ongoing(sentence(error))
            return
        has_no_data = self._session.controller.dataset is None
        self._messages.show_error(error, can_undo=has_no_data and self._session.document.undo_stack.canUndo())

    @Slot(object)
    def _on_run_ended(self, ending: Ending) -> None:
        texts = {
            Reason.EPOCHS: self.tr("All epochs are done: epoch {epoch}, training loss {loss}."),
            Reason.LOSS: self.tr("The training loss reached {loss} in epoch {epoch}, below the limit."),
            Reason.EARLY: self.tr(
                "Stopped early: the loss was lowest after epoch {epoch} ({loss}). Its weights are restored."
            ),
        }
        self._messages.show_news(texts[ending.reason].format(epoch=ending.epoch, loss=loss_text(ending.loss)))

    @Slot(object)
    def _on_opened_as_copy(self, path: Path) -> None:
        text = self.tr("“{name}” is open in another window. This is a copy; saving asks for another name.")
        self._messages.show_problem(text.format(name=path.name))

    @Slot(int)
    def _on_copied(self, n_characters: int) -> None:
        text = self.tr("Copied as a line of {n} characters. Paste it anywhere.")
        self._messages.show_news(text.format(n=n_characters))

    @Slot(object)
    def _on_autosave_failed(self, error: OSError) -> None:
        self._messages.show_failure(self.tr("No recovery copy can be saved: {reason}"), error)

    @Slot(bool)
    def _on_run_interrupted(self, goes_on: bool) -> None:
        if goes_on:
            self._messages.show_news(self.tr("Training continues with your changes."))
        else:
            text = self.tr("Training has stopped. Train starts a new run with the current weights.")
            self._messages.show_news(text, until_run=True)

    @Slot(float, str)
    def _on_opening_progressed(self, fraction: float, text: str) -> None:
        share = QLocale().toString(100 * fraction, "f", 0)
        name = QCoreApplication.translate("loading", text)
        self._messages.show_news(self.tr("{name}: {share} %").format(name=name, share=share))
