"""My digits: a person's own drawings with what they mean, in a folder of their own, never sent anywhere.

They lie there as IDX files, as MNIST does: any program that reads MNIST reads them.
"""

from __future__ import annotations

import struct
from collections.abc import Collection
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnplay.data.drawing import SIDE, Bytes
from nnplay.data.held_digits import is_test
from nnplay.data.idx import read_idx
from nnplay.disk.writing import write_file, write_files
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_IMAGES, _LABELS = "my-images-idx3-ubyte", "my-labels-idx1-ubyte"
_UNSIGNED_BYTE = 8


@dataclass(frozen=True, eq=False)
class OwnDigits:
    """Drawings and what they mean.

    Attributes
    ----------
    pictures
        (n, 28, 28) uint8, white ink on black.
    labels
        (n,) int64.
    """

    pictures: Bytes
    labels: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.labels)

    def with_one(self, picture: Bytes, label: int) -> OwnDigits:
        """These and one more."""
        return OwnDigits(np.concatenate((self.pictures, picture[np.newaxis])), np.append(self.labels, label))


NO_DIGITS = OwnDigits(np.zeros((0, SIDE, SIDE), np.uint8), np.zeros(0, np.int64))


def load_own(folder: Path) -> OwnDigits:
    """The drawings in a folder; none if it has none yet.

    Raises
    ------
    DataError
        If its files are damaged.
    """
    if not (folder / _IMAGES).exists() or not (folder / _LABELS).exists():
        return NO_DIGITS
    pictures, labels = read_idx(folder / _IMAGES, 3), read_idx(folder / _LABELS, 1)
    # Two files are written one after the other: what the second lacks after a power cut is forgotten.
    n = min(len(pictures), len(labels))
    if pictures.shape[1:] != (SIDE, SIDE) or (n and labels[:n].max() > 9):
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "The drawings in “{folder}” are damaged: move the folder away."), folder=folder
        )
    return OwnDigits(pictures[:n].copy(), labels[:n].astype(np.int64))


def save_own(digits: OwnDigits, folder: Path) -> None:
    """Put all drawings into a folder; OSError if that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    write_file(folder / _IMAGES, _idx(digits.pictures))
    write_file(folder / _LABELS, _idx(digits.labels))


def export_idx(digits: OwnDigits, folder: Path, agreed: Collection[Path] = ()) -> None:
    """Write the drawings as MNIST's four files, every fifth for testing (of four none); OSError if that fails.

    WouldReplaceError, and nothing is written, if the folder has other such files that nobody has ``agreed`` to replace.
    """
    test = is_test(len(digits))
    contents = {}
    for stem, chosen in (("train", ~test), ("t10k", test)):
        contents[folder / f"{stem}-images-idx3-ubyte"] = _idx(digits.pictures[chosen])
        contents[folder / f"{stem}-labels-idx1-ubyte"] = _idx(digits.labels[chosen])
    write_files(contents, agreed)


def export_npz(digits: OwnDigits, path: Path) -> None:
    """Write the drawings as one NumPy file with the arrays ``x`` and ``y``; OSError if that fails."""
    content = BytesIO()
    np.savez_compressed(content, x=digits.pictures, y=digits.labels)
    write_file(path, content.getvalue())


def _idx(values: NDArray[np.integer]) -> bytes:
    """An array of small numbers as an IDX file: two zeros, the type, the number of axes, their lengths, the numbers."""
    header = struct.pack(f">BBBB{values.ndim}I", 0, 0, _UNSIGNED_BYTE, values.ndim, *values.shape)
    return header + values.astype(np.uint8).tobytes()
