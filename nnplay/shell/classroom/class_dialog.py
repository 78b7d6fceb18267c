"""ClassDialog: "For a class…": which controls are locked or hidden, and which panels are shown; one undoable step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.document import Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.classroom import Classroom
from nnplay.project.locks import set_classroom
from nnplay.shell.classroom.controls_page import ControlsPage
from nnplay.shell.docking.panel_table import PANELS

_HEIGHT = 560
_COLUMNS = 2


class ClassDialog(QDialog):
    """Check boxes; the choice is saved in the project's file for the class."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle(self.tr("For a class"))
        project = document.project
        shown = project.classroom.panels or tuple(PANELS)
        self.controls = ControlsPage(project.locked, project.classroom.hidden)
        self.panels = {
            name: QCheckBox(QCoreApplication.translate("panels", entry.title)) for name, entry in PANELS.items()
        }
        for name, box in self.panels.items():
            box.setChecked(name in shown)
        self.teacher = QLineEdit(project.classroom.teacher)
        self.teacher.setPlaceholderText(self.tr("Your name, shown in the window"))
        self.teacher.setAccessibleName(self.tr("Teacher"))
        self.teacher.setMaxLength(60)
        explanation = QLabel(
            self.tr("This is saved in the project: give the file to your class. Anybody can change it here again.")
        )
        explanation.setWordWrap(True)
        explanation.setProperty("look", "muted")
        pages = QTabWidget()
        pages.setDocumentMode(True)
        pages.addTab(self.controls, self.tr("Controls"))
        pages.addTab(self._make_panels(), self.tr("Visible panels"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        free = buttons.addButton(self.tr("&Unlock everything"), QDialogButtonBox.ButtonRole.ResetRole)
        free.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.MEDIUM)
        column.addWidget(explanation)
        column.addWidget(pages, 1)
        column.addWidget(self.teacher)
        column.addWidget(buttons)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        free.clicked.connect(self._on_free_clicked)
        self.resize(self.sizeHint().width(), min(_HEIGHT, parent.height() - 2 * metrics.LARGE))

    def _make_panels(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        for number, box in enumerate(self.panels.values()):
            grid.addWidget(box, *divmod(number, _COLUMNS))
        grid.setRowStretch(grid.rowCount(), 1)
        return page

    @Slot()
    def _on_free_clicked(self) -> None:
        self.controls.free()
        for box in self.panels.values():
            box.setChecked(True)

    @Slot()
    def _on_accepted(self) -> None:
        panels = tuple(name for name, box in self.panels.items() if box.isChecked())
        locked, hidden = self.controls.locked_names, self.controls.hidden_names
        try:
            classroom = Classroom(
                () if len(panels) == len(self.panels) else panels, hidden, self.teacher.text().strip()
            )
            text = EditName(QT_TRANSLATE_NOOP("steps", "Set up for a class"))
            self._document.perform(text, lambda project: set_classroom(project, classroom, locked))
        except NnplayError as error:
            self._document.report(error)
        self.accept()
