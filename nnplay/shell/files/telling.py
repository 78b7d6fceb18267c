"""What a file or folder that was dropped on the window is, told by its content and then by its name."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from nnplay.data import DATA_SUFFIXES
from nnplay.data.pictures.decoding import SUFFIXES
from nnplay.disk.reading import is_folder, open_file
from nnplay.exchange.opening import kind_of

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"P2", b"P5", b"P3", b"P6")
_HEAD = 4096


class Told(Enum):
    """What it is for the window."""

    PICTURE = "picture"
    """An example to try."""

    DATA = "data"
    """A folder, a table or arrays to learn from."""

    MODEL = "model"
    PROJECT = "project"
    UNKNOWN = "unknown"


def tell(path: Path) -> Told:
    """Return what a path is; UNKNOWN also for what cannot be read."""
    if is_folder(path):
        return Told.DATA
    suffix = path.suffix.lower()
    try:
        with open_file(path) as file:
            head = file.read(_HEAD)
    except OSError:
        return Told.UNKNOWN
    is_webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    if is_webp or (head.startswith(_PICTURES) and (suffix in SUFFIXES or b"\0" in head)):
        return Told.PICTURE
    if kind_of(path) is not None:
        return Told.MODEL
    if suffix in DATA_SUFFIXES:
        return Told.DATA
    if head[8:9] == b"{":  # the header of safetensors follows its length
        return Told.PROJECT
    if suffix in SUFFIXES:
        return Told.PICTURE  # a damaged one: its reader says so
    if suffix == ".nnplay":
        return Told.PROJECT
    return Told.DATA if head.strip() and b"\0" not in head else Told.UNKNOWN
