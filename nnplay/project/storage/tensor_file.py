"""Named arrays and a text in one block of bytes: the safetensors format, read strictly.

Format (https://github.com/huggingface/safetensors#format): the header's length as a little-endian 64-bit number, the
header as JSON, then the arrays. Any safetensors reader opens what is written here. Reading checks everything before it
is believed: types from a fixed table, sizes against the bytes that are there, arrays without gap or overlap.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.project.storage import strict_json

Array = NDArray[Any]

_TYPES: dict[object, np.dtype[Any]] = {"F32": np.dtype("<f4"), "F64": np.dtype("<f8"), "U8": np.dtype("u1")}
OTHER_TYPES: dict[object, np.dtype[Any]] = {
    **_TYPES,
    "F16": np.dtype("<f2"),
    "I64": np.dtype("<i8"),
    "I32": np.dtype("<i4"),
    "I16": np.dtype("<i2"),
    "I8": np.dtype("i1"),
    "BOOL": np.dtype("?"),
}
"""What arrays of other programs may be; a project has the three above."""

_TYPE_NAMES = {dtype: name for name, dtype in _TYPES.items()}
_METADATA = "__metadata__"
_MAX_HEADER_SIZE = 1 << 23
_MAX_TENSORS = 10_000
_MAX_AXES = 8


def pack(tensors: Mapping[str, Array], metadata: Mapping[str, str]) -> bytes:
    """The file's content: float32, float64 and uint8 arrays, the wider ones first so that all are aligned."""
    header: dict[str, object] = {_METADATA: dict(metadata)}
    parts: list[bytes] = []
    end = 0
    for name, array in sorted(tensors.items(), key=lambda item: (-item[1].itemsize, item[0])):
        little = array.astype(array.dtype.newbyteorder("<"), copy=False)
        parts.append(little.tobytes())
        start, end = end, end + len(parts[-1])
        header[name] = {"dtype": _TYPE_NAMES[little.dtype], "shape": list(array.shape), "data_offsets": [start, end]}
    text = strict_json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return b"".join((struct.pack("<Q", len(text)), text, *parts))


def unpack(content: bytes, types: Mapping[object, np.dtype[Any]] = _TYPES) -> tuple[dict[str, Array], dict[str, str]]:
    """The arrays, read-only views into ``content``, and the metadata; arrays are of one of ``types``.

    Raises
    ------
    DamagedError
        If the content is not what the format asks for.
    """
    if len(content) < 8:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is too short"))
    (size,) = struct.unpack_from("<Q", content)
    if size > min(_MAX_HEADER_SIZE, len(content) - 8):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "its header is longer than the file, or than any project's"))
    try:
        text = content[8 : 8 + size].decode()
    except UnicodeDecodeError as error:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "its header is not a text")) from error
    header = strict_json.loads(text)
    if not isinstance(header, dict) or len(header) > _MAX_TENSORS:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "its header is not a table of arrays"))
    metadata = header.pop(_METADATA, {})
    if not isinstance(metadata, dict) or not all(isinstance(text, str) for text in metadata.values()):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "its metadata are not texts"))
    data = memoryview(content)[8 + size :]
    entries = [(name, *_checked(entry, types)) for name, entry in header.items()]
    tensors: dict[str, Array] = {}
    place = 0
    for name, dtype, shape, start, end in sorted(entries, key=lambda entry: entry[3:]):
        if start != place or end > len(data):
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "its arrays overlap, leave gaps, or reach beyond its end"))
        tensors[name] = np.frombuffer(data[start:end], dtype).reshape(shape)
        place = end
    if place != len(data):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has bytes behind its arrays"))
    return tensors, metadata


def _checked(entry: object, types: Mapping[object, np.dtype[Any]]) -> tuple[np.dtype[Any], tuple[int, ...], int, int]:
    """Type, shape, start and end of one array."""
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "an array is not described by type, shape and place"))
    dtype = types.get(entry["dtype"]) if isinstance(entry["dtype"], str) else None
    shape, offsets = _whole_numbers(entry["shape"], _MAX_AXES), _whole_numbers(entry["data_offsets"], 2)
    if dtype is None or len(offsets) != 2:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "an array is of an unknown type, or has no place"))
    if offsets[1] - offsets[0] != prod(shape) * dtype.itemsize:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "an array's shape does not fit its bytes"))
    return dtype, shape, offsets[0], offsets[1]


def _whole_numbers(values: Any, most: int) -> tuple[int, ...]:
    if (
        not isinstance(values, list)
        or len(values) > most
        or not all(type(value) is int and value >= 0 for value in values)
    ):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "a shape or place is not a list of whole numbers"))
    return tuple(values)
