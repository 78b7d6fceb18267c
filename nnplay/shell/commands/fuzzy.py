"""Fuzzy matching: how well a few typed letters match a name; independent of actions and widgets."""

from __future__ import annotations

_WORD_START = 8
_NEXT = 5
_LETTER = 1
_SKIPPED = 0.1


def score(typed: str, name: str) -> float | None:
    """Return a score, higher for a better match; None unless all letters occur in the name in this order.

    Spaces separate words, which can be in any order. Letters at the start of words and consecutive letters count more,
    so that "ns" finds "New start" before "Regenerate points".
    """
    scores = [_score_of_word(word, name.casefold()) for word in typed.casefold().split()]
    found = [each for each in scores if each is not None]
    return sum(found) if len(found) == len(scores) else None


def _score_of_word(word: str, name: str) -> float | None:
    """Return the best score over all possible starts of the word; from there, letters match as early as possible."""
    starts = (place for place, letter in enumerate(name) if letter == word[0])
    scores = [each for start in starts if (each := _score_from(word, name, start)) is not None]
    return max(scores, default=None)


def _score_from(word: str, name: str, start: int) -> float | None:
    total, last = 0.0, start - 1
    for letter in word:
        place = name.find(letter, last + 1)
        if place < 0:
            return None
        if place == 0 or not name[place - 1].isalnum():
            total += _WORD_START
        elif place == last + 1 and place > start:
            total += _NEXT
        total += _LETTER - _SKIPPED * (place - last - 1)
        last = place
    return total
