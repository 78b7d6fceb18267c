"""MapHead: the title of a decision map, a button to unpin a neuron, and the value under the cursor."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget


class MapHead(QWidget):
    """A line above the map.

    Signals
    -------
    unpin_wanted()
        The person wants to see the network's output again.
    """

    unpin_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.reading = QLabel(), QLabel()
        self.name.setProperty("look", "heading")
        self.name.setMinimumWidth(1)  # a long name must not widen the dock
        self.reading.setProperty("look", "muted")
        self.reading.setAccessibleName(self.tr("Value under the cursor"))
        self.unpin = QToolButton()
        self.unpin.setText(self.tr("Unpin"))
        self.unpin.setToolTip(self.tr("The map is pinned to the clicked neuron: go back to the network's output"))
        self.unpin.clicked.connect(self.unpin_wanted)
        self.unpin.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name)
        row.addWidget(self.unpin)
        row.addStretch(1)
        row.addWidget(self.reading)
