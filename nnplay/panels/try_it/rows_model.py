"""RowsModel: rows of cells below their names, for a table view; it stores nothing but the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nnplay.appearance.number_text import short_text

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Texts as they are, numbers with four digits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[object] = ()
        self._rows: Sequence[Sequence[object]] = ()
        self._numbers: Sequence[int] = ()

    def show_table(self, table: Sequence[Sequence[object]], numbers: Sequence[int] = ()) -> None:
        """Show another table, its names first, with the rows' numbers in their file; an empty one shows nothing."""
        self.beginResetModel()
        self._numbers = numbers
        self._names, self._rows = (table[0], table[1:]) if table else ((), ())
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        value = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return short_text(value, 4) if isinstance(value, float) else str(value)
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(value, float):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(self._names[section]) if orientation is Qt.Orientation.Horizontal else self._numbers[section]
