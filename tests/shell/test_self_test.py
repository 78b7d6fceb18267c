"""The program's trial of itself passes here, and fails where something is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from nnplay.shell import translations
from nnplay.shell.self_test import SelfTest, SelfTestError, captured_stderr

ROOT = Path(__file__).resolve().parents[2]


def test_a_checkout_passes() -> None:
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "nnplay", "--self-test"], capture_output=True, text=True, env=surroundings, timeout=120
    )
    assert done.stdout.endswith("self-test: everything works\n"), done.stdout
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def trial(qtbot, dressed, tmp_path):
    trial = SelfTest(tmp_path)
    yield trial
    trial.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    translations.install("en")


@pytest.mark.qt_log_ignore("Cannot read file")
def test_a_broken_icon_is_noticed(trial, tmp_path, monkeypatch):
    (tmp_path / "broken.svg").write_text("<svg")
    monkeypatch.setattr("nnplay.resources.path", lambda *parts: tmp_path.joinpath(*parts))
    with pytest.raises(SelfTestError, match=r"broken\.svg cannot be drawn"):
        trial.load_resources()


def test_a_missing_translation_is_noticed(trial, monkeypatch):
    monkeypatch.setattr("nnplay.shell.translations.install", lambda code: None)
    with pytest.raises(SelfTestError, match="is not translated to zh_CN"):
        trial.switch_language()


def test_words_of_c_libraries_on_stderr_are_caught():
    with captured_stderr() as said:
        os.write(2, b"from C")
        sys.stderr.write("from Python")
        words = said()
    assert "from C" in words
