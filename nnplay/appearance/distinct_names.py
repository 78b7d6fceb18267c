"""Distinct names: what is left of names without the words that all of them begin with, for where room is scarce."""

from __future__ import annotations

from collections.abc import Sequence


def distinct_names(names: Sequence[str]) -> tuple[str, ...]:
    """“Iris-setosa” and “Iris-virginica” become “setosa” and “virginica”; words are never cut in two."""
    end = 0
    for place, letters in enumerate(zip(*names, strict=False), 1):
        if len(set(letters)) > 1 or len(names) < 2:
            break
        if not letters[0].isalnum():
            end = place
    shorter = tuple(name[end:] for name in names)
    return shorter if all(shorter) else tuple(names)
