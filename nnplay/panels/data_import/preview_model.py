"""PreviewModel: the first rows of a table as they are read, for a table view."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nnplay.data.table import TableScan

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()


class PreviewModel(QAbstractTableModel):
    """The scan holds the rows; nothing is stored per cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scan: TableScan | None = None

    def show_scan(self, scan: TableScan | None) -> None:
        """Show another table, or none."""
        self.beginResetModel()
        self._scan = scan
        self.endResetModel()

    @property
    def scan(self) -> TableScan | None:
        """The table shown."""
        return self._scan

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self._scan is None else len(self._scan.preview)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self._scan is None else len(self._scan.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._scan is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._scan.preview[index.row()][index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._scan is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:  # as a spreadsheet counts, and as messages do
            return self._scan.preview_numbers[section]
        return self._scan.columns[section].name
