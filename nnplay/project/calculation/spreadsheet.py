"""Calculations as a spreadsheet: CSV whose cells are formulas, so that a changed weight changes everything after it.

Column A names a number, column B has it: a value where it is given, a formula such as ``=B2*B4+B3*B5`` where it is
computed. The separator is a comma and the decimal sign a point, as every spreadsheet reads CSV set to English.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from nnplay.disk.csv_text import as_text_cell
from nnplay.project.calculation.expressions import (
    Call,
    Equation,
    Expression,
    Extreme,
    Matrix,
    Negative,
    Number,
    Product,
    Quantity,
    Quotient,
    Square,
    Sum,
    leaves,
)
from nnplay.project.calculation.text import leaf_text, symbol_text

_VALUES = {
    "sigmoid": "1/(1+EXP(-({0})))",
    "tanh": "TANH({0})",
    "relu": "MAX(0,{0})",
    "linear": "({0})",
    "step": "IF({0}>=0,1,0)",
    "arctan": "ATAN({0})",
    "softsign": "({0})/(1+ABS({0}))",
    "softplus": "LN(1+EXP({0}))",
    "swish": "({0})/(1+EXP(-({0})))",
    "gaussian": "EXP(-(({0})^2))",
    "sine": "SIN({0})",
    "exp": "EXP({0})",
    "ln": "LN({0})",
    "abs": "ABS({0})",
    "sign": "SIGN({0})",
    "sqrt": "SQRT({0})",
}
_SLOPES = {
    "relu": "IF({0}>0,1,0)",
    "linear": "1",
    "step": "0",
    "arctan": "1/(1+({0})^2)",
    "softsign": "1/(1+ABS({0}))^2",
    "softplus": "1/(1+EXP(-({0})))",
    "sine": "COS({0})",
}
"""Functions in the words that spreadsheets share; a number that needs another one is written as a value."""


class _NoFormulaError(Exception):
    """The expression has no words in a spreadsheet."""


def calculation_csv(equations: Iterable[Equation]) -> str:
    """The equations as CSV; matrices are left out, their elements being there by themselves."""
    sheet = _Sheet()
    for equation in equations:
        sheet.add(equation)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("", "="), *sheet.rows])
    return text.getvalue()


class _Sheet:
    def __init__(self) -> None:
        self.rows: list[tuple[str, str]] = []
        self._cells: dict[str, str] = {}

    def add(self, equation: Equation) -> None:
        left, right = equation.left, equation.right
        if isinstance(left, Matrix) or leaf_text(left) in self._cells:
            return
        used = [] if right is None else [leaf for leaf in leaves(right) if isinstance(leaf, Quantity)]
        # A derivative such as ∂z/∂w is a number known already under another name, that of an input or a weight.
        for leaf in used:
            if leaf_text(leaf) not in self._cells:
                known = None if leaf.same_as is None else self._cells.get(symbol_text(leaf.same_as))
                self._write(leaf_text(leaf), repr(leaf.value) if known is None else f"={known}")
        try:
            cell = repr(left.value) if right is None else "=" + self._formula(right)
        except _NoFormulaError:
            cell = repr(left.value)
        self._write(leaf_text(left), cell)

    def _write(self, name: str, cell: str) -> None:
        self.rows.append((as_text_cell(name), cell))
        self._cells[name] = f"B{len(self.rows) + 1}"

    def _formula(self, expression: Expression) -> str:
        match expression:
            case Quantity():
                return self._cells[leaf_text(expression)]
            case Number():
                return repr(expression.value)
            case Sum():
                text = ""
                for term in expression.terms:
                    if isinstance(term, Negative):
                        text += "-" + self._factor(term.inner)
                    else:
                        text += ("+" if text else "") + self._formula(term)
                return f"{text}+({expression.rest!r})" if expression.n_more else text
            case Product():
                return "*".join(map(self._factor, expression.factors))
            case Negative():
                # In a spreadsheet -2^2 is 4: the minus sign binds more strongly than the power.
                return f"(-1)*{self._factor(expression.inner)}"
            case Quotient():
                return f"{self._factor(expression.top)}/{self._factor(expression.bottom)}"
            case Square():
                return f"{self._factor(expression.inner)}^2"
            case Call():
                templates = _SLOPES if expression.is_slope else _VALUES
                if expression.function not in templates:
                    raise _NoFormulaError(expression.function)
                return templates[expression.function].format(self._formula(expression.argument))
            case Extreme():
                return f"{expression.function.upper()}({','.join(map(self._formula, expression.terms))})"
            case Matrix():
                raise _NoFormulaError("matrix")

    def _factor(self, expression: Expression) -> str:
        text = self._formula(expression)
        return text if isinstance(expression, (Quantity, Number)) else f"({text})"
