"""Selection: which layers are chosen, in the order in which they were; not undoable, not saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Names of the chosen layers.

    Signals
    -------
    changed : others are chosen now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The chosen layers; the last one was chosen last."""
        return self._names

    @property
    def last(self) -> str | None:
        """The layer that was chosen last, to which whatever concerns one layer belongs."""
        return self._names[-1] if self._names else None

    def choose(self, names: Iterable[str]) -> None:
        """Choose these and no others."""
        chosen = tuple(dict.fromkeys(names))
        if chosen != self._names:
            self._names = chosen
            self.changed.emit()

    def toggle(self, name: str) -> None:
        """Choose one more, or one less."""
        rest = tuple(other for other in self._names if other != name)
        self.choose(rest if name in self._names else (*rest, name))

    def keep(self, existing: Collection[str]) -> None:
        """Forget layers that are gone."""
        self.choose(name for name in self._names if name in existing)
