"""Calculations as LaTeX: an ``align*`` of equations, with symbols and then with numbers."""

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

_LETTERS = {
    "ŷ": r"\hat{y}",
    "η": r"\eta",
    "α": r"\alpha",
    "β": r"\beta",
    "γ": r"\gamma",
    "δ": r"\delta",
    "μ": r"\mu",
    "ỹ": r"\tilde{y}",
}
_BOLD = {"W"}
_FUNCTIONS = {"sigmoid": r"\sigma", "exp": r"\exp", "ln": r"\ln", "tanh": r"\tanh", "arctan": r"\arctan"}


def calculation_latex(equations: Iterable[Equation], numbers: NumberFormat) -> str:
    """The equations, aligned at their first equals sign."""
    lines = (_equation(equation, numbers) for equation in equations)
    return "\\begin{align*}\n" + " \\\\\n".join(f"  {line}" for line in lines) + "\n\\end{align*}\n"


def _equation(equation: Equation, numbers: NumberFormat) -> str:
    sides = []
    if equation.right is not None and equation.has_formula:
        sides.append(_Writer(numbers, has_values=False).text(equation.right))
        if not isinstance(equation.right, Quantity):
            sides.append(_Writer(numbers, has_values=True).text(equation.right))
    sides.append(_Writer(numbers, has_values=True).text(equation.left))
    return f"{_leaf(equation.left)} &= " + " = ".join(sides)


def _symbol(symbol: Symbol) -> str:
    letter = symbol.letter.rstrip("′")
    text = _LETTERS.get(letter, letter)
    if letter.startswith("Δ"):
        text = rf"\Delta {letter[1:]}"
    if letter in _BOLD:
        text = rf"\mathbf{{{letter}}}"
    example = f"[{symbol.example}]" if symbol.example else ""
    up = symbol.sup + example + r"\prime" * symbol.letter.endswith("′")
    return text + (f"_{{{symbol.sub}}}" if symbol.sub else "") + (f"^{{{up}}}" if up else "")


def _leaf(leaf: Leaf) -> str:
    name = _symbol(leaf.symbol)
    if isinstance(leaf, Matrix) and leaf.is_transposed:
        name = f"{{{name}}}^{{\\top}}"
    return name if leaf.by is None else rf"\frac{{\partial {name}}}{{\partial {_symbol(leaf.by)}}}"


class _Writer:
    def __init__(self, numbers: NumberFormat, *, has_values: bool) -> None:
        self._numbers, self._has_values = numbers, has_values

    def text(self, expression: Expression) -> str:
        match expression:
            case Quantity() if not self._has_values:
                return _leaf(expression)
            case Matrix() if not self._has_values:
                return _leaf(expression)
            case Matrix():
                rows = (" & ".join(map(self._number, row)) for row in expression.values)
                return r"\begin{pmatrix} " + r" \\ ".join(rows) + r" \end{pmatrix}"
            case Quantity() | Number():
                return self._number(expression.value)
            case Sum():
                return self._sum(expression)
            case Product():
                return (r" \times " if self._has_values else r" \, ").join(map(self._factor, expression.factors))
            case Negative():
                return "-" + self._factor(expression.inner)
            case Quotient():
                return rf"\frac{{{self.text(expression.top)}}}{{{self.text(expression.bottom)}}}"
            case Square():
                return self._factor(expression.inner) + "^2"
            case Call(function="abs"):
                return rf"\left|{self.text(expression.argument)}\right|"
            case Call(function="sqrt"):
                return rf"\sqrt{{{self.text(expression.argument)}}}"
            case Call():
                plain = rf"\operatorname{{{expression.function.replace('_', ' ')}}}"
                name = _FUNCTIONS.get(expression.function, plain) + "'" * expression.is_slope
                return rf"{name}\left({self.text(expression.argument)}\right)"
            case Extreme():
                terms = [*map(self.text, expression.terms), *([r"\ldots"] if expression.n_more else [])]
                return rf"\{expression.function}\left({', '.join(terms)}\right)"

    def _sum(self, expression: Sum) -> str:
        short, text = shortened(expression), ""
        for term in short.terms:
            is_negative = isinstance(term, Negative)
            written = self._factor(term.inner) if isinstance(term, Negative) else self.text(term)
            sign = "-" if is_negative else "+" if text else ""
            text += f" {sign} " if text else sign
            text += rf"\left({written}\right)" if written.startswith("-") and text else written
        if short.n_more:
            sign = "-" if short.rest < 0 else "+"
            text += f" {sign} {self._number(abs(short.rest))}" if self._has_values else r" + \cdots"
        return text

    def _factor(self, expression: Expression) -> str:
        text = self.text(expression)
        is_whole = not isinstance(expression, (Sum, Negative)) and not text.startswith("-")
        return text if is_whole else rf"\left({text}\right)"

    def _number(self, value: float) -> str:
        text = self._numbers.plain(value)
        if "/" in text:
            sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
            return sign + r"\tfrac{" + digits.replace("/", "}{") + "}"
        mantissa, e, exponent = text.partition("e")
        text = rf"{mantissa} \cdot 10^{{{exponent}}}" if e else text
        text = text.replace("∞", r"\infty").replace("–", r"\text{–}")
        return text.replace(".", "{,}") if self._numbers.decimal_sign == "," else text
