"""Hands: how often the generated digits are written in ways that MNIST's writers lack."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from nnplay.data.skeletons import skeletons
from nnplay.engine.checks import check_number
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError


@dataclass(frozen=True)
class Habit:
    """One way of writing a digit.

    Attributes
    ----------
    digit
        The digit that is written in this way.
    places
        The numbers of its skeletons that have the habit.
    title
        What it is called; translation context ``hands``.
    """

    digit: str
    places: tuple[int, ...]
    title: str


HABITS: dict[str, Habit] = {
    "footed_one": Habit("1", (4, 5, 8), QT_TRANSLATE_NOOP("hands", "1 with a foot")),
    "open_four": Habit("4", (0, 1, 4, 5), QT_TRANSLATE_NOOP("hands", "4 open at the top")),
    "crossed_seven": Habit("7", (3, 10, 11), QT_TRANSLATE_NOOP("hands", "7 with a bar")),
    "footed_seven": Habit("7", (12, 13), QT_TRANSLATE_NOOP("hands", "7 with a foot")),
    "hooked_nine": Habit("9", (2, 6, 8), QT_TRANSLATE_NOOP("hands", "9 with a hook")),
}
"""By the field of ``Hands`` that says how frequent it is."""

FAST = QT_TRANSLATE_NOOP("hands", "A fast mouse")


@dataclass(frozen=True)
class Hands:
    """Shares of some ways of writing.

    Attributes
    ----------
    footed_one, open_four, crossed_seven, footed_seven, hooked_nine
        Share of its digit's pictures with this habit, 0 to 1; None for the usual share.
    fast_mouse
        Share of all digits whose strokes are straight between few points, 0 to 1.

    Raises
    ------
    SettingError
        If a share is out of range.
    """

    footed_one: float | None = None
    open_four: float | None = None
    crossed_seven: float | None = None
    footed_seven: float | None = None
    hooked_nine: float | None = None
    fast_mouse: float = 0.0

    def __post_init__(self) -> None:
        for each in fields(self):
            share = getattr(self, each.name)
            if share is not None:
                check_number(each.name, share, is_zero_allowed=True)
                if share > 1:
                    raise SettingError(
                        QT_TRANSLATE_NOOP("errors", "The share of a way of writing is 0 to 1, not {value}."),
                        value=share,
                    )

    def shares(self, digit: str) -> NDArray[np.float64]:
        """Return (k,) the shares of a digit's skeletons; those that are given leave the rest to the others."""
        shares = np.array([each.share for each in skeletons(digit)])
        given = {
            name: value
            for name, habit in HABITS.items()
            if habit.digit == digit and (value := getattr(self, name)) is not None
        }
        if not given:
            return shares
        total = max(1.0, sum(given.values()))
        is_free = np.ones(len(shares), bool)
        result = np.zeros(len(shares))
        for name, value in given.items():
            places = list(HABITS[name].places)
            is_free[places] = False
            weights = shares[places] if shares[places].sum() else np.ones(len(places))
            result[places] = value / total * weights / weights.sum()
        free = shares * is_free
        if free.sum():
            result += free / free.sum() * (1 - result.sum())
        normed: NDArray[np.float64] = result / result.sum()
        return normed

    def share(self, name: str) -> float:
        """Return the share of a habit, also where it is the usual one."""
        if name == "fast_mouse":
            return self.fast_mouse
        habit = HABITS[name]
        return float(self.shares(habit.digit)[list(habit.places)].sum())


USUAL = Hands()
