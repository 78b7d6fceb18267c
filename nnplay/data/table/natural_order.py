"""The order in which people put words: class 2 before class 10, and 二月 before 十二月."""

from __future__ import annotations

import re

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TOKEN = re.compile(rf"(\d+)|([{''.join(_DIGITS)}十]+)")

Key = tuple[tuple[int, int, str], ...]


def natural_key(word: str) -> Key:
    """Return a key that sorts words by their letters, and numbers in them by size, also Chinese ones up to 99."""
    key, end = [], 0
    for found in _TOKEN.finditer(word):
        if found.start() > end:
            key.append((1, 0, word[end : found.start()]))
        number = int(found[1]) if found[1] else _chinese_number(found[2])
        key.append((1, 0, found[0]) if number is None else (0, number, found[0]))
        end = found.end()
    if end < len(word):
        key.append((1, 0, word[end:]))
    return tuple(key)


def _chinese_number(text: str) -> int | None:
    """Return the number that a word such as 十二 or 三 means; None if it is not written in this way."""
    tens, ten, ones = text.partition("十")
    if any(len(part) > 1 or part == "十" for part in (tens, ones)):
        return None
    if not ten:
        return _DIGITS[tens]
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)
