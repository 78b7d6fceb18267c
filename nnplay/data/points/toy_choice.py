"""The choice of a toy set: points in the plane, generated from the project's seeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nnplay.data.checks import MAX_POINTS, check_range, check_share
from nnplay.data.choice import DataChoice
from nnplay.data.dataset import Dataset, Task
from nnplay.data.features import check_features, feature_labels
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.data.points.above_curve import curve_formula
from nnplay.data.points.plane import plane_dataset, two_classes
from nnplay.data.points.toy_set import MAX_NOISE, ToySet
from nnplay.data.points.toy_sets import TOY_SETS, generate
from nnplay.engine.checks import check_choice, check_whole
from nnplay.engine.seeds import generator


@dataclass(frozen=True)
class ToyChoice(DataChoice):
    """Points in the plane, generated from the project's seeds.

    Attributes
    ----------
    kind
        Key of ``TOY_SETS``.
    noise
        0 to 0.5.
    train_share
        Share of the points to train on, 0.1 to 0.9.
    features
        Keys of ``FEATURES``: the network's inputs.
    n_points
        10 to ``MAX_POINTS``; None for the default of this kind.
    formula
        For the kind ``above-curve``: f of the curve y = f(x), empty for the default. Other kinds keep it unused.

    Raises
    ------
    SettingError, DataError
        If one of them is out of range.
    """

    is_quick: ClassVar[bool] = True
    is_drawn_from_seed: ClassVar[bool] = True

    kind: str
    noise: float = 0.0
    train_share: float = 0.5
    features: tuple[str, ...] = ("x1", "x2")
    n_points: int | None = None
    formula: str = ""

    def __post_init__(self) -> None:
        check_choice("data set", self.kind, TOY_SETS)
        check_range("noise", self.noise, 0, MAX_NOISE)
        check_share(self.train_share)
        check_features(self.features)
        if self.n_points is not None:
            check_whole("number of points", self.n_points, 10, MAX_POINTS)
        if self.formula:
            curve_formula(self.formula)

    @property
    def toy_set(self) -> ToySet:
        """The toy set of that kind."""
        return TOY_SETS[self.kind]

    @property
    def task(self) -> Task:
        return self.toy_set.task

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (len(self.features),)

    @property
    def n_outputs(self) -> int:
        return max(1, len(self.toy_set.classes))

    @property
    def class_names(self) -> tuple[str, ...]:
        return self.toy_set.classes or two_classes(self.task)

    @property
    def input_names(self) -> tuple[str, ...]:
        return feature_labels(self.features)

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        n_points = self.n_points or self.toy_set.n_points
        points, labels = generate(self.kind, n_points, self.noise, generator("data", seed_data), self.formula)
        order = generator("split", seed_split).permutation(n_points)
        n_train = round(n_points * self.train_share)
        return plane_dataset(
            self.kind, self.task, self.class_names, self.features, points[order], labels[order], n_train
        )
