"""Mutated project files: flipped bits, cuts, splices, changed JSON and changed offsets, each drawn from a seed."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnplay.project.storage.file import sealed, to_bytes
from nnplay.project.storage.tensor_file import unpack
from tests.fuzz.random_projects import project_with_runs, random_project

_WORDS = [
    "Dense",
    "Conv2D",
    "NetworkSpec",
    "__class__",
    "../../etc/passwd",
    "",
    "é" * 300,
    "os.system",
    "nan",
    "x" * 5000,
]
_NUMBERS: list[Any] = [0, -1, 1, 2**31, 2**63, 10**400, -(2**53), 1e308, -0.0, 0.5, 1e-320, 65536, 65537, True, None]


@dataclass(frozen=True)
class Mutant:
    """A file's content, the content before, and whether its check sum was made anew so that deeper checks are asked."""

    content: bytes
    original: bytes
    is_sealed: bool
    kind: str


def mutants(seed: int, n: int) -> list[Mutant]:
    """As many mutants as wished, the same for the same seed."""
    rng = np.random.default_rng(seed)
    originals = [to_bytes(make(rng)) for make in (random_project, project_with_runs) for _ in range(10)]
    kinds = [_bits, _cut, _splice, _offsets, _header_length, _json, _json, _json, _text]
    found = []
    for _ in range(n):
        original = originals[rng.integers(len(originals))]
        make = kinds[rng.integers(len(kinds))]
        content = make(original, originals, rng)
        found.append(Mutant(content, original, make is _json, make.__name__.strip("_")))
    return found


def _bits(content: bytes, others: list[bytes], rng: np.random.Generator) -> bytes:
    changed = bytearray(content)
    for _ in range(rng.integers(1, 9)):
        changed[rng.integers(len(changed))] ^= 1 << int(rng.integers(8))
    return bytes(changed)


def _cut(content: bytes, others: list[bytes], rng: np.random.Generator) -> bytes:
    start, end = sorted(int(place) for place in rng.integers(0, len(content) + 1, 2))
    return content[:start] if rng.random() < 0.5 else content[:start] + content[end:]


def _splice(content: bytes, others: list[bytes], rng: np.random.Generator) -> bytes:
    other = others[rng.integers(len(others))]
    return content[: rng.integers(len(content))] + other[rng.integers(len(other)) :]


def _header_length(content: bytes, others: list[bytes], rng: np.random.Generator) -> bytes:
    length = int(rng.choice([0, 1, len(content), len(content) - 8, 2**20, 2**40, 2**62])) + int(rng.integers(0, 3))
    return struct.pack("<Q", length) + content[8:]


def _offsets(content: bytes, others: list[bytes], rng: np.random.Generator) -> bytes:
    """Another shape, type or place of one array; the header is rewritten, the check sum is not."""
    (size,) = struct.unpack_from("<Q", content)
    header = json.loads(content[8 : 8 + size])
    entry = header[str(rng.choice([name for name in header if name != "__metadata__"]))]
    field = str(rng.choice(["shape", "data_offsets", "dtype"]))
    if field == "dtype":
        entry[field] = str(rng.choice(["F16", "F64", "F32", "I64", "BOOL", "object", ""]))
    else:
        values = entry[field] or [0]
        values[rng.integers(len(values))] = _NUMBERS[rng.integers(len(_NUMBERS))]
        entry[field] = values
    return _with_header(json.dumps(header), content[8 + size :])


def _text(content: bytes, others: list[bytes], rng: np.random.Generator) -> bytes:
    """Signs of the header replaced, so that it may be no JSON any more."""
    (size,) = struct.unpack_from("<Q", content)
    header = bytearray(content[8 : 8 + size])
    for _ in range(rng.integers(1, 6)):
        header[rng.integers(len(header))] = int(rng.choice(list(b'{}[]",:0123456789eE-\\\x00\xff')))
    return content[:8] + bytes(header) + content[8 + size :]


def _json(content: bytes, others: list[bytes], rng: np.random.Generator) -> bytes:
    """A value somewhere in the description replaced, removed, doubled or nested; the file is sealed again."""
    tensors, metadata = unpack(content)
    description = json.loads(metadata["nnplay"])
    for _ in range(rng.integers(1, 3)):
        _change(description, rng)
    return sealed(json.dumps(description), tensors)


def _change(value: Any, rng: np.random.Generator) -> None:
    """Change something inside a list or an object, at a random depth."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    if not keys:
        return
    key = keys[rng.integers(len(keys))]
    inner = value[key]
    if isinstance(inner, dict | list) and inner and rng.random() < 0.8:
        _change(inner, rng)
        return
    pick = rng.integers(6)
    if pick == 0:
        del value[key]
    elif pick == 1:
        value[key] = [inner] * int(rng.integers(2, 2000))
    elif pick == 2:
        for _ in range(int(rng.integers(1, 200))):
            inner = [inner]
        value[key] = inner
    elif pick == 3:
        value[key] = _WORDS[rng.integers(len(_WORDS))]
    else:
        value[key] = _NUMBERS[rng.integers(len(_NUMBERS))]


def _with_header(header: str, rest: bytes) -> bytes:
    text = header.encode()
    return struct.pack("<Q", len(text)) + text + rest
