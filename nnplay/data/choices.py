"""Which data a project uses: frozen choices that fit in a project file, and the function that turns them into data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnplay.data.dataset import Dataset, Task
from nnplay.data.digits import generate_digits
from nnplay.data.drawing import DIGITS, WHITE
from nnplay.data.features import check_features, feature_matrix
from nnplay.data.idx_folder import INPUT_SHAPE, load_folder
from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.toy2d import MAX_NOISE, TOY_SETS, generate
from nnplay.engine import DataError, Examples
from nnplay.engine.checks import check_choice, check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.seeds import generator

MAX_POINTS = 100_000
_SIGN_CLASSES = ("−1", "+1")


@dataclass(frozen=True)
class ToyChoice:
    """Points in the plane, made anew from the project's seeds.

    Attributes
    ----------
    kind
        Key of ``TOY_SETS``.
    noise
        0 to 0.5.
    train_share
        Share of the points to train on, 0.1 to 0.9.
    features
        Keys of ``FEATURES``: what the network sees of a point.
    n_points
        10 to ``MAX_POINTS``; None for the number that TensorFlow Playground has for this kind.

    Raises
    ------
    SettingError, DataError
        If one of them is not what it may be.
    """

    kind: str
    noise: float = 0.0
    train_share: float = 0.5
    features: tuple[str, ...] = ("x1", "x2")
    n_points: int | None = None

    def __post_init__(self) -> None:
        check_choice("data set", self.kind, TOY_SETS)
        _check_range("noise", self.noise, 0, MAX_NOISE)
        _check_range("share of training data", self.train_share, 0.1, 0.9)
        check_features(self.features)
        if self.n_points is not None:
            check_whole("number of points", self.n_points, 10, MAX_POINTS)

    @property
    def task(self) -> Task:
        """What is to be predicted."""
        return TOY_SETS[self.kind].task

    @property
    def input_shape(self) -> tuple[int, ...]:
        """Shape of one example's input."""
        return (len(self.features),)

    @property
    def n_outputs(self) -> int:
        """How many numbers a network has to give for one example."""
        return 1


@dataclass(frozen=True)
class IdxFolderChoice:
    """Digits from a folder of IDX files; an empty name stands for a folder still to be chosen."""

    folder: str = ""

    @property
    def task(self) -> Task:
        """What is to be predicted."""
        return Task.MULTICLASS

    @property
    def input_shape(self) -> tuple[int, ...]:
        """Shape of one example's input."""
        return INPUT_SHAPE

    @property
    def n_outputs(self) -> int:
        """How many numbers a network has to give for one example."""
        return len(DIGITS)


@dataclass(frozen=True)
class DigitsChoice:
    """Generated handwriting in MNIST's form, written anew from the project's seeds.

    Attributes
    ----------
    n_points
        10 to ``MAX_POINTS`` digits, equally many of each class up to one.
    train_share
        Share of the digits to train on, 0.1 to 0.9.

    Raises
    ------
    SettingError, DataError
        If one of them is not what it may be.
    """

    n_points: int = 20_000
    train_share: float = 0.8

    def __post_init__(self) -> None:
        check_whole("number of digits", self.n_points, 10, MAX_POINTS)
        _check_range("share of training data", self.train_share, 0.1, 0.9)

    @property
    def task(self) -> Task:
        """What is to be predicted."""
        return Task.MULTICLASS

    @property
    def input_shape(self) -> tuple[int, ...]:
        """Shape of one example's input."""
        return INPUT_SHAPE

    @property
    def n_outputs(self) -> int:
        """How many numbers a network has to give for one example."""
        return len(DIGITS)


DataChoice = ToyChoice | DigitsChoice | IdxFolderChoice

CHOICE_TYPES: dict[str, type[ToyChoice] | type[DigitsChoice] | type[IdxFolderChoice]] = {
    choice.__name__: choice for choice in (ToyChoice, DigitsChoice, IdxFolderChoice)
}


def load(
    choice: DataChoice,
    seed_data: int,
    seed_split: int,
    progress: ReportProgress | None = None,
    should_cancel: ShouldCancel | None = None,
) -> Dataset:
    """Make or read the data.

    Parameters
    ----------
    choice
        What to load.
    seed_data
        Seed of what is made, such as the places of points.
    seed_split
        Seed of the shuffle before the split into training and test data; files that come split stay so.
    progress, should_cancel
        See ``nnplay.data.loading``.

    Raises
    ------
    DataError
        If the data cannot be read.
    LoadCancelledError
        If ``should_cancel`` said so.
    """
    if isinstance(choice, ToyChoice):
        return _toy(choice, seed_data, seed_split)
    report, should_cancel = progress or ignore_progress, should_cancel or never_cancel
    if isinstance(choice, DigitsChoice):
        return _digits(choice, seed_data, seed_split, report, should_cancel)
    if not choice.folder:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "No folder is chosen: choose the folder that holds the MNIST files.")
        )
    return load_folder(Path(choice.folder), report, should_cancel)


def _toy(choice: ToyChoice, seed_data: int, seed_split: int) -> Dataset:
    toy_set = TOY_SETS[choice.kind]
    n_points = choice.n_points or toy_set.n_points
    points, labels = generate(choice.kind, n_points, choice.noise, generator("data", seed_data))
    order = generator("split", seed_split).permutation(n_points)
    points, labels = points[order], labels[order].reshape(-1, 1)
    x = feature_matrix(points, choice.features)
    n_train = round(n_points * choice.train_share)
    return Dataset(
        name=choice.kind,
        task=toy_set.task,
        train=Examples(x[:n_train], labels[:n_train]),
        test=Examples(x[n_train:], labels[n_train:]),
        input_shape=choice.input_shape,
        classes=_SIGN_CLASSES if toy_set.task is Task.BINARY else (),
        points_train=points[:n_train],
        points_test=points[n_train:],
        features=choice.features,
    )


def _digits(
    choice: DigitsChoice, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel
) -> Dataset:
    pictures, labels = generate_digits(choice.n_points, generator("data", seed_data), report, should_cancel)
    order = generator("split", seed_split).permutation(choice.n_points)
    train, test = np.split(order, [round(choice.n_points * choice.train_share)])
    x = pictures[..., np.newaxis]
    return Dataset(
        name="digits",
        task=choice.task,
        train=Examples(x[train], labels[train], 1 / WHITE),
        test=Examples(x[test], labels[test], 1 / WHITE),
        input_shape=choice.input_shape,
        classes=DIGITS,
    )


def _check_range(name: str, value: float, least: float, most: float) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "{setting} is {value}; it must be a number from {least} to {most}."),
            setting=name,
            value=value,
            least=least,
            most=most,
        )
