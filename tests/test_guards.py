"""The guards of conftest.py catch what they are there for, and leave a well-behaved test alone."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MISBEHAVING = """
import logging
import threading

from PySide6.QtCore import QPropertyAnimation, QSettings, QThread, QTimer
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

kept = []

def test_log():
    logging.getLogger("some.module").warning("careful")

def test_python_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()

def test_qt_thread(qapp):
    kept.append(QThread())
    kept[-1].start()

def test_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(50)

def test_animation(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    animation = QPropertyAnimation(widget, b"windowOpacity")
    kept.extend([widget, animation])
    animation.setDuration(60_000)
    animation.start()

def test_message_box(qapp):
    QMessageBox.warning(None, "title", "text")

def test_modal_dialog(qapp):
    kept.append(QDialog())
    kept[-1].open()
"""

WELL_BEHAVED = """
import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QMessageBox

def test_log_that_is_meant(caplog):
    logging.getLogger("some.module").warning("careful")
    assert caplog.messages == ["careful"]

def test_stopped(qtbot):
    timer = QTimer()
    timer.start(1)
    qtbot.waitSignal(timer.timeout).wait()
    timer.stop()

def test_answered(qapp, monkeypatch):
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    assert QMessageBox.question(None, "title", "text") == QMessageBox.StandardButton.Yes

@pytest.mark.parametrize("round", [1, 2])
def test_fresh(qtbot, fresh_folders, round):
    settings = QSettings("nnplay", "nnplay")
    assert settings.value("seen") is None
    settings.setValue("seen", round)
    settings.sync()
    location = QStandardPaths.StandardLocation.AppDataLocation
    for path in (settings.fileName(), QStandardPaths.writableLocation(location), Path.home()):
        assert Path(path).is_relative_to(fresh_folders)
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Run both files under the real conftest and settings; return what pytest says of each test."""
    folder = tmp_path_factory.mktemp("guarded")
    root = Path(__file__).parents[1]
    shutil.copy(root / "tests" / "conftest.py", folder)
    shutil.copy(root / "pyproject.toml", folder)
    (folder / "test_misbehaving.py").write_text(MISBEHAVING)
    (folder / "test_well_behaved.py").write_text(WELL_BEHAVED)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-rA",
        "test_misbehaving.py",
        "test_well_behaved.py",
    ]
    environment = os.environ | {"PYTHONPATH": str(root)}  # what the conftest imports from `tests`
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment).stdout


@pytest.mark.parametrize("name", re.findall(r"^def (test_\w+)", MISBEHAVING, re.MULTILINE))
def test_misbehaviour_is_caught(outcome: str, name: str) -> None:
    assert re.search(rf"^(ERROR|FAILED) test_misbehaving.py::{name}\b", outcome, re.MULTILINE), outcome


def test_good_behaviour_passes(outcome: str) -> None:
    assert not re.findall(r"^(?:ERROR|FAILED) (test_well_behaved.py::.*)", outcome, re.MULTILINE), outcome
    assert len(re.findall(r"^PASSED test_well_behaved.py", outcome, re.MULTILINE)) == 5


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True has been immortal since Python 3.12")
def test_emitting_booleans_keeps_their_references(qapp: object) -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to True with every Signal(bool) and aborts in the end."""
    from PySide6.QtCore import QObject, Signal

    class Switch(QObject):
        toggled = Signal(bool)

    switch, received = Switch(), []
    switch.toggled.connect(received.append)
    before = sys.getrefcount(True)
    for _ in range(1000):
        switch.toggled.emit(True)
    received.clear()
    assert abs(sys.getrefcount(True) - before) < 100
