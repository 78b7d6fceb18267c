"""ModelReport: the result of reading a model: its layers, its parameters, and remarks."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.exchange.model import Model


class ModelReport(QDialog):
    """A table of the file's layers and what they became, with the reader's remarks; it does not block the window.

    Attributes
    ----------
    summary, notes
        The labels above and below the table; the second is hidden, with what it scrolls in, if there are no remarks.
    table
        One row per layer of the file.
    """

    def __init__(self, name: str, model: Model, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Model “{name}”").format(name=name))
        self.summary = QLabel(self._summary(model))
        self.summary.setWordWrap(True)
        self.table = self._make_table(model)
        self.notes = QLabel("\n".join(f"• {text}" for text in dict.fromkeys(map(sentence, model.notes))))
        self.notes.setWordWrap(True)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        rest = QScrollArea()  # a large model of another library may have a remark for each of its layers
        rest.setWidgetResizable(True)
        rest.setFrameShape(QFrame.Shape.NoFrame)
        rest.setWidget(self.notes)
        rest.setHidden(not model.notes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.SMALL)
        for widget, stretch in ((self.summary, 0), (self.table, 2), (rest, 1), (buttons, 0)):
            column.addWidget(widget, stretch)
        self.table.setHidden(not model.layers)
        self.resize(620, 460 if model.layers else 200)

    def _summary(self, model: Model) -> str:
        number = QLocale().toString
        n = model.network.n_parameters
        if not model.n_in_file:
            text = self.tr("The network has {layers} layers and {count} parameters, all newly initialized.")
        elif model.n_in_file == n:
            text = self.tr("The network has {layers} layers and {count} parameters, all read from the file.")
        else:
            text = self.tr("The network has {layers} layers and {count} parameters; the file has {all}.")
        return text.format(layers=len(model.network.nodes) - 1, count=number(n), all=number(model.n_in_file))

    def _make_table(self, model: Model) -> QTableWidget:
        table = QTableWidget(len(model.layers), 3)
        table.setHorizontalHeaderLabels([self.tr("In the file"), self.tr("Kind"), self.tr("In nnplay")])
        table.setAccessibleName(self.tr("Layers of the file"))
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for row, taken in enumerate(model.layers):
            here = ", ".join(taken.nodes) or self.tr("left out")
            for column, text in enumerate((taken.name, taken.kind, here)):
                table.setItem(row, column, QTableWidgetItem(text))
        return table
