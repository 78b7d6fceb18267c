"""The lock of a user's file: held by one session, freed by the system, and asked of no folder that cannot have it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nnplay.document.open_file import OpenFile

_CHILD = """
import os, sys
from pathlib import Path
from nnplay.document.open_file import OpenFile

print(OpenFile(Path(sys.argv[1]), Path(sys.argv[2])).is_ours, flush=True)
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def locks(tmp_path: Path) -> Path:
    folder = tmp_path / "locks"
    folder.mkdir()
    return folder


def test_one_session_has_a_file_until_it_releases_it(tmp_path: Path, locks: Path) -> None:
    first = OpenFile(tmp_path / "a.nnplay", locks)
    assert first.is_ours
    assert not OpenFile(tmp_path / "a.nnplay", locks).is_ours
    assert OpenFile(tmp_path / "b.nnplay", locks).is_ours
    first.release()
    assert OpenFile(tmp_path / "a.nnplay", locks).is_ours


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_killed_process_leaves_no_lock(tmp_path: Path, locks: Path) -> None:
    command = [sys.executable, "-c", _CHILD, str(tmp_path / "a.nnplay"), str(locks)]
    ended = subprocess.run(command, env=os.environ, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.stdout.strip(), ended.returncode) == ("True", -9)
    assert list(locks.iterdir())
    assert OpenFile(tmp_path / "a.nnplay", locks).is_ours


@pytest.mark.parametrize("content", ["", "4711\nnnplay\nanother-computer\n"])
def test_a_lock_that_is_empty_or_of_another_computer_locks_nobody_out(
    tmp_path: Path, locks: Path, content: str
) -> None:
    first = OpenFile(tmp_path / "a.nnplay", locks)
    (lock,) = locks.iterdir()
    first.release()
    lock.write_text(content, encoding="utf-8")
    assert OpenFile(tmp_path / "a.nnplay", locks).is_ours


def test_without_a_folder_nothing_is_locked(tmp_path: Path) -> None:
    assert OpenFile(tmp_path / "a.nnplay", tmp_path / "none").is_ours
    assert OpenFile(tmp_path / "a.nnplay", tmp_path / "none").is_ours
