"""Twinning: begins, exchanges and ends the twin of a session's network, each as edits of the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnplay.background import Operation
from nnplay.data import Dataset, load
from nnplay.document import Change, Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.twins.verdict import verdict
from nnplay.project import edits, run_edits
from nnplay.project.kept_weights import is_at_start
from nnplay.project.twins import Difference, followed, twin_of
from nnplay.shell.continuation import Continuation
from nnplay.training import Companion, RunState, TrainingController, Twin
from nnplay.training.jobs import data_key


class Twinning(QObject):
    """What happens to the document when a twin comes and goes.

    A run in progress first pauses: what both have learned is then part of the project, and both go on exactly from
    there.

    Signals
    -------
    begun() : a twin is there, and both begin to train.
    told(str) : a twin has ended; a sentence for the person.
    """

    begun = Signal()
    told = Signal(str)

    def __init__(
        self,
        document: Document,
        controller: TrainingController,
        twin: Twin,
        continuation: Continuation,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._controller, self._twin, self._continuation = document, controller, twin, continuation
        self._is_changing = False
        self._then: Callable[[], None] | None = None
        self._loader = Operation(self)
        self._loader.failed.connect(document.report)
        self._loader.done.connect(self._on_loaded)
        self._wanted: Callable[[Dataset], None] | None = None
        controller.state_changed.connect(self._on_state_changed)

    def begin(self, difference: Difference, is_from_start: bool) -> None:
        """Train a twin that differs in one thing, and this network beside it."""
        project, controller = self._document.project, self._controller
        try:
            own = twin_of(project, difference, is_from_start=is_from_start)
        except NnplayError as error:
            self._document.report(error)
            return
        begin = partial(self._begin, difference, is_from_start)
        if data_key(own) == data_key(project):
            if controller.dataset is not None:
                self._once_paused(partial(begin, controller.dataset))
            return
        self._wanted = begin
        choice, seeds = own.data, own.seeds
        self._loader.begin(lambda report, cancel: load(choice, seeds.data, seeds.split, report, cancel))

    @Slot()
    def exchange(self) -> None:
        """Make the twin the document's network, and the present one its twin."""
        goes_on = self._controller.state is RunState.RUNNING
        if self._twin.number is not None:
            self._once_paused(partial(self._exchange, self._twin.number, goes_on=goes_on))

    @Slot()
    def end(self) -> None:
        """Train without the twin from now on; its run stays with the project."""
        if self._twin.number is not None:
            self._once_paused(self._end)

    def close(self) -> None:
        """Stop loading."""
        self._loader.close()

    def note(self, change: Change) -> None:
        """Have the twin follow an edit of the settings; any edit of what both have in common ends it."""
        companion = self._twin.companion
        if companion is None or self._is_changing:
            return
        if change.network or change.parameters or change.data or change.seeds or change.muted:
            self._end()
        elif change.training or change.stop:
            training = followed(companion.project.training, change.before.training, change.after.training)
            companion.apply(training, change.after.stop)

    def _begin(self, difference: Difference, is_from_start: bool, dataset: Dataset) -> None:
        document = self._document
        self._is_changing = True
        try:
            if is_from_start and not is_at_start(document.project):
                document.perform(EditName(QT_TRANSLATE_NOOP("steps", "Reset")), edits.reset)
            companion = Companion.twin_of(document.project, difference, dataset, is_from_start=is_from_start)
        except NnplayError as error:
            document.report(error)
            return
        finally:
            self._is_changing = False
        self._twin.begin(companion)
        self.begun.emit()
        self._train()

    def _exchange(self, number: int, *, goes_on: bool) -> None:
        document, dataset = self._document, self._controller.dataset
        project = document.project
        if project.run is None or dataset is None or all(run.number != number for run in project.runs):
            return
        own = Companion(replace(project, runs=()), dataset, project.run.number)
        self._is_changing = True
        try:
            document.perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Exchange with the twin")),
                partial(run_edits.open_run, number=number),
            )
        except NnplayError as error:
            document.report(error)
            return
        finally:
            self._is_changing = False
        self._twin.begin(own)
        if goes_on:
            self._train()

    def _end(self) -> None:
        project, number = self._document.project, self._twin.number
        self._twin.begin(None)
        twin = next((run for run in project.runs if run.number == number), None)
        if project.run is not None and twin is not None:
            self.told.emit(verdict(project.run, twin))

    def _train(self) -> None:
        self._continuation.begin()
        self._controller.start()

    # -- waiting ------------------------------------------------------------------------------------------------------

    def _once_paused(self, then: Callable[[], None]) -> None:
        self._then = then
        self._continuation.give_up()
        self._controller.pause()
        self._go_on()

    @Slot()
    def _on_state_changed(self) -> None:
        # The run hands over what it has learned right after it has told that it pauses.
        if self._then is not None:
            QTimer.singleShot(0, self, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        if self._then is not None and not self._controller.state.is_active:
            then, self._then = self._then, None
            then()

    @Slot(object)
    def _on_loaded(self, dataset: Dataset) -> None:
        begin, self._wanted = self._wanted, None
        if begin is not None:
            self._once_paused(partial(begin, dataset))
