"""RowsPage: a table of rows in, the same table with the network's predictions out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QLabel,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.number_text import percent_text, short_text
from nnplay.appearance.sentences import sentence, system_reason
from nnplay.asking import AskedRows, ask_rows
from nnplay.background import Operation
from nnplay.data.table.reader import TableSource
from nnplay.disk.writing import write_file
from nnplay.engine import NnplayError
from nnplay.engine.metrics import accuracy
from nnplay.panels.results.confusion_matrix import ConfusionMatrix
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.try_it.asking_page import AskingPage, small_buttons
from nnplay.panels.try_it.rows_model import RowsModel
from nnplay.panels.widgets.empty_state import EmptyPages, Wish
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.table import Table

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_SUFFIXES = (".csv", ".tsv", ".txt")
_PERMILLE = 1_000
_MOST_CLASSES = 30
"""More classes than this make a confusion matrix that cannot be read in a panel."""


class RowsPage(AskingPage):
    """Opens, pastes or takes a dropped table, answers its rows beside the window, and saves what comes out.

    The answers are those of the network at that moment; the person asks again after more training.
    """

    def __init__(self, asked: Asked, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._controller = controller
        self._source: TableSource | None = None
        self._rows: AskedRows | None = None
        self._operation = Operation(self)
        self._model = RowsModel(self)
        self._view = QTableView()
        self._matrix = ConfusionMatrix()
        self._text = QLabel()
        self._progress = QProgressBar()
        self.setAcceptDrops(True)
        self._build()
        self._operation.done.connect(self._on_done)
        self._operation.failed.connect(self._on_failed)
        self._operation.progressed.connect(self._on_progressed)
        self._view.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        controller.dataset_changed.connect(self._on_dataset_changed)

    @property
    def rows(self) -> AskedRows | None:
        """The answered rows; None while there are none."""
        return self._rows

    @property
    def text(self) -> str:
        """The sentence about the answers."""
        return self._text.text()

    def refresh(self) -> None:
        form = self._asked.form
        if form is None:
            self._pages.say(self.tr("Choose points or a table, and ask the network about rows of your own."), Wish.DATA)
            return
        self._pages.show_content()
        if self._source is None:
            text = self.tr(
                "Open, paste or drop a table with the columns {names}: each row gets the network’s answer. Columns that"
                " are not needed stay as they are."
            )
            self._text.setText(text.format(names=", ".join(form.names[:12])))
        self._show_parts()

    def table(self) -> Table | None:
        """Return the table with the predictions."""
        if self._rows is None:
            return None
        names, *lines = self._rows.table(sentence)
        return Table({str(name): column for name, column in zip(names, zip(*lines, strict=True), strict=True)})

    def open(self, path: Path) -> None:
        """Answer the rows of a file."""
        self._ask(TableSource(str(path)))

    def _ask(self, source: TableSource) -> None:
        project, snapshot, dataset = self._controller.project, self._controller.snapshot, self._controller.dataset
        if project is None or snapshot is None or dataset is None:
            return
        self._source = source
        work = partial(
            ask_rows,
            source,
            project.data,
            dataset,
            project.network,
            snapshot.parameters,
            snapshot.muted,
            QCoreApplication.translate,
        )
        self._operation.begin(lambda report, should_cancel: work(report=report, should_cancel=should_cancel))
        self._progress.setValue(0)
        self._text.setText(self.tr("Reading the table…"))
        self._show_parts()

    def _show_parts(self) -> None:
        is_busy, has_rows = self._operation.is_under_way, self._rows is not None
        self._progress.setVisible(is_busy)
        self._cancel.setVisible(is_busy)
        self._again.setVisible(has_rows and not is_busy)
        self._save.setVisible(has_rows and not is_busy)
        self._view.setVisible(has_rows)
        counts = None if self._rows is None else self._rows.confusion()
        self._matrix.setVisible(counts is not None and len(counts) <= _MOST_CLASSES)
        if counts is not None and self._rows is not None:
            self._matrix.show_counts(counts, self._rows.answer.meaning.classes)

    def _summary(self, rows: AskedRows) -> str:
        text = self.tr("{answered:,} of %Ln row(s) answered", "", len(rows.rows))
        parts = [text.format(answered=len(rows.answered))]
        counts, error = rows.confusion(), rows.mean_error()
        if counts is not None:
            text = self.tr("{right:,} of {known:,} correct ({share})")
            right = int(np.trace(counts))
            parts.append(text.format(right=right, known=len(rows.known), share=percent_text(accuracy(counts))))
        if error is not None:
            parts.append(self.tr("mean error {error}").format(error=short_text(error, 4)))
        if rows.problems:
            number, problem = next(iter(rows.problems.items()))
            text = self.tr("row {row}: {problem}")
            parts.append(text.format(row=rows.numbers[number], problem=sentence(problem)))
        return " · ".join(parts)

    @Slot(object)
    def _on_done(self, rows: AskedRows) -> None:
        self._rows = rows
        self._text.setText(self._summary(rows))
        names, *cells = rows.table(sentence)
        heads = (*rows.names, *(self._head(str(name)) for name in names[len(rows.names) :]))
        self._model.show_table((heads, *cells), rows.numbers)
        self._show_answers_first(len(rows.names), rows.n_main)
        self._view.resizeColumnsToContents()
        self._show_parts()

    def _head(self, name: str) -> str:
        """Return the heading of an answer; in the saved table, which programs read, it is the same in all languages."""
        kind, space, of = name.partition(" ")
        words = {
            "predicted": self.tr("predicted"),
            "probability": self.tr("probability"),
            "output": self.tr("output"),
            "problem": self.tr("problem"),
        }
        return words[kind] + space + of

    def _show_answers_first(self, n_own: int, n_main: int) -> None:
        """Put the answers at the left, where they are seen in a narrow panel; the saved table has them at the end."""
        head = self._view.horizontalHeader()
        first = range(n_own, n_own + n_main)
        for place, column in enumerate((*first, *range(n_own), *range(first.stop, head.count()))):
            head.moveSection(head.visualIndex(column), place)

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._text.setText(sentence(error))
        self._show_parts()

    @Slot(float, str)
    def _on_progressed(self, fraction: float) -> None:
        self._progress.setValue(round(_PERMILLE * fraction))

    @Slot()
    def _on_cancel(self) -> None:
        self._operation.close()
        self._text.setText(self.tr("Cancelled."))
        self._show_parts()

    @Slot()
    def _on_again(self) -> None:
        if self._source is not None:
            self._ask(self._source)

    @Slot(QModelIndex)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        example = self._rows.example(index.row()) if self._rows is not None and index.isValid() else None
        if example is not None:
            self._asked.ask(example)

    @Slot()
    def _on_dataset_changed(self) -> None:
        """Other data have other columns: what was answered is no answer any more."""
        self._operation.close()
        self._source = self._rows = None
        self._model.show_table([])
        self.invalidate()

    # -- tables in and out ---------------------------------------------------------------------------------------------

    @Slot()
    def ask_open(self) -> None:
        """Let the person choose a file."""
        dialog = QFileDialog(self.window(), self.tr("Open a table of rows"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables") + " (*.csv *.tsv *.txt)", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self.open(Path(name))

    @Slot()
    def _on_paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._ask(TableSource(self.tr("The pasted table"), text.encode()))

    @Slot()
    def _on_save(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save the table with the predictions"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilter("CSV (*.csv)")
        dialog.selectFile(self.tr("predictions") + ".csv")
        dialog.fileSelected.connect(self._on_target_selected)
        dialog.open()

    @Slot(str)
    def _on_target_selected(self, name: str) -> None:
        if self._rows is None:
            return
        try:
            write_file(Path(name), self._rows.csv_text(sentence).encode())
        except OSError as error:
            self._text.setText(self.tr("Not saved: {reason}").format(reason=system_reason(error)))
        else:
            self._text.setText(self.tr("Saved “{name}”.").format(name=Path(name).name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None and self._asked.form is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open(path)

    # -- the widgets --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._text.setWordWrap(True)
        self._text.setAccessibleName(self.tr("About the answers"))
        self._progress.setRange(0, _PERMILLE)
        self._progress.setTextVisible(False)
        self._view.setModel(self._model)
        self._view.setFont(metrics.font(metrics.Text.CAPTION))
        self._view.setFrameShape(QTableView.Shape.NoFrame)
        self._view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.verticalHeader().setDefaultSectionSize(metrics.field_height() - 6)
        self._view.setAccessibleName(self.tr("The rows with their predictions"))
        self._view.setMinimumHeight(80)
        entries = (
            (self.tr("Open a table…"), self.tr("A CSV or TSV file; you can also drop it here"), self.ask_open),
            (self.tr("Paste"), self.tr("Paste rows copied from a spreadsheet"), self._on_paste),
            (self.tr("Ask again"), self.tr("Ask the network as it is now"), self._on_again),
            (self.tr("Save…"), self.tr("Save the table with the predictions as CSV"), self._on_save),
            (self.tr("Cancel"), self.tr("Stop reading"), self._on_cancel),
        )
        made = small_buttons(entries)
        self._again, self._save, self._cancel = made[2:]
        buttons = FlowRow(*made, spacing=metrics.TINY)
        self._pages = EmptyPages(self)
        self._pages.empty.wished.connect(self.wished)
        column = QVBoxLayout(self._pages.content)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addLayout(buttons)
        column.addWidget(self._progress)
        column.addWidget(self._text)
        column.addWidget(self._view, 2)
        column.addWidget(self._matrix, 1)
        column.addStretch(0)
        self._show_parts()


def _dropped(event: QDropEvent) -> Path | None:
    """Return the path of a single dropped table."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in _SUFFIXES else None
