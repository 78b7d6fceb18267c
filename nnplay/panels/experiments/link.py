"""Link: which cells of an experiment are pointed at and brushed, the same in all views."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Link(QObject):
    """Belongs to the panel; each view reads it and tells it.

    Signals
    -------
    changed(): another cell is pointed at, or others are brushed.
    opened(int): the person wants this cell's network on the canvas.
    """

    changed = Signal()
    opened = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pointed: int | None = None
        self._brushed: frozenset[int] | None = None

    @property
    def pointed(self) -> int | None:
        """The number of the cell that is pointed at; None for none."""
        return self._pointed

    def is_faint(self, number: int) -> bool:
        """Return whether others are brushed, but not this one."""
        return self._brushed is not None and number not in self._brushed

    def point_at(self, number: int | None) -> None:
        """Point at a cell, or at none."""
        if number != self._pointed:
            self._pointed = number
            self.changed.emit()

    def brush(self, numbers: frozenset[int] | None) -> None:
        """Bring these cells out in all views; None for all alike."""
        if numbers != self._brushed:
            self._brushed = numbers
            self.changed.emit()
