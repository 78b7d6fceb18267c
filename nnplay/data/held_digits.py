"""Digits drawn by the user, stored in the project: a few hundred small pictures as text."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from nnplay.data.dataset import Dataset
from nnplay.data.digit_choice import DigitPicturesChoice
from nnplay.data.drawing import DIGITS, SIDE, WHITE, Bytes
from nnplay.data.idx_folder import INPUT_SHAPE
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.engine import DataError, Examples
from nnplay.engine.errors import QT_TRANSLATE_NOOP

MAX_DIGITS = 1_000
TEST_SHARE = 5
"""One drawing in this many is a test example; fewer drawings are all training examples."""


@dataclass(frozen=True)
class HeldDigitsChoice(DigitPicturesChoice):
    """Drawings of digits in the project, made by ``hold``.

    Attributes
    ----------
    pictures
        (n, 28, 28) bytes, packed by zlib, in base 64.
    labels
        The digits, one character each.

    Raises
    ------
    DataError
        If they are damaged, or fewer than 1 or more than ``MAX_DIGITS``.
    """

    is_quick: ClassVar[bool] = True

    pictures: str
    labels: str

    def __post_init__(self) -> None:
        self._unpacked()

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        x = self._unpacked()[..., np.newaxis]
        y = np.array([DIGITS.index(label) for label in self.labels])
        test = is_test(len(y))
        return Dataset(
            name="digits",
            task=self.task,
            train=Examples(x[~test], y[~test], 1 / WHITE),
            test=Examples(x[test], y[test], 1 / WHITE),
            input_shape=INPUT_SHAPE,
            classes=DIGITS,
        )

    def _unpacked(self) -> Bytes:
        n = len(self.labels)
        size = n * SIDE * SIDE
        try:
            content = zlib.decompressobj().decompress(b64decode(self.pictures, validate=True), size + 1)
        except (ValueError, zlib.error):
            content = b""
        if not 1 <= n <= MAX_DIGITS or not set(self.labels) <= set(DIGITS) or len(content) != size:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "The drawings in the project are damaged, or there are not 1 to {most} of them."
                ),
                most=MAX_DIGITS,
            )
        return np.frombuffer(content, np.uint8).reshape(n, SIDE, SIDE)


def hold(pictures: Bytes, labels: NDArray[np.integer]) -> HeldDigitsChoice:
    """Return the choice for drawings (n, 28, 28) and their labels (n,); if there are too many, the last ones are
    kept.
    """
    pictures, labels = pictures[-MAX_DIGITS:], labels[-MAX_DIGITS:]
    packed = b64encode(zlib.compress(pictures.tobytes(), 9)).decode()
    return HeldDigitsChoice(packed, "".join(DIGITS[label] for label in labels.tolist()))


def is_test(n: int) -> NDArray[np.bool_]:
    """Return (n,) whether each drawing is a test example."""
    chosen: NDArray[np.bool_] = np.arange(n) % TEST_SHARE == TEST_SHARE - 1
    return chosen
