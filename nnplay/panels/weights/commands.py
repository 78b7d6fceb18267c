"""TableCommands: everything that can be done with the selected cells of a weight table, each as one undoable edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from secrets import randbits
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QObject, QPoint, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu

from nnplay.appearance.icons import set_icon
from nnplay.disk.names import name_of
from nnplay.document import Document, EditName
from nnplay.engine import INITIALIZERS, NnplayError, Part
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.weights.grid import WeightGrid
from nnplay.panels.weights.model import WeightTableModel
from nnplay.project import Project, part_edits, weight_edits
from nnplay.project.inspection.weight_table import Area, TableView
from nnplay.project.inspection.weight_text import load_matrix, matrix_text, read_matrix, save_matrix
from nnplay.project.part_edits import MAX_PARTS, is_covered
from nnplay.project.typed_number import parse_number

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_MOST_COPIED = 1_000_000
"""Most cells that can be copied: more than any spreadsheet takes without trouble."""

_SEED_BITS = 62
_PLACES = range(4)

Edit = Callable[[Project], Project]
Floats = NDArray[np.float64]


class TableCommands(QObject):
    """Acts on the selected cells, or on all cells if none are selected."""

    def __init__(
        self, document: Document, controller: TrainingController, model: WeightTableModel, grid: WeightGrid
    ) -> None:
        super().__init__(grid)
        self._document, self._model, self._grid = document, model, grid
        self._reader = controller.new_question(self)
        self._writer = controller.new_question(self)
        self._reader.answered.connect(self._on_file_read)
        self._reader.failed.connect(document.report)
        self._writer.failed.connect(document.report)
        self._read_for: TableView | None = None
        make = self._make
        self.copy = make(self.tr("&Copy"), self.copy_cells)
        self.paste = make(self.tr("&Paste"), self.paste_cells)
        self.fill = make(self.tr("&Fill…"), self._on_fill_triggered)
        self.zero = make(self.tr("Set to &zero"), self.zero_cells)
        self.round = self._make_menu(self.tr("&Round to decimals"), map(str, _PLACES), self._on_round_triggered)
        self.draw = self._make_menu(self.tr("&Redraw with"), INITIALIZERS, self._on_draw_triggered)
        self.freeze = make(self.tr("Free&ze"), self._on_freeze_triggered)
        self.mute = make(self.tr("&Mute"), self._on_mute_triggered)
        self.load = make(self.tr("&Load CSV…"), self._on_load_triggered)
        self.save = make(self.tr("&Save CSV…"), self._on_save_triggered)
        for action in (self.freeze, self.mute):
            action.setCheckable(True)
        self._listed = [
            *(self.copy, self.paste, self._separator()),
            *(self.fill, self.zero, self.round.menuAction(), self.draw.menuAction(), self._separator()),
            *(self.freeze, self.mute, self._separator()),
            *(self.load, self.save),
        ]
        set_icon(self.load, "open")
        set_icon(self.save, "save")
        grid.copy_wanted.connect(self.copy_cells)
        grid.paste_wanted.connect(self.paste_cells)
        grid.zero_wanted.connect(self.zero_cells)
        model.typed.connect(self._on_typed)

    def actions(self) -> list[QAction]:
        """Return the entries of a menu, in groups, for the cells that are selected now."""
        self._update_marks()
        return self._listed

    @Slot(QPoint)
    def open_menu(self, at: QPoint) -> None:
        """Open the menu at a position in the table."""
        menu = QMenu(self._grid)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addActions(self.actions())
        menu.popup(self._grid.viewport().mapToGlobal(at))

    @Slot()
    def copy_cells(self) -> None:
        """Copy the selected cells to the clipboard, in the format of spreadsheets."""
        area = self._grid.areas[0]
        rows = min(area.n_rows, max(1, _MOST_COPIED // max(1, area.n_columns)))
        values = self._model.weights.values(self._model.parameters, area._replace(n_rows=rows))
        QGuiApplication.clipboard().setText(matrix_text(values, decimal_sign=QLocale().decimalPoint()))

    @Slot()
    def paste_cells(self) -> None:
        """Paste what a spreadsheet has copied, from the first selected cell on; a single number fills all selected
        cells.
        """
        areas, view = self._grid.areas, self._model.weights.view
        try:
            values = read_matrix(QGuiApplication.clipboard().text(), QLocale().decimalPoint())
        except NnplayError as error:
            self._document.report(error)
            return
        text = EditName(QT_TRANSLATE_NOOP("steps", "Paste Weights"))
        if values.size == 1:
            self._change(text, lambda cells: np.full_like(cells, values[0, 0]))
            return
        top, left = areas[0].top, areas[0].left
        if self._perform(text, lambda project: weight_edits.set_cells(project, view, top, left, values)):
            self._grid.choose_area(Area(top, left, *values.shape))

    @Slot()
    def zero_cells(self) -> None:
        """Set the selected cells to 0."""
        self._change(EditName(QT_TRANSLATE_NOOP("steps", "Set Weights to Zero")), np.zeros_like)

    def _change(self, text: EditName, change: Callable[[Floats], Floats]) -> None:
        view, areas = self._model.weights.view, self._grid.areas

        def edit(project: Project) -> Project:
            for area in areas:
                project = weight_edits.change_cells(project, view, area, change)
            return project

        self._perform(text, edit)

    def _perform(self, text: EditName, edit: Edit) -> bool:
        try:
            self._document.perform(text, edit)
        except NnplayError as error:
            self._document.report(error)
            return False
        return True

    @Slot(int, int, str)
    def _on_typed(self, row: int, column: int, text: str) -> None:
        view = self._model.weights.view
        try:
            value = np.array([[parse_number(text)]])
        except NnplayError as error:
            self._document.report(error)
            return
        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Set Weight")),
            lambda project: weight_edits.set_cells(project, view, row, column, value),
        )

    @Slot()
    def _on_fill_triggered(self) -> None:
        self._ask_fill()

    def _ask_fill(self, text: str = "") -> None:
        dialog = QInputDialog(self._grid)
        dialog.setTextValue(text)
        dialog.setWindowTitle(self.tr("Fill"))
        dialog.setLabelText(self.tr("Number for all selected cells, such as 0.5 or 1/3:"))
        dialog.textValueSelected.connect(self._on_fill_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_fill_chosen(self, text: str) -> None:
        try:
            value = parse_number(text)
        except NnplayError as error:
            self._document.report(error)
            self._ask_fill(text)  # what is no number stays, to be corrected
            return
        self._change(EditName(QT_TRANSLATE_NOOP("steps", "Fill Weights")), lambda cells: np.full_like(cells, value))

    @Slot(QAction)
    def _on_round_triggered(self, action: QAction) -> None:
        n_places = int(action.data())
        self._change(EditName(QT_TRANSLATE_NOOP("steps", "Round Weights")), lambda cells: cells.round(n_places))

    @Slot(QAction)
    def _on_draw_triggered(self, action: QAction) -> None:
        view, areas, name, seed = self._model.weights.view, self._grid.areas, action.data(), randbits(_SEED_BITS)

        def edit(project: Project) -> Project:
            for area in areas:
                project = weight_edits.draw_cells(project, view, area, name, seed)
            return project

        self._perform(EditName(QT_TRANSLATE_NOOP("steps", "Redraw Weights")), edit)

    # -- freezing and muting ------------------------------------------------------------------------------------------

    def _parts(self) -> list[Part]:
        """Return the selected cells as parts of the network: whole columns as neurons, the whole table as the layer."""
        table = self._model.weights
        parts: list[Part] = []
        for area in self._grid.areas:
            if area == table.everything and table.n_filters == 1:
                return [Part(table.view.node)]
            if area.n_rows == table.n_rows and table.n_filters == 1:
                parts += [Part(table.view.node, unit=area.left + column) for column in range(area.n_columns)]
                continue
            # One more than allowed is enough to be refused, and costs no more memory.
            cells = (
                table.part(area.top + row, area.left + column)
                for row in range(area.n_rows)
                for column in range(area.n_columns)
            )
            parts += [part for part, _ in zip((part for part in cells if part), range(MAX_PARTS + 1), strict=False)]
        return parts

    def _update_marks(self) -> None:
        project, parts = self._model.project, self._parts()[:MAX_PARTS]
        for action, marked in ((self.freeze, project.training.frozen), (self.mute, project.muted)):
            action.setChecked(bool(parts) and bool(marked) and all(is_covered(marked, part) for part in parts))

    @Slot()
    def _on_freeze_triggered(self) -> None:
        parts = self._parts()
        if self.freeze.isChecked():
            self._perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Freeze Weights")),
                lambda project: part_edits.freeze(project, parts),
            )
        else:
            self._perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Release Weights")),
                lambda project: part_edits.release(project, parts),
            )

    @Slot()
    def _on_mute_triggered(self) -> None:
        parts = self._parts()
        if self.mute.isChecked():
            self._perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Mute Weights")), lambda project: part_edits.mute(project, parts)
            )
        else:
            self._perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Unmute Weights")),
                lambda project: part_edits.unmute(project, parts),
            )

    # -- files --------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_load_triggered(self) -> None:
        dialog = self._make_dialog(self.tr("Load weights from a CSV file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.load_file)
        dialog.open()

    @Slot()
    def _on_save_triggered(self) -> None:
        dialog = self._make_dialog(self.tr("Save weights as a CSV file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{name_of(self._model.weights.view.node, 'weights')}.csv")
        dialog.fileSelected.connect(self.save_file)
        dialog.open()

    @Slot(str)
    def load_file(self, name: str) -> None:
        """Read a whole table, with or without its biases, from a file, in the background."""
        self._read_for = self._model.weights.view
        self._reader.ask(partial(load_matrix, Path(name)))

    @Slot(str)
    def save_file(self, name: str) -> None:
        """Write the whole table to a file, in the background."""
        table, vector = self._model.weights, self._model.parameters
        self._writer.ask(lambda: save_matrix(table.values(vector, table.everything), Path(name)))

    @Slot(object)
    def _on_file_read(self, values: Floats) -> None:
        view = self._read_for
        if view is not None:
            self._perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Load Weights")),
                lambda project: weight_edits.set_table(project, view, values),
            )

    # -- making -------------------------------------------------------------------------------------------------------

    def _make_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._grid.window(), title)
        dialog.setNameFilters([self.tr("Tables of numbers (*.csv *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _make(self, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        return action

    def _make_menu(self, title: str, entries: Iterable[str], slot: Callable[[QAction], None]) -> QMenu:
        menu = QMenu(title, self._grid)
        for entry in entries:
            menu.addAction(entry).setData(entry)
        menu.triggered.connect(slot)
        return menu

    def _separator(self) -> QAction:
        line = QAction(self)
        line.setSeparator(True)
        return line
