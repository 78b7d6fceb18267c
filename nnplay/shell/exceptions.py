"""Uncaught exceptions: logged, reported once in the window, never fatal.

PySide6 passes exceptions in slots and paint events to ``sys.excepthook`` in the thread that raised them, in large
numbers if a paint event raises; plain threads use ``threading.excepthook``. Both end up here.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths, Signal

LOG_NAME = "nnplay.log"
_LOG_BYTES = 1_000_000
_log = logging.getLogger("nnplay")


def state_folder() -> Path:
    """Return the folder for the program's log files; it is created if necessary."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.StateLocation))
    with contextlib.suppress(OSError):  # then nothing is logged
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def log_to_files(folder: Path) -> None:
    """Write warnings and errors to a file in the folder."""
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(folder / LOG_NAME, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(message)s"))
    _log.addHandler(handler)


class ExceptionReporter(QObject):
    """Handles every uncaught exception of the process while installed.

    Signals
    -------
    caught(str)
        One line about an exception from a place that has not raised one before. Emitted in the thread that raised it:
        connect only slots of QObjects.
    """

    caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: set[tuple[type[BaseException], str, int]] = set()
        self._lock = threading.Lock()

    def install(self) -> None:
        """Install the hooks for threads and for everything else."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    @staticmethod
    def uninstall() -> None:
        """Restore Python's own hooks."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):  # Ctrl+C in the terminal, or a deliberate exit
            sys.__excepthook__(kind, error, trace)
            return
        frames = traceback.extract_tb(trace)
        place = (kind, frames[-1].filename, frames[-1].lineno or 0) if frames else (kind, "", 0)
        with self._lock:
            is_new = place not in self._known
            self._known.add(place)
        if is_new:
            _log.error("uncaught exception", exc_info=(kind, error, trace))
            self.caught.emit("".join(traceback.format_exception_only(kind, error)).strip())
