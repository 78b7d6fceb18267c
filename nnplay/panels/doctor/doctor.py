"""Doctor: examines the training from time to time, in the background, and keeps its findings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer, Signal, Slot

from nnplay.engine import NnplayError, TrainingDivergedError
from nnplay.engine.errors import Phrase
from nnplay.project import History
from nnplay.runs import Snapshot
from nnplay.training import RunState

if TYPE_CHECKING:
    from nnplay.data import Dataset
    from nnplay.engine import NetworkSpec, TrainingSettings
    from nnplay.project import Project
    from nnplay.project.doctor import Diagnosis
    from nnplay.training import TrainingController

_RUNNING_MS = 1500
_RESTING_MS = 200
"""Time until the doctor looks again: long while training runs, short after a change."""

_PAUSES = 10
"""While training runs, the doctor pauses for this many times as long as it looked, so that it takes little from it."""

_PATIENCE = 8
"""Points of the curves after a change before they can show its effect."""


class Doctor(QObject):
    """The findings about one controller's training.

    Signals
    -------
    changed()
        The findings, or numbers in them, have changed.
    """

    changed = Signal()

    def __init__(self, controller: TrainingController, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._question = controller.new_question(self)
        self._diagnoses: tuple[Diagnosis, ...] = ()
        self._hidden: frozenset[str] = frozenset()
        self._diverged: TrainingDivergedError | None = None
        self._before: Snapshot | None = None
        self._choices: tuple[NetworkSpec, TrainingSettings] | None = None
        self._since = 0.0
        self._is_waiting = self._is_outdated = False
        self._looking = QElapsedTimer()
        self._pause_ms = _RUNNING_MS
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self._question.answered.connect(self._on_answered)
        controller.project_changed.connect(self._on_project_changed)
        controller.snapshot_changed.connect(self._on_snapshot_changed)
        controller.state_changed.connect(self._on_state_changed)
        controller.dataset_changed.connect(self._on_dataset_changed)
        controller.failed.connect(self._on_failed)
        self._timer.start(_RESTING_MS)

    @property
    def diagnoses(self) -> tuple[Diagnosis, ...]:
        """The findings, most important first, without those that the person has hidden."""
        return tuple(each for each in self._diagnoses if each.rule not in self._hidden)

    @property
    def is_waiting(self) -> bool:
        """Whether something has been changed whose effect the training has not shown yet."""
        return self._is_waiting

    @Slot(str)
    def hide(self, rule: str) -> None:
        """Hide a trouble until it has disappeared and comes back."""
        self._hidden |= {rule}
        self.changed.emit()

    @Slot(object)
    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        if not snapshot.is_running:
            self._timer.start(_RESTING_MS)
        elif not self._timer.isActive():
            self._timer.start(self._pause_ms)

    @Slot(object)
    def _on_state_changed(self, state: RunState) -> None:
        if state is RunState.RUNNING:
            self._diverged = None

    @Slot(object)
    def _on_dataset_changed(self, dataset: Dataset | None) -> None:
        self._before = None
        self._choices, self._since, self._is_waiting = None, 0.0, False
        self._show(())

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        if isinstance(error, TrainingDivergedError):
            self._diverged = error
            self._timer.start(0)

    @Slot()
    def _ask(self) -> None:
        controller = self._controller
        project, dataset, snapshot = controller.project, controller.dataset, controller.snapshot
        if project is None or dataset is None or snapshot is None or self._question.is_busy:
            return
        curves = _since(_curves(controller), self._since)
        if self._is_waiting and len(curves.epoch) >= _PATIENCE:
            self._is_waiting = False
            self.changed.emit()
        before, self._before = self._before, snapshot
        is_same_run = before is not None and before.run_id == snapshot.run_id and before.step < snapshot.step
        self._looking.start()
        self._question.ask(
            partial(
                _examine,
                project,
                dataset,
                curves,
                snapshot,
                before if is_same_run else None,
                self._diverged if project.history.step else None,
                self._is_waiting,
            )
        )

    @Slot()
    def _on_project_changed(self) -> None:
        """Note when something is changed that decides how training goes: what came before says nothing about it."""
        project, epochs = self._controller.project, self._controller.history.epoch
        if project is None:
            return
        now = float(epochs[-1]) if len(epochs) else 0.0
        self._since = min(self._since, now)  # the change may have been undone, or training started again
        before, self._choices = self._choices, (project.network, project.training)
        if before is not None and any(one is not other for one, other in zip(before, self._choices, strict=True)):
            self._since, self._is_waiting = now, True
            self._is_outdated = self._question.is_busy
            self._diagnoses = ()
            self._timer.start(_RESTING_MS)
            self.changed.emit()

    @Slot(object)
    def _on_answered(self, diagnoses: tuple[Diagnosis, ...]) -> None:
        self._pause_ms = max(_RUNNING_MS, _PAUSES * self._looking.elapsed())
        if self._is_outdated:  # asked before the last change
            self._is_outdated = False
            self._timer.start(0)
            return
        self._hidden &= {each.rule for each in diagnoses}
        self._show(diagnoses)

    def _show(self, diagnoses: tuple[Diagnosis, ...]) -> None:
        if diagnoses or self._diagnoses:
            self._diagnoses = diagnoses
            self.changed.emit()


def sentence(finding: Phrase) -> str:
    """Return a finding or a caption in the person's language."""
    return QCoreApplication.translate("doctor", finding.template).format(**finding.values)


def _curves(controller: TrainingController) -> History:
    """Return the present curves; they share memory with the growing ones, which only write beyond their end."""
    curves = controller.history
    return History(curves.epoch, curves.train_loss, curves.test_loss, curves.train_accuracy, curves.test_accuracy)


def _since(curves: History, epoch: float) -> History:
    """Return the part of the curves from an epoch on."""
    first = int(np.searchsorted(curves.epoch, epoch))
    return History(
        curves.epoch[first:],
        curves.train_loss[first:],
        curves.test_loss[first:],
        curves.train_accuracy[first:],
        curves.test_accuracy[first:],
    )


def _examine(
    project: Project,
    dataset: Dataset,
    history: History,
    snapshot: Snapshot,
    before: Snapshot | None,
    diverged: TrainingDivergedError | None,
    is_early: bool,
) -> tuple[Diagnosis, ...]:
    from nnplay.project.doctor import examine, measure

    earlier, n_steps = (None, 1) if before is None else (before.parameters, snapshot.step - before.step)
    evidence = measure(
        project, dataset, history, snapshot.parameters, earlier=earlier, n_steps=n_steps, diverged=diverged
    )
    return examine(evidence, is_early=is_early)
