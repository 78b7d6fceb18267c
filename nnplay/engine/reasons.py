"""Reasons: the texts of exceptions from the system and from libraries, made translatable.

"No such file or directory" comes from the system, in English or in its own language; what NumPy or zipfile say about a
damaged file is meant for programmers.
"""

from __future__ import annotations

import errno
import zipfile
import zlib

from nnplay.engine.errors import QT_TRANSLATE_NOOP, NnplayError

NOT_ORDINARY = QT_TRANSLATE_NOOP("errors", "it is not an ordinary file")
READS_BACK_OTHERWISE = QT_TRANSLATE_NOOP("errors", "what was written reads back otherwise; the disk may be damaged")
_OURS = (NOT_ORDINARY, READS_BACK_OTHERWISE)
"""What nnplay itself says in an OSError."""

_BY_NAME = {
    "ENOENT": QT_TRANSLATE_NOOP("errors", "No such file or directory"),
    "EACCES": QT_TRANSLATE_NOOP("errors", "Permission denied"),
    "EPERM": QT_TRANSLATE_NOOP("errors", "Operation not permitted"),
    "EISDIR": QT_TRANSLATE_NOOP("errors", "Is a directory"),
    "ENOTDIR": QT_TRANSLATE_NOOP("errors", "Not a directory"),
    "EEXIST": QT_TRANSLATE_NOOP("errors", "File exists"),
    "ENOSPC": QT_TRANSLATE_NOOP("errors", "No space left on device"),
    "EDQUOT": QT_TRANSLATE_NOOP("errors", "Disk quota exceeded"),
    "EROFS": QT_TRANSLATE_NOOP("errors", "Read-only file system"),
    "ENAMETOOLONG": QT_TRANSLATE_NOOP("errors", "File name too long"),
    "EFBIG": QT_TRANSLATE_NOOP("errors", "File too large"),
    "EMFILE": QT_TRANSLATE_NOOP("errors", "Too many open files"),
    "ELOOP": QT_TRANSLATE_NOOP("errors", "Too many levels of symbolic links"),
    "EBUSY": QT_TRANSLATE_NOOP("errors", "Device or resource busy"),
    "EIO": QT_TRANSLATE_NOOP("errors", "Input/output error"),
    "ECONNREFUSED": QT_TRANSLATE_NOOP("errors", "Connection refused"),
    "ECONNRESET": QT_TRANSLATE_NOOP("errors", "Connection reset by peer"),
    "ETIMEDOUT": QT_TRANSLATE_NOOP("errors", "Connection timed out"),
    "ENETUNREACH": QT_TRANSLATE_NOOP("errors", "Network is unreachable"),
    "EHOSTUNREACH": QT_TRANSLATE_NOOP("errors", "No route to host"),
}
_BY_NUMBER = {getattr(errno, name): text for name, text in _BY_NAME.items() if hasattr(errno, name)}
"""By number, for the words of a system depend on it and on its language."""

_OF_NAME_SERVICE = {
    "EAI_NONAME": QT_TRANSLATE_NOOP("errors", "Name or service not known"),
    "EAI_AGAIN": QT_TRANSLATE_NOOP("errors", "Temporary failure in name resolution"),
}

BAD_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError)
"""What ``zipfile`` raises where a file is none."""


def reason_of(error: BaseException) -> object:
    """Return what is wrong: an error of ours, which is translated within a sentence, or a text of the system's."""
    if isinstance(error, NnplayError):
        return error
    if isinstance(error, OSError):
        known = _known(error)
        return NnplayError(known) if known else error.strerror or str(error)
    if isinstance(error, UnicodeError):
        return NnplayError(QT_TRANSLATE_NOOP("errors", "it is not a text in UTF-8"))
    if isinstance(error, RecursionError):
        return NnplayError(QT_TRANSLATE_NOOP("errors", "it is nested too deeply"))
    if isinstance(error, BAD_ARCHIVE):
        return NnplayError(QT_TRANSLATE_NOOP("errors", "it is not a zip archive, or a damaged one"))
    return NnplayError(QT_TRANSLATE_NOOP("errors", "its content makes no sense"))


def _known(error: OSError) -> str | None:
    import socket  # 3 ms, which nobody is to wait for before anything fails

    if isinstance(error, socket.gaierror):
        numbers = {getattr(socket, name): text for name, text in _OF_NAME_SERVICE.items()}
    else:
        numbers = _BY_NUMBER
    return error.strerror if error.strerror in _OURS else numbers.get(error.errno or 0)
