"""Protocol buffers as bytes: messages by a table of their fields, read and written; nothing else of the library.

A file is read once from front to back. Fields that the table does not have are passed over, a message inside a message
only where the table names it, so that nothing is nested deeper than the table is. The format is described at
protobuf.dev, "Encoding".
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError

Message = dict[str, Any]

MAX_FIELDS = 1_000_000
"""Most fields of one file: about a second's work."""

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_FLOATS = {"float": 4, "double": 8}


class Field(NamedTuple):
    """A field of a message.

    ``kind`` is ``int``, ``float``, ``double``, ``text``, ``bytes`` or the name of a message in the table.
    """

    name: str
    kind: str
    is_repeated: bool = False


Table = Mapping[str, Mapping[int, Field]]


def decode(content: bytes, kind: str, table: Table) -> Message:
    """Read a message of this kind; fields that are not there are None, or empty.

    Raises
    ------
    DamagedError
        If it is no such message, or has more than ``MAX_FIELDS`` fields.
    """
    return _Reader(table).message(memoryview(content), kind)


def encode(message: Mapping[str, Any], kind: str, table: Table) -> bytes:
    """Write a message: its fields in the order of their numbers, without those that are None."""
    parts: list[bytes] = []
    for number, field in table[kind].items():
        values = message.get(field.name)
        if values is None:
            continue
        for value in values if field.is_repeated else (values,):
            parts += _written(number, field.kind, value, table)
    return b"".join(parts)


class _Reader:
    """Counts the fields that it has read."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._n_fields = 0

    def message(self, content: memoryview, kind: str) -> Message:
        fields = self._table[kind]
        message: Message = {field.name: [] if field.is_repeated else None for field in fields.values()}
        for number, wire, value in self._fields(content):
            field = fields.get(number)
            if field is None:
                continue
            values = self._values(field.kind, wire, value, field.is_repeated)
            if field.is_repeated:
                message[field.name] += values
            elif len(values) != 1 or (field.kind in self._table and message[field.name] is not None):
                raise _damaged()
            else:
                message[field.name] = values[0]
        for field in fields.values():
            if field.is_repeated and field.kind in _FLOATS:
                # Millions of packed numbers stay an array: as a list they would take eight times the room.
                message[field.name] = np.concatenate([np.zeros(0), *message[field.name]])
        return message

    def _fields(self, content: memoryview) -> Iterator[tuple[int, int, Any]]:
        place = 0
        while place < len(content):
            key, place = self._varint(content, place)
            number, wire = key >> 3, key & 7
            if number == 0:  # a run of zeros would be millions of them
                raise _damaged()
            if wire == _VARINT:
                value, place = self._varint(content, place)
                yield number, wire, value
                continue
            if wire == _BYTES:
                length, place = self._varint(content, place)
            elif wire in (_FIXED32, _FIXED64):
                length = 4 if wire == _FIXED32 else 8
            else:
                raise _damaged()
            if length > len(content) - place:
                raise _damaged()
            yield number, wire, content[place : place + length]
            place += length

    def _varint(self, content: memoryview, place: int) -> tuple[int, int]:
        self._n_fields += 1
        if self._n_fields > 2 * MAX_FIELDS:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more fields than any model"))
        value = 0
        for shift in range(0, 70, 7):
            if place >= len(content):
                break
            byte = content[place]
            place += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value & (2**64 - 1), place
        raise _damaged()

    def _values(self, kind: str, wire: int, value: Any, is_repeated: bool) -> Sequence[Any]:
        """The values of one field: several where numbers are packed."""
        if kind == "int":
            if wire == _VARINT:
                return [_signed(value)]
            return self._packed_integers(value) if wire == _BYTES else _refuse()
        if kind in _FLOATS:
            size = _FLOATS[kind]
            if wire not in (_BYTES, _FIXED32 if size == 4 else _FIXED64) or len(value) % size:
                raise _damaged()
            numbers = np.frombuffer(value, f"<f{size}")
            return [numbers] if is_repeated else numbers.tolist()
        if wire != _BYTES:
            raise _damaged()
        if kind == "bytes":
            return [value]
        if kind == "text":
            try:
                return [bytes(value).decode()]
            except UnicodeDecodeError as error:
                raise _damaged() from error
        return [self.message(value, kind)]

    def _packed_integers(self, content: memoryview) -> list[int]:
        values: list[int] = []
        place = 0
        while place < len(content):
            value, place = self._varint(content, place)
            values.append(_signed(value))
        return values


def _written(number: int, kind: str, value: Any, table: Table) -> list[bytes]:
    if kind == "int":
        return [_as_varint(number << 3 | _VARINT), _as_varint(value & (2**64 - 1))]
    if kind == "float":
        return [_as_varint(number << 3 | _FIXED32), struct.pack("<f", value)]
    if kind == "double":
        return [_as_varint(number << 3 | _FIXED64), struct.pack("<d", value)]
    content = value if kind == "bytes" else value.encode() if kind == "text" else encode(value, kind, table)
    return [_as_varint(number << 3 | _BYTES), _as_varint(len(content)), content]


def _as_varint(value: int) -> bytes:
    groups = bytearray()
    while value > 127:
        groups.append(value & 127 | 128)
        value >>= 7
    groups.append(value)
    return bytes(groups)


def _signed(value: int) -> int:
    return value - 2**64 if value >> 63 else value


def _damaged() -> DamagedError:
    return DamagedError(QT_TRANSLATE_NOOP("errors", "it is no ONNX model, or a damaged one"))


def _refuse() -> Sequence[Any]:
    raise _damaged()
