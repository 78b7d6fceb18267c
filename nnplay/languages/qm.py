"""A reader of ``lrelease``'s .qm files without Qt.

A file is a magic number followed by sections. Only the list of messages is read, each of them a sequence of tagged
fields. Qt itself looks messages up by hash; building a table of all of them takes a few milliseconds and needs nothing
else of the format.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_MESSAGES = 0x69
_END, _TRANSLATION, _SOURCE, _CONTEXT, _COMMENT = 1, 3, 6, 7, 8
_NONE = 0xFFFFFFFF
"""Takes the place of a length: the text is missing."""

_FIELD = struct.Struct(">BI")


def read(path: Path) -> dict[tuple[str, str], str]:
    """Return the translations of a file by context and source; for plurals the first form.

    Raises
    ------
    OSError
        If the file cannot be read.
    ValueError
        If it is not a .qm file.
    """
    content = path.read_bytes()
    if not content.startswith(_MAGIC):
        raise ValueError(f"{path} is not a .qm file")
    place = len(_MAGIC)
    while place < len(content):
        section, length = _FIELD.unpack_from(content, place)
        place += _FIELD.size
        if section == _MESSAGES:
            return dict(_messages(content[place : place + length]))
        place += length
    return {}


def _messages(content: bytes) -> Iterator[tuple[tuple[str, str], str]]:
    texts: dict[int, bytes] = {}
    place = 0
    while place < len(content):
        if content[place] == _END:
            context, source = texts.get(_CONTEXT, b"").decode(), texts.get(_SOURCE, b"").decode()
            yield (context, source), texts.get(_TRANSLATION, b"").decode("utf-16-be")
            texts = {}
            place += 1
            continue
        tag, length = _FIELD.unpack_from(content, place)
        if tag not in (_TRANSLATION, _SOURCE, _CONTEXT, _COMMENT):
            raise ValueError(f"a message has an unknown field {tag}")
        place += _FIELD.size
        length = 0 if length == _NONE else length
        texts.setdefault(tag, content[place : place + length])
        place += length
