"""Turns: while a network learns, panels draw one after the other, not all at each of its pictures.

Between two of them the window answers whatever a person does, and a run waits for a millisecond at a time instead of
for all panels together.
"""

from __future__ import annotations

from collections import deque
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot
from shiboken6 import isValid

_BETWEEN_MS = 7
"""About four panels between two pictures of the canvas, which are 33 ms apart."""


class Invalidated(Protocol):
    """What is told to show the newest state."""

    def invalidate(self) -> None: ...


class Turns(QObject):
    """A queue of panels that want to show the newest state; each is told to when it is its turn."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Invalidated] = deque()
        self._timer = QTimer(self, interval=_BETWEEN_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_needed(self) -> bool:
        """Whether a panel waits."""
        return bool(self._waiting)

    def ask_for(self, panel: Invalidated) -> None:
        """Have a panel invalidated soon, once, however often it asks until then."""
        if panel not in self._waiting:
            self._waiting.append(panel)
            if not self._timer.isActive():
                self._timer.start()

    def give_up(self, panel: Invalidated) -> bool:
        """Do not tell a panel that has drawn meanwhile, or is hidden; return whether it was waiting."""
        if panel not in self._waiting:
            return False
        self._waiting.remove(panel)
        if not self._waiting:
            self._timer.stop()
        return True

    @Slot()
    def _on_timeout(self) -> None:
        panel = self._waiting.popleft() if self._waiting else None
        if panel is not None and isValid(panel):  # its window may have been closed meanwhile
            panel.invalidate()
        if not self._waiting:
            self._timer.stop()


_turns: Turns | None = None


def turns() -> Turns:
    """Return the one queue of the GUI thread, made at the first call."""
    global _turns
    if _turns is None:
        _turns = Turns()
    return _turns
