"""Typesetter: an equation as pieces of typeset mathematics: italic letters, upright digits, fractions with a bar."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from nnplay.appearance import metrics
from nnplay.appearance.theme import Role
from nnplay.panels.calculation import pieces
from nnplay.panels.calculation.pieces import Piece
from nnplay.project.calculation import Equation, Expression, Matrix, NumberFormat, Quantity, Symbol
from nnplay.project.calculation.expressions import (
    Call,
    Extreme,
    Leaf,
    Negative,
    Number,
    Product,
    Quotient,
    Square,
    Sum,
    shortened,
)
from nnplay.project.calculation.text import FUNCTIONS

_FAMILIES = (
    "STIX Two Text",
    "STIX Two Math",
    "Latin Modern Roman",
    "Cambria",
    "Times New Roman",
    "Liberation Serif",
    "DejaVu Serif",
)
_SCRIPT = 0.72
"""Size of indices, relative to the letters."""

_SUM = 1.5
"""Size of the sign of a sum."""

_MOST_WIDTH = 28
"""Largest width of a fraction or product that is not broken, in letter sizes, so that it fits a narrow panel."""

_MOST_ROWS, _MOST_COLUMNS = 6, 6
"""Rows and columns of a matrix that are shown; the rest are dots."""


class Typesetter:
    """Typesets equations in one size.

    Parameters
    ----------
    size_px
        Size of the letters.
    numbers
        The number format.

    Attributes
    ----------
    wide
        The space around an equals sign.
    """

    def __init__(self, numbers: NumberFormat, size_px: int = 17) -> None:
        self._numbers, self._size = numbers, size_px
        self._upright = _font(size_px)
        self._slanted = _font(size_px, is_italic=True)
        self._bold = _font(size_px, is_bold=True)
        self._small = _font(round(size_px * _SCRIPT))
        self._small_slanted = _font(round(size_px * _SCRIPT), is_italic=True)
        self._large = _font(round(size_px * _SUM))
        self._axis = QFontMetricsF(self._upright).xHeight() / 2 + 1
        self._dot_width = size_px * 0.18
        self.wide = size_px * 0.28

    def atoms(self, equation: Equation) -> list[list[Piece]]:
        """Return the equation as parts between which a line may end: the left side, then one part for each "=".

        Within a part, each piece may start a new line.
        """
        sides = [[self._leaf(equation.left, has_values=False)]]
        right = equation.right
        if right is not None and equation.has_formula:
            sides.append(self._side(right, has_values=False))
            if not isinstance(right, (Quantity, Matrix)):
                sides.append(self._side(right, has_values=True))
        result = self._leaf(equation.left, has_values=True, role=Role.ACCENT)
        sides.append([pieces.row([self._equals(), result])])
        return sides

    def _side(self, expression: Expression, *, has_values: bool) -> list[Piece]:
        if isinstance(expression, Sum):
            first, *others = self._terms(expression, has_values)
        else:
            first, *others = self._parts(expression, has_values)
        return [pieces.row([self._equals(), first]), *others]

    def _parts(self, expression: Expression, has_values: bool) -> list[Piece]:
        """Return an expression whole, or, if it is too wide for a line, as a factor times a sum that may be broken."""
        whole = self._set(expression, has_values)
        if whole.width <= _MOST_WIDTH * self._size:
            return [whole]
        match expression:
            case Quotient(top=Sum() as total, bottom=bottom):
                return self._taken_out((Quotient(Number(1), bottom),), total, has_values)
            case Product(factors=(*factors, Sum() as total)):
                return self._taken_out(tuple(factors), total, has_values)
            case Product(factors=(*factors, Quotient(top=Sum() as total, bottom=bottom))):
                return self._taken_out((*factors, Quotient(Number(1), bottom)), total, has_values)
            case _:
                return [whole]

    def _taken_out(self, factors: tuple[Expression, ...], total: Sum, has_values: bool) -> list[Piece]:
        """Return factors times a sum; each term of the sum may start a new line."""
        dot = self.sign("·", self._dot_width)
        head = [piece for factor in factors for piece in (self._factor(factor, has_values), dot)]
        first, *others = self._terms(total, has_values)
        opened = [pieces.row([*head, pieces.text("(", self._upright), first]), *others]
        return [*opened[:-1], pieces.row([opened[-1], pieces.text(")", self._upright)])]

    def _equals(self) -> Piece:
        return self.sign("=")

    def formula(self, expression: Expression) -> Piece:
        """Return an expression whole, with names instead of numbers."""
        return self._set(expression, has_values=False)

    def factor(self, expression: Expression) -> Piece:
        """Return an expression as a factor: a sum gets brackets."""
        return self._factor(expression, has_values=False)

    def total(self, index: str, last: str) -> Piece:
        """Return the sign of a sum over an index from 1 to a last number."""
        below = pieces.row([pieces.text(index, self._small_slanted), pieces.text("=1", self._small)])
        return pieces.limits(pieces.text("∑", self._large), below, pieces.text(last, self._small_slanted))

    def sign(self, sign: str, gap: float | None = None) -> Piece:
        """Return a sign with space on both sides, by default as much as an equals sign has."""
        gap = self.wide if gap is None else gap
        return pieces.row([pieces.space(gap), pieces.text(sign, self._upright), pieces.space(gap)])

    def _set(self, expression: Expression, has_values: bool) -> Piece:
        match expression:
            case Quantity() | Matrix():
                return self._leaf(expression, has_values=has_values)
            case Number():
                return self._number(expression.value)
            case Sum():
                return pieces.row(self._terms(expression, has_values))
            case Product():
                factors = [self._factor(factor, has_values) for factor in expression.factors]
                between = self._between(expression, has_values)
                parts = [factors[0]]
                for factor in factors[1:]:
                    parts += [between, factor]
                return pieces.row(parts)
            case Negative():
                inner = self._factor(expression.inner, has_values)
                return pieces.row([pieces.text("−", self._upright), inner])
            case Quotient():
                return pieces.fraction(
                    self._set(expression.top, has_values), self._set(expression.bottom, has_values), self._axis
                )
            case Square():
                base = self._factor(expression.inner, has_values)
                if isinstance(expression.inner, Quantity) and expression.inner.by is not None and not has_values:
                    base = pieces.fenced(base, "(", ")", self._axis)
                return pieces.scripts(base, None, pieces.text("2", self._small))
            case Call():
                return self._call(expression, has_values)
            case Extreme():
                return self._extreme(expression, has_values)

    def _between(self, product: Product, has_values: bool) -> Piece:
        if has_values and not all(isinstance(factor, Matrix) for factor in product.factors):
            return self.sign("×", self._dot_width)
        is_short = all(isinstance(factor, Quantity) and factor.by is None for factor in product.factors)
        is_matrix = any(isinstance(factor, Matrix) for factor in product.factors)
        if is_short or is_matrix:
            return pieces.space(self._dot_width)
        return self.sign("·", self._dot_width)

    def _terms(self, total: Sum, has_values: bool) -> list[Piece]:
        short, found = shortened(total), []
        for number, term in enumerate(short.terms):
            is_negative = isinstance(term, Negative)
            inner = term.inner if isinstance(term, Negative) else term
            piece, *more = self._parts(inner, has_values)
            if is_negative and not more:
                piece = self._factor(inner, has_values)
            if number and not is_negative and self._starts_negative(inner, has_values):
                # A product that starts with a bracket stays as it is; a bare negative number gets one.
                piece = pieces.fenced(piece, "(", ")", self._axis) if isinstance(inner, Quantity) else piece
            sign = "−" if is_negative else "+" if number else ""
            gap = self.wide if number else 0.0
            found += [pieces.row([self.sign(sign, gap), piece]) if sign else piece, *more]
        if short.n_more:
            rest = self._number(abs(short.rest)) if has_values else pieces.text("⋯", self._upright)
            sign = "−" if has_values and short.rest < 0 else "+"
            found.append(pieces.row([self.sign(sign, self.wide), rest]))
            if has_values:
                found.append(pieces.text(" ⋯", self._upright, Role.MUTED))
        return found

    def _factor(self, expression: Expression, has_values: bool) -> Piece:
        piece = self._set(expression, has_values)
        is_bare = not isinstance(expression, (Sum, Negative)) and not self._starts_negative(expression, has_values)
        return piece if is_bare else pieces.fenced(piece, "(", ")", self._axis)

    def _starts_negative(self, expression: Expression, has_values: bool) -> bool:
        if isinstance(expression, Number):
            return expression.value < 0
        return has_values and isinstance(expression, Quantity) and expression.value < 0

    def _call(self, call: Call, has_values: bool) -> Piece:
        argument = self._set(call.argument, has_values)
        if call.function == "abs":
            return pieces.fenced(argument, "|", "|", self._axis)
        if call.function == "sqrt":
            return pieces.root(argument)
        name = FUNCTIONS.get(call.function, call.function)
        font = self._slanted if len(name) == 1 else self._upright
        head = pieces.text(name + "′" * call.is_slope, font)
        has_own_brackets = isinstance(call.argument, Matrix) and has_values
        inner = argument if has_own_brackets else pieces.fenced(argument, "(", ")", self._axis)
        return pieces.row([head, pieces.space(1), inner])

    def _extreme(self, extreme: Extreme, has_values: bool) -> Piece:
        comma, found = pieces.row([pieces.text(",", self._upright), pieces.space(self.wide)]), []
        for number, term in enumerate(extreme.terms):
            found += [comma] * bool(number) + [self._set(term, has_values)]
        if extreme.n_more:
            found += [comma, pieces.text("…", self._upright, Role.MUTED)]
        head = pieces.text(extreme.function, self._upright)
        return pieces.row([head, pieces.space(1), pieces.fenced(pieces.row(found), "(", ")", self._axis)])

    def _leaf(self, leaf: Leaf, *, has_values: bool, role: Role = Role.TEXT) -> Piece:
        if not has_values:
            return pieces.linked(self._name(leaf), leaf)
        if isinstance(leaf, Matrix):
            return pieces.linked(self._matrix(leaf), leaf)
        return pieces.linked(self._number(leaf.value, role), leaf)

    def _name(self, leaf: Leaf) -> Piece:
        name = self._symbol(leaf.symbol, is_bold=isinstance(leaf, Matrix))
        if isinstance(leaf, Matrix) and leaf.is_transposed:
            name = pieces.scripts(name, None, pieces.text("⊤", self._small))
        if leaf.by is None:
            return name
        top = pieces.row([pieces.text("∂", self._upright), self._symbol(leaf.symbol)])
        bottom = pieces.row([pieces.text("∂", self._upright), self._symbol(leaf.by, is_bold=isinstance(leaf, Matrix))])
        return pieces.fraction(top, bottom, self._axis)

    def _symbol(self, symbol: Symbol, *, is_bold: bool = False) -> Piece:
        base = pieces.text(symbol.letter, self._bold if is_bold else self._slanted)
        sub = pieces.text(symbol.sub, self._small) if symbol.sub else None
        above = symbol.sup + (f"[{symbol.example}]" if symbol.example else "")
        sup = pieces.text(above, self._small) if above else None
        return pieces.scripts(base, sub, sup) if sub or sup else base

    def _number(self, value: float, role: Role = Role.TEXT) -> Piece:
        words = self._numbers.text(value)
        sign, bare = ("−", words[1:]) if words.startswith("−") else ("", words)
        font = self._bold if role is Role.ACCENT else self._upright
        top, slash, bottom = bare.partition("/")
        if slash:
            part = pieces.fraction(
                pieces.text(top, self._small, role), pieces.text(bottom, self._small, role), self._axis
            )
            return pieces.row([pieces.text(sign, font, role), part]) if sign else part
        mantissa, e, exponent = words.partition("e")
        if not e:
            return pieces.text(words, font, role)
        return pieces.scripts(pieces.text(f"{mantissa}·10", font, role), None, pieces.text(exponent, self._small, role))

    def _matrix(self, matrix: Matrix) -> Piece:
        n_rows, n_columns = matrix.values.shape
        lines = [[self._number(float(value)) for value in line[:_MOST_COLUMNS]] for line in matrix.values[:_MOST_ROWS]]
        dots = pieces.text("⋯", self._upright, Role.MUTED)
        if n_columns > _MOST_COLUMNS:
            lines = [[*line, dots] for line in lines]
        if n_rows > _MOST_ROWS:
            lines.append([pieces.text("⋮", self._upright, Role.MUTED) for _ in lines[0]])
        return pieces.fenced(pieces.grid(lines, self._axis), "[", "]", self._axis)


def _font(size_px: int, *, is_italic: bool = False, is_bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies([*_FAMILIES, *metrics.font(metrics.Text.BODY).families()])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(size_px)
    font.setItalic(is_italic)
    font.setBold(is_bold)
    return font
