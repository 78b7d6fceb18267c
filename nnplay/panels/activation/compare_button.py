"""CompareButton: selects other functions to draw beside the one shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.engine.activations import ACTIVATIONS


class CompareButton(QToolButton):
    """A button with a list of all functions to check.

    Signals
    -------
    changed()
        The selection has changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_icon(self, "add")
        self.setIconSize(QSize(metrics.ICON - 2, metrics.ICON - 2))
        self.setAccessibleName(self.tr("Compare"))
        self.setToolTip(self.tr("Compare: draw other functions as faint curves"))
        self.setProperty("look", "raised")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for name, activation in ACTIVATIONS.items():
            if activation.is_elementwise:
                action = QAction(name, menu)
                action.setCheckable(True)
                action.toggled.connect(self.changed)
                menu.addAction(action)
        menu.addSeparator()
        none = menu.addAction(self.tr("None"))
        none.triggered.connect(self._on_none_triggered)
        self.setMenu(menu)

    @property
    def names(self) -> list[str]:
        """The selected functions in the list's order."""
        return [action.text() for action in self.menu().actions() if action.isChecked()]

    @Slot()
    def _on_none_triggered(self) -> None:
        for action in self.menu().actions():
            action.setChecked(False)
