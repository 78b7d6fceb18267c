"""A mailbox with one slot: threads hand each other frozen values without waiting or queueing."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Holds the latest item until a reader takes it; any thread may put and take.

    A slow reader misses the items in between, which is intended: queued signals would pile up. `merge` keeps what must
    not be missed.

    Parameters
    ----------
    merge : called as ``merge(waiting, new)`` when an item is put before the last one was taken; by default
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
        """Take the item out; None if there is none."""
        # A training loop asks thousands of times a second, so an empty box is recognised without the lock. An item put
        # at this very moment is found the next time.
        if self._item is None:
            return None
        with self._lock:
            item, self._item = self._item, None
        return item
