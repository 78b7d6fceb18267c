"""TimeMachine: looks back at an earlier moment of the present run, while the run goes on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import ceil

from PySide6.QtCore import QObject, Signal, Slot

from nnplay.project import Project
from nnplay.project.run import Frame
from nnplay.runs.film import Film, moments_of
from nnplay.runs.replay import can_replay, replayed_through
from nnplay.runs.snapshot import Snapshot
from nnplay.training.controller import TrainingController


class TimeMachine(QObject):
    """Keeps the moments of the present run and has the views show one.

    Epochs in between are made by training on from the moment before them, in the background: the views show that moment
    until then.

    Signals
    -------
    changed() : another moment is looked at, or the run has become longer.
    """

    changed = Signal()

    def __init__(self, controller: TrainingController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._film = Film()
        self._run: int | None = None
        self._epoch: int | None = None
        self._branched_at: int | None = None
        self._question = controller.new_question(self, is_quick=True)
        self._question.answered.connect(self._on_replayed)
        controller.reported.connect(self._on_reported)
        controller.project_changed.connect(self._on_project_changed)

    @property
    def is_looking_back(self) -> bool:
        """Whether the views show an earlier moment."""
        return self._epoch is not None

    @property
    def epoch(self) -> int:
        """The epoch that is looked at, or the last one."""
        return self.last_epoch if self._epoch is None else self._epoch

    @property
    def first_epoch(self) -> int:
        """The first epoch that can be looked at."""
        first = self._film.at(0.0)
        return 0 if first is None else ceil(first.position)

    @property
    def last_epoch(self) -> int:
        """Epochs trained so far, without the present one's fraction."""
        latest = self._controller.latest
        return 0 if latest is None else int(latest.position)

    @property
    def can_look_back(self) -> bool:
        """Whether there is more than the present."""
        return len(self._film) > 0 and self.first_epoch < self.last_epoch

    @property
    def moment(self) -> Snapshot | None:
        """The moment looked at; None at present."""
        return self._controller.snapshot if self.is_looking_back else None

    def look_at(self, epoch: int) -> None:
        """Show an epoch; the last one is the present."""
        epoch = max(epoch, self.first_epoch)
        if epoch >= self.last_epoch:
            self.return_to_present()
            return
        project, dataset, moment = self._controller.project, self._controller.dataset, self._film.at(epoch)
        if moment is None or project is None or epoch == self._epoch:
            return
        self._epoch, events = epoch, self._controller.diary.events
        self._controller.look_back(moment.stopped())
        self._question.forget()  # a long way to an epoch that is no longer looked at ends here
        exact = self._film.exact_at(epoch)
        is_there = moment.is_exact and moment.position >= epoch
        if not is_there and exact is not None and dataset is not None and can_replay(events, exact, epoch):
            self._question.ask(
                partial(replayed_through, project, events, dataset, exact, moment, epoch, self._is_forgotten)
            )
        self.changed.emit()

    def _is_forgotten(self) -> bool:
        """Whether nobody waits for the answer any more, which ends the work; called in the thread that answers."""
        self._question.note_share(0.0)
        return False

    @Slot()
    def return_to_present(self) -> None:
        """Show the present again."""
        self._question.forget()
        if self._epoch is not None:
            self._epoch = None
            self._controller.look_back(None)
            self.changed.emit()

    def keep_until(self, moment: Snapshot) -> None:
        """Keep the moments up to this one when the project is next changed, because its new run begins with them."""
        self._branched_at = moment.step

    @property
    def frames(self) -> tuple[Frame, ...]:
        """What of the moments goes into the project's file."""
        return self._film.frames

    @Slot(object)
    def _on_replayed(self, moment: Snapshot | None) -> None:
        if self.is_looking_back and moment is not None:
            self._controller.look_back(moment)
            self.changed.emit()

    @Slot(object)
    def _on_reported(self, snapshot: Snapshot) -> None:
        if snapshot.is_exact:
            self._film.note(snapshot)
        self.changed.emit()

    @Slot()
    def _on_project_changed(self) -> None:
        """Begin anew where another run, or another network, has begun."""
        project, latest = self._controller.project, self._controller.latest
        if project is None or latest is None:
            return
        number = None if project.run is None else project.run.number
        is_same_run = number == self._run or self._run is None
        if latest.step == self._branched_at:
            self._film.cut(latest.step)
            self._epoch = None
        elif not is_same_run or project.network is not self._film.network or not self._goes_on(project, latest):
            self._film.restart(project.network, moments_of(project, latest))
            self._epoch = None
        self._run, self._branched_at = number, None
        if not len(self._film):
            start = Snapshot.of_project(latest.run_id, project)
            self._film.note(replace(start, trainer=project.trainer))
        self.changed.emit()

    def _goes_on(self, project: Project, latest: Snapshot) -> bool:
        """Whether the film is that of the project: neither ahead of it, nor without what the project knows."""
        known = () if project.run is None else project.run.frames
        return latest.step >= self._film.last_step and (not known or known[-1].step <= self._film.last_step)
