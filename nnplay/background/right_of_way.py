"""Right of way: a training thread waits for the short moments in which the GUI thread draws.

The threads share one interpreter. A small network's steps are a few microseconds of NumPy each, and each call of Qt's
hands the interpreter to the training thread and has to wait until it comes back; so a picture of 5 ms took 15 ms, and
both were slowed down by taking turns. One after the other, both are faster.
"""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QTimer

_MOST_S = 0.03


class RightOfWay:
    """The GUI thread takes it before it draws, and gives it back as soon as it has nothing more to do.

    Parameters
    ----------
    most_s
        A training thread waits no longer, in seconds: it goes on, slowly, while the GUI thread is busy with something
        long.
    """

    def __init__(self, most_s: float = _MOST_S) -> None:
        self._most_s = most_s
        self._is_free = Event()
        self._is_free.set()
        self._end: QTimer | None = None

    def take(self) -> None:
        """Have training threads wait until the events that follow from the present one are done; GUI thread only."""
        if self._end is None:
            # Qt serves a timer of no time when it has no other event left, so after the painting.
            self._end = QTimer(singleShot=True, interval=0)
            self._end.timeout.connect(self._is_free.set)
        self._is_free.clear()
        self._end.start()

    def give(self) -> None:
        """Return once the GUI thread does not need it; a training thread calls this between its steps."""
        if not self._is_free.is_set():
            self._is_free.wait(self._most_s)


_right_of_way = RightOfWay()


def right_of_way() -> RightOfWay:
    """Return the right of way of this process's GUI thread."""
    return _right_of_way
