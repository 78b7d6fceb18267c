"""DataOpener: looks through files and folders that are to become data, beside the window."""

from __future__ import annotations

import logging
from pathlib import Path
from threading import Event
from time import perf_counter

from PySide6.QtCore import QObject, QThread, Signal, Slot

from nnplay.data import DataChoice, LoadCancelledError, open_data
from nnplay.engine import NnplayError
from nnplay.training.unexpected_error import UnexpectedError

DATA_SUFFIXES = (".csv", ".tsv", ".txt", ".data", ".npz")

_REPORT_INTERVAL_S = 0.1
_logger = logging.getLogger(__name__)


class DataOpener(QObject):
    """Opens one path at a time; another one ends the look at the former.

    Signals
    -------
    opened(DataChoice)
        What the path stands for.
    failed(NnplayError)
        Why it cannot be data.
    progressed(float, str)
        The share done, and what is done (context ``loading``).
    """

    opened = Signal(object)
    failed = Signal(object)
    progressed = Signal(float, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look: _Look | None = None

    def open(self, path: Path, present: DataChoice) -> None:
        """Begin to look at a path; ``present`` is what is chosen now."""
        self.close()
        self._look = look = _Look(path, present, self)
        look.opened.connect(self._on_opened)
        look.failed.connect(self._on_failed)
        look.progressed.connect(self.progressed)
        look.start()

    @Slot()
    def close(self) -> None:
        """End the look that goes on; it stops within milliseconds."""
        look, self._look = self._look, None
        if look is not None:
            look.stop.set()
            look.wait()
            look.deleteLater()

    @Slot(object)
    def _on_opened(self, choice: DataChoice) -> None:
        if self.sender() is self._look:
            self.close()
            self.opened.emit(choice)

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        if self.sender() is self._look:
            self.close()
            self.failed.emit(error)


class _Look(QThread):
    """One look at one path."""

    opened = Signal(object)
    failed = Signal(object)
    progressed = Signal(float, str)

    def __init__(self, path: Path, present: DataChoice, parent: QObject) -> None:
        super().__init__(parent)
        self.stop = Event()
        self._path = path
        self._present = present
        self._reported = perf_counter()

    def run(self) -> None:
        """The thread; whatever goes wrong is told, never raised."""
        try:
            self.opened.emit(open_data(self._path, self._present, self._report, self.stop.is_set))
        except LoadCancelledError:
            return
        except NnplayError as error:
            self.failed.emit(error)
        except Exception as error:
            _logger.exception("opening data failed")
            self.failed.emit(UnexpectedError(error))

    def _report(self, fraction: float, text: str) -> None:
        now = perf_counter()
        if now - self._reported >= _REPORT_INTERVAL_S:
            self._reported = now
            self.progressed.emit(fraction, text)
