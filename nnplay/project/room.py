"""Room: what a project keeps at most of earlier runs and experiments, and what goes for it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence


def n_gone_for_room(before: Sequence[Hashable], after: Sequence[Hashable]) -> int:
    """Return how many of the things kept before an edit have gone to make room for a new last one.

    Both are in the order in which they were added. What is deleted, or comes back with an undo, makes no room.
    """
    if not after or after[-1] in before:
        return 0
    return sum(each not in after for each in before)
