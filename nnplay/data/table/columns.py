"""What becomes of each column of a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

MAX_CATEGORIES = 100


class Role(Enum):
    """What a column is for."""

    NUMBER = "number"
    """An input, as it is."""

    ONE_HOT = "one_hot"
    """As many inputs as it has categories: 1 for the one that is there, 0 for the others."""

    ORDINAL = "ordinal"
    """One input: the category's place in their order, from 0."""

    TARGET = "target"
    """What is to be predicted."""

    IGNORE = "ignore"
    """Nothing."""


class Missing(Enum):
    """What becomes of a row in which the column says nothing."""

    DROP = "drop"
    MEAN = "mean"
    MEDIAN = "median"


class Scaling(Enum):
    """How a number is brought into a common range."""

    NONE = "none"
    STANDARDISE = "standardise"
    """Mean 0, standard deviation 1."""

    MIN_MAX = "min_max"
    """From 0 to 1."""


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes
    ----------
    categories
        For categories, and for a target of classes: all that there are, in their order.
    is_zero_missing
        Whether a 0 stands for a number that nobody knows.
    missing, scaling
        For inputs; mean and median are for numbers only, and fitted on the training part.

    Raises
    ------
    DataError
        If these do not fit.
    """

    name: str
    role: Role = Role.NUMBER
    categories: tuple[str, ...] = ()
    is_zero_missing: bool = False
    missing: Missing = Missing.DROP
    scaling: Scaling = Scaling.NONE

    def __post_init__(self) -> None:
        if self.has_categories and not 1 <= len(self.categories) <= MAX_CATEGORIES:
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "The column “{column}” has {found} categories; 1 to {most} can be used."),
                column=self.name,
                found=len(self.categories),
                most=MAX_CATEGORIES,
            )
        if len(set(self.categories)) < len(self.categories):
            raise DataError(QT_TRANSLATE_NOOP("errors", "A category of “{column}” is there twice."), column=self.name)
        if self.has_categories and self.missing is not Missing.DROP:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "The column “{column}” has no mean or median: rows without a category are left out."
                ),
                column=self.name,
            )

    @property
    def has_categories(self) -> bool:
        """Whether it is an input of categories."""
        return self.role in (Role.ONE_HOT, Role.ORDINAL)

    @property
    def is_input(self) -> bool:
        """Whether the network sees it."""
        return self.role in (Role.NUMBER, Role.ONE_HOT, Role.ORDINAL)

    @property
    def input_names(self) -> tuple[str, ...]:
        """What the inputs that come of it are called."""
        if not self.is_input:
            return ()
        return tuple(f"{self.name}={each}" for each in self.categories) if self.role is Role.ONE_HOT else (self.name,)
