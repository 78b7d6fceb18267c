"""How long the window takes to answer: every action, button, choice and slider once, resting and while it trains.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.click_latency [spiral|digits ...]

An answer is the deed and the painting that follows it, until the event loop has nothing more to do. Counted is the GUI
thread's CPU time, which other programs hardly disturb; wall time stands beside it, and while a network trains it has
the worker's turns at the interpreter in it. Every dock is open and seen once before. What a deed has changed is undone
before the next one, and the dialogs that it opened are closed.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, thread_time
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QObject, QPoint, QSettings, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QWidget
from shiboken6 import isValid

from nnplay.project.presets import preset
from nnplay.shell.application import Shell, make_application
from nnplay.shell.commands.catalogue import catalogue
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

PROJECTS = {"spiral": "spiral", "digits": "mnist-mlp"}
SHOWN = 20
LEFT = Qt.MouseButton.LeftButton
AIM_S = 0.1

LEFT_OUT = ("file.quit", "file.close", "view.languages", "view.present", "view.full_screen", "file.new_window")
"""Actions that end the window, or make it anew: their cost is that of a start."""

_KEYS = {QAbstractSpinBox: Qt.Key.Key_Up, QComboBox: Qt.Key.Key_Down, QAbstractSlider: Qt.Key.Key_PageUp}
_SETTLE_MS = 40
_POPUP_MS = 5


class Answer(NamedTuple):
    """What one deed took."""

    cpu_s: float
    wall_s: float
    deed: str


class PopupCloser(QObject):
    """Closes menus, which would otherwise wait for a person within the click."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=_POPUP_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()


class Hand:
    """Does one thing after the other to a window, and puts it back."""

    def __init__(self, shell: Shell, session: Session, *, is_training: bool) -> None:
        self._shell, self._window, self._session = shell, shell.window, session
        self._is_training = is_training
        self.answers: list[Answer] = []

    def do_all(self) -> None:
        """Try everything there is."""
        for name, deed in [*self._actions(), *self._controls()]:
            self._prepare()
            start, cpu = perf_counter(), thread_time()
            try:
                is_done = deed()
                _run_loop(0)
            except RuntimeError:  # the widget went away with what was done before
                is_done = False
            if is_done:
                self.answers.append(Answer(thread_time() - cpu, perf_counter() - start, name))
            self._put_back()

    def _prepare(self) -> None:
        for dock in self._window.docks.values():
            if not dock.isVisible():
                dock.show()
        if self._is_training and not self._session.controller.state.is_active:
            self._session.toggle_training()
        _run_loop(_SETTLE_MS)

    def _put_back(self) -> None:
        _run_loop(_SETTLE_MS)
        for window in self._shell.windows:
            if window is not self._window:
                window.leave()
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and not isinstance(widget, MainWindow):
                widget.close()
        stack = self._session.document.undo_stack
        self._session.settle()
        if stack.count():
            stack.setIndex(0)
        _run_loop(_SETTLE_MS)

    def _actions(self) -> Iterator[tuple[str, Callable[[], bool]]]:
        for entry in catalogue(self._window.commands, self._window.docks):
            if not entry.key.startswith(LEFT_OUT):
                yield entry.key, lambda action=entry.action: action.isEnabled() and (action.trigger() or True)

    def _controls(self) -> Iterator[tuple[str, Callable[[], bool]]]:
        self._prepare()
        for name, dock in self._window.docks.items():
            dock.raise_()
            _run_loop(_SETTLE_MS)
            for widget in dock.findChildren(QWidget):
                if (deed := _deed(widget)) is not None:
                    yield f"{name}: {_name(widget)}", lambda dock=dock, deed=deed: dock.raise_() or deed()
        for part in (self._window.control_bar, self._window.layers, self._window.statusBar()):
            for widget in part.findChildren(QWidget):
                if (deed := _deed(widget)) is not None:
                    yield f"window: {_name(widget)}", deed


def _deed(widget: QWidget) -> Callable[[], bool] | None:
    """What a hand does to a widget; None for one that is not to be touched."""
    if isinstance(widget, QAbstractButton):
        return lambda: (
            _can(widget) and (QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=_middle(widget)) or True)
        )
    key = next((key for kind, key in _KEYS.items() if isinstance(widget, kind)), None)
    if key is None or widget.parent() is None or widget.objectName().startswith("qt_"):
        return None
    return lambda: _can(widget) and (QTest.keyClick(widget, key) or True)


def _can(widget: QWidget) -> bool:
    return isValid(widget) and widget.isVisible() and widget.isEnabled()


def _middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def _name(widget: QWidget) -> str:
    text = widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip() or widget.objectName()
    return f"{type(widget).__name__} {text[:40]}"


def _run_loop(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(names: list[str]) -> None:
    """Measure and print."""
    application = make_application()
    closer = PopupCloser()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        settings.is_simple = False
        for name in names or PROJECTS:
            session = Session(preset(PROJECTS[name]))
            shell = Shell(session, settings)
            shell.window.resize(1280, 800)
            shell.window.show()
            for dock in shell.window.docks.values():
                dock.show()
                dock.raise_()
                _run_loop(_SETTLE_MS)
            while session.controller.dataset is None:
                _run_loop(_SETTLE_MS)
            for is_training in (False, True):
                hand = Hand(shell, session, is_training=is_training)
                hand.do_all()
                _report(hand.answers, f"{name}, {'training' if is_training else 'resting'}")
            session.stop()
            shell.window.leave()
    del closer, application


def _report(answers: list[Answer], state: str) -> None:
    n_late = sum(answer.cpu_s > AIM_S for answer in answers)
    print(f"{state}: {len(answers)} deeds, {n_late} with more than {1000 * AIM_S:.0f} ms; CPU ms, wall ms, deed:")
    for answer in sorted(answers, reverse=True)[: max(SHOWN, n_late)]:
        print(f"{1000 * answer.cpu_s:7.1f} {1000 * answer.wall_s:7.1f}  {answer.deed}")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
