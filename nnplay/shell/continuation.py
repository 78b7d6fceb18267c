"""Continuation: whether and when a run continues after an edit that has interrupted it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnplay.document import Change, Document
from nnplay.training import RunState, TrainingController

WAIT_MS = 400
"""Delay after the last edit: turning the wheel over a weight is one edit, not one per notch with training between."""


class Continuation(QObject):
    """Restarts training after edits that make sense during a run: of weights, muted parts, activation functions.

    The optimizer starts fresh then, because its state belongs to other weights. Other data, layers or initial weights
    end a run for good.

    Signals
    -------
    interrupted(bool)
        An edit has interrupted a run; true if the run will continue.
    """

    interrupted = Signal(bool)

    def __init__(self, document: Document, controller: TrainingController, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._controller = document, controller
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._go_on)
        self._is_free = False
        self._is_due = False
        self._is_first = False
        self._is_held = False
        self._least_index = 0

    def note(self, change: Change) -> None:
        """Take note of an edit that is about to happen and interrupts a run, if there is one."""
        is_running = self._controller.state is RunState.RUNNING and self._is_free
        if not is_running and not self._is_due:
            return
        goes_on = _goes_on(change)
        if is_running:
            self.interrupted.emit(goes_on)
        self._is_due, self._is_first = goes_on, is_running

    def note_settled(self) -> None:
        """Note that the run's result was committed; undoing that means that the run should not continue."""
        if self._is_due and self._is_first:
            self._least_index = self._document.undo_stack.index()
        self._wait()

    def begin(self) -> None:
        """Note that a run has started that continues until the user ends it."""
        self._is_due, self._is_free = False, True

    @Slot(bool)
    def hold(self, is_held: bool) -> None:
        """Wait while the user is setting a value."""
        self._is_held = is_held
        self._wait()

    @Slot()
    def give_up(self) -> None:
        """Do not continue: the run is over, or it was only a few steps."""
        self._is_due = self._is_free = False
        self._timer.stop()

    def _wait(self) -> None:
        if self._is_due and not self._is_held:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _go_on(self) -> None:
        is_wanted, self._is_due = self._is_due, False
        if is_wanted and self._document.undo_stack.index() >= self._least_index:
            self._controller.start()


def _goes_on(change: Change) -> bool:
    """Return whether training still makes sense after an edit."""
    if change.data or change.seeds or change.history:
        return False
    before, after = change.before.network, change.after.network
    shapes = ([(slot.node, slot.name, slot.shape) for slot in network.slots] for network in (before, after))
    links = ([(node.name, node.inputs) for node in network.nodes] for network in (before, after))
    return len({tuple(one) for one in shapes}) == len({tuple(one) for one in links}) == 1
