"""ColumnModel: the columns of a table and their uses, one row per column, for a table view."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from nnplay.data.table import ColumnScan, Role
from nnplay.data.table.draft import TableDraft
from nnplay.data.table.suggestion import left_out
from nnplay.panels.data_import.words import formula_text, range_text, word

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()
_NAME, _VALUES, _EMPTY, _ZEROS, _ROLE, _MISSING, _FORMULA = range(7)


class ColumnModel(QAbstractTableModel):
    """Reads a draft; after a change, it must be given the new one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft: TableDraft | None = None
        self._titles = (
            self.tr("Column"),
            self.tr("Values"),
            self.tr("Empty"),
            self.tr("Zeros"),
            self.tr("Use"),
            self.tr("Instead of empty"),
            self.tr("Network input"),
        )

    def show_draft(self, draft: TableDraft | None) -> None:
        """Show other uses of the same columns, which keeps the selection, or other columns."""
        if draft is not None and self._draft is not None and draft.scan is self._draft.scan:
            self._draft = draft
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._draft = draft
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self._draft is None else len(self._draft.columns)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._draft is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (_EMPTY, _ZEROS):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):  # a long text is cut off
            return None
        return self._text(index.row(), index.column())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if not is_text or orientation is Qt.Orientation.Vertical:
            return None
        return self._titles[section]

    def _text(self, row: int, place: int) -> str:
        assert self._draft is not None
        found, column = self._draft.scan.columns[row], self._draft.columns[row]
        if place == _NAME:
            return column.name
        if place == _VALUES:
            return self._values(found)
        if place in (_EMPTY, _ZEROS):
            n = found.n_missing if place == _EMPTY else found.n_zeros
            return f"{n:,}" if n else ""
        if place == _ROLE:
            return word(column.role)
        if place == _MISSING:
            can_lack = found.n_missing or (column.is_zero_missing and found.n_zeros)
            text = word(column.missing) if column.is_input and can_lack else ""
            return self.tr("{remedy} (also for 0)").format(remedy=text) if text and column.is_zero_missing else text
        if column.role is Role.TARGET and column.categories:
            return ", ".join(column.categories)
        if column.role is Role.IGNORE:
            why = left_out(found)
            return "" if why is None else QCoreApplication.translate("columns", why)
        return formula_text(column)

    def _values(self, found: ColumnScan) -> str:
        if found.n_numbers > found.n_words or found.has_dates:
            n_strays = found.n_words - (found.n_dates if found.has_dates else 0)
            text = range_text(found)
            return text if not n_strays else self.tr("{numbers}, %Ln word(s)", "", n_strays).format(numbers=text)
        if found.categories:
            return self.tr("%Ln different", "", len(found.categories))
        return self.tr("words") if found.n_words else self.tr("nothing")
