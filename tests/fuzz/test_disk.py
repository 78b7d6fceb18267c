"""Disks that are full and places that cannot be written to: the old file is as it was, and the sentence says why."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nnplay.project import ProjectFileError
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits and permissions as Linux has them")
ROOT = Path(__file__).resolve().parents[2]

_LIMITED = """
import resource, signal, sys
from pathlib import Path
from nnplay.project import ProjectFileError
from nnplay.project.storage.file import save
from nnplay.project.presets import preset
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
project = preset("mnist-mlp")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    save(project, Path(sys.argv[1]))
except ProjectFileError as error:
    print(error)
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.nnplay"
    save(preset("circle"), path)
    return path


def unchanged(path: Path, before: bytes) -> None:
    assert path.read_bytes() == before
    assert load(path).title == "Circle"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("limit", [0, 1, 4096, 100_000, 400_000])
def test_a_disk_that_fills_up_while_saving(old: Path, limit: int) -> None:
    before = old.read_bytes()
    command = [sys.executable, "-c", _LIMITED, str(old), str(limit)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "was not saved" in done.stdout
    assert "unchanged" in done.stdout
    unchanged(old, before)


def test_a_small_disk_that_is_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        path = disk / "old.nnplay"
        save(preset("circle"), path)
        before = path.read_bytes()
        filler = disk / "filler"
        with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(4096))
        with pytest.raises(ProjectFileError, match="No space left"):
            save(preset("mnist-mlp"), path)
        filler.unlink()
        unchanged(path, before)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_folder_that_is_gone(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(ProjectFileError, match="No such file"):
        save(preset("xor"), old.parent / "gone" / "new.nnplay")
    unchanged(old, before)


def test_a_name_that_is_too_long(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(ProjectFileError, match="too long"):
        save(preset("xor"), old.parent / ("x" * 300))
    unchanged(old, before)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(old: Path) -> None:
    before = old.read_bytes()
    old.parent.chmod(0o500)
    try:
        with pytest.raises(ProjectFileError, match="ermission"):
            save(preset("xor"), old)
    finally:
        old.parent.chmod(0o700)
    unchanged(old, before)
