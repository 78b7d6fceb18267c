"""Stepper: one calculation on the document's network, and the current position in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnplay.asking import Example
from nnplay.document import Change, Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.try_it.asked import Asked
from nnplay.project import edits
from nnplay.project.calculation import Calculation, Stepping, passes_of, passes_of_own, phases, phases_forward

if TYPE_CHECKING:
    from nnplay.training import TrainingController

PLAY_INTERVAL_MS = 1800
"""Time for a phase when playing: enough to read its sentence."""

MOST_EXAMPLES = 64
"""Most examples in a batch that is computed by hand, so that the person does not have to wait."""


class Stepper(QObject):
    """Follows the document: after every edit and training run, the calculation uses the present weights.

    It computes only when ``calculation`` is asked for, so a stepper that is not seen costs nothing.

    Parameters
    ----------
    asked
        Owns the example that is asked about, which is stepped through; without it, only training examples are.

    Signals
    -------
    changed() : another phase or example, or other numbers.
    playing_changed(bool) : whether the phases advance by themselves.
    """

    changed = Signal()
    playing_changed = Signal(bool)

    def __init__(
        self,
        document: Document,
        controller: TrainingController,
        parent: QObject | None = None,
        asked: Asked | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._controller, self._asked = document, controller, asked
        self._own: Example | None = None  # what is asked about, if it is no training example
        self._example, self._is_batch = 0, False
        self._network = document.project.network
        self._stepping = Stepping(phases(self._network))
        self._calculation: Calculation | None = None
        self._reason: NnplayError | None = None
        self._is_stale = True
        self._clock = QTimer(self, interval=PLAY_INTERVAL_MS)
        self._clock.timeout.connect(self._on_tick)
        document.changed.connect(self._on_document_changed)
        controller.dataset_changed.connect(self._on_dataset_changed)
        if asked is not None:
            asked.changed.connect(self._on_asked)
            self._on_asked()

    @property
    def stepping(self) -> Stepping:
        """The current phase."""
        return self._stepping

    @property
    def example(self) -> int:
        """Number of the example in the training data, from 0."""
        return self._example

    @property
    def is_own(self) -> bool:
        """Whether the step uses the example that is asked about, which is no training example."""
        return self._own is not None

    @property
    def is_batch(self) -> bool:
        """Whether the step uses a batch, of which the example is the first."""
        return self._is_batch and self._own is None

    @property
    def is_playing(self) -> bool:
        """Whether the phases advance by themselves."""
        return self._clock.isActive()

    @property
    def n_examples(self) -> int:
        """The number of training examples; 0 without data."""
        dataset = self._controller.dataset
        return 0 if dataset is None else len(dataset.train)

    @property
    def calculation(self) -> Calculation | None:
        """The calculation; None without data, or if it failed with ``reason``."""
        if self._is_stale:
            self._is_stale = False
            self._calculate()
        return self._calculation

    @property
    def reason(self) -> NnplayError | None:
        """The error for which there is no calculation; None if there is none."""
        return self._reason

    @Slot()
    def go_first(self) -> None:
        """Go back to the first phase."""
        self._go(self._stepping.first())

    @Slot()
    def go_back(self) -> None:
        """Go back one phase."""
        self._go(self._stepping.previous())

    @Slot()
    def go_on(self) -> None:
        """Go to the next phase."""
        self._go(self._stepping.next())

    @Slot()
    def go_last(self) -> None:
        """Go to the update."""
        self._go(self._stepping.last())

    @Slot(int)
    def set_example(self, number: int) -> None:
        """Choose another training example, counted from 0, in place of the one that is asked about."""
        if number != self._example or self._own is not None:
            self._example, self._own = number, None
            self._renew()

    @Slot(bool)
    def set_batch(self, is_batch: bool) -> None:
        """Compute the step from the mean of a batch, or from one example."""
        if is_batch != self._is_batch:
            self._is_batch = is_batch
            self._renew()

    @Slot(bool)
    def play(self, is_playing: bool) -> None:
        """Start playing the phases, from the start if they are at the end, or stop."""
        if is_playing == self.is_playing:
            return
        if is_playing:
            if self._stepping.is_last:
                self.go_first()
            self._clock.start()
        else:
            self._clock.stop()
        self.playing_changed.emit(is_playing)

    @Slot()
    def apply(self) -> None:
        """Give the network the new weights, as one undoable edit, and start over with them."""
        calculation = self.calculation
        if calculation is None:
            return
        weights = calculation.passes.trace.new_parameters.astype(np.float32)
        # Before the document tells of the new weights: else their update would be typeset, and replaced at once.
        place, self._stepping = self._stepping, self._stepping.first()
        try:
            self._document.perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Step by hand")),
                lambda project: edits.set_parameters(project, weights),
            )
        except NnplayError as error:
            self._stepping = place
            self._document.report(error)
            return
        self.changed.emit()

    def report(self, error: NnplayError) -> None:
        """Report in the window what could not be done."""
        self._document.report(error)

    def _go(self, place: Stepping) -> None:
        if place != self._stepping:
            self._stepping = place
            self.changed.emit()

    def _renew(self) -> None:
        """Compute again when asked; start over if the network is another one, whichever signal arrives first."""
        self._is_stale = True
        network = self._document.project.network
        is_forward = self._own is not None and self._own.target is None
        wanted = phases_forward(network) if is_forward else phases(network)
        if network is not self._network:
            self._network = network
            self._stepping = Stepping(wanted)
        elif wanted != self._stepping.phases:
            self._stepping = Stepping(wanted).at(self._stepping.position)
        self.changed.emit()

    def _calculate(self) -> None:
        self._calculation = self._reason = None
        dataset, project = self._controller.dataset, self._document.project
        if self._own is not None and self._asked is not None and self._asked.fits(self._own):
            try:
                self._calculation = Calculation(passes_of_own(project, self._own.x, self._own.target))
            except NnplayError as error:
                self._reason = error
            return
        if dataset is None or not len(dataset.train):
            return
        n = len(dataset.train)
        self._example = min(self._example, n - 1)
        n_batch = min(project.training.batch_size, MOST_EXAMPLES) if self._is_batch else 1
        rows = range(self._example, min(self._example + n_batch, n))
        try:
            self._calculation = Calculation(passes_of(project, dataset.train, rows))
        except NnplayError as error:
            self._reason = error

    @Slot()
    def _on_tick(self) -> None:
        self.go_on()
        if self._stepping.is_last:
            self.play(False)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        parts = change.parameters, change.training, change.data, change.seeds, change.muted
        if change.network or any(parts):
            self._renew()

    @Slot()
    def _on_asked(self) -> None:
        """Step through the example that is asked about."""
        assert self._asked is not None  # it is what has called
        example, before = self._asked.example, self._own
        is_training = example is not None and example.origin is not None and example.origin.part == "train"
        self._own = None if is_training else example
        if is_training and example is not None and example.origin is not None:
            before = before if self._example == example.origin.number else example
            self._example = example.origin.number
        if self._own is not before:
            self._renew()

    @Slot()
    def _on_dataset_changed(self) -> None:
        self._renew()
