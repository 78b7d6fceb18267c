"""StepModel: the preparation of one example for the network, one row per input column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nnplay.appearance.number_text import short_text
from nnplay.data.table import PreparationStep

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()


class StepModel(QAbstractTableModel):
    """The steps from the table's cells to the network's inputs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[PreparationStep, ...] = ()
        self._titles = (
            self.tr("Column"),
            self.tr("In the table"),
            self.tr("As x"),
            self.tr("Formula"),
            self.tr("Input"),
        )

    def show_steps(self, steps: Sequence[PreparationStep]) -> None:
        """Show the steps of another row, or none."""
        self.beginResetModel()
        self._steps = tuple(steps)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._texts(self._steps[index.row()])[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return self._titles[section]

    def _texts(self, step: PreparationStep) -> tuple[str, ...]:
        raw = short_text(step.raw, 4)
        if step.is_filled:
            raw = self.tr("{number} (stands for a missing value)").format(number=raw)
        is_alone = len(step.inputs) == 1
        seen = short_text(step.inputs[0][1], 4) if is_alone else " ".join(f"{value:.0f}" for _, value in step.inputs)
        return step.column, step.cell.strip(), raw if is_alone else "", step.formula, seen
