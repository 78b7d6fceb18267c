"""RunComparison: two runs side by side: what differs, how good each is, their curves, maps and confusion matrices."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import isnan
from typing import TypeVar

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.data_names import shown_names
from nnplay.appearance.number_text import loss_text, percent_text
from nnplay.appearance.theme import Role
from nnplay.data import Dataset, load
from nnplay.panels.plots.curve_plot import CurvePlot, OtherCurve
from nnplay.panels.plots.headings import epoch_heading
from nnplay.panels.plots.plot_readout import CurveStyle
from nnplay.panels.plots.round_numbers import round_up
from nnplay.panels.runs.differences import are_comparable, differences
from nnplay.panels.runs.pair import Learned, PairAnswer, compute_pair, source_of
from nnplay.panels.runs.pair_maps import PairMaps
from nnplay.panels.runs.pair_matrices import PairMatrices
from nnplay.panels.runs.run_scores import RunScores, name_of
from nnplay.project import Project, Run
from nnplay.training import TrainingController
from nnplay.training.jobs import data_key

_Pictures = TypeVar("_Pictures", bound=QWidget)

_SIZE = (680, 660)

_MOST_TABLE = 300
"""Largest height of the table in pixels; the pictures get the rest."""


class RunComparison(QDialog):
    """A table of differences and scores above the curves of both runs, and above what their networks answer.

    Attributes
    ----------
    tabs
        Pages with the curves, and with the maps and the confusion matrices as soon as these are computed.
    """

    def __init__(self, first: Run, second: Run, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._runs = first, second
        self._names = names = (name_of(first), name_of(second))
        self.setWindowTitle(self.tr("{first} and {second}").format(first=names[0], second=names[1]))
        self.resize(*_SIZE)
        found = differences(first.setup, second.setup)
        lines = [(each.title[:1].upper() + each.title[1:], *each.values) for each in found]
        self.table = self._make_table(names, [*lines, *self._scores(first, second)])
        self.same = QLabel(
            self.tr("All else is the same: settings, data and seeds.")
            if found
            else self.tr("They learned with the same settings, data and seeds.")
        )
        self.same.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.SMALL)
        column.addWidget(self.table)
        column.addWidget(self.same)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._question = controller.new_question(self)
        self._question.answered.connect(self._on_answered)
        if are_comparable(first.setup, second.setup):
            self.tabs.addTab(self._make_plot(first, second), self.tr("C&urves"))
            column.addWidget(self.tabs, 1)
            self._ask(controller)
        column.addWidget(buttons)

    def _ask(self, controller: TrainingController) -> None:
        """Have the answers of both networks computed from their weights."""
        first, second = self._runs
        known = controller.project, controller.dataset
        self._question.ask(partial(_answer, first, second, known, self._question.note_share))

    @Slot(object)
    def _on_answered(self, answer: PairAnswer | None) -> None:
        if answer is None:
            return
        if answer.planes is not None:
            maps = _page(PairMaps())
            maps.show_planes(answer.planes, self._names)
            self.tabs.addTab(maps, self.tr("&Maps"))
        if answer.counts is not None:
            matrices, data = _page(PairMatrices()), self._runs[0].setup.data
            matrices.show_answer(answer, self._names, shown_names(data, data.class_names))
            self.tabs.addTab(matrices, self.tr("Confusion m&atrices"))

    def _scores(self, first: Run, second: Run) -> list[tuple[str, str, str]]:
        one, two = RunScores.of(first.history), RunScores.of(second.history)
        rows = [(self.tr("Epochs"), f"{one.epochs:,.10g}", f"{two.epochs:,.10g}")]
        losses = {"train_loss": self.tr("Training loss"), "test_loss": self.tr("Test loss")}
        shares = {"train_accuracy": self.tr("Training accuracy"), "test_accuracy": self.tr("Test accuracy")}
        for name, title in losses.items():
            rows.append((title, loss_text(getattr(one, name)), loss_text(getattr(two, name))))
        for name, title in shares.items():
            values = getattr(one, name), getattr(two, name)
            if not all(isnan(value) for value in values):
                rows.append((title, percent_text(values[0]), percent_text(values[1])))
        return rows

    def _make_table(self, names: tuple[str, str], lines: list[tuple[str, str, str]]) -> QTableWidget:
        table = QTableWidget(len(lines), 3)
        table.setAccessibleName(self.tr("Differences and scores"))
        table.setHorizontalHeaderLabels(["", *names])
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setShowGrid(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for row, line in enumerate(lines):
            for place, text in enumerate(line):
                table.setItem(row, place, QTableWidgetItem(text))
        table.setFixedHeight(
            min(_MOST_TABLE, table.horizontalHeader().sizeHint().height() + table.verticalHeader().length() + 4)
        )
        return table

    def _make_plot(self, first: Run, second: Run) -> CurvePlot:
        plot = CurvePlot(
            self.tr("Epoch"),
            self.tr("Loss"),
            (CurveStyle(name_of(first), Role.TRAIN),),
            epoch_heading,
        )
        plot.setAccessibleName(self.tr("Loss by epoch"))
        one, two = first.history.judged_loss, second.history.judged_loss
        last = max([1.0, *first.history.epoch[-1:], *second.history.epoch[-1:]])
        known = [value for value in (*one, *two) if np.isfinite(value)]
        plot.set_range((0.0, float(last)), (0.0, round_up(max(known, default=1.0))))
        plot.set_curves(first.history.epoch, one)
        plot.set_others([OtherCurve(CurveStyle(name_of(second), Role.TEST), second.history.epoch, two)])
        return plot


def _page(pictures: _Pictures) -> _Pictures:
    """Keep pictures a little below the tabs."""
    pictures.setContentsMargins(0, metrics.SMALL, 0, 0)
    return pictures


def _answer(
    first: Run, second: Run, known: tuple[Project | None, Dataset | None], check: Callable[[float], None]
) -> PairAnswer | None:
    """What both networks answer; None if the data of either would have to be read from files again."""
    datasets = [_data_of(run, *known) for run in (first, second)]
    if datasets[0] is None or datasets[1] is None:
        return None
    if data_key(first.setup) == data_key(second.setup):
        datasets[1] = datasets[0]
    one = Learned(first.setup, first.parameters, datasets[0])
    two = Learned(second.setup, second.parameters, datasets[1])
    return compute_pair((one, two), (source_of(first.setup), source_of(second.setup)), check)


def _data_of(run: Run, project: Project | None, dataset: Dataset | None) -> Dataset | None:
    """The data of a run: those that are open, or data that take no time to make."""
    if project is not None and dataset is not None and data_key(run.setup) == data_key(project):
        return dataset
    choice, seeds = run.setup.data, run.setup.seeds
    return load(choice, seeds.data, seeds.split) if choice.is_quick else None
