"""LivePanel: the base of every panel that follows the training; it works only while it is visible.

It also answers what a dock's menu asks of a panel: a text that explains it, a picture and a table to export, further
actions, and whether it can be frozen. A panel overrides what it offers.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QWidget

from nnplay.appearance.theme import theme
from nnplay.panels.turns import turns
from nnplay.panels.widgets.table import Table

if TYPE_CHECKING:
    from nnplay.runs import Snapshot


class LivePanel(QWidget):
    """A widget for a dock that redraws itself from its collaborators, and does nothing while hidden.

    Subclasses connect the signals that concern them to ``invalidate`` and do all their reading and drawing in
    ``refresh``. A hidden panel only remembers that it is out of date and catches up when it is shown; a frozen one
    keeps its contents until it is unfrozen.

    Attributes
    ----------
    interval_s
        Minimum time between two refreshes by ``follow`` while a network learns: numbers cannot be read at 30 frames a
        second, and training waits while the GUI thread works.

    Signals
    -------
    frozen_changed
        Whether the panel is frozen.
    wished(str)
        The panel is empty, and the person pressed the button that changes this: a value of ``Wish``.
    """

    frozen_changed = Signal(bool)
    wished = Signal(str)
    interval_s = 0.1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stale = True
        self._is_frozen = False
        self._refreshed_at = 0.0
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)  # the theme's SURFACE
        self.setAutoFillBackground(True)
        theme().changed.connect(self._on_theme_changed)

    def refresh(self) -> None:
        """Read the collaborators and show them; called only while visible."""
        raise NotImplementedError

    def apply_theme(self) -> None:
        """Use the theme's new colours; ``refresh`` follows."""

    # -- for the dock's menu ------------------------------------------------------------------------------------------

    def picture(self) -> QWidget | None:
        """Return the widget for an exported picture, by default the whole panel; None while there is nothing to see."""
        return self

    def table(self) -> Table | None:
        """Return the numbers behind the picture, for a CSV file; None if there are none."""
        return None

    def menu_actions(self) -> Sequence[QAction]:
        """Return further actions for the menu, such as a checkable "Logarithmic scale"; called whenever it opens."""
        return ()

    @property
    def can_freeze(self) -> bool:
        """Whether freezing makes sense for it."""
        return True

    @property
    def is_frozen(self) -> bool:
        """Whether it is frozen."""
        return self._is_frozen

    @Slot(bool)
    def set_frozen(self, is_frozen: bool) -> None:
        """Freeze the contents, or continue with the newest state."""
        if is_frozen != self._is_frozen:
            self._is_frozen = is_frozen
            self.frozen_changed.emit(is_frozen)
            if self._is_stale:
                self.invalidate()

    # -- when to work -------------------------------------------------------------------------------------------------

    @Slot()
    def invalidate(self) -> None:
        """Show the newest state now, or as soon as the panel is visible and not frozen."""
        # What is drawn now does not have to be drawn again when its turn comes.
        turns().give_up(self)
        if self.isVisible() and not self._is_frozen:
            self._is_stale = False
            self._refreshed_at = perf_counter()
            self.refresh()
        else:
            self._is_stale = True

    @Slot(object)
    def follow(self, snapshot: Snapshot | None) -> None:
        """Show the present network; while it learns, when it is this panel's turn, at most every ``interval_s``."""
        # The last news of a run says that nothing is running, so the panel always catches up with what it skipped.
        if snapshot is None or not snapshot.is_running or not self.isVisible():
            self.invalidate()
        elif perf_counter() - self._refreshed_at >= self.interval_s:
            turns().ask_for(self, snapshot.step)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # A panel that was still waiting for its turn has missed a state; it catches up when it is shown.
        if turns().give_up(self):
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.invalidate()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.apply_theme()
        self.invalidate()
