"""Arrays and texts of HDF5: their type, shape and position."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.hdf5.source import Cursor, Source, damaged, unknown
from nnplay.exchange.tensors import Array

_INTEGER, _FLOAT, _TEXT, _ENUMERATION, _VARIABLE = 0, 1, 3, 8, 9
_COMPACT, _CONTIGUOUS, _CHUNKED, _VIRTUAL = 0, 1, 2, 3
_MAX_AXES = 8
_MAX_TEXTS = 20_000

OTHER_TYPE = QT_TRANSLATE_NOOP("errors", "it has values that are neither numbers nor text")
IN_PIECES = QT_TRANSLATE_NOOP(
    "errors", "one of its arrays is compressed or in pieces; Keras itself writes each in one piece"
)
ELSEWHERE = QT_TRANSLATE_NOOP("errors", "the numbers of one of its arrays are in another file")


@dataclass(frozen=True)
class Type:
    """The type of a value: numbers of a NumPy type, or text of ``size`` bytes; ``is_variable`` if it is stored
    elsewhere.
    """

    size: int
    dtype: np.dtype[Any] | None = None
    is_variable: bool = False


def read_type(cursor: Cursor) -> Type:
    """Return the type that a message describes; DamagedError if it is neither numbers nor text."""
    kind = cursor.number(1) & 15
    bits = cursor.number(3)
    size = cursor.number(4)
    if kind == _INTEGER and size in (1, 2, 4, 8):
        return Type(size, np.dtype(f"{'>' if bits & 1 else '<'}{'i' if bits & 8 else 'u'}{size}"))
    if kind == _FLOAT and size in (2, 4, 8) and _is_ieee(cursor, size):
        return Type(size, np.dtype(f"{'>' if bits & 1 else '<'}f{size}"))
    if kind == _ENUMERATION and size == 1:  # h5py's booleans
        return Type(1, np.dtype("u1"))
    if kind == _TEXT and size > 0:
        return Type(size)
    if kind == _VARIABLE and bits & 15 == 1:
        return Type(size, is_variable=True)
    raise unknown(OTHER_TYPE)


def _is_ieee(cursor: Cursor, size: int) -> bool:
    """Return whether exponent and mantissa are where IEEE 754 has them: a bfloat16 has two bytes, too."""
    cursor.take(4)
    exponent_at, exponent_size = cursor.number(1), cursor.number(1)
    return (exponent_at, exponent_size) == {2: (10, 5), 4: (23, 8), 8: (52, 11)}[size]


def read_shape(cursor: Cursor) -> tuple[int, ...] | None:
    """Return the shape that a message describes; None if there are no values."""
    version, rank, _ = cursor.number(1), cursor.number(1), cursor.number(1)
    if version not in (1, 2) or rank > _MAX_AXES:
        raise damaged()
    kind = cursor.number(1)
    if version == 2 and kind == 2:
        return None
    if version == 1:
        cursor.take(4)
    return tuple(cursor.length() for _ in range(rank))


def read_array(source: Source, layout: Cursor, kind: Type, shape: tuple[int, ...]) -> Array:
    """Return a copy of the numbers of an array, in native byte order."""
    if kind.dtype is None:
        raise unknown(OTHER_TYPE)
    n_bytes = prod(shape) * kind.size
    version = layout.number(1)
    if version not in (3, 4):
        raise unknown(IN_PIECES)
    place = layout.number(1)
    if place == _COMPACT:
        if layout.number(2) != n_bytes:
            raise damaged()
        content = layout.take(n_bytes)
    elif place == _CONTIGUOUS:
        address = layout.offset()
        if n_bytes == 0:
            return np.zeros(shape, kind.dtype.newbyteorder("="))
        if layout.length() != n_bytes:
            raise damaged()
        content = source.bytes(address, n_bytes)
    else:
        raise unknown(ELSEWHERE if place == _VIRTUAL else IN_PIECES)
    array = np.frombuffer(content, kind.dtype).reshape(shape)
    return array.astype(kind.dtype.newbyteorder("="))


def read_attribute(source: Source, cursor: Cursor) -> tuple[str, Any]:
    """Return name and value of an attribute: a text, a list of texts, or an array; None for anything else."""
    version = cursor.number(1)
    flags = cursor.number(1)
    if version not in (1, 2, 3) or (version > 1 and flags & 3):
        raise damaged()
    sizes = [cursor.number(2) for _ in range(3)]
    if version == 3:
        cursor.take(1)
    name, kind, shape = (_part(cursor, size, version) for size in sizes)
    text = bytes(name.take(sizes[0])).split(b"\0")[0].decode(errors="replace")
    try:
        found, dimensions = read_type(kind), read_shape(shape)
    except ValueError:  # not needed, and no reason to refuse the file
        return text, None
    return text, None if dimensions is None else _value(source, cursor, found, dimensions)


def _part(cursor: Cursor, size: int, version: int) -> Cursor:
    """Return one of the three parts before the value; version 1 pads them to multiples of eight bytes."""
    part = cursor.source.cursor(cursor.place, size)
    cursor.take(-(-size // 8) * 8 if version == 1 else size)
    return part


def _value(source: Source, cursor: Cursor, kind: Type, shape: tuple[int, ...]) -> Any:
    n = prod(shape)
    if kind.dtype is not None:
        return np.frombuffer(cursor.take(n * kind.size), kind.dtype).reshape(shape)
    if n > _MAX_TEXTS or len(shape) > 1:
        raise damaged()
    texts = [_long_text(source, cursor) if kind.is_variable else _text(cursor.take(kind.size)) for _ in range(n)]
    return texts if shape else texts[0]


def _text(content: memoryview) -> str:
    return bytes(content).split(b"\0")[0].decode(errors="replace")


def _long_text(source: Source, cursor: Cursor) -> str:
    """Return a text of any length, which is stored in a heap."""
    cursor.take(4)
    address, wanted = cursor.offset(), cursor.number(4)
    if wanted == 0:
        return ""
    heap = source.cursor(address)
    heap.expect(b"GCOL")
    heap.take(4)
    heap = source.cursor(heap.place, heap.length() - 8)
    heap.take(source.length_size)
    while heap.end - heap.place >= 8 + source.length_size:
        index = heap.number(2)
        heap.take(6)
        size = heap.length()
        if index == wanted:
            return bytes(heap.take(size)).decode(errors="replace")
        if index == 0:
            break
        heap.take(-(-size // 8) * 8)
    raise damaged()
