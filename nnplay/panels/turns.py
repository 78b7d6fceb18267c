"""Turns: while a network learns, panels draw one after another instead of all at every frame.

Between two of them the window handles what a person does, and training waits for one panel at a time, about a
millisecond, instead of for all of them.
"""

from __future__ import annotations

from collections import deque
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot
from shiboken6 import isValid

_BETWEEN_MS = 7
"""Time between two turns: about four panels between two frames of the canvas, which are 33 ms apart."""


class Invalidated(Protocol):
    """A panel that can be told to show the newest state."""

    def invalidate(self) -> None: ...


class Turns(QObject):
    """A queue of panels that want to show the newest state; each is told when it is its turn."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Invalidated] = deque()
        self._timer = QTimer(self, interval=_BETWEEN_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_needed(self) -> bool:
        """Whether a panel is waiting."""
        return bool(self._waiting)

    def ask_for(self, panel: Invalidated) -> None:
        """Have a panel invalidated soon, once, however often it asks until then."""
        if panel not in self._waiting:
            self._waiting.append(panel)
            if not self._timer.isActive():
                self._timer.start()

    def give_up(self, panel: Invalidated) -> bool:
        """Remove a panel that has been drawn or hidden in the meantime; return whether it was waiting."""
        if panel not in self._waiting:
            return False
        self._waiting.remove(panel)
        if not self._waiting:
            self._timer.stop()
        return True

    @Slot()
    def _on_timeout(self) -> None:
        panel = self._waiting.popleft() if self._waiting else None
        if panel is not None and isValid(panel):  # its window may have been closed while it waited
            panel.invalidate()
        # A timer that kept running would wake up an idle window.
        if not self._waiting:
            self._timer.stop()


_turns: Turns | None = None


def turns() -> Turns:
    """Return the queue of the GUI thread, created at the first call."""
    global _turns
    if _turns is None:
        _turns = Turns()
    return _turns
