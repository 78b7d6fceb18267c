"""What a choice of data is: a frozen value that fits in a project file and can be turned into the data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from nnplay.data.dataset import Dataset, Task
from nnplay.data.loading import ReportProgress, ShouldCancel


@dataclass(frozen=True)
class DataChoice:
    """Base of all choices: frozen, comparable, made of plain values.

    Attributes
    ----------
    is_balanced
        Whether the examples of rare classes are repeated among those to learn from.
    is_quick
        Whether loading takes a few milliseconds, so that nobody need wait for a worker.
    is_drawn_from_seed
        Whether another seed gives other examples.
    are_names_translated
        Whether the names of inputs and classes are words of ours (context ``data``) rather than a person's.
    """

    is_quick: ClassVar[bool] = False
    is_drawn_from_seed: ClassVar[bool] = False
    are_names_translated: ClassVar[bool] = False

    is_balanced: bool = field(default=False, kw_only=True)

    @property
    def task(self) -> Task:
        """What is to be predicted."""
        raise NotImplementedError

    @property
    def input_shape(self) -> tuple[int, ...]:
        """Shape of one example's input."""
        raise NotImplementedError

    @property
    def n_outputs(self) -> int:
        """How many numbers a network has to give for one example."""
        raise NotImplementedError

    @property
    def has_pictures(self) -> bool:
        """Whether an example is a picture: height, width, channels."""
        return len(self.input_shape) == 3

    @property
    def class_names(self) -> tuple[str, ...]:
        """What the classes are called, in the order of their numbers; empty for quantities."""
        return ()

    @property
    def input_names(self) -> tuple[str, ...]:
        """What the inputs are called, for people; empty for pictures."""
        return ()

    @property
    def location(self) -> str:
        """The file or folder outside of the project that loading opens; empty where there is none."""
        return ""

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        """Make or read the data, unbalanced as they are; ``nnplay.data.load`` says what the parameters mean."""
        raise NotImplementedError
