"""Gallery: tiles of examples or networks; a click or Enter chooses one, arrow keys move from tile to tile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.theme import theme
from nnplay.shell.images.picture_queue import PictureQueue
from nnplay.shell.start.starts import Start
from nnplay.shell.start.tile import PICTURE, Tile


class Gallery(QWidget):
    """Groups of tiles, each under its heading; the pictures are made when the gallery is visible.

    Parameters
    ----------
    groups
        The tiles by heading; a heading may be empty.
    per_row
        Number of tiles per row.

    Signals
    -------
    chosen(str)
        The name of the chosen tile.
    reached(QWidget)
        The tile that got the focus, so that a scroll area can show it.
    pointed(str)
        Explanation of the tile under the pointer or with the focus; empty if there is none.
    """

    chosen = Signal(str)
    reached = Signal(QWidget)
    pointed = Signal(str)

    def __init__(self, groups: Mapping[str, Sequence[Start]], per_row: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: dict[str, Tile] = {}
        self._starts = {start.name: start for starts in groups.values() for start in starts}
        self._queue = PictureQueue(self)
        self._queue.made.connect(self._on_made)
        self._buttons = QButtonGroup(self)  # lets arrow keys find the neighbour above and below
        self._buttons.setExclusive(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TINY)
        for heading, starts in groups.items():
            if heading:
                column.addWidget(caption(heading))
            column.addLayout(self._make_grid(starts, per_row))
        column.addStretch(1)
        theme().changed.connect(self._make_pictures)

    @property
    def tiles(self) -> Mapping[str, Tile]:
        """By name."""
        return self._tiles

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_pictures()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._queue.close()

    def _make_grid(self, starts: Sequence[Start], per_row: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(0)
        for place, start in enumerate(starts):
            tile = Tile(start.title, start.summary)
            tile.setEnabled(start.is_possible)
            tile.clicked.connect(partial(self.chosen.emit, start.name))
            tile.pointed.connect(self.pointed)
            tile.reached.connect(self.reached)
            self._buttons.addButton(tile)
            self._tiles[start.name] = tile
            grid.addWidget(tile, *divmod(place, per_row), Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(per_row, 1)
        return grid

    @Slot()
    def _make_pictures(self) -> None:
        if self.isVisible():
            size_px = PICTURE * self.devicePixelRatioF()
            self._queue.begin({name: partial(start.make, size_px) for name, start in self._starts.items()})

    @Slot(object, object)
    def _on_made(self, name: str, picture: QImage) -> None:
        self._tiles[name].show_picture(picture)


def caption(text: str) -> QLabel:
    """Return a heading for rows or tiles."""
    label = QLabel(text)
    label.setProperty("look", "muted")
    label.setContentsMargins(6, 0, 0, 0)
    return label
