"""What holds for every test: offscreen Qt, one BLAS thread, fresh folders, and nothing left running.

Tests without Qt must run without Qt: whatever needs it is imported inside a fixture that only Qt tests get.
"""

import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    import numpy as np
    from pytestqt.qtbot import QtBot

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LANGUAGE"] = "en"  # what the commands say is compared
for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[_variable] = "1"  # before NumPy is imported
# A shell that starts the tests in the background, or nohup, has them ignore signals that some tests send.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

hypothesis.settings.register_profile("nnplay", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("nnplay")


# Every test, or the quick ones


SLOW = (
    "architecture/test_late_imports.py",
    "document/test_long_history.py",
    "engine/test_random_graphs.py",
    "fuzz",
    "lessons/test_fuzz.py",
    "packaging",
    "project/test_graph_edits.py",
    "project/test_own_digits.py",
    "project/test_random_edits.py",
    "shell",
)
"""What ``--fast`` leaves out: whole windows above all, what waits for other processes, and long series of chance."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person run the quick tests alone."""
    parser.addoption("--fast", action="store_true", help=f"leave out what takes long: {', '.join(SLOW)}")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what is slow, if that is wanted."""
    is_slow = collection_path in {Path(__file__).parent / name for name in SLOW}
    return True if is_slow and config.getoption("fast") else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what was not tested."""
    if config.getoption("fast"):
        terminalreporter.write_line(f"--fast has left out {', '.join(f'tests/{name}' for name in SLOW)}")


# Data that does not ship with nnplay


def _shared_data(name: str) -> Path:
    folder = os.environ.get("NNPLAY_DATA")
    if not folder:
        pytest.skip("NNPLAY_DATA does not name the folder with the shared data sets")
    return Path(folder) / name


@pytest.fixture(scope="session")
def mnist_folder() -> Path:
    """Return the folder with MNIST's four gzipped IDX files; skips where the machine has none."""
    return _shared_data("mnist")


@pytest.fixture(scope="session")
def csv_folder() -> Path:
    """Return the folder with iris.csv and pima-indians-diabetes.csv; skips where the machine has none."""
    return _shared_data("csv")


# Chance


@pytest.fixture
def rng() -> "np.random.Generator":
    """Return a generator of the test's own: what it draws depends on no other test, nor on their order."""
    import numpy as np

    return np.random.default_rng(0)


# Always on, for every test


@pytest.fixture(scope="session")
def written_digits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the generated digits that all tests share: to write twenty thousand takes three seconds."""
    return tmp_path_factory.mktemp("digits")


@pytest.fixture(autouse=True)
def fresh_folders(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, written_digits: Path
) -> Path:
    """Give every test a home of its own: settings, configuration, cache (but for digits) and data start empty."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "CACHE", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    cache = home / "cache" / "nnplay"
    cache.mkdir(parents=True)
    (cache / "digits").symlink_to(written_digits)
    return home


@pytest.fixture
def no_digits_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have an empty cache, for tests of the cache itself and of the time that digits take."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "empty"))


@pytest.fixture(autouse=True)
def no_warnings_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs at WARNING or above; one that means to asks for `caplog` and checks it there."""
    recorder = _Recorder(logging.WARNING)
    logging.getLogger().addHandler(recorder)
    yield
    logging.getLogger().removeHandler(recorder)
    if recorder.messages and "caplog" not in request.fixturenames:
        pytest.fail(f"logged: {recorder.messages}", pytrace=False)


class _Recorder(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a Python thread behind; Qt's threads are `nothing_left_running`'s."""
    before = set(threading.enumerate())
    yield
    # A Qt thread that ran Python code stays listed as a dummy after its end.
    left = [each for each in set(threading.enumerate()) - before if not isinstance(each, threading._DummyThread)]
    if left:
        pytest.fail(f"threads left running: {left}", pytrace=False)


# Always on, for tests that use Qt


PATIENCE_MS = 60_000
"""For how long a test waits for what it expects. It is there to end a test that hangs, not to measure the machine."""


@pytest.fixture
def qtbot(qtbot: "QtBot") -> "QtBot":
    """Let pytest-qt wait longer than its 5 s, which a machine with much else to do may need."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive", "waitCallback"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture(autouse=True)
def qt_guards(request: pytest.FixtureRequest, fresh_folders: Path) -> None:
    """Put the guards of Qt around every test that uses it, outside everything that the test itself asks for."""
    if {"qapp", "qtbot"} & set(request.fixturenames):
        for guard in (
            "fresh_qt_folders",
            "no_getter_hands_over",
            "no_language_left",
            "no_modal_dialog",
            "nothing_left_running",
        ):
            request.getfixturevalue(guard)


@pytest.fixture(scope="session")
def no_getter_hands_over(qapp: object) -> None:
    """Refuse the getters of PySide after which the window dies with what was asked."""
    from tests.qt_ownership import forbid

    forbid()


@pytest.fixture
def fresh_qt_folders(qapp: object, fresh_folders: Path) -> None:
    """Let Qt's settings and standard paths lie in the test's own home as well."""
    from PySide6.QtCore import QSettings, QStandardPaths

    QStandardPaths.setTestModeEnabled(True)
    for file_format in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(file_format, QSettings.Scope.UserScope, str(fresh_folders / "settings"))


@pytest.fixture
def no_language_left(qapp: object) -> Iterator[None]:
    """Remove the translations that a test installed, so that the next ones see the texts of the source."""
    yield
    translations = sys.modules.get("nnplay.shell.translations")
    if translations is not None:
        translations.remove()


@pytest.fixture
def no_modal_dialog(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail instead of waiting for a person who is not there; a test may replace these to answer."""
    from PySide6.QtWidgets import QApplication, QColorDialog, QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox

    blocking = {
        QDialog: ["exec"],
        QMenu: ["exec"],
        QColorDialog: ["getColor"],
        QFileDialog: ["getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"],
        QInputDialog: ["getText", "getInt", "getDouble", "getItem", "getMultiLineText"],
        QMessageBox: ["exec", "information", "question", "warning", "critical", "about", "aboutQt"],
    }
    for kind, names in blocking.items():
        for name in names:
            monkeypatch.setattr(kind, name, _refuse_dialog(f"{kind.__name__}.{name}"))
    yield
    left = QApplication.activeModalWidget()
    if left is not None:
        left.close()
        pytest.fail(f"a modal dialog was opened: {left!r}", pytrace=False)


def _refuse_dialog(name: str) -> object:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError(f"{name} would wait for a person")

    return refuse


@pytest.fixture
def nothing_left_running(qapp: object) -> Iterator[None]:
    """Fail a test after which a Qt thread, timer or animation still runs, and stop it for the tests that follow."""
    from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    def stop(each: QThread | QTimer | QAbstractAnimation) -> bool:
        if isinstance(each, QTimer):
            was_running = each.isActive()
            each.stop()
        elif isinstance(each, QAbstractAnimation):
            was_running = each.state() == QAbstractAnimation.State.Running
            each.stop()
        else:
            was_running = each.isRunning() and each is not QThread.currentThread()
            if was_running:
                each.quit()
                each.wait(1000)
        return was_running

    # What is there before the test, all modules above all, is set aside: only its own objects are looked through.
    gc.collect()
    gc.freeze()
    yield
    # A window that is still shown would be destroyed piece by piece, and its Python code would run on pieces that are
    # gone; the program hides windows before it lets go of them.
    for widget in QApplication.topLevelWidgets():
        if isValid(widget) and not widget.isModal() and not widget.property("outlives_a_test"):
            widget.hide()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kinds = (QThread, QTimer, QAbstractAnimation)
    candidates = [each for each in gc.get_objects() if isinstance(each, kinds) and isValid(each)]
    left = [f"{each!r} of {each.parent()!r}" for each in candidates if stop(each)]
    if left:
        pytest.fail(f"left running: {left}", pytrace=False)
