"""The settings file: if it is damaged, a copy is kept and everything readable is still used."""

from __future__ import annotations

import contextlib
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings

from nnplay.disk.reading import read_file
from nnplay.disk.writing import write_file

_OURS = (".conf", ".ini")
"""Text formats of settings; other platforms have their own store and their own ways to repair it."""

_MAX_BYTES = 1 << 24


def open_store() -> tuple[QSettings, str]:
    """Return the platform's settings store, and a message for the user, translated; "" for none.

    Qt reads a damaged file as far as it can and then overwrites it, so the file is checked first.
    """
    path = Path(QSettings().fileName())
    kept = rescue(path) if path.suffix in _OURS else None
    store = QSettings()
    store.sync()
    if kept is not None:
        text = QCoreApplication.translate(
            "settings",
            "The settings were damaged. Unreadable ones are back at their defaults; the old file is kept as {path}.",
        )
        return store, text.format(path=kept)
    if not store.isWritable():
        text = QCoreApplication.translate("settings", "Settings cannot be saved: {path} is not writable.")
        return store, text.format(path=path)
    return store, ""


def rescue(path: Path) -> Path | None:
    """Copy a damaged file and keep only its valid lines; return the path of the copy, or None if nothing is wrong.

    A file that cannot be read or written is left alone.
    """
    try:
        damaged = read_file(path, _MAX_BYTES)
    except OSError:
        return None
    sound = [line for line in damaged.split(b"\n") if _is_sound(line)]
    if b"\n".join(sound) == damaged:
        return None
    kept = next(name for number in count(1) if not (name := path.with_name(f"{path.name}.damaged-{number}")).exists())
    with contextlib.suppress(OSError):
        write_file(kept, damaged)
        write_file(path, b"\n".join(sound))
        return kept
    return None


def _is_sound(line: bytes) -> bool:
    """Return whether a line is empty, a section, a comment, or a key with a value, in printable text."""
    try:
        text = line.decode().rstrip("\r")
    except UnicodeDecodeError:
        return False
    is_section = text.startswith("[") and text.endswith("]")
    return min(text, default=" ") >= " " and (not text or is_section or text.startswith(";") or "=" in text)
