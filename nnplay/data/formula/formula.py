"""Formula: a checked text that can be computed, and the function that checks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnplay.data.formula.errors import FormulaError
from nnplay.data.formula.parser import Call, Step, parse
from nnplay.engine.errors import QT_TRANSLATE_NOOP

MAX_LENGTH = 200
"""Characters; bounds the work of reading and computing a formula."""


@dataclass(frozen=True)
class Formula:
    """A formula over named inputs, made by ``compile_formula``; equal if text and names are equal.

    Attributes
    ----------
    text
        The formula as typed.
    names
        Names of the inputs, used or not.
    """

    text: str
    names: tuple[str, ...]
    _program: tuple[Step, ...] = field(compare=False, repr=False)

    def __call__(self, **inputs: ArrayLike) -> NDArray[Any]:
        """Compute the formula for every element of the inputs.

        Where there is no value, as for log(-1) and 1/0, the result is NaN or infinite; finite inputs never raise an
        error.

        Parameters
        ----------
        inputs
            A floating-point array for each of ``names``; their shapes must broadcast.

        Returns
        -------
        ndarray
            A new array with the inputs' common shape and floating-point type.
        """
        arrays = {name: np.asarray(inputs[name]) for name in self.names}
        dtype = np.result_type(np.float32, *arrays.values())
        results: list[Any] = []
        with np.errstate(all="ignore"):
            for step in self._program:
                if isinstance(step, Call):
                    arguments = results[-step.n_arguments :]
                    results[-step.n_arguments :] = [step.compute(*arguments)]
                else:
                    results.append(arrays[step] if isinstance(step, str) else dtype.type(step))
        values = np.empty(np.broadcast_shapes(*(array.shape for array in arrays.values())), dtype)
        values[...] = results[0]
        return values


def compile_formula(text: str, names: Sequence[str]) -> Formula:
    """Read a formula such as ``sin(3 x1) + x2²``.

    It may contain numbers (with point or comma), the inputs, ``pi`` and ``e``, the functions of ``FUNCTIONS``, the
    signs ``+ - * / ^`` and parentheses. Capitals, superscripts, subscripts and the signs of textbooks are understood.

    Parameters
    ----------
    text
        At most ``MAX_LENGTH`` characters.
    names
        Names of the inputs: lower-case letters, then digits.

    Raises
    ------
    FormulaError
        If the text is not a formula; the sentence says what is wrong and where.
    """
    if not text.strip():
        raise FormulaError(
            QT_TRANSLATE_NOOP("errors", "The formula is empty. Type, for example, sin(3*{name})."), name=names[0]
        )
    if len(text) > MAX_LENGTH:
        raise FormulaError(
            QT_TRANSLATE_NOOP("errors", "The formula has {found} characters; at most {most} are allowed."),
            MAX_LENGTH,
            found=len(text),
            most=MAX_LENGTH,
        )
    return Formula(text, tuple(names), parse(text, names))
