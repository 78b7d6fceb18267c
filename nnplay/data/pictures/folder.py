"""A folder of pictures with one folder per class."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnplay.data.checks import check_share
from nnplay.data.choice import DataChoice
from nnplay.data.dataset import Dataset, Task
from nnplay.data.loading import LoadCancelledError, ReportProgress, ShouldCancel
from nnplay.data.pictures.decoding import SUFFIXES, read_picture
from nnplay.data.splitting import split
from nnplay.disk.reading import is_file, is_folder
from nnplay.engine import DataError, Examples
from nnplay.engine.checks import check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.engine.seeds import generator

MAX_SIDE = 256
MAX_CLASSES = 100
MAX_BYTES = 1 << 30

_WHITE = 255


@dataclass(frozen=True)
class PictureFolderChoice(DataChoice):
    """Pictures of any size, resized to one size.

    Attributes
    ----------
    folder
        The folder that holds the folders of the classes.
    classes
        Their names, 2 to ``MAX_CLASSES``.
    height, width
        Of every picture, 4 to ``MAX_SIDE``.
    is_color
        Whether they keep their colours.
    train_share
        Share of the pictures of each class to learn from, 0.1 to 1.
    """

    folder: str
    classes: tuple[str, ...]
    height: int = 28
    width: int = 28
    is_color: bool = False
    train_share: float = 0.8

    def __post_init__(self) -> None:
        check_whole("number of classes", len(self.classes), 2, MAX_CLASSES)
        for name, side in (("height", self.height), ("width", self.width)):
            check_whole(name, side, 4, MAX_SIDE)
        check_share(self.train_share, most=1)
        if any(not name or name in (".", "..") or "/" in name or "\\" in name for name in self.classes):
            raise DataError(QT_TRANSLATE_NOOP("errors", "A class of pictures is the name of a folder."))

    @property
    def task(self) -> Task:
        return Task.MULTICLASS

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (self.height, self.width, 3 if self.is_color else 1)

    @property
    def n_outputs(self) -> int:
        return len(self.classes)

    @property
    def class_names(self) -> tuple[str, ...]:
        return self.classes

    @property
    def location(self) -> str:
        return self.folder

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        """Broken files are skipped and listed in ``Dataset.skipped``."""
        folder = Path(self.folder)
        paths = [(path, number) for number, name in enumerate(self.classes) for path in _files(folder / name)]
        n_bytes = len(paths) * int(np.prod(self.input_shape))
        if n_bytes > MAX_BYTES:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{pictures} pictures of {size} take {found} bytes, more than {most}: choose a smaller size.",
                ),
                pictures=len(paths),
                size=f"{self.height} × {self.width}",
                found=n_bytes,
                most=MAX_BYTES,
            )
        x = np.empty((len(paths), *self.input_shape), np.uint8)
        y = np.empty(len(paths), np.int64)
        n = 0
        skipped = []
        for number, (path, label) in enumerate(paths, 1):
            if should_cancel():
                raise LoadCancelledError
            try:
                x[n] = read_picture(path, self.height, self.width, is_color=self.is_color)
            except DataError as error:
                skipped.append(error)
            else:
                y[n], n = label, n + 1
            report(number / len(paths), QT_TRANSLATE_NOOP("loading", "Reading pictures"))
        x, y = x[:n], y[:n]
        for number, name in enumerate(self.classes):
            if not (y == number).any():
                raise DataError(
                    QT_TRANSLATE_NOOP("errors", "The folder “{folder}” has no picture that can be read."),
                    folder=folder / name,
                )
        train, test = split(n, self.train_share, generator("split", seed_split), y)
        return Dataset(
            name="pictures",
            task=self.task,
            train=Examples(x[train], y[train], 1 / _WHITE),
            test=Examples(x[test], y[test], 1 / _WHITE),
            input_shape=self.input_shape,
            classes=self.classes,
            skipped=tuple(skipped),
        )


def picture_classes(folder: Path) -> dict[str, int]:
    """Return the names of the subfolders that hold pictures, and how many each has; DataError if it cannot be read."""
    try:
        names = sorted(each.name for each in folder.iterdir() if is_folder(each) and not each.name.startswith("."))
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {reason}."),
            file=folder,
            reason=reason_of(error),
        ) from error
    counts = {name: len(_files(folder / name)) for name in names}
    return {name: n for name, n in counts.items() if n}


def _files(folder: Path) -> list[Path]:
    """Return the files of a folder with picture suffixes, sorted by name."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and is_file(path))
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {reason}."),
            file=folder,
            reason=reason_of(error),
        ) from error
