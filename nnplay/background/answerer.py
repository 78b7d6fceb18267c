"""Answerer: the thread that answers all questions, one after another."""

from __future__ import annotations

import logging
from collections import deque
from time import thread_time

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot
from shiboken6 import isValid

from nnplay.background.question import ForgottenError, Question, Work
from nnplay.background.right_of_way import right_of_way
from nnplay.engine import NnplayError
from nnplay.engine.errors import UnexpectedError

_logger = logging.getLogger(__name__)

_MOST_SHARE = 0.06
"""Share of the time that questions may take while a network learns."""

_MOST_REST_MS = 3_000
"""The next question waits at most this long, however long the last answer took."""


class Answerer(QObject):
    """Lives in the GUI thread and does the work in another thread, which starts with the first question.

    While a network learns, the thread rests after each answer: the threads share one interpreter, and the run waits for
    whatever this one computes.

    The owner must call ``close`` before dropping it: Qt aborts the program if a running thread is destroyed.
    """

    _posted = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_closed = self._is_running = self._is_busy = False
        self._queue: deque[tuple[Question, Work]] = deque()
        self._now: Question | None = None
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._go_on)
        self._thread = QThread(self)
        # It lives in the thread and has no parent, since a parent must live in the same thread. Python owns it; it is
        # deleted with the answerer, after `close` has ended the thread.
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._posted.connect(self._worker.work)
        self._worker.done.connect(self._on_done)

    def post(self, question: Question, work: Work) -> None:
        """Compute ``work`` for ``question``; ignored after ``close``."""
        self._queue.append((question, work))
        self._go_on()

    def hold_back(self, *, is_running: bool) -> None:
        """Rest between answers while a network learns; otherwise answer at once."""
        self._is_running = is_running
        if not is_running:
            self._rest.stop()
            self._go_on()

    def end(self) -> None:
        """Accept no more questions and tell the current work to stop. Returns at once; ``close`` waits."""
        self._is_closed = True
        self._rest.stop()
        self._queue.clear()
        if self._now is not None and isValid(self._now):
            self._now.forget()
        self._thread.quit()

    def close(self) -> None:
        """End the thread and wait for it."""
        self.end()
        self._thread.wait()

    @Slot()
    def _go_on(self) -> None:
        if self._is_closed or self._is_busy or self._rest.isActive() or not self._queue:
            return
        if not self._thread.isRunning():
            self._thread.start(QThread.Priority.LowPriority)
        self._is_busy = True
        question, work = self._queue.popleft()
        self._now = question
        self._posted.emit(question, work)

    @Slot(object, object, float)
    def _on_done(self, question: Question, result: object, seconds: float) -> None:
        self._is_busy, self._now = False, None
        if self._is_running and not self._is_closed:
            self._rest.start(min(_MOST_REST_MS, round(1000 * seconds * (1 / _MOST_SHARE - 1))))
        if isValid(question):  # its panel may have been destroyed
            right_of_way().take()
            question.finish(result)
        self._go_on()


class _Worker(QObject):
    """The part of the answerer that lives in the thread."""

    done = Signal(object, object, float)

    @Slot(object, object)
    def work(self, question: Question, work: Work) -> None:
        """Do the work and report its CPU time in seconds; the question itself is only handed back."""
        start = thread_time()
        try:
            result = work()
        except ForgottenError:
            result = None
        except NnplayError as error:
            result = error
        except Exception as error:
            _logger.exception("a question failed")
            result = UnexpectedError(error)
        self.done.emit(question, result, thread_time() - start)
