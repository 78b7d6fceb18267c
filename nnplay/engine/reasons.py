"""Reasons: what other people's exceptions say, as values of our sentences, which can be translated.

"No such file or directory" comes from the system and in its own language, most often English; what NumPy, zipfile and
their like say of a damaged file is for programmers.
"""

from __future__ import annotations

import zipfile
import zlib

from nnplay.engine.errors import QT_TRANSLATE_NOOP, NnplayError

SYSTEM = frozenset(
    (
        QT_TRANSLATE_NOOP("errors", "No such file or directory"),
        QT_TRANSLATE_NOOP("errors", "Permission denied"),
        QT_TRANSLATE_NOOP("errors", "Operation not permitted"),
        QT_TRANSLATE_NOOP("errors", "Is a directory"),
        QT_TRANSLATE_NOOP("errors", "Not a directory"),
        QT_TRANSLATE_NOOP("errors", "File exists"),
        QT_TRANSLATE_NOOP("errors", "No space left on device"),
        QT_TRANSLATE_NOOP("errors", "Disk quota exceeded"),
        QT_TRANSLATE_NOOP("errors", "Read-only file system"),
        QT_TRANSLATE_NOOP("errors", "File name too long"),
        QT_TRANSLATE_NOOP("errors", "File too large"),
        QT_TRANSLATE_NOOP("errors", "Too many open files"),
        QT_TRANSLATE_NOOP("errors", "Too many levels of symbolic links"),
        QT_TRANSLATE_NOOP("errors", "Device or resource busy"),
        QT_TRANSLATE_NOOP("errors", "Input/output error"),
        QT_TRANSLATE_NOOP("errors", "Connection refused"),
        QT_TRANSLATE_NOOP("errors", "Connection reset by peer"),
        QT_TRANSLATE_NOOP("errors", "Connection timed out"),
        QT_TRANSLATE_NOOP("errors", "Network is unreachable"),
        QT_TRANSLATE_NOOP("errors", "No route to host"),
        QT_TRANSLATE_NOOP("errors", "Name or service not known"),
        QT_TRANSLATE_NOOP("errors", "Temporary failure in name resolution"),
    )
)
"""What systems say, word for word; anything else stays as it comes."""

_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError)


def reason_of(error: Exception) -> object:
    """Return what is wrong: an error of ours, which is translated within a sentence, or a text of the system's."""
    if isinstance(error, NnplayError):
        return error
    if isinstance(error, OSError):
        text = error.strerror or str(error)
        return NnplayError(text) if text in SYSTEM else text
    if isinstance(error, UnicodeError):
        return NnplayError(QT_TRANSLATE_NOOP("errors", "it is not a text in UTF-8"))
    if isinstance(error, RecursionError):
        return NnplayError(QT_TRANSLATE_NOOP("errors", "it is nested too deeply"))
    if isinstance(error, _ARCHIVE):
        return NnplayError(QT_TRANSLATE_NOOP("errors", "it is no zip archive, or a damaged one"))
    return NnplayError(QT_TRANSLATE_NOOP("errors", "what is in it makes no sense"))
