"""Body measures: a thousand people with three numbers each, half of them male.

Weight, height and age are standard normal; for the male half 1 is added to weight and height and subtracted from age.
The means of the halves are sqrt(3) apart, so the best possible accuracy is Phi(sqrt(3) / 2) = 0.807.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.data.checks import MAX_POINTS, check_share
from nnplay.data.choice import DataChoice
from nnplay.data.dataset import Dataset, Task
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.engine import Examples
from nnplay.engine.checks import check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.seeds import generator

_MALE_SHIFT = (1, 1, -1)
_INPUTS = (
    QT_TRANSLATE_NOOP("data", "weight"),
    QT_TRANSLATE_NOOP("data", "height"),
    QT_TRANSLATE_NOOP("data", "age"),
)
_CLASSES = (QT_TRANSLATE_NOOP("data", "female"), QT_TRANSLATE_NOOP("data", "male"))


@dataclass(frozen=True)
class BodyMeasuresChoice(DataChoice):
    """People generated from the project's seeds.

    Attributes
    ----------
    n_people
        10 to ``MAX_POINTS``; the first half is male.
    train_share
        Share of the people to learn from, 0.1 to 1.
    is_male_first
        Whether class 0 is male and class 1 female, as in projects of earlier versions; otherwise it is the other way
        round, as usual with this example. The people are the same.

    Raises
    ------
    SettingError, DataError
        If one of them is out of range.
    """

    is_quick: ClassVar[bool] = True
    is_drawn_from_seed: ClassVar[bool] = True
    are_names_translated: ClassVar[bool] = True

    n_people: int = 1_000
    train_share: float = 1.0
    is_male_first: bool = False

    def __post_init__(self) -> None:
        check_whole("number of people", self.n_people, 10, MAX_POINTS)
        check_share(self.train_share, most=1)

    @property
    def task(self) -> Task:
        return Task.MULTICLASS

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (len(_INPUTS),)

    @property
    def n_outputs(self) -> int:
        return len(_CLASSES)

    @property
    def class_names(self) -> tuple[str, ...]:
        return _CLASSES[::-1] if self.is_male_first else _CLASSES

    @property
    def input_names(self) -> tuple[str, ...]:
        return _INPUTS

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        people = generator("data", seed_data).standard_normal((self.n_people, len(_INPUTS)))
        is_male = np.arange(self.n_people) < self.n_people // 2
        people[is_male] += _MALE_SHIFT
        label = (is_male != self.is_male_first).astype(np.int64)
        order = generator("split", seed_split).permutation(self.n_people)
        x, y = people[order].astype(np.float32), label[order]
        n_train = round(self.n_people * self.train_share)
        return Dataset(
            name="body-measures",
            task=self.task,
            train=Examples(x[:n_train], y[:n_train]),
            test=Examples(x[n_train:], y[n_train:]),
            input_shape=self.input_shape,
            classes=self.class_names,
            features=_INPUTS,
        )
