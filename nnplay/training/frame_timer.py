"""FrameTimer: how often the GUI thread looks for news of a run: often, but without slowing the run down.

The threads share one interpreter: while the GUI thread computes or paints, the run waits. So cheap frames come 30 times
a second, and expensive ones (a slow machine, many panels) less often.
"""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnplay.background import right_of_way

LEAST_INTERVAL_MS, MOST_INTERVAL_MS = 33, 500
MOST_SHARE, MOST_SHARE_UNHURRIED = 0.1, 0.4
"""Share of the time that the GUI thread may work while a network learns; a run with a limit has time to spare."""

_NEWEST = 0.15
"""Weight of the latest frame in the mean cost. Panels take turns, so costs differ from frame to frame."""


class FrameTimer(QObject):
    """Ticks while started.

    Parameters
    ----------
    cpu_time : returns the seconds of CPU time that the thread has used; tests pass their own.

    Attributes
    ----------
    is_hurried : whether the run is to be as fast as possible.

    Signals
    -------
    due() : time for the next frame.
    """

    due = Signal()

    def __init__(self, parent: QObject, cpu_time: Callable[[], float] = thread_time) -> None:
        super().__init__(parent)
        self.is_hurried = True
        self._cpu_time = cpu_time
        self._before = 0.0
        self._cost_ms = 0.0
        self._timer = QTimer(self, interval=LEAST_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def interval_ms(self) -> int:
        """The current time between two ticks."""
        return self._timer.interval()

    def start(self) -> None:
        """Start ticking, 30 times a second until the cost of a frame is known."""
        self._before, self._cost_ms = self._cpu_time(), 0.0
        self._timer.start(LEAST_INTERVAL_MS)

    def stop(self) -> None:
        """Stop ticking."""
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        now = self._cpu_time()
        self._cost_ms += _NEWEST * (1000 * (now - self._before) - self._cost_ms)
        self._before = now
        share = MOST_SHARE if self.is_hurried else MOST_SHARE_UNHURRIED
        wanted = min(MOST_INTERVAL_MS, max(LEAST_INTERVAL_MS, round(self._cost_ms / share)))
        if abs(wanted - self._timer.interval()) > self._timer.interval() // 10:
            self._timer.setInterval(wanted)  # restarts the count, so not for every millisecond
        right_of_way().take()
        self.due.emit()
