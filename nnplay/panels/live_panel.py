"""LivePanel: what every panel that follows the training shares; it works only while someone can see it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QWidget

from nnplay.look.theme import theme

LEAST_WIDTH = 264
"""Room for the longest row of fields in either language; narrower, words would be cut off."""


class LivePanel(QWidget):
    """A widget for a dock that redraws itself from its collaborators, and owes nothing while hidden.

    Subclasses connect the signals that concern them to ``invalidate`` and do all their reading and drawing in
    ``refresh``. A hidden panel only remembers that it is out of date and catches up when it is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stale = True
        self.setMinimumWidth(LEAST_WIDTH)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)  # the theme's SURFACE
        self.setAutoFillBackground(True)
        theme().changed.connect(self._on_theme_changed)

    def title(self) -> str:
        """Name of the panel, translated, for its dock and menus."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the collaborators and show them; called only while visible."""
        raise NotImplementedError

    def apply_theme(self) -> None:
        """Take the theme's colours anew; ``refresh`` follows."""

    @Slot()
    def invalidate(self) -> None:
        """Show the newest state now, or as soon as the panel is visible."""
        if self.isVisible():
            self._is_stale = False
            self.refresh()
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.invalidate()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.apply_theme()
        self.invalidate()
