"""Distinct names: names without their common leading words, for where space is scarce."""

from __future__ import annotations

from collections.abc import Sequence


def distinct_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return “setosa” and “virginica” for “Iris-setosa” and “Iris-virginica”; words are never split."""
    end = 0
    for place, letters in enumerate(zip(*names, strict=False), 1):
        if len(set(letters)) > 1 or len(names) < 2:
            break
        if not letters[0].isalnum():
            end = place
    shorter = tuple(name[end:] for name in names)
    return shorter if all(shorter) else tuple(names)
