"""ExampleSheet: one example: its number, the network's prediction, and the steps of its preparation."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.background import Operation
from nnplay.data import TableChoice
from nnplay.data.table import Preparation, PreparationStep
from nnplay.data.table.row import row_steps
from nnplay.engine import NnplayError
from nnplay.panels.examples.step_model import StepModel


class ExampleSheet(QWidget):
    """A line about the example, above the steps of its preparation, if there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operation = Operation(self)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setAccessibleName(self.tr("The example"))
        self._problem = QLabel()
        self._problem.setProperty("look", "error")
        self._problem.setWordWrap(True)
        self._model = StepModel(self)
        self._view = QTableView()
        self._view.setModel(self._model)
        self._view.setFont(metrics.font(metrics.Text.CAPTION))
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._view.setAccessibleName(self.tr("What happens to this row"))
        self._view.verticalHeader().hide()
        self._view.verticalHeader().setDefaultSectionSize(metrics.field_height() - 6)
        self._view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._view.horizontalHeader().setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.TINY, 0, 0)
        column.setSpacing(metrics.TINY)
        column.addWidget(self._text)
        column.addWidget(self._problem)
        column.addWidget(self._view, 1)
        column.addStretch()
        self._operation.done.connect(self._on_read)
        self._operation.failed.connect(self._on_failed)
        self.forget()

    @property
    def text(self) -> str:
        """The line about the example."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Change the line about the example; its row stays as it is."""
        self._text.setText(text)

    def forget(self) -> None:
        """Show that there is no example, or no row behind it."""
        self._operation.close()
        self._model.show_steps(())
        self._view.hide()
        self._problem.clear()

    def show_row(self, choice: TableChoice, preparation: Preparation, number: int) -> None:
        """Read a row of the table again, and show its preparation."""
        self.forget()
        self._operation.begin(partial(row_steps, choice, preparation, number))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._operation.close()

    @Slot(object)
    def _on_read(self, steps: tuple[PreparationStep, ...]) -> None:
        self._model.show_steps(steps)
        self._view.show()

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._problem.setText(sentence(error))
