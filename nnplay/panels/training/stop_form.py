"""StopForm: when a run ends by itself."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from nnplay.appearance import glossary, metrics
from nnplay.document import Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.training.number_field import NumberField
from nnplay.project import StopRules, edits


class StopForm(QWidget):
    """Three rules, each with a check box and a number; each change is an undoable edit.

    Signals
    -------
    refused(NnplayError)
        A number is not allowed.
    """

    refused = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.epochs = self._make_row(self.tr("After this many epochs"), 100, is_whole=True)
        self.loss = self._make_row(self.tr("Training loss below"), 0.01)
        self.early = self._make_row(self.tr("Test loss not improved for this many epochs"), 10, is_whole=True)
        self.early[0].setToolTip(self.tr("Early stopping: the weights of the best epoch are restored"))
        glossary.explain("early_stopping", *self.early)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(metrics.TINY)
        grid.setColumnStretch(0, 1)
        for row, (box, field) in enumerate((self.epochs, self.loss, self.early)):
            text = QLabel(box.accessibleName())
            text.setWordWrap(True)
            text.setBuddy(box)
            text.setToolTip(box.toolTip())
            grid.addWidget(box, row, 0)
            grid.addWidget(text, row, 1)
            grid.addWidget(field, row, 2)
            box.toggled.connect(self._on_changed)
            field.committed.connect(self._on_changed)
            field.refused.connect(self.refused)
        grid.setColumnStretch(0, 0)
        grid.setColumnStretch(1, 1)
        self.show_rules(document.project.stop)

    def show_rules(self, rules: StopRules) -> None:
        """Show the present rules."""
        rows = (self.epochs, rules.n_epochs), (self.loss, rules.loss_below), (self.early, rules.patience)
        for (box, field), number in rows:
            box.blockSignals(True)
            box.setChecked(number is not None)
            box.blockSignals(False)
            if number is not None:
                field.set_value(number)

    def _make_row(self, text: str, value: float, *, is_whole: bool = False) -> tuple[QCheckBox, NumberField]:
        box, field = QCheckBox(), NumberField(is_whole=is_whole)
        box.setAccessibleName(text)
        field.setAccessibleName(text)
        field.set_value(value)
        return box, field

    @Slot()
    def _on_changed(self) -> None:
        epochs, loss, early = (
            field.value if box.isChecked() else None for box, field in (self.epochs, self.loss, self.early)
        )
        try:
            rules = StopRules(
                n_epochs=None if epochs is None else int(epochs),
                loss_below=loss,
                patience=None if early is None else int(early),
            )
            text = EditName(QT_TRANSLATE_NOOP("steps", "Change when training stops"))
            self._document.perform(text, lambda project: edits.set_stop(project, rules))
        except NnplayError as error:
            self.show_rules(self._document.project.stop)
            self.refused.emit(error)
