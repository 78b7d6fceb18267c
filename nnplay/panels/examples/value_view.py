"""ValueView: the choice of one or two columns, above the plot of their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.panels.examples.values import ANSWER, PartValues

if TYPE_CHECKING:
    from nnplay.panels.examples.value_plot import ValuePlot

_NAME_LENGTH, _NOTHING_LENGTH = 7, 12
"""Width of the choices, in characters."""


class ValueView(QWidget):
    """Draws only while it is visible."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: PartValues | None = None
        self._names: tuple[str, ...] = ()
        self.plot: ValuePlot | None = None  # made when first needed: pyqtgraph is slow to import
        self._column = QComboBox()
        self._column.setAccessibleName(self.tr("Column"))
        self._over = QComboBox()
        self._over.setAccessibleName(self.tr("Over which column"))
        over = QLabel(self.tr("over"))
        over.setProperty("look", "caption")
        row = QHBoxLayout()
        row.setSpacing(metrics.SMALL)
        for choice, length in ((self._column, _NAME_LENGTH), (self._over, _NOTHING_LENGTH)):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(length)
        row.addWidget(self._column, 1)
        row.addWidget(over)
        row.addWidget(self._over, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, metrics.TINY, 0, 0)
        self._layout.setSpacing(metrics.TINY)
        self._layout.addLayout(row)
        self._layout.addStretch(1)
        self._column.currentIndexChanged.connect(self._draw)
        self._over.currentIndexChanged.connect(self._draw)

    def show_values(self, values: PartValues | None) -> None:
        """Show other examples; columns with the same names stay selected."""
        self._values = values
        names = () if values is None else (self.tr("Answer"), *values.input_names)
        if names != self._names:
            self._names = names
            with QSignalBlocker(self._column), QSignalBlocker(self._over):
                self._column.clear()
                self._column.addItems(names)
                self._over.clear()
                self._over.addItem(self.tr("nothing: counts"))
                self._over.addItems(names)
                self._column.setCurrentIndex(ANSWER)
        self._over.setEnabled(len(names) > 1)
        self._draw()

    def apply_theme(self) -> None:
        """Use the theme's new colours."""
        if self.plot is not None:
            self.plot.apply_theme()
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        values = self._values
        if values is None or not len(values.examples) or not self.isVisible():
            return
        if self.plot is None:
            from nnplay.panels.examples.value_plot import ValuePlot

            self.plot = ValuePlot()
            self._layout.insertWidget(1, self.plot, 100)
        over = self._over.currentIndex() - 1
        self.plot.show_column(values, self._names, self._column.currentIndex(), None if over < 0 else over)
