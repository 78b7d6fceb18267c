"""TaskSwitch: switches between classes and a quantity, with the points, output and loss of that task."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.data import Task, ToyChoice
from nnplay.document import Change, Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.proposals import choose_data

_COUNTERPARTS = {"gaussian": "multi-gaussian", "multi-gaussian": "gaussian"}
"""The set that belongs to a set of the other task; all others switch to the first one."""

_FIRST = {True: "plane", False: "circle"}
"""The set for each task, by whether it is regression, as long as none has been chosen."""


class TaskSwitch(QWidget):
    """Two buttons, one of them pressed; the other brings back the set that was last chosen for its task.

    It is visible for sets of points only: for other data, the data decide the task.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._last: dict[bool, str] = {}
        self._classification = self._make_button(
            self.tr("Classification"),
            self.tr("Separate classes: the output goes through tanh, its sign is the class"),
        )
        self._regression = self._make_button(
            self.tr("Regression"), self.tr("Predict a quantity: the output is linear and can be any number")
        )
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.TINY)
        for button in (self._classification, self._regression):
            self._group.addButton(button)
            row.addWidget(button, 1)
        self._group.buttonClicked.connect(self._on_clicked)
        document.changed.connect(self._on_document_changed)
        self._show()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.data:
            self._show()

    def _show(self) -> None:
        choice = self._document.project.data
        self.setVisible(isinstance(choice, ToyChoice))
        if isinstance(choice, ToyChoice):
            is_regression = choice.task is Task.REGRESSION
            self._last[is_regression] = choice.kind
            (self._regression if is_regression else self._classification).setChecked(True)

    def _make_button(self, text: str, explanation: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(explanation)
        button.setAccessibleDescription(explanation)
        button.setCheckable(True)
        button.setProperty("look", "segment")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIconSize(QSize(0, 0))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        choice = self._document.project.data
        wanted = clicked is self._regression
        if not isinstance(choice, ToyChoice) or (choice.task is Task.REGRESSION) is wanted:
            return
        kind = self._last.get(wanted) or _COUNTERPARTS.get(choice.kind, _FIRST[wanted])
        other = replace(choice, kind=kind, n_points=None)
        text = (
            EditName(QT_TRANSLATE_NOOP("steps", "Turn to regression"))
            if wanted
            else EditName(QT_TRANSLATE_NOOP("steps", "Switch to classification"))
        )
        try:
            self._document.perform(text, lambda project: choose_data(project, other))
        except NnplayError as error:
            self._document.report(error)
            self._show()
