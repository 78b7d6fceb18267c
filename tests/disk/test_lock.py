"""FileLock: one at a time, freed with the process, whatever is written in its file."""

import subprocess
import sys
from pathlib import Path

from nnplay.disk.lock import FileLock

ROOT = Path(__file__).resolve().parents[2]
_HOLDING = """
import sys
from pathlib import Path
from nnplay.disk.lock import FileLock
lock = FileLock(Path(sys.argv[1]))
assert lock.take()
print("ready", flush=True)
sys.stdin.read()
"""


def test_only_one_has_it(tmp_path: Path) -> None:
    one, other = FileLock(tmp_path / "a.lock"), FileLock(tmp_path / "a.lock")
    assert one.take()
    assert not other.take()
    one.release()
    assert other.take()
    other.release()
    assert list(tmp_path.iterdir()) == []


def test_what_the_file_holds_locks_nobody_out(tmp_path: Path) -> None:
    for content in (b"", b"123\nnnplay\nanother-computer\n"):
        (tmp_path / "a.lock").write_bytes(content)
        lock = FileLock(tmp_path / "a.lock")
        assert lock.take()
        lock.release()


def test_it_is_free_when_the_process_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDING, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    lock = FileLock(path)
    assert not lock.take()
    process.kill()
    process.communicate()
    assert lock.take()
    lock.release()


def test_giving_back_twice_does_nothing(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "a.lock")
    lock.release()
    assert lock.take()
    lock.release()
    lock.release()
    assert list(tmp_path.iterdir()) == []
