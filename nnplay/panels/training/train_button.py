"""TrainButton: the window's main button, which trains and pauses."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.metrics import Text

_PADDING = 21


class TrainButton(QPushButton):
    """Shows an action whose text changes between "Train" and "Pause", always at the same width."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._stand_in: QWidget | None = None
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
        self._set_enabled(self._action.isEnabled())

    def _set_enabled(self, is_enabled: bool) -> None:
        """Take the focus back after a run ends, when Qt has passed it to Stop beside it."""
        had_keyboard = self.hasFocus()
        self.setEnabled(is_enabled)
        if had_keyboard and not is_enabled:
            self._stand_in = QApplication.focusWidget()
        elif is_enabled and self._stand_in is not None:
            if QApplication.focusWidget() is self._stand_in:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._stand_in = None
