"""RunsModel: the runs of a project as rows, the present one first, then the newest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from math import isnan

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from nnplay.appearance.number_text import loss_text, percent_text
from nnplay.appearance.theme import Role, theme
from nnplay.panels.runs.run_scores import RunScores, ended_text, name_of
from nnplay.project import Run

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole

_NO_PARENT = QModelIndex()


class Column(IntEnum):
    """Columns of the table."""

    NAME = 0
    DIFFERENCE = 1
    LOSS = 2
    ACCURACY = 3
    EPOCHS = 4
    ENDED = 5


@dataclass(frozen=True, eq=False)
class RunRow:
    """A run, how good it is, and what differs from the base, in words."""

    run: Run
    scores: RunScores
    difference: str
    is_present: bool = False

    @property
    def loss(self) -> float:
        """Test loss, or training loss if nothing was kept to test with."""
        return self.scores.train_loss if isnan(self.scores.test_loss) else self.scores.test_loss

    @property
    def accuracy(self) -> float:
        """Test accuracy, or training accuracy if nothing was kept to test with; NaN if there are no classes."""
        return self.scores.train_accuracy if isnan(self.scores.test_accuracy) else self.scores.test_accuracy


class RunsModel(QAbstractTableModel):
    """The rows, in the order in which they are given.

    Signals
    -------
    renamed(int, str): the person has given the run of this number another name.
    """

    renamed = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RunRow, ...] = ()
        self._lit: int | None = None

    @property
    def rows(self) -> tuple[RunRow, ...]:
        """All rows."""
        return self._rows

    def show_rows(self, rows: tuple[RunRow, ...]) -> None:
        """Show these; if they are the same runs as before, the selection stays."""
        if [row.run.number for row in rows] == [row.run.number for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def light(self, number: int | None) -> None:
        """Mark the row of a run that is pointed at elsewhere."""
        self._lit = number
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.EditRole and column is Column.NAME:
            return name_of(row.run)
        if role == SORT_ROLE:
            return _SORT_KEYS[column](row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (Column.LOSS, Column.ACCURACY, Column.EPOCHS):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.BackgroundRole and row.run.number == self._lit:
            return theme().color(Role.HOVER)
        if role == Qt.ItemDataRole.FontRole and row.is_present:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        run, text = self._rows[index.row()].run, " ".join(str(value).split())
        if text != name_of(run):
            self.renamed.emit(run.number, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.NAME else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NAME: self.tr("Run"),
            Column.DIFFERENCE: self.tr("What differs"),
            Column.LOSS: self.tr("Loss"),
            Column.ACCURACY: self.tr("Accuracy"),
            Column.EPOCHS: self.tr("Epochs"),
            Column.ENDED: self.tr("When"),
        }[Column(section)]

    def _text(self, row: RunRow, column: Column) -> str:
        if column is Column.NAME:
            return f"★ {name_of(row.run)}" if row.run.is_starred else name_of(row.run)
        if column is Column.DIFFERENCE:
            return row.difference
        if column is Column.LOSS:
            return loss_text(row.loss)
        if column is Column.ACCURACY:
            return percent_text(None if isnan(row.accuracy) else row.accuracy)
        if column is Column.EPOCHS:
            return f"{row.scores.epochs:,.10g}"
        return self.tr("now") if row.is_present else ended_text(row.run)


_SORT_KEYS: dict[Column, Callable[[RunRow], object]] = {
    Column.NAME: lambda row: row.run.number,
    Column.DIFFERENCE: lambda row: row.difference,
    Column.LOSS: lambda row: float("inf") if isnan(row.loss) else row.loss,
    Column.ACCURACY: lambda row: -1.0 if isnan(row.accuracy) else row.accuracy,
    Column.EPOCHS: lambda row: row.scores.epochs,
    Column.ENDED: lambda row: row.run.number,
}
