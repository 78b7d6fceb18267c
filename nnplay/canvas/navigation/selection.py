"""Selection: the selected layers, in the order of selection, or one link; not undoable, not saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, Signal

Link = tuple[str, str]


class Selection(QObject):
    """Names of the selected layers, or the selected link; never both.

    Signals
    -------
    changed : the selection has changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._link: Link | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The selected layers in order; the last one was selected last."""
        return self._names

    @property
    def last(self) -> str | None:
        """The layer selected last; commands for a single layer apply to it."""
        return self._names[-1] if self._names else None

    @property
    def link(self) -> Link | None:
        """The selected link, as the names of the layers where it starts and ends."""
        return self._link

    def choose(self, names: Iterable[str]) -> None:
        """Select these layers and nothing else."""
        self._show(tuple(dict.fromkeys(names)), None)

    def choose_link(self, link: Link) -> None:
        """Select one link and nothing else."""
        self._show((), link)

    def toggle(self, name: str) -> None:
        """Add a layer to the selection, or remove it."""
        rest = tuple(other for other in self._names if other != name)
        self.choose(rest if name in self._names else (*rest, name))

    def keep(self, layers: Collection[str], links: Collection[Link]) -> None:
        """Drop layers and a link that no longer exist."""
        link = self._link if self._link in links else None
        self._show(tuple(name for name in self._names if name in layers), link)

    def _show(self, names: tuple[str, ...], link: Link | None) -> None:
        if (names, link) != (self._names, self._link):
            self._names, self._link = names, link
            self.changed.emit()
