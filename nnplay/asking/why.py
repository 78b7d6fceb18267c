"""Why a network answers as it does: which values of a row speak for its answer, and what the answer would be without.

What a value contributes is the gradient of the answer times the value's distance from its average. The gradient is
taken before a softmax or sigmoid, which has hardly any slope where it is sure. For several classes it is relative to
their mean: evidence for every class alike is evidence for none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from nnplay.asking.answer import Answer, Asker, Meaning
from nnplay.asking.form import Form
from nnplay.engine import NetworkSpec, Part, input_gradient

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Reasons:
    """Reasons for the answer to one row; all arrays have one number for each field.

    Attributes
    ----------
    support
        (n_fields,) how much each value speaks for the answer (above 0) or against it; for a quantity, how much it
        raises it.
    now
        The probability of the predicted class, or the output where there are no probabilities.
    without
        (n_fields,) the same number with this field at its average.
    """

    support: NDArray[np.float64]
    now: float
    without: NDArray[np.float64]

    def strongest(self, n: int) -> list[int]:
        """Return the numbers of the fields with the most support or opposition, the strongest first."""
        order: list[int] = np.argsort(-np.abs(self.support), kind="stable")[:n].tolist()
        return order


def reasons_for(
    form: Form,
    cells: Sequence[str],
    meaning: Meaning,
    spec: NetworkSpec,
    parameters: Floats,
    muted: tuple[Part, ...] = (),
) -> Reasons:
    """Return the reasons for a network's answer to a row; DataError if the row cannot be asked about."""
    x, averaged = form.input_of(cells), form.at_average(cells)
    answer = Asker().ask(meaning, spec, parameters, np.vstack((x, averaged)), muted)
    n_outputs = prod(spec.shapes[spec.output.name])
    weights = np.zeros(n_outputs)
    if answer.best is not None and n_outputs > 1:
        weights = np.eye(n_outputs)[answer.best[0]] - 1 / n_outputs
    else:
        weights[0] = -1.0 if answer.best is not None and answer.best[0] == 0 else 1.0
    gradient = input_gradient(spec, parameters, x, weights, muted)
    support = (x.astype(np.float64) - averaged) @ gradient.reshape(-1)
    numbers = judged(answer)
    return Reasons(support, float(numbers[0]), numbers[1:])


def judged(answer: Answer) -> NDArray[np.float64]:
    """Return the number that each answer is judged by, (n,).

    The probability of the class that the first answer names, or the first output where there are no probabilities.
    """
    if answer.shares is not None and answer.best is not None:
        return answer.shares[:, answer.best[0]].astype(np.float64)
    return answer.outputs[:, 0].astype(np.float64)
