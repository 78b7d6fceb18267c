"""The base of all choices of digit pictures: ten classes of 28 x 28 pixels."""

from __future__ import annotations

from dataclasses import dataclass

from nnplay.data.choice import DataChoice
from nnplay.data.dataset import Task
from nnplay.data.drawing import DIGITS
from nnplay.data.idx_folder import INPUT_SHAPE


@dataclass(frozen=True)
class DigitPicturesChoice(DataChoice):
    """The base of generated digits and of digits drawn by the user."""

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
        return DIGITS
