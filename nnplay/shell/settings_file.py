"""The file that the settings lie in: a damaged one is kept aside, and what can be read of it is gone on with."""

from __future__ import annotations

import contextlib
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings

from nnplay.disk.reading import read_file
from nnplay.disk.writing import write_file

_OURS = (".conf", ".ini")
"""Endings of settings that are text; other platforms have a store of their own, and its own ways to mend it."""

_MAX_BYTES = 1 << 24


def open_store() -> tuple[QSettings, str]:
    """Return the platform's store of settings, and what has to be said about it, translated; "" for nothing.

    Qt reads a damaged file as far as it gets and then writes over it; so the file is looked at first.
    """
    path = Path(QSettings().fileName())
    kept = rescue(path) if path.suffix in _OURS else None
    store = QSettings()
    store.sync()
    if kept is not None:
        text = QCoreApplication.translate(
            "settings",
            "The settings were damaged: what could not be read is as at first. The damaged file is kept as {path}.",
        )
        return store, text.format(path=kept)
    if not store.isWritable():
        text = QCoreApplication.translate("settings", "Settings are not kept: {path} cannot be written.")
        return store, text.format(path=path)
    return store, ""


def rescue(path: Path) -> Path | None:
    """Keep a copy of a damaged file and leave what is sound in it; return where the copy is, None if all is well.

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
    """Whether a line is empty, a section, a comment, or a key with a value, in text that can be shown."""
    try:
        text = line.decode().rstrip("\r")
    except UnicodeDecodeError:
        return False
    is_section = text.startswith("[") and text.endswith("]")
    return min(text, default=" ") >= " " and (not text or is_section or text.startswith(";") or "=" in text)
