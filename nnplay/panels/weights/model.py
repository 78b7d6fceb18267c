"""WeightTableModel: a layer's weights for a table view; it reads the flat vector and stores nothing per cell."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from nnplay.appearance import locked
from nnplay.appearance.data_names import input_names
from nnplay.appearance.number_text import exact_text, short_text
from nnplay.appearance.values import network_scale
from nnplay.engine.parts import weights_of
from nnplay.project import Project
from nnplay.project.inspection.weight_table import GAP, TableView, WeightTable
from nnplay.project.locks import is_closed

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()


class Cell(NamedTuple):
    """All that the delegate paints of a cell, in one request, because hundreds of cells are on the screen."""

    value: float
    text: str
    is_frozen: bool
    is_muted: bool


class WeightTableModel(QAbstractTableModel):
    """The weights of one table of the project's network, updated while it trains.

    Signals
    -------
    typed(int, int, str)
        The person has typed this text into the cell at a row and a column.
    """

    typed = Signal(int, int, str)

    def __init__(self, project: Project, view: TableView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show(project, view)

    @property
    def weights(self) -> WeightTable:
        """The positions of the cells in the flat vector."""
        return self._table

    @property
    def project(self) -> Project:
        """The project shown."""
        return self._project

    @property
    def parameters(self) -> NDArray[np.float32]:
        """The flat vector shown."""
        return self._parameters

    @property
    def scale(self) -> float:
        """The weight with the full colours; one scale for the whole network, as on the canvas."""
        return self._scale

    def show_view(self, project: Project, view: TableView) -> None:
        """Show another layer, filter or channel, or another network."""
        self.beginResetModel()
        self._show(project, view)
        self.endResetModel()

    def show_project(self, project: Project) -> None:
        """Show another state of a project with the same network."""
        self._project = project
        self._find_marks()
        self.show_parameters(project.parameters)

    def show_parameters(self, parameters: NDArray[np.float32]) -> None:
        """Show other weights (n_parameters,); the view reads only the visible cells."""
        self._parameters = parameters
        self._find_scale()
        if self._table.n_rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._table.n_rows - 1, self._table.n_columns - 1))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._table.n_rows

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._table.n_columns

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the value of a cell; None if the cell has no weight."""
        place = self._table.place(row, column)
        if place == GAP:
            return None
        value = float(self._parameters[place])
        return Cell(value, short_text(value), bool(self._is_frozen[place]), bool(self._is_muted[place]))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self._table.place(index.row(), index.column())
        if place == GAP:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return short_text(float(self._parameters[place]))
        if role == Qt.ItemDataRole.EditRole:
            return exact_text(float(self._parameters[place]))
        if role == Qt.ItemDataRole.ToolTipRole:
            exact = exact_text(float(self._parameters[place]))
            is_free = not is_closed(self._project, "weight_values")
            return exact if is_free else f"{exact}\n{locked.reason(self._project)}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Pass on what was typed; the document decides whether it is a number."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        self.typed.emit(index.row(), index.column(), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._table.place(index.row(), index.column()) == GAP:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags if is_closed(self._project, "weight_values") else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if way == Qt.Orientation.Horizontal:
            return str(section + 1)
        block, row = self._table.block_at(section)
        if len(block.slot.shape) > 1:
            return self._source_labels[row] if row < len(self._source_labels) else str(row + 1)
        return self.tr("bias") if block.slot.name == "bias" else block.slot.name

    def _show(self, project: Project, view: TableView) -> None:
        self._project = project
        self._table = WeightTable(project.network, view)
        self._parameters = project.parameters
        self._source_labels = _input_labels(project, view)
        self._find_marks()
        self._find_scale()

    def _find_marks(self) -> None:
        project = self._project
        self._is_frozen = weights_of(project.network, project.training.frozen)
        self._is_muted = weights_of(project.network, project.muted)

    def _find_scale(self) -> None:
        self._scale = network_scale(self._project.network, self._parameters)


def _input_labels(project: Project, view: TableView) -> tuple[str, ...]:
    """Return the names of the features at which a layer's connections start; empty if they have no names."""
    starts_at_input = project.network.node(view.node).inputs == (project.network.input.name,)
    return input_names(project.data) if starts_at_input else ()
