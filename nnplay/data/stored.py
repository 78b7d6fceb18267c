"""Files that a project refers to: their checksums, and the check that they are unchanged."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from nnplay.data.loading import LoadCancelledError, ShouldCancel, never_cancel
from nnplay.disk.reading import open_file
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of

_BLOCK = 1 << 20


def checksum_of(path: Path, should_cancel: ShouldCancel = never_cancel) -> str:
    """Return the SHA-256 of a file's content in hexadecimal digits.

    Raises
    ------
    DataError
        If it cannot be read.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    checksum = sha256()
    try:
        with open_file(path) as file:
            while block := file.read(_BLOCK):
                if should_cancel():
                    raise LoadCancelledError
                checksum.update(block)
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {reason}."), file=path, reason=reason_of(error)
        ) from error
    return checksum.hexdigest()


def check_unchanged(path: str, checksum: str, should_cancel: ShouldCancel = never_cancel) -> None:
    """Raise DataError unless the file has this checksum; an empty checksum matches every file."""
    if checksum and checksum_of(Path(path), should_cancel) != checksum:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” has changed since it was chosen: open it again to see what is in it now."
            ),
            file=path,
        )
