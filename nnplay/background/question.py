"""Question: what a panel wants computed of the network, such as a plane, a histogram, statistics.

The GUI thread asks with a function of no arguments, made from frozen values such as a snapshot's weights; what the
function computes with (a workspace, say) is its own from then on. The answer comes back as a signal in the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nnplay.engine import NnplayError

if TYPE_CHECKING:
    from nnplay.background.answerer import Answerer

Work = Callable[[], object]


class ForgottenError(Exception):
    """Ends work that nobody waits for any more."""


class Question(QObject):
    """One panel's question, asked again and again.

    While an answer is under way only the newest question waits: a panel may ask at every snapshot and is answered as
    often as the machine manages. Long work takes ``note_share`` along: it tells how much is done, and ends the work
    once nobody waits for it.

    Lives in the GUI thread and belongs to its panel, which may be destroyed before the answer comes: the answerer then
    drops the answer.

    Attributes
    ----------
    share
        How much of the work under way is done, 0 to 1.

    Signals
    -------
    answered(object)
        What the work returned.
    failed(NnplayError)
        Why it could not be done.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, answerer: Answerer, parent: QObject) -> None:
        super().__init__(parent)
        self._answerer = answerer
        self._running: Work | None = None
        self._waiting: Work | None = None
        self._is_wanted = False
        self._is_forgotten = Event()
        self.share = 0.0

    @property
    def is_busy(self) -> bool:
        """Whether an answer is under way."""
        return self._running is not None

    def ask(self, work: Work) -> None:
        """Have ``work`` done; a question that still waits is replaced."""
        if self._running is not None:
            self._waiting = work
        else:
            self._start(work)

    def forget(self) -> None:
        """Want no answer to what was asked, because it is about what is no longer there."""
        self._waiting = None
        self._is_wanted = False
        self._is_forgotten.set()

    def note_share(self, share: float) -> None:
        """Note how much of the work is done, 0 to 1; for the work to call, in its thread.

        Raises
        ------
        ForgottenError
            If nobody waits for the answer any more.
        """
        self.share = share
        if self._is_forgotten.is_set():
            raise ForgottenError

    def finish(self, result: object) -> None:
        """Take the answer; for the ``Answerer`` to call."""
        self._running = None
        is_wanted, waiting, self._waiting = self._is_wanted, self._waiting, None
        if waiting is not None:
            self._start(waiting)
        if is_wanted:
            (self.failed if isinstance(result, NnplayError) else self.answered).emit(result)

    def _start(self, work: Work) -> None:
        self._running, self._is_wanted = work, True
        self._is_forgotten.clear()
        self.share = 0.0
        self._answerer.post(self, work)
