"""Atomic writing: the old content or the new, links and permissions kept, nothing left behind."""

import os
import stat

import pytest

from nnplay.disk import writing
from nnplay.disk.lock import lock_descriptor
from nnplay.disk.sweeping import temporary_name
from nnplay.disk.writing import WouldReplaceError, write_file, write_files

posix_only = pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
as_user_only = pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_new_and_existing_files(tmp_path):
    path = tmp_path / "file"
    write_file(path, b"one")
    assert path.read_bytes() == b"one"
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


@posix_only
@pytest.mark.parametrize(("umask", "expected"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_permissions_of_the_umask(tmp_path, umask, expected):
    before = os.umask(umask)
    try:
        write_file(tmp_path / "file", b"")
    finally:
        os.umask(before)
    assert mode(tmp_path / "file") == expected


@posix_only
def test_an_existing_file_keeps_its_permissions(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_file(path, b"new")
    assert mode(path) == 0o640


@posix_only
def test_a_link_stays_a_link(tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    target, link = folder / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert list(folder.iterdir()) == [target]


@posix_only
def test_a_link_to_a_file_that_is_not_there_yet(tmp_path):
    link = tmp_path / "link"
    link.symlink_to("target")
    write_file(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "target").read_bytes() == b"new"


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, moment):
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def fail(*arguments):
        raise OSError(28, "No space left on device")

    target = os if moment == "fsync" else writing.Path
    monkeypatch.setattr(target, moment, fail)
    with pytest.raises(OSError, match="No space"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing/file", "x" * 300, "."])
def test_impossible_places(tmp_path, name):
    with pytest.raises(OSError, match=r".+"):
        write_file(tmp_path / name, b"")
    assert list(tmp_path.iterdir()) == []


@posix_only
def test_what_is_no_ordinary_file_is_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="ordinary"):
        write_file(tmp_path / "pipe", b"")


@as_user_only
def test_a_write_protected_file_stays(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o400)
    with pytest.raises(PermissionError):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"


@posix_only
def test_the_longest_name_that_a_file_can_have(tmp_path):
    path = tmp_path / ("x" * 255)
    write_file(path, b"content")
    assert path.read_bytes() == b"content"


def test_what_reads_back_otherwise_replaces_nothing(tmp_path, monkeypatch):
    path = tmp_path / "file"
    path.write_bytes(b"old")
    real = os.fsync

    def damage(descriptor):
        real(descriptor)
        os.pwrite(descriptor, b"X", 0)

    monkeypatch.setattr(os, "fsync", damage)
    with pytest.raises(OSError, match="reads back otherwise"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_check_that_fails_replaces_nothing(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def refuse(content):
        raise ValueError(content.decode())

    with pytest.raises(ValueError, match="new"):
        write_file(path, b"new", refuse)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_files_that_come_along_replace_nothing(tmp_path):
    main, beside = tmp_path / "main", tmp_path / "beside"
    main.write_bytes(b"old")
    beside.write_bytes(b"mine")
    with pytest.raises(WouldReplaceError) as refused:
        write_files({main: b"new", beside: b"new"}, [main])
    assert refused.value.paths == [beside]
    assert (main.read_bytes(), beside.read_bytes()) == (b"old", b"mine")
    write_files({main: b"new", beside: b"mine"}, [main])  # the same content replaces nothing
    assert (main.read_bytes(), beside.read_bytes()) == (b"new", b"mine")
    write_files({main: b"newer", beside: b"newer"}, [main, beside])
    assert (main.read_bytes(), beside.read_bytes()) == (b"newer", b"newer")


def test_of_files_that_belong_together_all_are_written_or_none(tmp_path, monkeypatch):
    with pytest.raises(OSError, match=r".+"):
        write_files({tmp_path / "one": b"1", tmp_path / "missing" / "two": b"2"}, [])
    assert list(tmp_path.iterdir()) == []


def left_behind(folder, content=b"half"):
    path = folder / temporary_name("0123456789abcdef")
    path.write_bytes(content)
    os.utime(path, (1, 1))
    return path


def test_what_a_killed_process_left_is_swept(tmp_path):
    left, other = left_behind(tmp_path), tmp_path / ".nnplay-mine.tmp"
    other.write_bytes(b"not ours")
    os.utime(other, (1, 1))
    write_file(tmp_path / "file", b"content")
    assert not left.exists()
    assert other.exists()


@posix_only
def test_what_another_process_is_writing_stays(tmp_path):
    left = left_behind(tmp_path)
    with left.open("r+b") as file:
        assert lock_descriptor(file.fileno())
        write_file(tmp_path / "file", b"content")
    assert left.exists()
