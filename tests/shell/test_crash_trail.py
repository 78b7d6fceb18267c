"""A crash leaves the names of the last commands and the stacks; a proper end leaves nothing."""

import os
import subprocess
import sys

import pytest

from nnplay.shell.crash_trail import CrashTrail, take_trails

_CHILD = """
import os, signal, sys
from pathlib import Path
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from nnplay.shell.commands.catalogue import Entry
from nnplay.shell.crash_trail import CrashTrail

application = QApplication([])
trail = CrashTrail(Path(sys.argv[1]))
actions = [QAction(f"secret {number}") for number in range(30)]
trail.follow([Entry(f"group.command{number}", action, None) for number, action in enumerate(actions)])
for action in actions:
    action.trigger()
if sys.argv[2] == "crash":
    os.kill(os.getpid(), signal.SIGSEGV)
trail.end()
"""


_OTHER = """
import sys
from pathlib import Path
from nnplay.shell.crash_trail import take_trails

print(take_trails(Path(sys.argv[1])))
"""


def run_child(folder, end):
    command = [sys.executable, "-c", _CHILD, str(folder), end]
    return subprocess.run(command, env=os.environ, capture_output=True, timeout=60, check=False).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a crash are others there")
def test_a_crash_names_the_last_twenty_commands_and_the_stacks(qapp, tmp_path):
    assert run_child(tmp_path, "crash") < 0
    (text,) = take_trails(tmp_path)
    assert text.splitlines()[:20] == [f"group.command{number}" for number in range(10, 30)]
    assert "Segmentation fault" in text
    assert "secret" not in text
    assert take_trails(tmp_path) == []


def test_a_proper_end_leaves_nothing(qapp, tmp_path):
    assert run_child(tmp_path, "end") == 0
    assert list(tmp_path.iterdir()) == []


def test_what_runs_at_the_same_time_is_left_alone(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr("nnplay.shell.crash_trail.faulthandler.enable", lambda file: None)
    monkeypatch.setattr("nnplay.shell.crash_trail.faulthandler.disable", lambda: None)
    trail = CrashTrail(tmp_path)
    command = [sys.executable, "-c", _OTHER, str(tmp_path)]
    assert subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout == "[]\n"
    trail.end()


def test_the_window_s_commands_are_followed(window, tmp_path, monkeypatch):
    monkeypatch.setattr("nnplay.shell.crash_trail.faulthandler.enable", lambda file: None)
    monkeypatch.setattr("nnplay.shell.crash_trail.faulthandler.disable", lambda: None)
    trail = CrashTrail(tmp_path)
    trail.follow(window.entries)
    window.commands.view.fit.trigger()
    window.commands.training.new_start.trigger()
    (path,) = tmp_path.glob("*.log")
    assert path.read_text(encoding="utf-8").split() == ["view.fit", "training.new_start"]
    trail.end()
