"""WeightGrid: the table view, which scrolls, selects, and has the keys of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.qt_types import ranges_of
from nnplay.panels.weights.cells import CellDelegate
from nnplay.panels.weights.model import WeightTableModel
from nnplay.project.inspection.weight_table import Area

_CELL_WIDTH, _CELL_HEIGHT = 62, 24

_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Delete)


class WeightGrid(QTableView):
    """A table view of a ``WeightTableModel``.

    Signals
    -------
    copy_wanted, paste_wanted, zero_wanted
        Ctrl+C, Ctrl+V, Delete.
    cell_chosen(int, int)
        The current cell is the one at this row and column.
    """

    copy_wanted = Signal()
    paste_wanted = Signal()
    zero_wanted = Signal()
    cell_chosen = Signal(int, int)

    def __init__(self, model: WeightTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights = model
        self._cells = CellDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setFont(metrics.font(metrics.Text.CAPTION))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header, size in ((self.horizontalHeader(), _CELL_WIDTH), (self.verticalHeader(), _CELL_HEIGHT)):
            # Fixed sizes, so that Qt does not measure cells: a table with millions of them opens at once.
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(_CELL_HEIGHT)
            header.setDefaultSectionSize(size)
            header.setHighlightSections(True)
        self.setCornerButtonEnabled(True)
        self.setAccessibleName(self.tr("Weights"))

    @property
    def areas(self) -> list[Area]:
        """The selected rectangles of cells; the whole table if none are selected."""
        chosen = [
            Area(part.top(), part.left(), part.height(), part.width())
            for part in ranges_of(self._selection().selection())
        ]
        return chosen or [self._weights.weights.everything]

    def choose(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        self._selection().setCurrentIndex(
            self._weights.index(row, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def choose_area(self, area: Area) -> None:
        """Select a rectangle of cells."""
        model = self._weights
        corner = model.index(area.top + area.n_rows - 1, area.left + area.n_columns - 1)
        selection = QItemSelection(model.index(area.top, area.left), corner)
        self._selection().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def point_at(self, cell: tuple[int, int] | None) -> None:
        """Outline one cell and scroll to it, or outline none."""
        if cell != self._cells.pointed:
            self._cells.pointed = cell
            if cell is not None:
                self.scrollTo(self._weights.index(*cell))
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        # While the table has the focus, these keys are its own, even if the window has shortcuts for them.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.zero_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The key that ends an edit arrives here, too.
            if self.state() != QAbstractItemView.State.EditingState:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.cell_chosen.emit(current.row(), current.column())

    def _selection(self) -> QItemSelectionModel:
        return self.selectionModel()


def _is_own(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _KEYS) or event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Space)
