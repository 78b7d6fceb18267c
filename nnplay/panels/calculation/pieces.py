"""Pieces: typeset mathematics as boxes with a baseline, combined from left to right and above each other.

The method of Knuth's "The TeXbook", chapter 11: every piece knows its width and how far it reaches above and below its
baseline; larger pieces are made of smaller ones. The result is a flat list of texts, lines and links to paint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath

from nnplay.appearance.theme import Role
from nnplay.project.calculation.expressions import Leaf


class Glyphs(NamedTuple):
    """Text at a baseline point."""

    at: QPointF
    text: str
    font: QFont
    role: Role


class Stroke(NamedTuple):
    """A line or a bracket."""

    at: QPointF
    path: QPainterPath
    role: Role = Role.TEXT


class Link(NamedTuple):
    """The area of a named number."""

    at: QPointF
    rect: QRectF
    leaf: Leaf


Ink = Glyphs | Stroke | Link


class Placed(NamedTuple):
    """A piece inside another one."""

    at: QPointF
    piece: Piece


@dataclass(frozen=True)
class Piece:
    """A box on a baseline: y = 0, negative above it; all lengths in logical pixels.

    Pieces are nested, and their inks are moved to their places only once, when the outermost piece is laid out.
    """

    width: float
    ascent: float
    descent: float
    inks: tuple[Ink | Placed, ...] = ()

    @property
    def height(self) -> float:
        """The height from top to bottom."""
        return self.ascent + self.descent

    def at(self, x: float, y: float) -> Placed:
        """Return this piece in a place."""
        return Placed(QPointF(x, y), self)

    def laid_out(self, at: QPointF) -> Iterator[Ink]:
        """Yield all inks, also those of the pieces inside, moved by an offset."""
        for ink in self.inks:
            if isinstance(ink, Placed):
                yield from ink.piece.laid_out(at + ink.at)
            else:
                yield ink._replace(at=at + ink.at)


def text(words: str, font: QFont, role: Role = Role.TEXT) -> Piece:
    """Return words in one font, as high as the font's capitals and as deep as its descenders."""
    metrics, inks = QFontMetricsF(font), (Glyphs(QPointF(), words, font, role),)
    return Piece(metrics.horizontalAdvance(words), metrics.ascent() * 0.86, metrics.descent(), inks)


def space(width: float) -> Piece:
    """Return empty space of a width."""
    return Piece(width, 0, 0)


def row(pieces: Sequence[Piece]) -> Piece:
    """Return pieces side by side on one baseline."""
    inks: list[Placed] = []
    x = 0.0
    for piece in pieces:
        inks.append(piece.at(x, 0))
        x += piece.width
    ascent = max((piece.ascent for piece in pieces), default=0.0)
    descent = max((piece.descent for piece in pieces), default=0.0)
    return Piece(x, ascent, descent, tuple(inks))


def fraction(top: Piece, bottom: Piece, axis: float) -> Piece:
    """Return one piece above another, with a bar at the height ``axis`` over the baseline."""
    # The bar extends beyond the wider part, so that a fraction in a fraction stays readable.
    width, gap = max(top.width, bottom.width) + 4, 2.5
    bar = QPainterPath(QPointF(0, 0))
    bar.lineTo(width, 0)
    up, down = -axis - gap - top.descent, -axis + gap + bottom.ascent
    return Piece(
        width,
        -up + top.ascent,
        down + bottom.descent,
        (
            top.at((width - top.width) / 2, up),
            bottom.at((width - bottom.width) / 2, down),
            Stroke(QPointF(0, -axis), bar),
        ),
    )


def scripts(base: Piece, sub: Piece | None, sup: Piece | None) -> Piece:
    """Return a base with a subscript and a superscript."""
    inks, width, ascent, descent = list(base.inks), base.width, base.ascent, base.descent
    if sub is not None:
        # A third of the index is below the baseline, and lower under a deep base such as a bracket.
        drop = base.descent * 0.35 + sub.ascent * 0.35
        inks.append(sub.at(base.width, drop))
        width, descent = max(width, base.width + sub.width), max(descent, drop + sub.descent)
    if sup is not None:
        # The top of the base cuts the exponent about in the middle, however high the base is.
        rise = base.ascent - sup.ascent * 0.55
        inks.append(sup.at(base.width, -rise))
        width, ascent = max(width, base.width + sup.width), max(ascent, rise + sup.ascent)
    return Piece(width + 0.5, ascent, descent, tuple(inks))


def limits(sign: Piece, below: Piece, above: Piece) -> Piece:
    """Return a large sign with its limits, smaller and centred, below and above it."""
    width, gap = max(sign.width, below.width, above.width), 1.0
    up, down = -sign.ascent - gap - above.descent, sign.descent * 0.6 + gap + below.ascent
    inks = (
        sign.at((width - sign.width) / 2, 0),
        below.at((width - below.width) / 2, down),
        above.at((width - above.width) / 2, up),
    )
    return Piece(width + 3, above.ascent - up, down + below.descent, inks)


def fenced(inner: Piece, left: str, right: str, axis: float) -> Piece:
    """Return a piece between brackets ``(``, ``[`` or ``|`` that are as high as it is."""
    # Brackets are symmetric about the axis of minus signs and fraction bars, so the longer side counts twice.
    half = max(inner.ascent - axis, inner.descent + axis) + 1
    width = 3.5 if left == "|" else 4.0 + min(half / 8, 4.0)
    inks = (
        Stroke(QPointF(0, -axis), _bracket(left, width, half)),
        inner.at(width, 0),
        Stroke(QPointF(width + inner.width, -axis), _bracket(right, width, half)),
    )
    return Piece(inner.width + 2 * width, half + axis, half - axis, inks)


def grid(cells: Sequence[Sequence[Piece]], axis: float) -> Piece:
    """Return rows and columns, centred at the height ``axis``; numbers are right-aligned."""
    widths = [max(cell.width for cell in column) for column in zip(*cells, strict=True)]
    heights = [(max(cell.ascent for cell in line), max(cell.descent for cell in line)) for line in cells]
    total = sum(up + down for up, down in heights) + 3 * (len(cells) - 1)
    inks: list[Placed] = []
    y = -axis - total / 2
    for line, (up, down) in zip(cells, heights, strict=True):
        x = 0.0
        for cell, width in zip(line, widths, strict=True):
            inks.append(cell.at(x + width - cell.width, y + up))
            x += width + 10
        y += up + down + 3
    return Piece(sum(widths) + 10 * (len(widths) - 1), axis + total / 2, total / 2 - axis, tuple(inks))


def linked(piece: Piece, leaf: Leaf) -> Piece:
    """Return the same piece as the area of a number that can be pointed at."""
    # A little larger than the number, because single digits are hard to hit.
    rect = QRectF(-1.5, -piece.ascent - 1.5, piece.width + 3, piece.height + 3)
    return replace(piece, inks=(Link(QPointF(), rect, leaf), *piece.inks))


def root(inner: Piece) -> Piece:
    """Return a piece under a root sign."""
    top, hook = -inner.ascent - 3, 11.0
    path = QPainterPath(QPointF(0.5, -inner.ascent * 0.3))
    path.lineTo(3.5, -inner.ascent * 0.4)
    path.lineTo(6.5, inner.descent)
    path.lineTo(hook - 1, top)
    path.lineTo(hook + inner.width + 2, top)
    inks = (Stroke(QPointF(), path), inner.at(hook, 0))
    return Piece(hook + inner.width + 3, -top + 1, inner.descent + 1, inks)


def _bracket(sign: str, width: float, half: float) -> QPainterPath:
    path = QPainterPath()
    if sign == "|":
        path.moveTo(width / 2, -half)
        path.lineTo(width / 2, half)
        return path
    outer, inner = (1.0, width - 1.0) if sign in "([" else (width - 1.0, 1.0)
    path.moveTo(inner, -half)
    if sign in "[]":
        path.lineTo(outer, -half)
        path.lineTo(outer, half)
        path.lineTo(inner, half)
    else:
        bend = outer - (inner - outer) * 0.35
        path.cubicTo(bend, -half * 0.45, bend, half * 0.45, inner, half)
    return path
