"""Writing files: the one place of the program that does it, and its two rules.

At any moment, whatever fails, the old content or the new one is there, never half of it. And nothing is replaced that
the person did not name: a file that comes along with another one is written only where there is none of its name.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from nnplay.disk.lock import lock_descriptor
from nnplay.disk.reading import is_there, read_file
from nnplay.disk.sweeping import sweep, temporary_name
from nnplay.engine.errors import QT_TRANSLATE_NOOP, NnplayError
from nnplay.engine.reasons import NOT_ORDINARY, READS_BACK_OTHERWISE

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class WouldReplaceError(NnplayError):
    """Files that the person did not name are there already; nothing has been written.

    Attributes
    ----------
    paths
        Those files.
    """

    def __init__(self, paths: list[Path]) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "errors",
                "Nothing was written: {files} would be replaced. Choose another folder, or agree to replacing what is"
                " there.",
            ),
            files=[f"“{path}”" for path in paths],
        )
        self.paths = paths


def write_file(path: Path, content: bytes, check: Callable[[bytes], None] | None = None) -> None:
    """Write a file that the person has named, or that is nnplay's own, in place of the one that is there.

    What was written is read back from the disk and compared before the old file goes. A symbolic link stays one: what
    it points at is replaced. An existing file keeps its permissions, a new one gets those of the user's umask.

    Parameters
    ----------
    check
        Called with what was read back; what it raises ends the writing.

    Raises
    ------
    OSError
        If it cannot be written; the old file is then as it was, and nothing is left behind.
    """
    with _fresh(path, content) as put_in_place:
        if check is not None:
            check(content)
        put_in_place()


def write_files(contents: Mapping[Path, bytes], named: Collection[Path]) -> None:
    """Write files that belong together; of those that are not ``named`` none may be there, unless it is the same.

    All contents are on the disk before the first file gets its name.

    Raises
    ------
    WouldReplaceError
        If files that were not named are there with other contents.
    OSError
        If a file cannot be written.
    """
    if replaced := would_replace(contents, named):
        raise WouldReplaceError(replaced)
    others = [path for path in contents if path not in named]
    same = {path for path in others if is_there(path)}
    with ExitStack() as stack:
        fresh = {path: stack.enter_context(_fresh(path, contents[path])) for path in contents if path not in same}
        for path, put_in_place in fresh.items():
            if path in others and is_there(path):  # since we looked
                raise WouldReplaceError([path])
            put_in_place()


def would_replace(contents: Mapping[Path, bytes], named: Collection[Path]) -> list[Path]:
    """Which of the files are there with other contents, though nobody has named them."""
    others = (path for path in contents if path not in named)
    return [path for path in others if is_there(path) and not _holds(path, contents[path])]


def write_own(path: Path, content: bytes) -> None:
    """Write a file of a cache: whole or not at all, but not worth waiting for the disk; OSError if that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _fresh(path, content, is_durable=False) as put_in_place:
        put_in_place()


@contextmanager
def _fresh(path: Path, content: bytes, *, is_durable: bool = True) -> Iterator[Callable[[], None]]:
    """The content on the disk beside its place, and what puts it there; without that it goes again."""
    target = Path(os.path.realpath(path))
    mode = _mode_of_existing(target)
    sweep(target.parent)
    # The name does not grow with the target's, which may already be as long as names can be.
    temporary = target.parent / temporary_name(secrets.token_hex(8))
    descriptor = os.open(temporary, _FLAGS, 0o666)
    try:
        with open(descriptor, "r+b", closefd=False) as file:
            with contextlib.suppress(OSError):  # a file system without locks; then sweeping waits for a day
                lock_descriptor(descriptor)
            file.write(content)
            file.flush()
            if is_durable:
                os.fsync(descriptor)
                _forget_cached(descriptor)
                file.seek(0)
                if file.read() != content:
                    raise OSError(errno.EIO, READS_BACK_OTHERWISE, str(path))
        if mode is not None:
            temporary.chmod(mode)
        if os.name == "nt":  # which renames no open file
            os.close(descriptor)
            descriptor = -1

        def put_in_place() -> None:
            temporary.replace(target)
            if is_durable:
                _sync_folder(target.parent)

        yield put_in_place
    finally:
        temporary.unlink(missing_ok=True)
        if descriptor >= 0:
            os.close(descriptor)


def _forget_cached(descriptor: int) -> None:
    """Have what is read back come from the disk, not from memory, where the system can."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _mode_of_existing(target: Path) -> int | None:
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, NOT_ORDINARY, str(target))
    # Replacing asks for the folder's permission only; a file that is write-protected is meant to stay.
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return stat.S_IMODE(status.st_mode)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return read_file(path, len(content)) == content
    except OSError:
        return False


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk as well; the content is safe by now, so a file system that cannot is forgiven."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
