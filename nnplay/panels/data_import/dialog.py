"""TableDialog: turns a table into data, and shows what happens to its numbers before anything is learned.

The table is scanned in a thread of its own; of a long table, the first rows are shown at once.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.background import Operation
from nnplay.data.opening import glance, look_through
from nnplay.data.table import TableChoice, TableFormat, TableScan
from nnplay.data.table.draft import TableDraft
from nnplay.data.table.reader import TableSource
from nnplay.engine import NnplayError
from nnplay.panels.data_import.column_form import Change, ColumnForm
from nnplay.panels.data_import.column_model import ColumnModel
from nnplay.panels.data_import.format_form import FormatForm
from nnplay.panels.data_import.goal_form import GoalForm
from nnplay.panels.data_import.head_view import HeadView
from nnplay.panels.data_import.preview_model import PreviewModel
from nnplay.panels.data_import.word_offers import WordOffers

_SIZE = QSize(980, 680)
_PREVIEW_HEIGHT = 168
_MOST_NAMES = 3
_PERMILLE = 1000


class TableDialog(QDialog):
    """Asks how a table should be used.

    Parameters
    ----------
    source
        The table; one whose content is stored in the project is not read from the disk.
    present
        Earlier settings for a table: kept as far as they fit this one.
    form
        The format of the table; None to detect it.
    seed
        Seed of the split into training and test data.

    Signals
    -------
    chosen(TableChoice, int)
        The person wants to learn from these data, split with this seed.
    """

    chosen = Signal(object, int)

    def __init__(
        self,
        source: TableSource,
        present: TableChoice | None,
        form: TableFormat | None,
        seed: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._present = present
        self._draft: TableDraft | None = None
        self._operation = Operation(self)
        self.setWindowTitle(self.tr("Table – {name}").format(name=Path(source.name).name))
        self.resize(_SIZE if parent is None else _SIZE.boundedTo(parent.size()))
        self._facts = QLabel()
        self._facts.setProperty("look", "muted")
        self._facts.setWordWrap(True)
        self._format = FormatForm()
        self._preview = PreviewModel(self)
        self._model = ColumnModel(self)
        self._columns = _view(self.tr("Columns"))
        self._columns.setModel(self._model)
        self._columns.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._columns.verticalHeader().hide()
        self._form = ColumnForm()
        self._goal = GoalForm(seed)
        self._progress = QProgressBar()
        self._progress.setRange(0, _PERMILLE)
        self._progress.setTextVisible(False)
        self._problem = QLabel()
        self._problem.setProperty("look", "error")
        self._problem.setWordWrap(True)
        self._offers = WordOffers()
        self._buttons = QDialogButtonBox()
        self._ok = self._buttons.addButton(self.tr("Learn from it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._ok.setProperty("look", "primary")
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._build()
        self._format.changed.connect(self._look_through)
        self._form.changed.connect(self._change)
        self._offers.changed.connect(self._change)
        self._goal.changed.connect(self._change)
        self._columns.selectionModel().selectionChanged.connect(self._show_selected)
        self._operation.done.connect(self._on_done)
        self._operation.failed.connect(self._on_failed)
        self._operation.progressed.connect(self._on_progressed)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._look_through(form)

    @property
    def draft(self) -> TableDraft | None:
        """The present settings; None while the table is scanned, or if it cannot be read."""
        return self._draft

    def done(self, result: int) -> None:
        """Close; if the table is still being read, stop that."""
        self._operation.close()
        super().done(result)

    # -- the table ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _look_through(self, form: TableFormat | None) -> None:
        """Read the table in this format; None to detect it."""
        self._show_draft(None)
        self._problem.clear()
        try:
            beginning = glance(self._source, form)
        except NnplayError as error:
            self._on_failed(error)
            return
        if beginning is not None:
            self._show_scan(beginning)
            self._facts.setText(self.tr("The first rows; the table is being scanned …"))
        self._progress.setValue(0)
        self._progress.show()
        self._operation.begin(partial(look_through, self._source, form))

    @Slot(object)
    def _on_done(self, found: tuple[TableScan, str]) -> None:
        scan, checksum = found
        self._progress.hide()
        self._show_scan(scan)
        self._show_draft(TableDraft.begin(scan, checksum, self._present))
        self._columns.selectRow(0)

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._progress.hide()
        self._problem.setText(sentence(error))

    @Slot(float, str)
    def _on_progressed(self, fraction: float, text: str) -> None:
        self._progress.setValue(round(_PERMILLE * fraction))
        self._progress.setToolTip(QCoreApplication.translate("loading", text))

    # -- what becomes of it -------------------------------------------------------------------------------------------

    @Slot(object)
    def _change(self, change: Change) -> None:
        if self._draft is None:
            return
        try:
            self._show_draft(change(self._draft))
        except NnplayError as error:
            self._show_draft(self._draft)  # the fields go back to the settings that still hold
            self._problem.setText(sentence(error))

    def _show_scan(self, scan: TableScan) -> None:
        self._format.show_format(scan.form)
        self._preview.show_scan(scan)

    def _show_draft(self, draft: TableDraft | None) -> None:
        self._draft = draft
        self._model.show_draft(draft)
        self._goal.show_draft(draft)
        self._show_selected()
        self._ok.setEnabled(False)
        self._offers.show_draft(draft)
        if draft is None:
            return
        self._facts.setText(self._facts_text(draft))
        try:
            draft.choice()
        except NnplayError as error:
            self._problem.setText(sentence(error))
        else:
            self._problem.clear()
            self._ok.setEnabled(True)

    def _facts_text(self, draft: TableDraft) -> str:
        """Return how large the table is, and how many of its rows remain."""
        scan, names = draft.scan, [draft.columns[number].name for number in draft.left_out]
        rows, columns = self.tr("%Ln row(s)", "", scan.n_rows), self.tr("%Ln column(s)", "", len(scan.columns))
        text = self.tr("{rows}, {columns}").format(rows=rows, columns=columns)
        if not names:
            return self.tr("{table}. All rows are used.").format(table=text)
        more = self.tr("{table}. {left:,} of {rows:,} rows are used: those with an empty cell in {names} are left out.")
        shown = ", ".join(f"“{name}”" for name in names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
        return more.format(table=text, left=draft.n_left, rows=scan.n_rows, names=shown)

    @Slot()
    def _show_selected(self) -> None:
        rows = sorted(index.row() for index in self._columns.selectionModel().selectedRows())
        self._form.show_columns(self._draft, rows)

    @Slot()
    def _on_accepted(self) -> None:
        if self._draft is not None:
            self.chosen.emit(self._draft.choice(), self._goal.seed)
            self.accept()

    def _build(self) -> None:
        preview = _view(self.tr("First rows"))
        preview.setHorizontalHeader(HeadView(self._preview, preview))
        preview.setModel(self._preview)
        _set_up_head(preview)
        preview.setFixedHeight(_PREVIEW_HEIGHT)
        preview.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        middle = QHBoxLayout()
        middle.setSpacing(metrics.MEDIUM)
        middle.addWidget(self._columns, 1)
        middle.addWidget(self._form)
        self._columns.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._columns.horizontalHeader().setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.MEDIUM)
        column.addWidget(self._format)
        column.addWidget(self._facts)
        column.addWidget(self._progress)
        column.addWidget(preview)
        column.addLayout(middle, 1)
        column.addWidget(self._goal)
        column.addWidget(self._problem)
        column.addWidget(self._offers)
        column.addWidget(self._buttons)


def _view(name: str) -> QTableView:
    view = QTableView()
    view.setAccessibleName(name)
    view.setFont(metrics.font(metrics.Text.CAPTION))
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setWordWrap(False)
    _set_up_head(view)
    view.verticalHeader().setDefaultSectionSize(metrics.field_height() - 6)
    return view


def _set_up_head(view: QTableView) -> None:
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setTextElideMode(Qt.TextElideMode.ElideRight)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
