"""PictureQueue: makes pictures one after another in the background and delivers each as it is ready."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from nnplay.background import Operation
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.engine import NnplayError

Make = Callable[[], object]


class PictureQueue(QObject):
    """Does small pieces of work in order, in a thread; new work replaces the old.

    Signals
    -------
    made(key, object)
        One is ready. Failed ones are left out.
    """

    made = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = deque[tuple[Hashable, Make]]()
        self._key: Hashable = None
        self._operation = Operation(self)
        self._operation.done.connect(self._on_done)
        self._operation.failed.connect(self._on_failed)

    @property
    def is_under_way(self) -> bool:
        """Whether something is still to come."""
        return self._operation.is_under_way

    def begin(self, work: Mapping[Hashable, Make]) -> None:
        """Make these pictures; each is identified by its key."""
        self.close()
        self._left.extend(work.items())
        self._go_on()

    def close(self) -> None:
        """Stop."""
        self._left.clear()
        self._operation.close()

    def _go_on(self) -> None:
        if self._left:
            self._key, make = self._left.popleft()
            self._operation.begin(partial(_do, make))

    @Slot(object)
    def _on_done(self, result: object) -> None:
        key = self._key
        self._go_on()
        self.made.emit(key, result)

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._go_on()


def _do(make: Make, report: ReportProgress, should_cancel: ShouldCancel) -> object:
    return make()
