"""Looks: what panels compute of a network (planes, histograms, statistics), in a thread beside the training.

The GUI thread asks with a function of no arguments, made from frozen values such as a snapshot's weights; what it
computes with (a workspace, say) is its own from then on. The answer comes back as a signal in the GUI thread.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from threading import Event
from time import thread_time

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot
from shiboken6 import isValid

from nnplay.engine import NnplayError
from nnplay.engine.errors import UnexpectedError

Work = Callable[[], object]

_logger = logging.getLogger(__name__)

_MOST_SHARE = 0.06
"""Of the time that looks may work while a network learns."""

_MOST_REST_MS = 3_000
"""However much a look costs, the next one is not put off for longer."""


class ForgottenError(Exception):
    """Ends work that nobody waits for any more."""


class Look(QObject):
    """One panel's question to the network, asked again and again.

    Long work takes ``note_share`` along: it is told how much is done, and ends the work once nobody waits for it.

    While an answer is under way only the newest question waits: a panel may ask at every snapshot and is answered as
    often as the machine manages. Lives in the GUI thread.

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

    def __init__(self, looks: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = looks
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
        """Have ``work`` done; what waited before is forgotten."""
        if self._running is not None:
            self._waiting = work
        else:
            self._start(work)

    def forget(self) -> None:
        """Want no answer to what was asked: the network is another one now."""
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
        """Take the answer; for ``Looks`` to call."""
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
        self._looks.post(self, work)


class Looks(QObject):
    """The thread that does the work of all looks, one after the other; it starts with the first question.

    While a network learns the thread rests after each answer: the run waits for whatever it computes.
    """

    _posted = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_closed = self._is_running = self._is_busy = False
        self._queue: deque[tuple[Look, Work]] = deque()
        self._now: Look | None = None
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._go_on)
        self._thread = QThread(self)
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._posted.connect(self._worker.work)
        self._worker.done.connect(self._on_done)

    def post(self, look: Look, work: Work) -> None:
        """Have ``work`` done for ``look``; after ``close`` nothing is done any more."""
        self._queue.append((look, work))
        self._go_on()

    def hold_back(self, *, is_running: bool) -> None:
        """Rest between answers while a network learns; answer at once while none does."""
        self._is_running = is_running
        if not is_running:
            self._rest.stop()
            self._go_on()

    def end(self) -> None:
        """Take no question any more, though answers are still on their way; ``close`` waits for the last one."""
        self._is_closed = True
        self._rest.stop()
        self._queue.clear()
        if self._now is not None:
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
        look, work = self._queue.popleft()
        self._now = look
        self._posted.emit(look, work)

    @Slot(object, object, float)
    def _on_done(self, look: Look, result: object, seconds: float) -> None:
        self._is_busy, self._now = False, None
        if self._is_running and not self._is_closed:
            self._rest.start(min(_MOST_REST_MS, round(1000 * seconds * (1 / _MOST_SHARE - 1))))
        if isValid(look):  # its panel may have gone meanwhile
            look.finish(result)
        self._go_on()


class _Worker(QObject):
    done = Signal(object, object, float)

    @Slot(object, object)
    def work(self, look: Look, work: Work) -> None:
        """Do it, and say how many seconds of work it was; the look itself is only handed back."""
        start = thread_time()
        try:
            result = work()
        except ForgottenError:
            result = None
        except NnplayError as error:
            result = error
        except Exception as error:
            _logger.exception("a look failed")
            result = UnexpectedError(error)
        self.done.emit(look, result, thread_time() - start)
