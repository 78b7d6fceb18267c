"""Generated digits kept in the user's cache folder: generating twenty thousand takes seconds, reading them does not.

A file holds pictures, labels and their SHA-256. Its name says what was asked for and which generator made it (the hash
of a few sample digits). A file that does not match is generated again.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnplay.data.digits import generate_digits
from nnplay.data.drawing import DIGITS, SIDE, Bytes
from nnplay.data.folders import cache_folder
from nnplay.data.hands import USUAL, Hands
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.disk.reading import read_file
from nnplay.disk.writing import write_own
from nnplay.engine.seeds import generator

_LEAST_KEPT = 1_000
"""Fewer digits are generated as quickly as they are read."""

_MOST_FILES = 4
_N_COMPARED = 20
_CHECKSUM_SIZE = sha256().digest_size


def kept_digits(
    n: int, seed: int, hands: Hands, report: ReportProgress, should_cancel: ShouldCancel
) -> tuple[Bytes, NDArray[np.int64]]:
    """Return the digits that ``generate_digits`` makes from a project's data seed, from the cache if they are there.

    Raises
    ------
    LoadCancelledError
        If ``should_cancel`` said so.
    """
    if n < _LEAST_KEPT:
        return generate_digits(n, generator("data", seed), report, should_cancel, hands)
    kind = "" if hands == USUAL else f"-{sha256(repr(hands).encode()).hexdigest()[:16]}"
    path = cache_folder() / "digits" / f"{_handwriting()}-{n}-{seed}{kind}.bin"
    found = _read(path, n)
    if found is not None:
        return found
    pictures, labels = generate_digits(n, generator("data", seed), report, should_cancel, hands)
    with suppress(OSError):  # without a writable cache the digits are generated each time
        _write(path, pictures, labels)
    return pictures, labels


@cache
def _handwriting() -> str:
    """Identify the generator: a different one makes different digits from the same seed."""
    pictures, labels = generate_digits(_N_COMPARED, np.random.default_rng(0))
    return sha256(pictures.tobytes() + labels.astype(np.uint8).tobytes()).hexdigest()[:16]


def _read(path: Path, n: int) -> tuple[Bytes, NDArray[np.int64]] | None:
    size = n * SIDE * SIDE
    try:
        content = read_file(path, size + n + _CHECKSUM_SIZE)
    except OSError:
        return None
    body, checksum = content[:-_CHECKSUM_SIZE], content[-_CHECKSUM_SIZE:]
    if len(body) != size + n or sha256(body).digest() != checksum:
        return None
    labels = np.frombuffer(body, np.uint8, offset=size).astype(np.int64)
    if labels.max() >= len(DIGITS):
        return None
    return np.frombuffer(body, np.uint8, count=size).reshape(n, SIDE, SIDE), labels


def _write(path: Path, pictures: Bytes, labels: NDArray[np.int64]) -> None:
    """Write a file so that it is never seen half written, and keep only the newest files."""
    body = pictures.tobytes() + labels.astype(np.uint8).tobytes()
    write_own(path, body + sha256(body).digest())
    files = sorted(path.parent.iterdir(), key=lambda each: each.stat().st_mtime)
    for old in files[:-_MOST_FILES]:
        old.unlink()
