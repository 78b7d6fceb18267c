"""The base of all choices of data: a frozen value that fits in a project file and can load its data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from nnplay.data.dataset import Dataset, Task
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.engine import DataError


class NoDataError(DataError):
    """A project came without the data that it learns from, as models and some presets do; nothing has gone wrong."""


@dataclass(frozen=True)
class DataChoice:
    """Base of all choices: frozen, comparable, made of plain values.

    Attributes
    ----------
    is_balanced
        Whether the training examples of rare classes are repeated.
    is_quick
        Whether loading takes only a few milliseconds, so that no worker is needed.
    is_drawn_from_seed
        Whether a different seed gives different examples.
    are_names_translated
        Whether the names of inputs and classes are translated (context ``data``) rather than the user's own.
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
        """Number of outputs that a network needs."""
        raise NotImplementedError

    @property
    def has_pictures(self) -> bool:
        """Whether an example is a picture of shape (height, width, channels)."""
        return len(self.input_shape) == 3

    @property
    def class_names(self) -> tuple[str, ...]:
        """Names of the classes in the order of their numbers; empty for quantities."""
        return ()

    @property
    def input_names(self) -> tuple[str, ...]:
        """Names of the inputs as people read them; empty for pictures."""
        return ()

    def names_in_words(self, names: tuple[str, ...], translate: Callable[[str, str], str]) -> tuple[str, ...]:
        """Names of inputs or classes in the reader's language where they are nnplay's own, others unchanged.

        Parameters
        ----------
        translate
            Translates an English text of a context.
        """
        return tuple(translate("data", name) for name in names) if self.are_names_translated else names

    @property
    def location(self) -> str:
        """The file or folder outside the project that loading opens; empty where there is none."""
        return ""

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        """Generate or read the data, not balanced yet; see ``nnplay.data.load`` for the parameters."""
        raise NotImplementedError
