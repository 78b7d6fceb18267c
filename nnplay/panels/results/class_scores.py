"""ClassScores: precision, recall and F1 of each class, as a table."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.number_text import percent_text
from nnplay.engine.metrics import f1_score, precision, recall
from nnplay.panels.widgets.cells import show_text


class ClassScores(QTableWidget):
    """One row per class; a dash where a score is undefined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setFont(metrics.font(metrics.Text.CAPTION))
        self.setFrameShape(self.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAccessibleName(self.tr("Scores by class"))
        columns = (
            (self.tr("Precision"), self.tr("Share of correct ones among the examples predicted as this class")),
            (self.tr("Recall"), self.tr("Share of this class's examples that the network found")),
            (self.tr("F1"), self.tr("The harmonic mean of precision and recall")),
            (self.tr("Examples"), self.tr("Number of examples of this class")),
        )
        for index, (title, explanation) in enumerate(columns):
            item = QTableWidgetItem(title)
            item.setToolTip(explanation)
            self.setHorizontalHeaderItem(index, item)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(metrics.field_height() - 6)

    def show_scores(self, classes: Sequence[str], counts: np.ndarray) -> None:
        """Show the scores of a confusion matrix (n, n)."""
        self.setRowCount(len(classes))
        self.setVerticalHeaderLabels(list(classes))
        columns = [[percent_text(float(share)) for share in f(counts)] for f in (precision, recall, f1_score)]
        columns.append([str(int(n)) for n in counts.sum(axis=1)])
        for column, texts in enumerate(columns):
            for row, text in enumerate(texts):
                show_text(self, row, column, text)
