"""ClassDialog: "For a class…": what is locked, which panels are shown and which controls are not; one undoable step."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from nnplay.document import Document
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.look import metrics
from nnplay.project.classroom import Classroom
from nnplay.project.locks import set_classroom
from nnplay.shell.panel_table import PANELS

LOCK_NAMES = {
    "structure": QT_TRANSLATE_NOOP("classroom", "Layers and links"),
    "weights": QT_TRANSLATE_NOOP("classroom", "Weights and biases"),
    "data": QT_TRANSLATE_NOOP("classroom", "Choice of data"),
    "settings": QT_TRANSLATE_NOOP("classroom", "Settings of the training"),
    "training": QT_TRANSLATE_NOOP("classroom", "Training"),
}
CONTROL_NAMES = {
    "train": QT_TRANSLATE_NOOP("classroom", "Train"),
    "stop": QT_TRANSLATE_NOOP("classroom", "Stop"),
    "step": QT_TRANSLATE_NOOP("classroom", "Single steps"),
    "reset": QT_TRANSLATE_NOOP("classroom", "Reset"),
    "new_start": QT_TRANSLATE_NOOP("classroom", "New start"),
    "learning_rate": QT_TRANSLATE_NOOP("classroom", "Learning rate"),
    "batch_size": QT_TRANSLATE_NOOP("classroom", "Batch size"),
    "optimizer": QT_TRANSLATE_NOOP("classroom", "Optimizer"),
    "loss_function": QT_TRANSLATE_NOOP("classroom", "Loss function"),
    "palette": QT_TRANSLATE_NOOP("classroom", "Palette of layers"),
    "data_sets": QT_TRANSLATE_NOOP("classroom", "Sets of points"),
    "other_data": QT_TRANSLATE_NOOP("classroom", "Digits and other data"),
    "noise": QT_TRANSLATE_NOOP("classroom", "Noise"),
    "train_share": QT_TRANSLATE_NOOP("classroom", "Share of training data"),
    "features": QT_TRANSLATE_NOOP("classroom", "Inputs"),
    "own_features": QT_TRANSLATE_NOOP("classroom", "Inputs of one's own"),
    "map_tools": QT_TRANSLATE_NOOP("classroom", "Tools of the map"),
}
_COLUMNS = 3


class ClassDialog(QDialog):
    """Boxes to tick; what is chosen goes with the project's file to the class."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle(self.tr("For a class"))
        project = document.project
        shown = project.classroom.panels or tuple(PANELS)
        self.locks = _boxes(LOCK_NAMES, "classroom", project.locked)
        self.panels = _boxes({name: entry.title for name, entry in PANELS.items()}, "panels", shown)
        self.hidden = _boxes(CONTROL_NAMES, "classroom", project.classroom.hidden)
        self.teacher = QLineEdit(project.classroom.teacher)
        self.teacher.setPlaceholderText(self.tr("Your name, for the sign in the window"))
        self.teacher.setAccessibleName(self.tr("Teacher"))
        self.teacher.setMaxLength(60)
        explanation = QLabel(
            self.tr("This is saved in the project: give its file to the class. Anybody may change it here again.")
        )
        explanation.setWordWrap(True)
        explanation.setProperty("look", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        free = buttons.addButton(self.tr("&Free everything"), QDialogButtonBox.ButtonRole.ResetRole)
        free.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.MEDIUM)
        column.addWidget(explanation)
        column.addWidget(_group(self.tr("Locked against changes"), self.locks))
        column.addWidget(_group(self.tr("Panels that are shown"), self.panels))
        column.addWidget(_group(self.tr("Controls that are hidden"), self.hidden))
        column.addWidget(self.teacher)
        column.addWidget(buttons)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        free.clicked.connect(self._on_free_clicked)
        # The explanation wraps, which a dialog's own size does not reckon with: the last row of boxes would be cut.
        width = self.sizeHint().width()
        self.resize(width, column.heightForWidth(width))
        self.setMinimumSize(self.size())

    @Slot()
    def _on_free_clicked(self) -> None:
        for box in (*self.locks.values(), *self.hidden.values()):
            box.setChecked(False)
        for box in self.panels.values():
            box.setChecked(True)

    @Slot()
    def _on_accepted(self) -> None:
        panels = _ticked(self.panels)
        try:
            classroom = Classroom(
                () if len(panels) == len(self.panels) else panels, _ticked(self.hidden), self.teacher.text().strip()
            )
            locked = _ticked(self.locks)
            text = self.tr("Set up for a class")
            self._document.perform(text, lambda project: set_classroom(project, classroom, locked))
        except NnplayError as error:
            self._document.report(error)
        self.accept()


def lock_name(name: str) -> str:
    """Return what a lock is about, in the language of the window."""
    return QCoreApplication.translate("classroom", LOCK_NAMES[name])


def _boxes(titles: Mapping[str, str], context: str, ticked: tuple[str, ...]) -> dict[str, QCheckBox]:
    boxes = {}
    for name, title in titles.items():
        boxes[name] = QCheckBox(QCoreApplication.translate(context, title))
        boxes[name].setChecked(name in ticked)
    return boxes


def _ticked(boxes: Mapping[str, QCheckBox]) -> tuple[str, ...]:
    return tuple(name for name, box in boxes.items() if box.isChecked())


def _group(title: str, boxes: Mapping[str, QCheckBox]) -> QGroupBox:
    group = QGroupBox(title)
    grid = QGridLayout(group)
    for number, box in enumerate(boxes.values()):
        grid.addWidget(box, *divmod(number, _COLUMNS))
    return group
