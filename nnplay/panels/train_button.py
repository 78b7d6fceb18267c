"""TrainButton: the window's one big button, which trains and pauses."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtWidgets import QPushButton, QWidget

from nnplay.look import metrics
from nnplay.look.metrics import Text

_PADDING = 21


class TrainButton(QPushButton):
    """Shows an action whose text changes between "Train" and "Pause", always equally wide."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setObjectName(action.objectName())
        self.setProperty("look", "pill")
        self.setFont(metrics.font(Text.HEADING, bold=True))
        self.setIconSize(QSize(metrics.ICON, metrics.ICON))
        measure = QFontMetricsF(self.font())
        width = max(measure.horizontalAdvance(text) for text in (self.tr("Train"), self.tr("Pause")))
        self.setFixedWidth(round(width) + metrics.ICON + 2 * _PADDING)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    @Slot()
    def _on_action_changed(self) -> None:
        self.setText(self._action.text())
        self.setIcon(self._action.icon())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
