"""PlaceBar: the position in a picture that the equations are about."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.panels.widgets.spin_box import SpinBox


class PlaceBar(QWidget):
    """Fields for row and column, counted from 1, and a button for the position with the largest numbers.

    Signals
    -------
    place_chosen((row, column) | None) : counted from 0; None for the position where the layer's numbers are largest.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        caption = QLabel(self.tr("Position in the picture"))
        caption.setProperty("look", "muted")
        self.row, self.column = SpinBox(), SpinBox()
        self.row.setPrefix(self.tr("Row") + " ")
        self.row.setAccessibleName(self.tr("Row"))
        self.column.setPrefix(self.tr("Column") + " ")
        self.column.setAccessibleName(self.tr("Column"))
        self._strongest = QToolButton()
        self._strongest.setText(self.tr("Most active"))
        self._strongest.setToolTip(self.tr("The position where the layer's numbers are largest"))
        self._strongest.setProperty("look", "raised")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(metrics.TINY)
        for widget in (caption, self.row, self.column, self._strongest):
            line.addWidget(widget)
        line.addStretch(1)
        for box in (self.row, self.column):
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._on_changed)
        self._strongest.clicked.connect(self._on_strongest_clicked)

    def show_place(self, shape: tuple[int, ...], place: tuple[int, ...]) -> None:
        """Show a position in a picture of this shape; hide the bar for any other shape."""
        self.setVisible(len(shape) == 3)
        if len(shape) != 3:
            return
        for box, n, at in zip((self.row, self.column), shape[:2], place, strict=True):
            with QSignalBlocker(box):
                box.setRange(1, n)
                box.setValue(at + 1)

    @Slot()
    def _on_changed(self) -> None:
        self.place_chosen.emit((self.row.value() - 1, self.column.value() - 1))

    @Slot()
    def _on_strongest_clicked(self) -> None:
        self.place_chosen.emit(None)
