"""Errand: one piece of slow work in a thread of its own, which says how far it is and stops when it is told to.

For what a person waits for and may call off: looking through a file, a download. Lives in the GUI thread.
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


class Errand(QObject):
    """Does one piece of work at a time; another one ends the former.

    Signals
    -------
    done(object)
        What the work has returned.
    failed(NnplayError)
        Why it could not be done.
    progressed(float, str)
        The share done, and what is done (context ``loading``).
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(float, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._walk: _Walk | None = None
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.close)

    @property
    def is_under_way(self) -> bool:
        """Whether an answer is still to come."""
        return self._walk is not None

    def begin(self, work: Work) -> None:
        """Have it done; the answer comes as a signal, unless ``close`` or other work comes first."""
        self.close()
        self._walk = walk = _Walk(work, self)
        walk.done.connect(self._on_done)
        walk.failed.connect(self._on_failed)
        walk.progressed.connect(self.progressed)
        walk.start()

    @Slot()
    def close(self) -> None:
        """End the work that goes on; it stops within milliseconds."""
        walk, self._walk = self._walk, None
        if walk is not None:
            walk.stop.set()
            walk.wait()
            walk.deleteLater()

    @Slot(object)
    def _on_done(self, result: object) -> None:
        if self.sender() is self._walk:
            self.close()
            self.done.emit(result)

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        if self.sender() is self._walk:
            self.close()
            self.failed.emit(error)


class _Walk(QThread):
    """One piece of work."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(float, str)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self.stop = Event()
        self._work = work
        self._reported = perf_counter()

    def run(self) -> None:
        """The thread; whatever goes wrong is told, never raised."""
        try:
            self.done.emit(self._work(self._report, self.stop.is_set))
        except LoadCancelledError:
            return
        except NnplayError as error:
            self.failed.emit(error)
        except Exception as error:
            _logger.exception("an errand failed")
            self.failed.emit(UnexpectedError(error))

    def _report(self, fraction: float, text: str) -> None:
        now = perf_counter()
        if now - self._reported >= _REPORT_INTERVAL_S:
            self._reported = now
            self.progressed.emit(fraction, text)
