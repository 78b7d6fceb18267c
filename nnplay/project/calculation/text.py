"""Calculations as text: one line an equation, with symbols and then with numbers."""

from __future__ import annotations

from collections.abc import Iterable

from nnplay.project.calculation.expressions import (
    Call,
    Equation,
    Expression,
    Extreme,
    Leaf,
    Matrix,
    Negative,
    Number,
    Product,
    Quantity,
    Quotient,
    Square,
    Sum,
    Symbol,
    shortened,
)
from nnplay.project.calculation.numbers import NumberFormat

FUNCTIONS = {"sigmoid": "σ", "relu": "ReLU", "abs": "abs", "leaky_relu": "LeakyReLU", "elu": "ELU", "gelu": "GELU"}
"""How activation functions are written where their own name is not what the blackboard has."""

BLANK = "_" * 22
"""Room for an answer."""

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")


def symbol_text(symbol: Symbol) -> str:
    """A symbol in Unicode: w⁽¹⁾₁₂; z₁,₂ where digits alone would be ambiguous; h₁[3] of the third example."""
    example = f"[{symbol.example}]" if symbol.example else ""
    return symbol.letter + symbol.sup.translate(_SUPERSCRIPTS) + symbol.sub.translate(_SUBSCRIPTS) + example


def leaf_text(leaf: Leaf) -> str:
    """What a named number is called: z₁, or ∂L/∂z₁."""
    name = symbol_text(leaf.symbol)
    if isinstance(leaf, Matrix) and leaf.is_transposed:
        name += "ᵀ"
    return name if leaf.by is None else f"∂{name}/∂{symbol_text(leaf.by)}"


def equation_text(equation: Equation, numbers: NumberFormat) -> str:
    """``z₁ = w₁₁·x₁ + w₂₁·x₂ = 0.8·1 + 0.2·1 = 1``."""
    parts = [leaf_text(equation.left)]
    right = equation.right
    if right is not None and equation.has_formula:
        parts.append(_Writer(numbers, has_values=False).text(right))
        if not isinstance(right, Quantity):
            parts.append(_Writer(numbers, has_values=True).text(right))
    parts.append(_Writer(numbers, has_values=True).text(equation.left))
    return " = ".join(parts)


def question_text(equation: Equation) -> str:
    """``z₁ = w₁₁·x₁ + w₂₁·x₂ = ____``: the numbers are for a person to find."""
    parts = [leaf_text(equation.left)]
    if equation.right is not None and equation.has_formula:
        parts.append(_Writer(NumberFormat(), has_values=False).text(equation.right))
    return " = ".join([*parts, BLANK])


def calculation_text(equations: Iterable[Equation], numbers: NumberFormat) -> str:
    """One line an equation."""
    return "\n".join(equation_text(equation, numbers) for equation in equations)


class _Writer:
    def __init__(self, numbers: NumberFormat, *, has_values: bool) -> None:
        self._numbers, self._has_values = numbers, has_values

    def text(self, expression: Expression) -> str:
        match expression:
            case Quantity():
                return self._numbers.text(expression.value) if self._has_values else leaf_text(expression)
            case Matrix():
                return self._matrix(expression) if self._has_values else leaf_text(expression)
            case Number():
                return self._numbers.text(expression.value)
            case Sum():
                return self._sum(expression)
            case Product():
                dot = " ∘ " if expression.is_elementwise else " × " if self._has_values else "·"
                return dot.join(map(self._factor, expression.factors))
            case Negative():
                return "−" + self._factor(expression.inner)
            case Quotient():
                return f"{self._factor(expression.top)} / {self._factor(expression.bottom)}"
            case Square():
                return self._factor(expression.inner) + "²"
            case Call():
                name = FUNCTIONS.get(expression.function, expression.function) + "′" * expression.is_slope
                inner = self.text(expression.argument)
                return f"|{inner}|" if expression.function == "abs" else f"{name}({inner})"
            case Extreme():
                more = ", …" if expression.n_more else ""
                return f"{expression.function}({', '.join(map(self.text, expression.terms))}{more})"

    def _sum(self, expression: Sum) -> str:
        short = shortened(expression)
        text = ""
        for term in short.terms:
            is_negative = isinstance(term, Negative)
            inner = term.inner if isinstance(term, Negative) else term
            written = self._factor(inner) if is_negative else self.text(inner)
            if text:
                text += " − " if is_negative else " + "
            elif is_negative:
                text += "−"
            text += f"({written})" if written.startswith("−") and text else written
        if short.n_more:
            sign = "−" if short.rest < 0 else "+"
            text += f" {sign} {self._numbers.text(abs(short.rest))}…" if self._has_values else " + …"
        return text

    def _factor(self, expression: Expression) -> str:
        text = self.text(expression)
        is_whole = isinstance(expression, (Quantity, Number, Square, Matrix, Call, Extreme)) and not text.startswith(
            "−"
        )
        if isinstance(expression, Product) and not text.startswith("−"):
            is_whole = True
        if self._has_values and "/" in text and self._numbers.style == "fractions":
            is_whole = False
        return text if is_whole else f"({text})"

    def _matrix(self, matrix: Matrix) -> str:
        rows = ("  ".join(map(self._numbers.text, row)) for row in matrix.values)
        return f"[{'; '.join(rows)}]"
