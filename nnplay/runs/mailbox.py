"""A mailbox with one slot: how threads hand each other frozen values without ever waiting or queueing."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Holds the latest item until somebody takes it; any thread may put and take.

    A reader that falls behind misses the items in between, which is the point: a queue of signals would
    bury it. What must not be missed is saved by `merge`.

    Parameters
    ----------
    merge : called as ``merge(waiting, new)`` when an item is put before the last was taken; by default
        the new item takes its place.
    """

    def __init__(self, merge: Callable[[T, T], T] | None = None) -> None:
        self._merge = merge
        self._lock = Lock()
        self._item: T | None = None

    def put(self, item: T) -> None:
        """Leave an item for the reader."""
        with self._lock:
            if self._merge is not None and self._item is not None:
                item = self._merge(self._item, item)
            self._item = item

    def take(self) -> T | None:
        """Take the item out, or None when there is none."""
        # Asked thousands of times a second by a training loop: an empty box is seen without the lock. An item
        # put at this very moment is found the next time.
        if self._item is None:
            return None
        with self._lock:
            item, self._item = self._item, None
        return item
