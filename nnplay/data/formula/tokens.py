"""Tokens: a formula's text split into numbers, names and signs, as people and textbooks write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from nnplay.data.formula.errors import FormulaError
from nnplay.data.formula.functions import FUNCTIONS
from nnplay.data.half_width import half_width
from nnplay.engine.errors import QT_TRANSLATE_NOOP


class Kind(Enum):
    """Kinds of tokens."""

    NUMBER = auto()
    NAME = auto()
    POWER = auto()
    """A superscript whole number, as in x²; its text has ordinary digits."""
    SIGN = auto()
    END = auto()


@dataclass(frozen=True)
class Token:
    """One piece of a formula; ``index`` is the position of its first character."""

    kind: Kind
    text: str
    index: int


# One character replaces one, so that positions are those of the text as typed.
_PLAIN = str.maketrans("₀₁₂₃₄₅₆₇₈₉·×÷", "0123456789**/")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_RAISED, "0123456789")

_REST = rf"""
    | (?P<name> [A-Za-z]+[0-9]* | π )
    | (?P<power> [{_RAISED}]+ )
    | (?P<sign> \*\* | [-+*/^(),;] )
"""
_EXPONENT = "(?: [eE][-+]?[0-9]+ )?"
_WITH_POINT = re.compile(rf"(?P<number> (?: [0-9]+(?:\.[0-9]*)? | \.[0-9]+ ) {_EXPONENT} ) {_REST}", re.VERBOSE)
_WITH_COMMA = re.compile(rf"(?P<number> (?: [0-9]+(?:,[0-9]+|\.[0-9]*)? | \.[0-9]+ ) {_EXPONENT} ) {_REST}", re.VERBOSE)


def tokens(text: str) -> list[Token]:
    """Return the tokens of a formula; the last one is ``END``.

    A comma between digits is a decimal comma, except between the two arguments of ``min`` and ``max``, where a comma or
    a semicolon separates.

    Raises
    ------
    FormulaError
        If a character has no meaning.
    """
    plain = half_width(text).translate(_PLAIN)
    found: list[Token] = []
    separates = [False]
    """For each open parenthesis, and for the outside: whether a comma separates arguments there."""
    index = 0
    while index < len(plain):
        if plain[index].isspace():
            index += 1
            continue
        match = (_WITH_POINT if separates[-1] else _WITH_COMMA).match(plain, index)
        if match is None:
            raise FormulaError(
                QT_TRANSLATE_NOOP("errors", "“{found}” at position {place} has no meaning in a formula."),
                index,
                found=text[index],
            )
        found.append(_token(match))
        if found[-1].text == "(":
            separates.append(len(found) > 1 and _takes_several(found[-2]))
        elif found[-1].text == ")" and len(separates) > 1:
            separates.pop()
        index = match.end()
    return [*found, Token(Kind.END, "", len(text))]


def _token(match: re.Match[str]) -> Token:
    kind, text = Kind[str(match.lastgroup).upper()], match.group()
    if kind is Kind.NUMBER:
        text = text.replace(",", ".")
    elif kind is Kind.NAME:
        text = text.lower()
    elif kind is Kind.POWER:
        text = text.translate(_LOWERED)
    elif text == "**":
        text = "^"
    return Token(kind, text, match.start())


def _takes_several(token: Token) -> bool:
    return token.kind is Kind.NAME and token.text in FUNCTIONS and FUNCTIONS[token.text].n_arguments > 1
