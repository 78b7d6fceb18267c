"""What if: the answer to a row as one of its values changes and the others stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.asking.answer import Answer, Asker, Meaning
from nnplay.asking.form import Form
from nnplay.engine import NetworkSpec, Part

Floats = NDArray[np.float32]

_N_VALUES = 121
_N_HALVINGS = 14
"""A change of the decision is found to within the distance of two values, halved so many times."""


@dataclass(frozen=True, eq=False)
class WhatIf:
    """The answers along one field.

    Attributes
    ----------
    number
        Of the field.
    values
        (n,) rising, in the person's own unit; for categories their places.
    answer
        One for each value.
    changes
        The values at which another class is predicted than just before.
    """

    number: int
    values: NDArray[np.float64]
    answer: Answer
    changes: tuple[float, ...]


def what_if(
    form: Form,
    cells: Sequence[str],
    number: int,
    meaning: Meaning,
    spec: NetworkSpec,
    parameters: Floats,
    muted: tuple[Part, ...] = (),
) -> WhatIf:
    """Return a network's answers as one field runs over the range of the data, and as far as its present value.

    Raises
    ------
    DataError
        If the row cannot be asked about.
    """
    field, asker = form.fields[number], Asker()

    def ask(values: NDArray[np.float64]) -> Answer:
        return asker.ask(meaning, spec, parameters, form.along(cells, number, values.tolist()), muted)

    if field.categories:
        values = np.arange(len(field.categories), dtype=np.float64)
        return WhatIf(number, values, ask(values), ())
    present = field.place_of(cells[number]) if cells[number] else field.average
    low, high = min(field.low, present), max(field.high, present)
    if not high > low:
        low, high = low - 1, high + 1
    values = np.linspace(low, high, _N_VALUES)
    answer = ask(values)
    if answer.best is None:
        return WhatIf(number, values, answer, ())
    places = np.flatnonzero(answer.best[1:] != answer.best[:-1])
    before, after, class_before = values[places], values[places + 1], answer.best[places]
    if len(places):
        for _ in range(_N_HALVINGS):
            middle = (before + after) / 2
            found = ask(middle).best
            assert found is not None  # classes stay classes
            is_before = found == class_before
            before, after = np.where(is_before, middle, before), np.where(is_before, after, middle)
    return WhatIf(number, values, answer, tuple(((before + after) / 2).tolist()))
