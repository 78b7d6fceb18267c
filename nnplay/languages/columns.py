"""Texts in terminal columns, where a Chinese character takes two."""

from __future__ import annotations

import re
import unicodedata

_WIDE = r"\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
_CLOSING = "，。；：！？、）》」』】”’"
_OPENING = "（《「『【“‘"
_PIECES = re.compile(rf"\s+|[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}]+)[{_CLOSING}]*")
"""The units of line breaking: words, and single Chinese characters together with closing punctuation."""


def width(text: str) -> int:
    """Return the number of columns that a text takes."""
    return sum(_columns(sign) for sign in text)


def padded(text: str, columns: int) -> str:
    """Return the text padded on the right to a number of columns."""
    return text + " " * (columns - width(text))


def aligned_right(text: str, columns: int) -> str:
    """Return the text padded on the left to a number of columns."""
    return " " * (columns - width(text)) + text


def cut(text: str, columns: int) -> str:
    """Return the longest beginning of a text that fits into a number of columns."""
    taken = 0
    for place, sign in enumerate(text):
        taken += _columns(sign)
        if taken > columns:
            return text[:place]
    return text


def wrapped(text: str, columns: int) -> list[str]:
    """Return the text as lines of at most ``columns`` columns, filled greedily; a longer word gets its own line."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if lines[-1] and width(lines[-1]) + width(piece) > columns:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += " " if piece.isspace() and lines[-1] else piece.strip()
    return [line.rstrip() for line in lines if line.strip()]


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
