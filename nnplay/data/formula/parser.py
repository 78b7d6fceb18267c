"""The parser: recursive descent from tokens to a flat program in postfix order.

::

    sum     = product { ("+" | "-") product }
    product = signed { ("*" | "/") signed | power }          2x, 3 sin(x) and x1x2 are products
    signed  = ("+" | "-") signed | power
    power   = atom { raised number } [ "^" signed ]           from the right, and before a sign: -x^2 is -(x^2)
    atom    = number | name | function "(" sum { "," sum } ")" | "(" sum ")"
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnplay.data.formula.errors import FormulaError
from nnplay.data.formula.functions import CONSTANTS, FUNCTIONS
from nnplay.data.formula.tokens import Kind, Token, tokens
from nnplay.engine.errors import QT_TRANSLATE_NOOP

MAX_DEPTH = 40
"""Nested parentheses, signs and exponents: far more than anyone can read, far less than Python's stack allows."""


@dataclass(frozen=True)
class Call:
    """A step of a program that replaces the last ``n_arguments`` results with one."""

    compute: Callable[..., Any]
    n_arguments: int


Step = float | str | Call
"""A number, the name of an input, or a call."""

_SUMS = {"+": Call(np.add, 2), "-": Call(np.subtract, 2)}
_PRODUCTS = {"*": Call(np.multiply, 2), "/": Call(np.divide, 2)}
_POWER = Call(np.power, 2)
_NEGATIVE = Call(np.negative, 1)


def parse(text: str, names: Sequence[str]) -> tuple[Step, ...]:
    """Return the program of a formula over the inputs ``names``.

    Raises
    ------
    FormulaError
        If the text is not a formula.
    """
    return _Parser(text, names).program()


class _Parser:
    def __init__(self, text: str, names: Sequence[str]) -> None:
        self._names = names
        self._tokens = tokens(text)
        self._place = 0
        self._depth = 0
        self._steps: list[Step] = []

    def program(self) -> tuple[Step, ...]:
        self._sum()
        if self._next.text == ")":
            raise FormulaError(
                QT_TRANSLATE_NOOP("errors", "The “)” at position {place} has no matching “(”."), self._next.index
            )
        if self._next.kind is not Kind.END:
            raise self._missing_operator()
        return tuple(self._steps)

    @property
    def _next(self) -> Token:
        return self._tokens[self._place]

    def _take(self) -> Token:
        token = self._next
        self._place += 1
        return token

    def _sum(self) -> None:
        self._product()
        while self._next.text in _SUMS:
            call = _SUMS[self._take().text]
            self._product()
            self._steps.append(call)

    def _product(self) -> None:
        self._signed()
        while True:
            if self._next.text in _PRODUCTS:
                call = _PRODUCTS[self._take().text]
                self._signed()
                self._steps.append(call)
            elif self._next.kind is Kind.NAME or self._next.text == "(":
                self._power()
                self._steps.append(_PRODUCTS["*"])
            else:
                return

    def _signed(self) -> None:
        # All nesting passes through here.
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise FormulaError(
                QT_TRANSLATE_NOOP("errors", "Too many nested parentheses, signs or exponents at position {place}."),
                self._next.index,
            )
        if self._next.text in _SUMS:
            is_negative = self._take().text == "-"
            self._signed()
            if is_negative:
                self._steps.append(_NEGATIVE)
        else:
            self._power()
        self._depth -= 1

    def _power(self) -> None:
        self._atom()
        while self._next.kind is Kind.POWER:
            self._number(self._take())
            self._steps.append(_POWER)
        if self._next.text == "^":
            self._take()
            self._signed()
            self._steps.append(_POWER)

    def _atom(self) -> None:
        token = self._next
        if token.kind is Kind.NUMBER:
            self._number(self._take())
        elif token.kind is Kind.NAME:
            self._name(self._take())
        elif token.text == "(":
            opened = self._take()
            self._sum()
            self._close(opened)
        else:
            raise self._missing_operand()

    def _number(self, token: Token) -> None:
        value = float(token.text)
        if not math.isfinite(value):
            raise FormulaError(QT_TRANSLATE_NOOP("errors", "The number at position {place} is too large."), token.index)
        self._steps.append(value)

    def _name(self, token: Token) -> None:
        if token.text in self._names:
            self._steps.append(token.text)
        elif token.text in CONSTANTS:
            self._steps.append(CONSTANTS[token.text])
        elif token.text in FUNCTIONS:
            self._function(token)
        else:
            raise FormulaError(
                QT_TRANSLATE_NOOP("errors", "Unknown name “{name}” at position {place}. Choose from: {choices}."),
                token.index,
                name=token.text,
                choices=", ".join([*self._names, *CONSTANTS, *FUNCTIONS]),
            )

    def _function(self, token: Token) -> None:
        function = FUNCTIONS[token.text]
        if self._next.text != "(":
            raise FormulaError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{name}” at position {place} is a function: write its argument in parentheses, {name}(…).",
                ),
                token.index,
                name=token.text,
            )
        opened = self._take()
        n_arguments = 1
        self._sum()
        while self._next.text and self._next.text in ",;":
            self._take()
            self._sum()
            n_arguments += 1
        self._close(opened)
        if n_arguments != function.n_arguments:
            raise FormulaError(
                QT_TRANSLATE_NOOP("errors", "“{name}” at position {place} takes {expected} number(s), not {found}."),
                token.index,
                name=token.text,
                expected=function.n_arguments,
                found=n_arguments,
            )
        self._steps.append(Call(function.compute, n_arguments))

    def _close(self, opened: Token) -> None:
        if self._next.kind is Kind.END:
            raise FormulaError(
                QT_TRANSLATE_NOOP("errors", "The “(” at position {place} is never closed."), opened.index
            )
        if self._next.text != ")":
            raise self._missing_operator()
        self._take()

    def _missing_operand(self) -> FormulaError:
        if self._next.kind is Kind.END:
            return FormulaError(
                QT_TRANSLATE_NOOP("errors", "The formula ends too early: a number or a name is missing."),
                self._next.index,
            )
        return FormulaError(
            QT_TRANSLATE_NOOP("errors", "A number or a name is missing at position {place}, before “{found}”."),
            self._next.index,
            found=self._next.text,
        )

    def _missing_operator(self) -> FormulaError:
        return FormulaError(
            QT_TRANSLATE_NOOP("errors", "A sign such as + or * is missing at position {place}, before “{found}”."),
            self._next.index,
            found=self._next.text,
        )
