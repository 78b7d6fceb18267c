"""DataSummary: data without a form of their own: the numbers of examples, the classes, the columns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.data_names import shown_names
from nnplay.data import Dataset, DrawnChoice, HeldPicturesChoice, TableChoice, class_counts
from nnplay.document import Change, Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.data.loading_state import LoadingState
from nnplay.project import Project, edits

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_MOST_LINES = 12
_UNEVEN = 1.5
"""Ratio of the most frequent to the rarest class from which repeating rare classes is offered."""


class DataSummary(QWidget):
    """A few lines about data that come from files or were typed in, and the progress while they are read.

    Signals
    -------
    request_columns
        The person wants to change the uses of the table's columns.
    request_file
        The person wants to show where the project's table is.
    request_classes
        The person wants to change the classes of pictures in the project.
    """

    request_columns = Signal()
    request_file = Signal()
    request_classes = Signal()

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._controller = controller
        self._name = QLabel()
        self._name.setProperty("look", "heading")
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._state = LoadingState(controller)
        self._find = QPushButton(self.tr("Open the &file…"))
        self._columns = QPushButton(self.tr("C&olumns…"))
        self._columns.setToolTip(self.tr("See the table and choose how its columns are used"))
        self._pictures = QPushButton(self.tr("&Pictures and classes…"))
        self._pictures.setToolTip(self.tr("Add pictures and classes, or remove some"))
        self._balance = QCheckBox(self.tr("&Repeat rare classes"))
        self._balance.setToolTip(
            self.tr(
                "Repeat the training examples of rare classes until all classes are equally frequent; the test"
                " data are not changed"
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        for widget in (self._name, self._columns, self._pictures, self._state, self._balance, self._find):
            column.addWidget(widget)
        self._columns.clicked.connect(self.request_columns)
        self._pictures.clicked.connect(self.request_classes)
        self._balance.clicked.connect(self._on_balance_clicked)
        self._find.clicked.connect(self.request_file)
        document.changed.connect(self._on_document_changed)
        controller.dataset_changed.connect(self._show)
        controller.loading_changed.connect(self._show)
        self._show()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.data:
            self._show()

    @Slot()
    def _show(self) -> None:
        choice, dataset = self._document.project.data, self._controller.dataset
        path = getattr(choice, "path", "") or getattr(choice, "folder", "")
        self._name.setText(Path(path).name)
        self._name.setToolTip(path)
        self._name.setVisible(bool(path))
        self._columns.setVisible(bool(path) and isinstance(choice, TableChoice))
        self._pictures.setVisible(isinstance(choice, HeldPicturesChoice))
        is_missing = dataset is None and not self._controller.is_loading
        self._find.setVisible(not path and is_missing and isinstance(choice, TableChoice))
        self._balance.setChecked(choice.is_balanced)
        self._balance.setVisible(choice.is_balanced or (dataset is not None and _is_uneven(dataset)))
        if dataset is not None:
            text = "\n".join(self._lines(dataset))
        else:
            text = self.tr("These data are not loaded. Open the file that this network should learn from.")
        self._state.say(text, can_retry=bool(path) and is_missing)

    def _lines(self, dataset: Dataset) -> list[str]:
        text = self.tr("{n_train:,} for training, {n_test:,} for testing")
        lines = [text.format(n_train=len(dataset.train), n_test=len(dataset.test))]
        choice = self._document.project.data
        n_used = len(dataset.train) + len(dataset.test)
        if isinstance(choice, TableChoice) and not choice.is_balanced and n_used < choice.n_rows:
            text = self.tr("{used:,} of {rows:,} rows: those with an empty cell are left out")
            lines.append(text.format(used=n_used, rows=choice.n_rows))
        if dataset.n_shared:
            lines.append(self.tr("Careful: %n of the test rows are also training rows", "", dataset.n_shared))
        if isinstance(self._document.project.data, DrawnChoice):
            lines.append(self.tr("Draw in the decision map: choose below it what the mouse does there."))
        if dataset.skipped:
            lines.append(self.tr("%n file(s) could not be read and were left out", "", len(dataset.skipped)))
        counts = class_counts(dataset)
        if counts is not None:
            lines.append("")
            is_balanced = self._document.project.data.is_balanced
            lines.append(self.tr("Classes to learn from, repeated:") if is_balanced else self.tr("Training classes:"))
            names = shown_names(self._document.project.data, dataset.classes)
            lines.extend(
                _shortened([f"{name}: {count:,}" for name, count in zip(names, counts.tolist(), strict=False)])
            )
        if dataset.preparation is not None:
            lines.append("")
            lines.append(self.tr("Preparation of the columns (x is the value in the table):"))
            columns = dataset.preparation.columns
            lines.extend(
                _shortened(
                    [
                        f"{each.column.name}: {self._categories(len(each.column.categories))}"
                        if each.column.has_categories
                        else f"{each.column.name}: {each.formula()}"
                        for each in columns
                    ]
                )
            )
        return lines

    @Slot(bool)
    def _on_balance_clicked(self, is_wanted: bool) -> None:
        def edit(project: Project) -> Project:
            return edits.set_data(project, replace(project.data, is_balanced=is_wanted))

        text = (
            EditName(QT_TRANSLATE_NOOP("steps", "Repeat rare classes"))
            if is_wanted
            else EditName(QT_TRANSLATE_NOOP("steps", "Do not repeat rare classes"))
        )
        try:
            self._document.perform(text, edit)
        except NnplayError as error:
            self._document.report(error)
            self._show()

    def _categories(self, n: int) -> str:
        return self.tr("%n categories", "", n)


def _is_uneven(dataset: Dataset) -> bool:
    counts = class_counts(dataset)
    return counts is not None and bool(counts.max() >= _UNEVEN * counts.min() > 0)


def _shortened(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], "…"]
