"""The whole program in one process, with everything that goes wrong written down: what a monkey plays with.

A child of ``tests.fuzz.gui_actions``; nothing here decides what is done.
"""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import random
import sys
import threading
import time
import traceback
import warnings
from collections import deque
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from shiboken6 import isValid

from nnplay.project.presets import preset
from nnplay.project.storage.file import save
from nnplay.shell import application
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings
from nnplay.shell.settings_file import open_store
from tests.qt_ownership import forbid

SLOW_S = 2.0
LAST = 20
"""So many deeds are told of a run that ended badly."""

_HARMLESS = ("This plugin does not support", "propagateSizeHints")
_RESCUE_MS = 60


class Play:
    """One program with its first window, and the record of what is done to it.

    Attributes
    ----------
    problems
        What went wrong: "kind: text".
    slow
        Events that took longer than two seconds: what, wall and processor seconds.
    n_events
        How many there were.
    """

    def __init__(self, seed: int, folder: Path, first: str = "circle") -> None:
        self.rng = random.Random(seed)
        self.folder = folder
        self.problems: list[str] = []
        self.slow: list[tuple[str, float, float]] = []
        self.n_events = 0
        self._last: deque[str] = deque(maxlen=LAST)
        self._log = (folder / "log.txt").open("w", buffering=1, encoding="utf-8")
        faulthandler.enable(self._log)
        self._listen()
        forbid()
        gc.freeze()  # to look through all modules again and again took three fifths of the time
        self.application = application.make_application()
        self.application.setQuitOnLastWindowClosed(False)
        self.pool = make_pool(folder / "pool")
        store, _complaint = open_store()
        settings = Settings(store)
        settings.is_simple = seed % 2 == 0
        self.shell = application.Shell(Session(preset(first)), settings, None, application.data_folder())
        self.shell.window.resize(1280, 800)
        self.shell.window.show()
        self._starts = {session: session.document.project for session in self.sessions}
        self._deed = ""
        self._n_ticks = self._n_rescues = 0
        self._timer = QTimer(interval=_RESCUE_MS)
        self._timer.timeout.connect(self._rescue)
        self._timer.start()

    # -- what is there ------------------------------------------------------------------------------------------------

    @property
    def sessions(self) -> list[Session]:
        return list(self.shell._windows)

    @property
    def windows(self) -> list[MainWindow]:
        return [window for window in self.shell.windows if isValid(window)]

    @staticmethod
    def seen() -> list[QWidget]:
        """Return all that stands on the screen by itself: windows, dialogs, popups."""
        return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.width() > 0]

    @staticmethod
    def is_blocked() -> bool:
        """Whether a dialog or a menu wants to be answered first."""
        return QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None

    # -- doing ---------------------------------------------------------------------------------------------------------

    def do(self, words: str, deed: Callable[[], object]) -> None:
        """Do one thing, let the program answer, and collect garbage now and then, as it may happen at any moment."""
        self.n_events += 1
        self._last.append(words)
        self._log.write(f"{self.n_events} {words}\n")
        self._deed, self._n_ticks, self._n_rescues = words, 0, 0
        start, cpu = time.perf_counter(), time.process_time()
        try:
            deed()
        except Exception as error:
            if not has_died(error):
                self.note("exception", traceback.format_exc())
        self._deed = ""
        QTest.qWait(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        took = time.perf_counter() - start
        if took > SLOW_S and not self._n_rescues:
            self.slow.append((words, took, time.process_time() - cpu))
        if self.rng.random() < 0.2:
            gc.collect()
        for session in self.sessions:
            if not session.document.undo_stack.count():
                self._starts[session] = session.document.project

    def note(self, kind: str, text: str) -> None:
        """Write down what went wrong, with what was done before."""
        self.problems.append(f"{kind}: {text}")
        self._log.write(f"!!! {kind}: after {list(self._last)[-3:]}: {text}\n\n")

    def check_undo(self) -> None:
        """Undo everything and do it again; both must lead where they say."""
        for session in self.sessions:
            session.settle()
            session.time_machine.return_to_present()  # which allows undo
            document = session.document
            here, end = document.undo_stack.index(), document.project
            document.go_to(0)
            if document.project is not self._starts.get(session, document.project):
                self.note("undo", "does not lead to the start")
            document.go_to(here)
            if document.project is not end:
                self.note("undo", "redo does not lead back")

    def close(self) -> None:
        """Close everything as a person would who keeps nothing."""
        self.check_undo()
        for _ in range(60):
            popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
            windows = [window for window in self.windows if window.isVisible()]
            if popup is not None:
                popup.close()
            elif isinstance(dialog, QMessageBox):
                discard = QMessageBox.ButtonRole.DestructiveRole
                buttons = dialog.buttons()
                QTest.mouseClick(
                    next((each for each in buttons if dialog.buttonRole(each) == discard), buttons[0]),
                    Qt.MouseButton.LeftButton,
                )
            elif dialog is not None:
                dialog.close()
            elif windows:
                windows[0].close()
            else:
                break
            QTest.qWait(5)
        left = [window for window in self.windows if window.isVisible()]
        if left:
            self.note("close", f"{len(left)} windows stay open")

    # -- listening -----------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        sys.excepthook = lambda kind, error, trace: self.note(
            "exception", "".join(traceback.format_exception(kind, error, trace))
        )
        threading.excepthook = lambda each: self.note(
            "exception", "".join(traceback.format_exception(each.exc_type, each.exc_value, each.exc_traceback))
        )
        sys.unraisablehook = lambda each: self.note(
            "exception", f"{each.err_msg} {each.exc_value!r} in {each.object!r}"
        )
        qInstallMessageHandler(self._on_qt_message)
        handler = logging.Handler(logging.WARNING)
        handler.emit = lambda record: self.note("log", handler.format(record))  # type: ignore[method-assign]
        logging.getLogger().addHandler(handler)
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, category, file, line, *_: self.note(
            "warning", f"{category.__name__} {message} {file}:{line}"
        )

    def _on_qt_message(self, kind: QtMsgType, _context: object, message: str) -> None:
        if not any(each in message for each in _HARMLESS):
            frames = traceback.extract_stack()[-6:-1]
            places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
            self.note("Qt", f"{message} at {places}")

    def _rescue(self) -> None:
        """A menu or a drag runs a loop of its own inside an event: get out of it."""
        self._n_ticks += bool(self._deed)
        if not self._deed or self._n_ticks < 3:
            return
        self._n_rescues += 1
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        elif self._n_rescues < 4 and (seen := self.seen()):
            window = self.rng.choice(seen)
            at = QPoint(self.rng.randrange(window.width()), self.rng.randrange(max(1, window.height())))
            below = window.childAt(at) or window
            QTest.mouseRelease(below, Qt.MouseButton.LeftButton, pos=below.mapFrom(window, at))
        else:
            QDrag.cancel()
            if dialog is not None:
                dialog.close()


def has_died(error: Exception) -> bool:
    """Whether the monkey itself held something that its own deed has ended; a slot's errors never come this way."""
    return isinstance(error, RuntimeError) and "already deleted" in str(error)


def enter(folder: Path) -> None:
    """Let a folder be the home of this process, before Qt reads where its settings lie."""
    for name in ("config", "cache", "data", "state"):
        os.environ[f"XDG_{name.upper()}_HOME"] = str(folder / name)
    for variable, name in (("HOME", "home"), ("XDG_RUNTIME_DIR", "run")):
        (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[variable] = str(folder / name)


def make_pool(folder: Path) -> list[Path]:
    """Write files of every kind that the program opens, good and bad ones."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("circle", "spiral", "xor", "plane", "iris", "mnist-mlp", "weight-matrix"):
        save(preset(name), folder / f"{name}.nnplay")
    (folder / "broken.nnplay").write_bytes((folder / "spiral.nnplay").read_bytes()[:700])
    (folder / "empty.nnplay").write_bytes(b"")
    values = np.random.default_rng(0)
    rows = [
        f"{x:.3f},{y:.3f},{'abc'[kind]}"
        for x, y, kind in zip(*values.normal(size=(2, 81)), [0, 1, 2] * 27, strict=True)
    ]
    (folder / "table.csv").write_text("\n".join(["a,b,kind", *rows]), encoding="utf-8")
    (folder / "weird.csv").write_text("\n".join(['"=cmd|x","<b>b</b>","c\u202e"', *rows]), encoding="utf-8")
    (folder / "noise.csv").write_bytes(values.bytes(500))
    np.savez(folder / "arrays.npz", x=values.normal(size=(60, 3)), y=values.integers(0, 2, 60))
    np.savez(folder / "one_row.npz", x=np.ones((1, 3)), y=np.array([0.5]))
    (folder / "bad.npz").write_bytes(b"PK\x03\x04xxxx")
    (folder / "bad.onnx").write_bytes(b"\x08\x07garbage")
    for kind in "ab":
        (folder / "pictures" / kind).mkdir(parents=True, exist_ok=True)
        for number in range(6):
            pixels = values.integers(0, 255, (12, 12, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(folder / "pictures" / kind / f"{number}.png")
    return sorted(folder.iterdir())
