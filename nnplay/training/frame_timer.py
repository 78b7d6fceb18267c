"""FrameTimer: when the GUI thread looks for news of a run: often, but never so often that looking holds the run up.

The threads share one interpreter: whatever the GUI thread computes or paints, the run waits for. So pictures that cost
little come thirty times a second, and costly ones (a slow machine, many panels) less often.
"""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

LEAST_INTERVAL_MS, MOST_INTERVAL_MS = 33, 500
MOST_SHARE = 0.1
"""Of the time that the GUI thread may work while a network learns."""

_NEWEST = 0.15
"""Weight of the newest picture in the mean cost: panels take turns, so that one costs more than the next."""


class FrameTimer(QObject):
    """Ticks while it is started.

    Parameters
    ----------
    cpu_time : seconds that the thread has worked; a test gives its own.

    Signals
    -------
    due() : time for the next picture.
    """

    due = Signal()

    def __init__(self, parent: QObject, cpu_time: Callable[[], float] = thread_time) -> None:
        super().__init__(parent)
        self._cpu_time = cpu_time
        self._before = 0.0
        self._cost_ms = 0.0
        self._timer = QTimer(self, interval=LEAST_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def interval_ms(self) -> int:
        """Time between two ticks now."""
        return self._timer.interval()

    def start(self) -> None:
        """Begin to tick, thirty times a second until it is known what a picture costs."""
        self._before, self._cost_ms = self._cpu_time(), 0.0
        self._timer.start(LEAST_INTERVAL_MS)

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        now = self._cpu_time()
        self._cost_ms += _NEWEST * (1000 * (now - self._before) - self._cost_ms)
        self._before = now
        wanted = min(MOST_INTERVAL_MS, max(LEAST_INTERVAL_MS, round(self._cost_ms / MOST_SHARE)))
        if abs(wanted - self._timer.interval()) > self._timer.interval() // 10:
            self._timer.setInterval(wanted)  # which begins to count anew: not for every millisecond
        self.due.emit()
