"""Reading: ordinary files alone are opened; a pipe or a device keeps nobody waiting."""

import os
import sys
from pathlib import Path

import pytest

from nnplay.data import open_data
from nnplay.data.idx import read_idx
from nnplay.data.pictures.decoding import read_grey
from nnplay.disk.reading import is_folder, is_there, open_file, read_file
from nnplay.engine import NnplayError
from nnplay.exchange.weights import with_weights_of
from nnplay.lessons import load as load_lesson
from nnplay.project.drawing_files import read_strokes
from nnplay.project.inspection.weight_text import load_matrix
from nnplay.project.presets import preset
from nnplay.project.storage.file import load

posix_only = pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")
as_user_only = pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everywhere")

READERS = {
    "project": load,
    "lesson": load_lesson,
    "table": open_data,
    "idx": read_idx,
    "picture": read_grey,
    "strokes": read_strokes,
    "matrix": load_matrix,
    "weights": lambda path: with_weights_of(preset("circle"), path),
}


def test_an_ordinary_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"content")
    assert read_file(path, 7) == b"content"
    with open_file(path) as file:
        assert file.read() == b"content"


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"content")
    with pytest.raises(OSError, match="large"):
        read_file(path, 6)


@posix_only
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", ["pipe", "/dev/zero", "/dev/random", "/dev/null", "/proc/kmsg", "folder/file", "long"])
def test_every_reader_refuses_what_is_no_ordinary_file(tmp_path: Path, reader: str, kind: str) -> None:
    path = {"pipe": tmp_path / "pipe", "long": tmp_path / ("x" * 4_000)}.get(kind, Path(kind))
    if kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(NnplayError) as refused:
        READERS[reader](path)
    assert len(str(refused.value)) > 20


@posix_only
def test_arrays_are_not_read_from_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "data.npz")
    with pytest.raises(NnplayError, match="ordinary file"):
        open_data(tmp_path / "data.npz")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
def test_a_file_that_says_it_is_empty_is(tmp_path: Path) -> None:
    with open_file(Path("/proc/self/status")) as file:
        assert file.read() == b""


def test_whether_something_is_there(tmp_path: Path) -> None:
    assert is_there(tmp_path)
    assert is_folder(tmp_path)
    assert not is_there(tmp_path / "no")
    with pytest.raises(OSError, match=r".+"):
        is_there(tmp_path / ("x" * 4_000))
    assert not is_folder(tmp_path / ("x" * 4_000))


@as_user_only
def test_a_folder_that_may_not_be_entered_is_a_reason(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "file").write_bytes(b"x")
    folder.chmod(0)
    try:
        for read in READERS.values():
            with pytest.raises(NnplayError, match="ermission"):
                read(folder / "file")
    finally:
        folder.chmod(0o700)
