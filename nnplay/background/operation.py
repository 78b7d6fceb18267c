"""Operation: one piece of slow work in its own thread, which reports its progress and can be stopped.

For work that the user waits for and may cancel: scanning a file, a download, an export.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from nnplay.data.loading import LoadCancelledError, ReportProgress, ShouldCancel
from nnplay.engine import NnplayError
from nnplay.engine.errors import UnexpectedError

Work = Callable[[ReportProgress, ShouldCancel], object]
"""``work(report, should_cancel)``; see ``nnplay.data.loading``."""

_REPORT_INTERVAL_S = 0.1
_logger = logging.getLogger(__name__)


class Operation(QObject):
    """Does one piece of work at a time; starting another one ends the previous.

    Lives in the GUI thread and belongs to whoever waits for the answer. It may be destroyed at any time: the thread
    belongs to the application, is told to stop then, and its result is dropped.

    Signals
    -------
    done(object)
        What the work returned.
    failed(NnplayError)
        Why the work failed.
    progressed(float, str)
        Share done, 0 to 1, and the current activity (context ``loading``).
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(float, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether an answer is still to come."""
        return self._thread is not None

    def begin(self, work: Work) -> None:
        """Start the work; the answer comes as a signal, unless the work is stopped or replaced first."""
        self.close()
        self._thread = thread = _Thread(work)
        thread.done.connect(self._on_done)
        thread.failed.connect(self._on_failed)
        thread.progressed.connect(self._on_progressed)
        thread.finished.connect(self._on_finished)
        thread.finished.connect(thread.deleteLater)  # connected last, so that everything above is notified first
        self.destroyed.connect(thread.on_abandoned)
        thread.start()

    def wait(self) -> None:
        """Block until the work is done; its answer still comes as a signal."""
        if self._thread is not None:
            self._thread.wait()

    @Slot()
    def stop(self) -> None:
        """Tell the work to stop and return at once; no more signals come from it."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop.set()

    @Slot()
    def close(self) -> None:
        """Tell the work to stop and wait until it has, usually a few milliseconds; no more signals come from it."""
        thread = self._thread
        self.stop()
        if thread is not None:
            thread.wait()

    # A signal from a thread waits in the event queue, so it may arrive after `stop`, when the thread is no longer ours.

    @Slot(object)
    def _on_done(self, result: object) -> None:
        if self.sender() is self._thread:
            self.close()  # already at its end
            self.done.emit(result)

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        if self.sender() is self._thread:
            self.close()
            self.failed.emit(error)

    @Slot(float, str)
    def _on_progressed(self, fraction: float, text: str) -> None:
        if self.sender() is self._thread:
            self.progressed.emit(fraction, text)

    @Slot()
    def _on_finished(self) -> None:
        if self.sender() is self._thread:  # the work gave up without an answer
            self._thread = None


class _Thread(QThread):
    """One piece of work.

    Owned by the application until it has finished: so it outlives the operation, whose parent may be destroyed while
    the work is running, and Qt never destroys a running thread. The application waits for it before it quits.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(float, str)

    def __init__(self, work: Work) -> None:
        application = QCoreApplication.instance()
        super().__init__(application)
        self.stop = Event()
        self._work = work
        self._reported = perf_counter()
        if application is not None:
            application.aboutToQuit.connect(self._on_about_to_quit)

    def run(self) -> None:
        """Run the work in the thread; errors are emitted, never raised."""
        try:
            self.done.emit(self._work(self._report, self.stop.is_set))
        except LoadCancelledError:
            return
        except NnplayError as error:
            self.failed.emit(error)
        except Exception as error:
            _logger.exception("an operation failed")
            self.failed.emit(UnexpectedError(error))

    def _report(self, fraction: float, text: str) -> None:
        now = perf_counter()
        if now - self._reported >= _REPORT_INTERVAL_S:
            self._reported = now
            self.progressed.emit(fraction, text)

    @Slot()
    def on_abandoned(self) -> None:
        """Stop: the operation has been destroyed, and nobody waits for the answer."""
        self.stop.set()

    @Slot()
    def _on_about_to_quit(self) -> None:
        self.stop.set()
        self.wait()
