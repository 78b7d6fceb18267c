"""RunsPanel: the present run and those that have ended: what differs, how good each is, and the way back to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.document import Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.runs.differences import differences, sentence
from nnplay.panels.runs.model import SORT_ROLE, Column, RunRow, RunsModel
from nnplay.panels.runs.pointed_run import PointedRun
from nnplay.panels.runs.run_scores import RunScores, name_of
from nnplay.panels.widgets.empty_state import EmptyPages, Wish
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.table import Table
from nnplay.project import Project, Run, run_edits
from nnplay.project.run import MOST_BYTES
from nnplay.training import TrainingController, Twin

_FEWEST_ROWS = 3
"""Rows that can be seen at once, however low the panel is."""


class RunsPanel(LivePanel):
    """A table of runs. A double click opens one; two that are selected can be compared.

    Signals
    -------
    comparison_wanted(Run, Run): the person wants to see two runs side by side.
    luck_wanted(Run): the person wants to know how far a run's result depends on chance.
    """

    comparison_wanted = Signal(object, object)
    luck_wanted = Signal(object)

    def __init__(
        self,
        document: Document,
        controller: TrainingController,
        pointed: PointedRun,
        twin: Twin,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._controller = controller
        self._pointed = pointed
        self._twin = twin
        self._base: int | None = None
        self._model = RunsModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORT_ROLE)
        self.list = self._make_list()
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._budget = QLabel()
        self._budget.setProperty("look", "muted")
        self._budget.setToolTip(self.tr("Memory that earlier runs take; the oldest make room first, starred ones last"))
        self._open = QAction(self.tr("&Open"), self)
        self._open.setToolTip(self.tr("Go back to this run’s network, settings and data; Undo takes it back"))
        self._compare = QAction(self.tr("&Compare…"), self)
        self._compare.setToolTip(self.tr("Show two runs side by side; select the second with Ctrl"))
        self._luck = QAction(self.tr("Was it &luck?…"), self)
        self._luck.setToolTip(self.tr("Train this run again with other seeds: how far does its result depend on them?"))
        self._star = QAction(self.tr("&Star"), self)
        self._star.setCheckable(True)
        self._star.setToolTip(self.tr("Starred runs are the last that make room for others"))
        self._rename = QAction(self.tr("&Rename"), self)
        self._rename.setShortcut(QKeySequence(Qt.Key.Key_F2))
        self._take_base = QAction(self.tr("Compare all with this &one"), self)
        self._delete = QAction(self.tr("&Delete"), self)
        self._delete.setShortcut(QKeySequence.StandardKey.Delete)
        for action in (self._rename, self._delete):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._open_button, self._compare_button, self._luck_button = QPushButton(), QPushButton(), QPushButton()
        self._build()
        self._connect()

    def refresh(self) -> None:
        project = self._document.project
        if project.run is None and not project.runs and not len(self._controller.history):
            self._pages.say(self.tr("Runs that a reset or a new start ends stay in this list."), Wish.TRAIN)
            return
        self._pages.show_content()
        self._model.show_rows(self._rows())
        self._show_selection()
        n_bytes = sum(run.n_bytes for run in project.runs)
        self._budget.setText(
            self.tr("{used} of {most} MB").format(used=f"{n_bytes / (1 << 20):.1f}", most=MOST_BYTES >> 20)
        )

    def table(self) -> Table | None:
        rows = self._model.rows
        if not rows:
            return None
        numbers = ("epochs", "train_loss", "test_loss", "train_accuracy", "test_accuracy")
        columns: dict[str, list[object]] = {
            "run": [row.run.number for row in rows],
            "name": [row.run.name for row in rows],
            "difference": [row.difference for row in rows],
            "ended": [row.run.ended for row in rows],
        }
        return Table(columns | {name: [getattr(row.scores, name) for row in rows] for name in numbers})

    def menu_actions(self) -> Sequence[QAction]:
        return [self._open, self._compare, self._luck, self._take_base, self._star, self._rename, self._delete]

    # -- what is shown ------------------------------------------------------------------------------------------------

    def _rows(self) -> tuple[RunRow, ...]:
        project = self._document.project
        present = self._present()
        runs = [*([] if present is None else [present]), *reversed(self._twin.runs_beside(project))]
        base = self._base_of(runs)
        rows = []
        for run in runs:
            is_present = run is present
            history = self._controller.history if is_present else run.history
            rows.append(RunRow(run, RunScores.of(history), _difference(run, base), is_present))
        return tuple(rows)

    def _present(self) -> Run | None:
        """The present run; before its first pause, the run that the project would then have."""
        project, history = self._document.project, self._controller.history
        if project.run is not None or not len(history):
            return project.run
        snapshot = self._controller.snapshot
        assert snapshot is not None  # there are curves
        curves = history.freeze(snapshot.step)
        return run_edits.set_trained(project, snapshot.parameters, curves).run

    def _base_of(self, runs: Sequence[Run]) -> Run:
        return next((run for run in runs if run.number == self._base), runs[0])

    @Slot()
    def _show_selection(self) -> None:
        """Say what differs between the selected run and the base, and what can be done with the selection."""
        chosen = self._chosen()
        rows = self._model.rows
        earlier = [row for row in chosen if not row.is_present]
        self._open.setEnabled(len(chosen) == 1)
        self._luck.setEnabled(len(chosen) == 1 or bool(rows))
        self._compare.setEnabled(len(chosen) == 2 or (len(chosen) == 1 and len(rows) > 1))
        self._rename.setEnabled(len(chosen) == 1)
        self._take_base.setEnabled(len(chosen) == 1)
        self._star.setEnabled(bool(chosen))
        self._star.setChecked(bool(chosen) and all(row.run.is_starred for row in chosen))
        self._delete.setEnabled(bool(earlier))
        if not rows:
            return
        base = self._base_of([row.run for row in rows])
        if len(chosen) != 1 or chosen[0].run is base:
            self._sentence.setText(self.tr("“What differs” is told against {base}.").format(base=name_of(base)))
            return
        run = chosen[0].run
        words = [each.first for each in differences(run.setup, base.setup)]
        if words:
            text = self.tr("{run}, against {base}: {differences}. All else is the same.")
            text = text.format(run=name_of(run), base=name_of(base), differences=", ".join(words))
        else:
            text = self.tr("{run} and {base} learned with the same settings, data and seeds.")
            text = text.format(run=name_of(run), base=name_of(base))
        self._sentence.setText(text)

    # -- what is done -------------------------------------------------------------------------------------------------

    @Slot()
    def _on_open(self) -> None:
        for row in self._chosen()[:1]:
            self._perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Open {run}"), {"run": partial(name_of, row.run)}),
                partial(run_edits.open_run, number=row.run.number),
            )

    @Slot()
    def _on_compare(self) -> None:
        runs = [row.run for row in self._chosen()]
        if len(runs) == 1:
            base = self._base_of([row.run for row in self._model.rows])
            others = [row.run for row in self._model.rows if row.run is not runs[0]]
            runs.append(base if base is not runs[0] else others[0])
        if len(runs) == 2:
            self.comparison_wanted.emit(*runs)

    @Slot()
    def _on_luck(self) -> None:
        for row in (self._chosen() or list(self._model.rows))[:1]:
            self.luck_wanted.emit(row.run)

    @Slot(bool)
    def _on_star(self, is_starred: bool) -> None:
        numbers = [row.run.number for row in self._chosen()]

        def edit(project: Project) -> Project:
            for number in numbers:
                project = run_edits.star_run(project, number, is_starred)
            return project

        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Star a run"))
            if is_starred
            else EditName(QT_TRANSLATE_NOOP("steps", "Take a star away")),
            edit,
        )

    @Slot()
    def _on_rename(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.list.edit(index.siblingAtColumn(Column.NAME))

    @Slot(int, str)
    def _on_renamed(self, number: int, name: str) -> None:
        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Rename a run")),
            partial(run_edits.rename_run, number=number, name=name),
        )

    @Slot()
    def _on_take_base(self) -> None:
        for row in self._chosen()[:1]:
            self._base = None if row.is_present else row.run.number
            self.invalidate()

    @Slot()
    def _on_delete(self) -> None:
        numbers = frozenset(row.run.number for row in self._chosen() if not row.is_present)
        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Delete runs")), partial(run_edits.delete_runs, numbers=numbers)
        )

    def _perform(self, text: EditName, edit: Callable[[Project], Project]) -> None:
        try:
            self._document.perform(text, edit)
        except NnplayError as error:
            self._document.report(error)

    def _chosen(self) -> list[RunRow]:
        rows = self.list.selectionModel().selectedRows()
        return [self._model.rows[self._sorted.mapToSource(index).row()] for index in rows]

    # -- pointing -----------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._pointed.point_at(None)
        return super().eventFilter(watched, event)

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self._pointed.point_at(self._model.rows[self._sorted.mapToSource(index).row()].run.number)

    @Slot()
    def _on_pointed(self) -> None:
        """Bring the run whose curve is under the pointer into view; the model paints its background."""
        self._model.light(self._pointed.number)
        for place, row in enumerate(self._model.rows):
            if row.run.number == self._pointed.number and not self.list.underMouse():
                self.list.scrollTo(self._sorted.mapFromSource(self._model.index(place, 0)))

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(list(self.menu_actions()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))

    # -- construction -------------------------------------------------------------------------------------------------

    def _make_list(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("Runs"))
        table.setModel(self._sorted)
        table.setSortingEnabled(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setMouseTracking(True)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        rows = _FEWEST_ROWS * table.verticalHeader().defaultSectionSize()
        table.setMinimumHeight(header.sizeHint().height() + rows)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.DIFFERENCE, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # the present run first, then the newest
        return table

    def _build(self) -> None:
        for button, action in self._buttons():
            button.setText(action.text())
            button.setToolTip(action.toolTip())
        self._pages = EmptyPages(self)
        column = QVBoxLayout(self._pages.content)
        column.setContentsMargins(metrics.SMALL, metrics.SMALL, metrics.SMALL, metrics.SMALL)
        column.setSpacing(metrics.TINY)
        column.addWidget(self.list, 1)
        column.addWidget(self._sentence)
        column.addLayout(FlowRow(self._open_button, self._compare_button, self._luck_button, self._budget))
        self.addActions([self._rename, self._delete])

    def _buttons(self) -> tuple[tuple[QPushButton, QAction], ...]:
        return (
            (self._open_button, self._open),
            (self._compare_button, self._compare),
            (self._luck_button, self._luck),
        )

    def _connect(self) -> None:
        self.list.doubleClicked.connect(self._open.trigger)
        self.list.selectionModel().selectionChanged.connect(self._show_selection)
        self.list.customContextMenuRequested.connect(self._on_menu_wanted)
        self.list.entered.connect(self._on_entered)
        self.list.viewport().installEventFilter(self)
        self._pointed.changed.connect(self._on_pointed)
        for button, action in self._buttons():
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
        self._luck.triggered.connect(self._on_luck)
        self._open.triggered.connect(self._on_open)
        self._compare.triggered.connect(self._on_compare)
        self._star.triggered.connect(self._on_star)
        self._rename.triggered.connect(self._on_rename)
        self._take_base.triggered.connect(self._on_take_base)
        self._delete.triggered.connect(self._on_delete)
        self._model.renamed.connect(self._on_renamed)
        self._controller.history_changed.connect(self._on_history_changed)
        self._controller.project_changed.connect(self.invalidate)

    @Slot()
    def _on_history_changed(self) -> None:
        self.follow(self._controller.latest)


def _difference(run: Run, base: Run) -> str:
    """What differs from the base, in a few words."""
    if run is base:
        return "–"
    words = [each.first for each in differences(run.setup, base.setup)]
    return sentence(words) if words else QCoreApplication.translate("runs", "nothing")
