"""Question: something a panel wants to know about the network, such as a plane, a histogram, statistics.

The GUI thread asks with a function without arguments, built from frozen values such as a snapshot's weights. What the
function computes with (a workspace, say) belongs to it from then on. The answer comes as a signal in the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from nnplay.engine import NnplayError

Work = Callable[[], object]


class Answers(Protocol):
    """Who has work done for questions: the ``Answerer``."""

    def post(self, question: Question, work: Work) -> None:
        """Have ``work`` done and hand its result to ``question.finish``."""


class ForgottenError(Exception):
    """Ends work whose answer is no longer needed."""


class Question(QObject):
    """One panel's question, asked repeatedly.

    While an answer is being computed, only the newest question waits: a panel may ask at every snapshot and is answered
    as often as the machine can manage. Long work calls ``note_share`` to report its progress; the call ends the work if
    the answer is no longer needed.

    Lives in the GUI thread and belongs to its panel, which may be destroyed before the answer comes; the answerer then
    drops the answer.

    Attributes
    ----------
    share
        Share of the current work that is done, 0 to 1.

    Signals
    -------
    answered(object)
        What the work returned.
    failed(NnplayError)
        Why the work failed.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, answerer: Answers, parent: QObject) -> None:
        super().__init__(parent)
        self._answerer = answerer
        self._running: Work | None = None
        self._waiting: Work | None = None
        self._is_wanted = False
        self._is_forgotten = Event()
        self.share = 0.0

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being computed."""
        return self._running is not None

    def ask(self, work: Work) -> None:
        """Compute ``work``; it replaces a question that is still waiting."""
        if self._running is not None:
            self._waiting = work
        else:
            self._start(work)

    def forget(self) -> None:
        """Drop the answer to what was asked, because its subject no longer exists."""
        self._waiting = None
        self._is_wanted = False
        self._is_forgotten.set()

    def note_share(self, share: float) -> None:
        """Note the share of the work that is done, 0 to 1; the work calls this in its thread.

        Raises
        ------
        ForgottenError
            If the answer is no longer needed.
        """
        self.share = share
        if self._is_forgotten.is_set():
            raise ForgottenError

    def finish(self, result: object) -> None:
        """Take the answer; called by the ``Answerer``."""
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
