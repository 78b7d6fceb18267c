"""RunComparison: two runs side by side: what differs, that the rest is the same, how good each is, and their curves."""

from __future__ import annotations

from math import isnan

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.number_text import loss_text, percent_text
from nnplay.appearance.theme import Role
from nnplay.panels.plots.curve_plot import CurvePlot, OtherCurve
from nnplay.panels.plots.headings import epoch_heading
from nnplay.panels.plots.plot_readout import CurveStyle
from nnplay.panels.plots.round_numbers import round_up
from nnplay.panels.runs.differences import are_comparable, differences
from nnplay.panels.runs.run_scores import RunScores, name_of
from nnplay.project import Run

_SIZE = (640, 640)

_MOST_TABLE = 340
"""Largest height of the table in pixels; the plot gets the rest."""


class RunComparison(QDialog):
    """A table of differences and scores above the loss curves of both runs."""

    def __init__(self, first: Run, second: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = (name_of(first), name_of(second))
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
        if are_comparable(first.setup, second.setup):
            column.addWidget(self._make_plot(first, second), 1)
        column.addWidget(buttons)

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
