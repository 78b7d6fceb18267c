"""Session: one document and its training, kept in sync.

It outlives the windows that show it: a window is a projection that may be rebuilt, for instance in another language.
Lives in the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from nnplay.background import Operation
from nnplay.data import DIGITS, DataChoice, DigitsChoice, HeldDigitsChoice, IdxFolderChoice, open_data
from nnplay.data.agreed import agree, is_agreed
from nnplay.data.publications import FASHION, FASHION_CLASSES
from nnplay.document import Change, Document, EditName
from nnplay.document.autosave import Autosave
from nnplay.document.copy import Copy
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.doctor.doctor import sentence
from nnplay.panels.lesson.guide import LessonGuide
from nnplay.panels.runs.pointed_run import PointedRun
from nnplay.panels.training.speed_box import FIRST_SPEED
from nnplay.panels.try_it.asked import Asked
from nnplay.project import EditError, Project, edits, run_edits
from nnplay.project.history import read_only
from nnplay.project.proposals import choose_data
from nnplay.runs import Outcome, Stride
from nnplay.runs.replay import branch_from
from nnplay.shell.continuation import Continuation
from nnplay.shell.files.own_file import OwnFile
from nnplay.shell.twinning import Twinning
from nnplay.training import RunState, TimeMachine, TrainingController, Twin

if TYPE_CHECKING:
    from nnplay.panels.experiments.experiment import Experiment
    from nnplay.project.doctor import Remedy
    from nnplay.project.experiment import KeptExperiment

_LOOKING_BACK = EditError(
    QT_TRANSLATE_NOOP("errors", "You are looking back at an earlier moment: press Escape to return to the present.")
)

FIRST_PRESET = "circle"


def recovery_folder(folder: Path) -> Path:
    """Return the folder for recovery copies inside the program's data folder."""
    return folder / "recovery"


def shown_title(project: Project) -> str:
    """Return a project's title, translated if it is one of our own."""
    return QCoreApplication.translate("presets", project.title)


class Session(QObject):
    """The open project and the run that trains it.

    Signals
    -------
    permission_wanted(DataChoice)
        The project uses data outside itself that the user has neither chosen nor agreed to.
    """

    permission_wanted = Signal(object)

    def __init__(self, project: Project, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = Document(project, path, self)
        self.controller = TrainingController(self)
        self.pointed_run = PointedRun(self)
        self.time_machine = TimeMachine(self.controller, self)
        self.time_machine.changed.connect(self._on_time_changed)
        self.controller.set_speed(FIRST_SPEED)
        self.controller.may_read = self.may_read
        self._is_committing = False
        self.continuation = Continuation(self.document, self.controller, self)
        self.twin = Twin(self.controller, self)
        self.twinning = Twinning(self.document, self.controller, self.twin, self.continuation, self)
        # Before any view connects: views rely on the controller's snapshot matching the document's network.
        self.document.about_to_change.connect(self._on_document_about_to_change)
        self.document.changed.connect(self._on_document_changed)
        self.controller.run_committed.connect(self._on_run_committed)
        self.opener = Operation(self)
        self.opener.done.connect(self._on_data_opened)
        self.opener.failed.connect(self.document.report)
        self.asked = Asked(self.controller, self)
        self.guide = LessonGuide(self.document, self.controller, self.present, self)
        self.file = OwnFile(self.document, self.guide, self)
        self._lesson = ""
        self._experiment: Experiment | None = None
        self.autosave: Autosave | None = None
        self.controller.show(project)

    def keep_in(self, folder: Path) -> None:
        """Protect the project from now on: recovery copies and locks of the user's files are in this folder."""
        self.file.keep_locks_in(folder / "open")
        self.autosave = Autosave(self.document, self.copy, recovery_folder(folder))
        self.controller.snapshot_changed.connect(self._on_snapshot_changed)

    def allow(self, choice: DataChoice) -> None:
        """Allow these data to be opened, now and later: the user has chosen them or agreed to them."""
        agree(choice.location)

    def may_read(self, choice: DataChoice) -> bool:
        """Return whether these data may be opened; if not, the user is asked."""
        is_allowed = is_agreed(choice.location)
        if not is_allowed:
            self.permission_wanted.emit(choice)
        return is_allowed

    def settle(self) -> None:
        """End a run in progress and keep its result, as one undoable step."""
        outcome = self.controller.interrupt()
        if outcome is not None:
            self._on_run_committed(outcome)

    def present(self) -> Project:
        """Return the project with what a run in progress has learned; without one, the document's project itself."""
        project, controller = self.document.project, self.controller
        snapshot = controller.latest
        if not controller.state.is_active or snapshot is None or snapshot.parameters is project.parameters:
            return project
        history = controller.history.freeze(snapshot.step, snapshot.elapsed_s)
        project = run_edits.set_trained(
            project, snapshot.parameters, history, snapshot.trainer, events=controller.diary.events
        )
        return self.twin.kept_in(run_edits.keep_frames(project, self.time_machine.frames))

    def copy(self) -> Copy:
        """Return all that a crash must not cost."""
        project = self.present()
        unfinished = None if self._experiment is None else self._experiment.unfinished
        if unfinished is not None:
            project = run_edits.keep_experiment(project, unfinished)
        return Copy(project, self.document.path, self.file.stamp, self._lesson)

    def guard(self, experiment: Experiment) -> None:
        """Keep what an experiment in this window finds from now on: in the project, and until it ends in the copies."""
        self._experiment = experiment
        experiment.ended.connect(self._on_experiment_ended)
        experiment.finished_some.connect(self._on_experiment_finished_some)

    @Slot(object)
    def _on_experiment_ended(self, found: KeptExperiment) -> None:
        try:
            self.document.perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Experiment")), partial(run_edits.keep_experiment, experiment=found)
            )
        except NnplayError as error:  # while an earlier moment is looked at, say
            self.document.report(error)

    @Slot()
    def _on_experiment_finished_some(self) -> None:
        if self.autosave is not None:
            self.autosave.touch()

    def keep_lesson(self, lesson: str) -> None:
        """Keep the lesson being written here, as text, for the case of a crash; empty once it is saved or given up."""
        self._lesson = lesson
        if self.autosave is not None:
            self.autosave.note_lesson()

    def close(self) -> None:
        """End the training thread; the session cannot be used afterwards."""
        self.continuation.give_up()
        self.twinning.close()
        self.opener.close()
        self.asked.close()
        self.guide.close()
        self.controller.close()
        self.file.release()
        if self.autosave is not None:
            self.autosave.close()

    @Slot()
    def toggle_training(self) -> None:
        """Start training, or pause it."""
        self.continuation.give_up()
        if self.controller.state is RunState.RUNNING:
            self.controller.pause()
        else:
            self.continuation.begin()
            self.controller.start()

    @Slot()
    def stop(self) -> None:
        """End the run; the next one starts with a fresh optimizer."""
        self.continuation.give_up()
        self.controller.stop()

    @Slot()
    def step_sample(self) -> None:
        """Train on one example."""
        self.continuation.give_up()
        self.controller.step(Stride.SAMPLE)

    @Slot()
    def step_batch(self) -> None:
        """Train on one batch."""
        self.continuation.give_up()
        self.controller.step(Stride.BATCH)

    @Slot()
    def step(self) -> None:
        """Train to the end of the epoch."""
        self.continuation.give_up()
        self.controller.step(Stride.EPOCHS)

    @Slot()
    def step_ten(self) -> None:
        """Train for ten epochs."""
        self.continuation.give_up()
        self.controller.step(Stride.EPOCHS, 10)

    @Slot()
    def reset(self) -> None:
        """Restore the network's initial weights."""
        # Before its first commit, a run has left no trace in the document: there would be nothing to reset.
        self.continuation.give_up()
        self.settle()
        self._perform(EditName(QT_TRANSLATE_NOOP("steps", "Reset")), edits.reset)

    @Slot()
    def new_start(self) -> None:
        """Draw new initial weights."""
        self._perform(EditName(QT_TRANSLATE_NOOP("steps", "New start")), edits.new_start)

    @Slot(object)
    def apply_remedy(self, remedy: Remedy) -> None:
        """Do what a remedy of the doctor says, as one undoable step after what a run has learned.

        A run goes on with it, and one that is to start again starts, unless nothing has been trained yet.
        """
        was_running = self.controller.state is RunState.RUNNING
        self.continuation.give_up()
        if remedy.starts_again:
            # Before its first commit a run has left no trace in the document: there would be nothing to reset.
            self.settle()
        was_trained = not self.document.project.history.is_empty
        if not self._perform(EditName("{caption}", {"caption": partial(sentence, remedy.caption)}), remedy.edit):
            return
        if was_running or (remedy.starts_again and was_trained):
            self.continuation.begin()
            if self.controller.state is not RunState.RUNNING:
                self.controller.start()

    @Slot(object)
    def open_digits(self, folder: Path) -> None:
        """Use the IDX files in a folder."""
        names = FASHION_CLASSES if folder.name == FASHION else DIGITS
        self.use_data(IdxFolderChoice(str(folder), names), EditName(QT_TRANSLATE_NOOP("steps", "Open MNIST folder")))

    def open_data(self, path: Path) -> None:
        """Use a table, arrays, or a folder of pictures."""
        self.opener.begin(partial(open_data, path, self.document.project.data))

    def use_data(self, choice: DataChoice, text: EditName, split_seed: int | None = None) -> None:
        """Use data that the user has chosen, split by this seed, as the undoable step ``text``.

        If the network cannot learn from them, the document reports a MisfitError, and the window proposes others.
        """
        self.allow(choice)
        self._perform(text, lambda project: choose_data(project, choice, split_seed))

    @Slot(object)
    def _on_data_opened(self, choice: DataChoice) -> None:
        is_digits = isinstance(choice, IdxFolderChoice)
        self.use_data(
            choice,
            EditName(QT_TRANSLATE_NOOP("steps", "Open MNIST folder"))
            if is_digits
            else EditName(QT_TRANSLATE_NOOP("steps", "Open data")),
        )

    @Slot()
    def generate_digits(self) -> None:
        """Use generated digits."""
        self.use_data(DigitsChoice(), EditName(QT_TRANSLATE_NOOP("steps", "Generate digits")))

    @Slot(object)
    def learn_own_digits(self, choice: HeldDigitsChoice) -> None:
        """Store the user's own digits in the project and use them as data."""
        self.use_data(choice, EditName(QT_TRANSLATE_NOOP("steps", "Put my digits into the project")))

    @Slot(object)
    def keep_taught(self, parameters: NDArray[np.float32]) -> None:
        """Set the weights with which the network has learned the user's own digits."""
        weights = read_only(parameters, np.float32)
        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Learn my digits")),
            lambda project: edits.set_parameters(project, weights),
        )

    @Slot(object)
    def _on_document_about_to_change(self, change: Change) -> None:
        if self._is_committing:
            return
        if change.network or change.parameters or change.data or change.seeds or change.muted:
            self.continuation.note(change)
            self.settle()
            self.continuation.note_settled()

    @Slot()
    def _on_snapshot_changed(self) -> None:
        if self.autosave is not None and self.controller.state.is_active:
            self.autosave.touch()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        self.controller.show(change.after)
        if not self._is_committing:
            self.twinning.note(change)

    @Slot(object)
    def _on_run_committed(self, outcome: Outcome) -> None:
        if outcome.n_epochs:
            text = EditName(QT_TRANSLATE_NOOP("steps", "Train %Ln epoch(s)", None, 1), n=outcome.n_epochs)
        else:
            text = EditName(QT_TRANSLATE_NOOP("steps", "Train %Ln step(s)", None, 1), n=outcome.n_steps)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._is_committing = True
        self.document.hold(None)

        def edit(project: Project) -> Project:
            trained = run_edits.keep_frames(outcome.applied_to(project, now), self.time_machine.frames)
            return self.twin.kept_in(trained, now)

        self.document.perform(text, edit)
        self._on_time_changed()
        self._is_committing = False

    @Slot()
    def go_on_from_moment(self) -> None:
        """Go on from the moment that is looked at; the run until now stays among the earlier ones."""
        moment = self.time_machine.moment
        if moment is None:
            return
        text = EditName(QT_TRANSLATE_NOOP("steps", "Go on from epoch {epoch}"), {"epoch": self.time_machine.epoch})
        self.time_machine.return_to_present()  # which allows edits
        self.continuation.give_up()
        self.settle()
        self.time_machine.keep_until(moment)
        self._perform(text, partial(branch_from, moment=moment))

    @Slot()
    def leave_lesson(self) -> None:
        """End the lesson, at present: an earlier moment that is looked at would keep its locks from being taken off."""
        self.time_machine.return_to_present()
        self.guide.end()

    def _perform(self, text: EditName, edit: Callable[[Project], Project]) -> bool:
        """Perform an edit, or report why it is refused, such as a lock of a lesson; return whether it was performed."""
        try:
            self.document.perform(text, edit)
        except NnplayError as error:
            self.document.report(error)
            return False
        return True

    @Slot()
    def _on_time_changed(self) -> None:
        """While the views look back, nothing can be edited: what is seen is not what would be changed."""
        self.document.hold(_LOOKING_BACK if self.time_machine.is_looking_back else None)
