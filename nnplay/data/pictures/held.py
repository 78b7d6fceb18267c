"""Pictures of a person's own classes, drawn or dropped, stored in the project as text."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from nnplay.data.checks import check_share
from nnplay.data.choice import DataChoice
from nnplay.data.dataset import Dataset, Task
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.data.pictures.folder import MAX_CLASSES
from nnplay.data.splitting import split
from nnplay.engine import DataError, Examples
from nnplay.engine.checks import check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.seeds import generator

Bytes = NDArray[np.uint8]

SIDE = 28
MAX_PICTURES = 1_000
MAX_PACKED = 5_000_000
"""Most characters of all pictures: they are kept in the head of the project's file."""

_WHITE = 255


@dataclass(frozen=True)
class HeldPicturesChoice(DataChoice):
    """Small pictures in the project, each of one class.

    Attributes
    ----------
    classes
        Names of the classes, 2 to ``MAX_CLASSES``.
    pictures
        Each (SIDE, SIDE, 1 or 3) bytes, packed by zlib, in base 64; see ``packed``.
    labels
        The class number of each picture.
    is_color
        Whether they have three channels.
    train_share
        Share of the pictures of each class to learn from, 0.1 to 1.

    Raises
    ------
    DataError
        If they are damaged, too many, or a class has none.
    """

    is_quick: ClassVar[bool] = True

    classes: tuple[str, ...]
    pictures: tuple[str, ...]
    labels: tuple[int, ...]
    is_color: bool = False
    train_share: float = 0.8

    def __post_init__(self) -> None:
        check_whole("number of classes", len(self.classes), 2, MAX_CLASSES)
        check_share(self.train_share, most=1)
        if len(set(self.classes)) < len(self.classes) or not all(name.strip() for name in self.classes):
            raise DataError(QT_TRANSLATE_NOOP("errors", "Each class of pictures needs a name of its own."))
        if len(self.pictures) > MAX_PICTURES or sum(map(len, self.pictures)) > MAX_PACKED:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "A project holds at most {most} pictures: put more of them into folders, one for each class.",
                ),
                most=MAX_PICTURES,
            )
        if len(self.pictures) != len(self.labels) or not set(self.labels) <= set(range(len(self.classes))):
            raise _damaged()
        if empty := set(range(len(self.classes))) - set(self.labels):
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "The class “{name}” has no picture yet: draw or drop one."),
                name=self.classes[min(empty)],
            )
        self.unpacked()

    @property
    def task(self) -> Task:
        return Task.MULTICLASS

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (SIDE, SIDE, 3 if self.is_color else 1)

    @property
    def n_outputs(self) -> int:
        return len(self.classes)

    @property
    def class_names(self) -> tuple[str, ...]:
        return self.classes

    @property
    def n_points(self) -> int:
        """Number of pictures."""
        return len(self.pictures)

    def unpacked(self) -> Bytes:
        """Return all pictures (n, SIDE, SIDE, 1 or 3)."""
        return np.stack([_unpacked(each, self.input_shape) for each in self.pictures])

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        x, y = self.unpacked(), np.array(self.labels, np.int64)
        train, test = split(len(x), self.train_share, generator("split", seed_split), y)
        return Dataset(
            name="pictures",
            task=self.task,
            train=Examples(x[train], y[train], 1 / _WHITE),
            test=Examples(x[test], y[test], 1 / _WHITE),
            input_shape=self.input_shape,
            classes=self.classes,
        )


def packed(picture: Bytes) -> str:
    """Return a picture (SIDE, SIDE, 1 or 3) as text."""
    return b64encode(zlib.compress(picture.tobytes(), 9)).decode()


def _unpacked(text: str, shape: tuple[int, ...]) -> Bytes:
    size = int(np.prod(shape))
    try:
        content = zlib.decompressobj().decompress(b64decode(text, validate=True), size + 1)
    except (ValueError, zlib.error):
        content = b""
    if len(content) != size:
        raise _damaged()
    return np.frombuffer(content, np.uint8).reshape(shape)


def _damaged() -> DataError:
    return DataError(QT_TRANSLATE_NOOP("errors", "The pictures in the project are damaged."))
