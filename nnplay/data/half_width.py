"""What a Chinese keyboard types, as the signs that nnplay reads: full-width digits, letters, signs and brackets.

Everything that reads a typed number, formula or row goes through ``half_width``.
"""

from __future__ import annotations

_FULL_WIDTH = range(0xFF01, 0xFF5F)
"""``！`` to ``～``: ASCII once more, each as wide as a Chinese character."""

_TO_ASCII = 0xFEE0
_TABLE = {code: code - _TO_ASCII for code in _FULL_WIDTH} | str.maketrans("。、【】−–\u3000\u00a0", ".,[]--  ")


def half_width(text: str) -> str:
    """Return a typed text with ASCII signs in place of full-width ones, and of those that stand for them.

    ``１．５``, ``１。５`` become 1.5; ``，`` and ``、`` become a comma, ``（`` a bracket, the minus sign of textbooks a
    hyphen. One character becomes one, so positions in the text stay true. All else is left alone.
    """
    return text.translate(_TABLE)
