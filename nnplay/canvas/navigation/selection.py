"""Selection: the selected layers, in the order of selection; not undoable, not saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Names of the selected layers.

    Signals
    -------
    changed : the selection has changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The selected layers in order; the last one was selected last."""
        return self._names

    @property
    def last(self) -> str | None:
        """The layer selected last; commands for a single layer apply to it."""
        return self._names[-1] if self._names else None

    def choose(self, names: Iterable[str]) -> None:
        """Select these layers and no others."""
        chosen = tuple(dict.fromkeys(names))
        if chosen != self._names:
            self._names = chosen
            self.changed.emit()

    def toggle(self, name: str) -> None:
        """Add a layer to the selection, or remove it."""
        rest = tuple(other for other in self._names if other != name)
        self.choose(rest if name in self._names else (*rest, name))

    def keep(self, existing: Collection[str]) -> None:
        """Drop layers that no longer exist."""
        self.choose(name for name in self._names if name in existing)
