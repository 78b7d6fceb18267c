"""Turns: while a network learns, panels draw one after another instead of all at every frame.

Between two of them the window handles what a person does, and training waits for one panel at a time, a few
milliseconds, instead of for all of them. Only two draw between two frames of the canvas, which thus moves as smoothly
with twenty open panels as with three.
"""

from __future__ import annotations

from collections import deque
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot
from shiboken6 import isValid

from nnplay.background import right_of_way

_BETWEEN_MS = 7
"""Time between two turns."""

_TURNS_PER_FRAME = 2
"""At most this many panels draw between two frames."""

_NO_FRAME_MS = 250
"""Time until the next turn if no frame comes any more."""


class Invalidated(Protocol):
    """A panel that can be told to show the newest state."""

    def invalidate(self) -> None: ...


class Turns(QObject):
    """A queue of panels that want to show the newest state; each is told when it is its turn."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Invalidated] = deque()
        self._frame = -1
        self._n_left = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_needed(self) -> bool:
        """Whether a panel is waiting."""
        return bool(self._waiting)

    def ask_for(self, panel: Invalidated, frame: int) -> None:
        """Have a panel invalidated soon, once, however often it asks until then.

        Parameters
        ----------
        panel
            The panel.
        frame
            The step that it wants to show; another one than at the last call begins a new frame.
        """
        if panel not in self._waiting:
            self._waiting.append(panel)
        if frame != self._frame:
            self._frame, self._n_left = frame, _TURNS_PER_FRAME
            self._timer.start(_BETWEEN_MS)
        elif not self._timer.isActive():
            self._start()

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
        self._n_left -= 1
        if panel is not None and isValid(panel):  # its window may have been closed while it waited
            right_of_way().take()
            panel.invalidate()
        # A timer that kept running would wake up an idle window.
        if self._waiting:
            self._start()
        else:
            self._timer.stop()

    def _start(self) -> None:
        self._timer.start(_BETWEEN_MS if self._n_left > 0 else _NO_FRAME_MS)


_turns: Turns | None = None


def turns() -> Turns:
    """Return the queue of the GUI thread, created at the first call."""
    global _turns
    if _turns is None:
        _turns = Turns()
    return _turns
