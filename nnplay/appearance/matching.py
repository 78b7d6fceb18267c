"""Matching: how well typed letters match the names and the text of something; the one function behind every search.

Full-width letters, capitals, spaces, hyphens and underscores make no difference: ``batch_size``, "Batch size" and
"ｂａｔｃｈ－ｓｉｚｅ" are the same. Independent of Qt.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple, TypeVar

T = TypeVar("T")

_FIRST_IDEOGRAPH = "\u2e80"
"""Chinese writes no spaces, so every sign from here on may begin a word."""

_LONGEST = 200
"""Length from which a longer name is no worse a match."""


class Match(IntEnum):
    """How something matches, from the weakest to the strongest."""

    LOOSE = 0
    """The letters occur in a name in this order: "rst" in "Reset"."""
    TEXT = 1
    """Every word begins a word of the text."""
    INSIDE = 2
    """They are somewhere in a name: "fitting" in "Overfitting"."""
    INITIALS = 3
    """They begin words of a name: "ns" in "New start"."""
    WORDS = 4
    """Every word begins a word of a name, in any order: "size batch" in "Batch size"."""
    START = 5
    """A name begins with them."""
    WHOLE = 6
    """A name is exactly this."""


def match(typed: str, names: Sequence[str], text: str = "") -> float | None:
    """Return a score, higher for a better match; None if nothing matches.

    Parameters
    ----------
    typed
        What was typed; nothing matches everything, with the same score.
    names
        The names of the thing in all languages and spellings.
    text
        What is written about it.

    Returns
    -------
    float or None
        A ``Match``, and up to 1 more for a short name: of two names that begin with the letters, the shorter one is
        meant more often.
    """
    wanted = _Wanted.of(typed)
    exact = _exact(wanted, names, text)
    return exact if exact is not None else _loose(wanted, names)


def ranked(
    typed: str,
    things: Iterable[T],
    names: Callable[[T], Sequence[str]],
    text: Callable[[T], str] = lambda _: "",
) -> list[T]:
    """Return what matches, best first, otherwise in its own order; loose matches only if there are no others."""
    things, wanted = list(things), _Wanted.of(typed)
    found = [(score, each) for each in things if (score := _exact(wanted, names(each), text(each))) is not None]
    if not found:
        found = [(score, each) for each in things if (score := _loose(wanted, names(each))) is not None]
    return [each for _, each in sorted(found, key=lambda pair: -pair[0])]


def listed(text: str) -> list[str]:
    """Return the names in a text that separates them by semicolons, Chinese ones included."""
    return [each.strip() for each in text.replace("；", ";").split(";") if each.strip()]


class _Wanted(NamedTuple):
    """What was typed: folded, its letters and digits alone, and its words."""

    folded: str
    joined: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, typed: str) -> _Wanted:
        folded = _folded(typed)
        return cls(folded, _joined(folded), tuple(folded.split()))


def _exact(wanted: _Wanted, names: Sequence[str], text: str) -> float | None:
    """Return the score of a match that is better than a loose one."""
    if not wanted.folded:
        return 0.0
    folded = [_folded(name) for name in names]
    found = [_scored(kind, name) for name in folded if (kind := _kind(wanted, name)) is not None]
    if found:
        return max(found)
    return float(Match.TEXT) if text and _has_words(wanted.words, _folded(text), *folded) else None


def _loose(wanted: _Wanted, names: Sequence[str]) -> float | None:
    found = [name for name in map(_folded, names) if all(_has_letters(word, name) for word in wanted.words)]
    return max((_scored(Match.LOOSE, name) for name in found), default=None)


def _scored(kind: Match, name: str) -> float:
    return kind + 1 - min(len(name), _LONGEST) / _LONGEST


def _kind(wanted: _Wanted, name: str) -> Match | None:
    joined, whole = wanted.joined, _joined(name)
    if joined and whole.startswith(joined):
        return Match.WHOLE if whole == joined else Match.START
    if _has_words(wanted.words, name):
        return Match.WORDS
    if len(joined) > 1 and joined in _initials(name):
        return Match.INITIALS
    return Match.INSIDE if (joined or wanted.folded) in (whole if joined else name) else None


def _has_words(words: Sequence[str], *texts: str) -> bool:
    """Return whether each typed word begins a word of one of the texts."""
    # Most texts do not have the word at all, and "in" says so at once.
    return all(any(word in text and _begins_word(word, text) for text in texts) for word in words)


def _begins_word(word: str, text: str) -> bool:
    return any(_starts_word(text, place) for place in _places(word, text))


@lru_cache(maxsize=8192)
def _initials(name: str) -> str:
    """Return the first letters of the words."""
    return "".join(letter for place, letter in enumerate(name) if letter.isalnum() and _starts_word(name, place))


def _has_letters(word: str, name: str) -> bool:
    """Return whether the letters occur in this order, the first of them at the start of a word."""
    return any(_starts_word(name, place) and _follows(word, name[place:]) for place in _places(word[0], name))


def _follows(word: str, rest: str) -> bool:
    letters = iter(rest)
    return all(letter in letters for letter in word)


def _places(word: str, text: str) -> Iterable[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _starts_word(text: str, place: int) -> bool:
    return place == 0 or text[place] >= _FIRST_IDEOGRAPH or not text[place - 1].isalnum() or _is_joint(text, place)


def _is_joint(text: str, place: int) -> bool:
    """Return whether Latin letters begin after Chinese ones."""
    return text[place - 1] >= _FIRST_IDEOGRAPH


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """Return a text in small half-width letters, with one space between words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=8192)
def _joined(text: str) -> str:
    """Return the letters and digits alone."""
    return "".join(letter for letter in text if letter.isalnum())
