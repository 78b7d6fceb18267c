"""LessonGuide: the lesson running in a window: its open step, whether that is done, and the person's progress."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnplay.document import Document, EditName
from nnplay.engine import NnplayError, TrainingDivergedError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.lessons import Choice, Edit, Experiment, Facts, Lesson, Number, Progress, Step, StepText, Train
from nnplay.lessons.checks import Read
from nnplay.lessons.hiding import secrets
from nnplay.lessons.secret import Secret
from nnplay.project import Project
from nnplay.project.lesson_place import LessonPlace
from nnplay.project.locks import set_locks
from nnplay.project.typed_number import parse_number

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_LOOK_MS = 300
"""How often a project is checked while it is trained."""


class Keeper(Protocol):
    """Stores progress between two starts of the program."""

    def lesson_progress(self, lesson: str) -> Progress:
        """Return the stored progress of a lesson; a fresh start if there is none."""

    def keep_lesson_progress(self, lesson: str, progress: Progress) -> None:
        """Store progress."""


class LessonGuide(QObject):
    """Leads through a lesson on the project of one window.

    Checks of the project run again whenever it changes, and at intervals while it is trained; a step that was done
    stays done.

    Parameters
    ----------
    present
        Returns the project with what a run has learned so far.

    Signals
    -------
    changed()
        Another lesson or another step, or more of it is done.
    step_opened(Show)
        What the window should now point at.
    progress_kept()
        The person's progress has been stored, where other windows find it, too.
    secrets_changed(frozenset[Secret])
        What the window must not show yet is another.
    experiment_wanted(Experiment)
        The person wants to be shown how an experiment is made.
    """

    changed = Signal()
    step_opened = Signal(object)
    progress_kept = Signal()
    secrets_changed = Signal(object)
    experiment_wanted = Signal(object)

    def __init__(
        self,
        document: Document,
        controller: TrainingController,
        present: Callable[[], Project],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._controller = controller
        self._present = present
        self._keeper: Keeper | None = None
        self._lesson: Lesson | None = None
        self._progress = Progress()
        self._has_diverged = False
        self._told = frozenset[Secret]()
        self.changed.connect(self._on_changed)
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        document.changed.connect(self._on_news)
        controller.dataset_changed.connect(self._on_news)
        controller.snapshot_changed.connect(self._on_news)
        controller.failed.connect(self._on_failed)

    def keep_in(self, keeper: Keeper) -> None:
        """Store progress there from now on."""
        self._keeper = keeper

    def close(self) -> None:
        """Look no more: the window closes."""
        self._timer.stop()

    @Slot()
    def look_at_progress(self) -> None:
        """Tell those who show progress that some was made in another window."""
        self.changed.emit()

    def kept(self, lesson: Lesson) -> Progress:
        """Return the person's last progress in a lesson."""
        return (Progress() if self._keeper is None else self._keeper.lesson_progress(lesson.id)).on(lesson)

    # -- the lesson ---------------------------------------------------------------------------------------------------

    @property
    def lesson(self) -> Lesson | None:
        """The running lesson; None if there is none."""
        return self._lesson

    @property
    def progress(self) -> Progress:
        """The person's progress."""
        return self._progress

    @property
    def step(self) -> Step:
        """The open step."""
        assert self._lesson is not None
        return next(step for step in self._lesson.plan.steps if step.id == self._progress.current)

    @property
    def place(self) -> int:
        """The index of the open step, from 0."""
        assert self._lesson is not None
        return self._lesson.plan.steps.index(self.step)

    @property
    def is_step_done(self) -> bool:
        """Whether the open step is done, or has nothing to do."""
        return self._progress.current in self._progress.done or isinstance(self.step.check, Read)

    @property
    def secrets(self) -> frozenset[Secret]:
        """What the window must not show yet; nothing while there is no lesson."""
        return frozenset() if self._lesson is None else secrets(self._lesson.plan, self.place, self._progress.done)

    def text(self, language: str) -> StepText:
        """Return the texts of the open step."""
        assert self._lesson is not None
        return self._lesson.text(language).steps[self._progress.current]

    @property
    def lesson_place(self) -> LessonPlace | None:
        """The project's position in its lesson, for its file."""
        if self._lesson is None:
            return None
        return LessonPlace(self._lesson.id, self._progress.current, tuple(sorted(self._progress.done)))

    def begin(self, lesson: Lesson) -> None:
        """Start a lesson where the person left it; the project must be the lesson's start."""
        progress = self.kept(lesson)
        self._begin(lesson, Progress().on(lesson) if progress.is_finished(lesson) else progress)

    def resume(self, lesson: Lesson, place: LessonPlace) -> None:
        """Start a lesson where the project's file says that it was."""
        self._begin(lesson, Progress(place.current, frozenset(place.done)).on(lesson))

    def _begin(self, lesson: Lesson, progress: Progress) -> None:
        self._lesson, self._progress = lesson, progress
        self._open()

    def end(self) -> None:
        """End the lesson; what it locked is unlocked."""
        if self._lesson is not None:
            self._keep()
            self._timer.stop()
            self._lesson = None
            self._document.perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Leave the lesson")), lambda project: set_locks(project, ())
            )
            self.changed.emit()

    def finish(self) -> None:
        """Count the last step as done if there was nothing to do but read; the lesson goes on until another begins."""
        if isinstance(self.step.check, Read):
            self._progress = self._progress.solved()
            self._keep()

    def go(self, by: int) -> None:
        """Open the previous (-1) or the next step (1)."""
        assert self._lesson is not None
        if by > 0 and isinstance(self.step.check, Read):
            self._progress = self._progress.solved()
        place = min(max(self.place + by, 0), len(self._lesson.plan.steps) - 1)
        self._progress = self._progress.at(self._lesson.plan.steps[place].id)
        self._open()

    # -- answers ------------------------------------------------------------------------------------------------------

    def answer(self, answer: str) -> bool:
        """Check an answer and return whether it is right.

        Raises
        ------
        NnplayError
            If it cannot be checked now, because the data are still loading or the network is another one, or if it is
            to be a number and is none: that is no wrong answer.
        """
        if isinstance(self.step.check, Number):
            parse_number(answer)
        is_right = self.step.check.holds(self._facts(), answer)
        self._progress = self._progress.solved() if is_right else self._progress.failed()
        self._keep()
        self.changed.emit()
        return is_right

    def ask_for_hint(self) -> None:
        """Count as many attempts as it takes to get a hint."""
        while not self._progress.deserves_hint:
            self._progress = self._progress.failed()
        self.changed.emit()

    def show_how(self, text: EditName) -> str:
        """Do what solves the step, each edit undoable under the name ``text``; return the answer if the step asks for
        one.
        """
        step = self.step
        try:
            for action in step.solution:
                if isinstance(action, Train):
                    self._controller.start(action.epochs)
                elif isinstance(action, Experiment):
                    self.experiment_wanted.emit(action)
                elif isinstance(action, Edit):
                    self._document.perform(text, action.edit)
            if isinstance(step.check, Number):
                return f"{step.check.expected(self._facts()):.{step.check.digits}f}"
        except NnplayError as error:
            self._document.report(error)
        return str(step.check.answer) if isinstance(step.check, Choice) else ""

    # -- looking ------------------------------------------------------------------------------------------------------

    def _facts(self) -> Facts:
        return Facts(self._present(), self._controller.dataset, self._has_diverged)

    def _open(self) -> None:
        self._has_diverged = False
        self._keep()
        self.changed.emit()
        self.step_opened.emit(self.step.show)
        self._on_news()

    def _keep(self) -> None:
        assert self._lesson is not None
        if self._keeper is not None:
            self._keeper.keep_lesson_progress(self._lesson.id, self._progress)
            self.progress_kept.emit()

    @Slot()
    def _on_changed(self) -> None:
        if self.secrets != self._told:
            self._told = self.secrets
            self.secrets_changed.emit(self._told)

    @Slot()
    def _on_news(self) -> None:
        if self._lesson is None or self._timer.isActive() or self.is_step_done or self.step.check.asks:
            return
        self._timer.start()

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        if isinstance(error, TrainingDivergedError):
            self._has_diverged = True
            self._on_news()

    @Slot()
    def _look(self) -> None:
        if self._lesson is None or self.is_step_done or self.step.check.asks:
            return
        if self.step.check.holds(self._facts()):
            self._progress = self._progress.solved()
            self._keep()
            self.changed.emit()


def started(lesson: Lesson, language: str) -> Project:
    """Return the project that a lesson starts with: under the lesson's title, and locked as it requires."""
    return replace(lesson.start, title=lesson.text(language).title, locked=lesson.plan.locked)
