"""PointedRun: which run is under the pointer, in the list of runs or on the curves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class PointedRun(QObject):
    """One for each session, so that its panels light up the same run.

    Signals
    -------
    changed(): another run, or none, is pointed at.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number: int | None = None

    @property
    def number(self) -> int | None:
        """The run's number; None if none is pointed at."""
        return self._number

    def point_at(self, number: int | None) -> None:
        """Point at a run, or at none."""
        if number != self._number:
            self._number = number
            self.changed.emit()
