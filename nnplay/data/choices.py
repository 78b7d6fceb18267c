"""All kinds of data that a project can use, and the function that loads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np

from nnplay.data.arrays import ArraysChoice
from nnplay.data.balance import balanced
from nnplay.data.checks import MAX_POINTS, check_share
from nnplay.data.choice import DataChoice, NoDataError
from nnplay.data.dataset import Dataset, Task
from nnplay.data.digit_cache import kept_digits
from nnplay.data.digit_choice import DigitPicturesChoice
from nnplay.data.drawing import DIGITS, WHITE
from nnplay.data.hands import USUAL, Hands
from nnplay.data.held_digits import HeldDigitsChoice
from nnplay.data.idx_folder import INPUT_SHAPE, load_folder
from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.pictures.folder import PictureFolderChoice
from nnplay.data.pictures.held import HeldPicturesChoice
from nnplay.data.points.body_measures import BodyMeasuresChoice
from nnplay.data.points.curves import CurveChoice
from nnplay.data.points.drawn import DrawnChoice
from nnplay.data.points.rows import RowsChoice
from nnplay.data.points.toy_choice import ToyChoice
from nnplay.data.table.choice import TableChoice
from nnplay.engine import Examples
from nnplay.engine.checks import check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.seeds import generator


@dataclass(frozen=True)
class IdxFolderChoice(DataChoice):
    """Pictures from a folder of IDX files.

    Attributes
    ----------
    folder
        The folder; empty for one still to be chosen.
    names
        Names of the ten classes.
    """

    are_names_translated: ClassVar[bool] = True

    folder: str = ""
    names: tuple[str, ...] = DIGITS

    def __post_init__(self) -> None:
        check_whole("number of classes", len(self.names), len(DIGITS), len(DIGITS))

    @property
    def task(self) -> Task:
        return Task.MULTICLASS

    @property
    def input_shape(self) -> tuple[int, ...]:
        return INPUT_SHAPE

    @property
    def n_outputs(self) -> int:
        return len(DIGITS)

    @property
    def class_names(self) -> tuple[str, ...]:
        return self.names

    @property
    def location(self) -> str:
        return self.folder

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        if not self.folder:
            raise NoDataError(
                QT_TRANSLATE_NOOP("errors", "No folder is chosen: choose the folder that holds the MNIST files.")
            )
        return load_folder(Path(self.folder), report, should_cancel, self.names)


@dataclass(frozen=True)
class DigitsChoice(DigitPicturesChoice):
    """Handwritten digits in MNIST's form, generated from the project's seeds.

    Attributes
    ----------
    n_points
        10 to ``MAX_POINTS`` digits; the sizes of the classes differ by at most one.
    train_share
        Share of the digits to train on, 0.1 to 0.9.
    hands
        How often some ways of writing occur.

    Raises
    ------
    SettingError, DataError
        If one of them is out of range.
    """

    is_drawn_from_seed: ClassVar[bool] = True

    n_points: int = 20_000
    train_share: float = 0.8
    hands: Hands = USUAL

    def __post_init__(self) -> None:
        check_whole("number of digits", self.n_points, 10, MAX_POINTS)
        check_share(self.train_share)

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        pictures, labels = kept_digits(self.n_points, seed_data, self.hands, report, should_cancel)
        order = generator("split", seed_split).permutation(self.n_points)
        train, test = np.split(order, [round(self.n_points * self.train_share)])
        x = pictures[..., np.newaxis]
        return Dataset(
            name="digits",
            task=self.task,
            train=Examples(x[train], labels[train], 1 / WHITE),
            test=Examples(x[test], labels[test], 1 / WHITE),
            input_shape=self.input_shape,
            classes=DIGITS,
        )


PlaneChoice = ToyChoice | DrawnChoice
"""Data whose examples are points in the plane; the network sees features of them."""

CHOICE_TYPES: dict[str, type[DataChoice]] = {
    choice.__name__: choice
    for choice in (
        ToyChoice,
        DrawnChoice,
        CurveChoice,
        RowsChoice,
        BodyMeasuresChoice,
        TableChoice,
        ArraysChoice,
        PictureFolderChoice,
        HeldPicturesChoice,
        DigitsChoice,
        HeldDigitsChoice,
        IdxFolderChoice,
    )
}


def load(
    choice: DataChoice,
    seed_data: int,
    seed_split: int,
    progress: ReportProgress | None = None,
    should_cancel: ShouldCancel | None = None,
) -> Dataset:
    """Generate or read the data.

    Parameters
    ----------
    choice
        What to load.
    seed_data
        Seed of what is generated, such as the positions of points.
    seed_split
        Seed of the shuffle before the split into training and test data; files that are already split are not shuffled.
    progress, should_cancel
        See ``nnplay.data.loading``.

    Raises
    ------
    DataError
        If the data cannot be read.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    dataset = choice.load(seed_data, seed_split, progress or ignore_progress, should_cancel or never_cancel)
    return balanced(dataset) if choice.is_balanced else dataset
