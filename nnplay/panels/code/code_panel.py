"""CodePanel: the project as a Keras, PyTorch or NumPy program, live, with the selected layer's lines highlighted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.appearance.theme import Role, theme
from nnplay.engine import NnplayError
from nnplay.exchange.export import epochs_so_far
from nnplay.exchange.program import (
    Program,
    keras_program,
    numpy_program,
    perturbation_program,
    pytorch_program,
)
from nnplay.panels.code.program_view import ProgramView
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from nnplay.document import Change, Document

_WRITERS = {
    "keras": keras_program,
    "pytorch": pytorch_program,
    "numpy": numpy_program,
    "perturbation": perturbation_program,
}


class CodePanel(LivePanel):
    """Shows a program that follows every edit; it can be copied, or saved with or without the weights.

    Signals
    -------
    save_requested(str, bool)
        The person wants to save the program of this format, with the weights or without.
    """

    save_requested = Signal(str, bool)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._layer: str | None = None
        self._program = Program(())
        self._library = QComboBox()
        titles = ("Keras", "PyTorch", "NumPy", self.tr("NumPy, by perturbation"))
        for name, title in zip(_WRITERS, titles, strict=True):
            self._library.addItem(title, name)
        self._library.setAccessibleName(self.tr("Library"))
        self._library.setToolTip(self.tr("The library that the program is written for"))
        self._weights = QCheckBox(self.tr("Weights"))
        self._weights.setToolTip(self.tr("The program starts with the network's weights, from a file beside it"))
        self._reason = QLabel()
        self._reason.setWordWrap(True)
        self._reason.setProperty("look", "muted")
        self._reason.hide()
        copy = QPushButton(self.tr("Copy"))
        copy.setToolTip(self.tr("Copy the program to the clipboard"))
        self._copy = copy
        self._save = save = QPushButton(self.tr("Save…"))
        save.setToolTip(self.tr("Save the program to a file, together with the data that it reads"))
        self._text = ProgramView()

        row = FlowRow(self._library, self._weights, copy, save)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.SMALL)
        column.addLayout(row)
        column.addWidget(self._reason)
        column.addWidget(self._text, 1)

        self._library.currentIndexChanged.connect(self.invalidate)
        self._weights.toggled.connect(self.invalidate)
        copy.clicked.connect(self._on_copy_clicked)
        save.clicked.connect(self._on_save_clicked)
        document.changed.connect(self._on_document_changed)

    def sizeHint(self) -> QSize:
        return QSize(420, 300)

    @property
    def text(self) -> str:
        """The program shown."""
        return self._text.toPlainText()

    @property
    def lit_lines(self) -> list[int]:
        """Line numbers, from 0, of the lines that belong to the selected layer."""
        return [number for number, line in enumerate(self._program.lines) if line.node and line.node == self._layer]

    @Slot(object)
    def set_layer(self, name: str | None) -> None:
        """Highlight the lines of a layer, by its node's name, and scroll to the first of them."""
        self._layer = name
        if not self._is_stale:
            self._light(is_followed=True)

    def refresh(self) -> None:
        try:
            program, reason = self._write(), ""
        except NnplayError as error:
            program, reason = Program(()), sentence(error)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._copy.setDisabled(bool(reason))
        self._save.setDisabled(bool(reason))
        self._weights.setEnabled(self._library.currentData() != "perturbation")  # which begins with them anyhow
        if program != self._program:
            self._program = program
            places = self._text.horizontalScrollBar().value(), self._text.verticalScrollBar().value()
            with QSignalBlocker(self._text):
                self._text.setPlainText(program.text)
            self._text.horizontalScrollBar().setValue(places[0])
            self._text.verticalScrollBar().setValue(places[1])
        self._light(is_followed=False)

    def _write(self) -> Program:
        project = self._document.project
        return _WRITERS[self._library.currentData()](
            project,
            epochs_so_far(project),
            with_weights=self._weights.isChecked(),
            stem=QCoreApplication.translate("presets", project.title) or "network",
            translate=QCoreApplication.translate,
        )

    def apply_theme(self) -> None:
        self._text.apply_theme()
        self._light(is_followed=False)

    @property
    def can_freeze(self) -> bool:
        return False

    def _light(self, *, is_followed: bool) -> None:
        selections = []
        for number in self.lit_lines:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self._text.document().findBlockByNumber(number))
            selection.format.setBackground(theme().color(Role.ACCENT_SOFT))
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selections.append(selection)
        self._text.setExtraSelections(selections)
        if selections and is_followed:
            # The block that defines the network: its first line in the upper part of the view, so that the rest is seen
            # too.
            bar = self._text.verticalScrollBar()
            n_seen = bar.pageStep()
            bar.setValue(self.lit_lines[0] - n_seen // 3)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        is_in_it = change.title or change.network or change.data or change.training or change.seeds or change.history
        if is_in_it or change.muted or change.stop or change.parameters:
            self.invalidate()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._program.text)

    @Slot()
    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self._library.currentData(), self._weights.isChecked())
