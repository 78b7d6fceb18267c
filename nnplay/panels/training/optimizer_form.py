"""OptimizerForm: the settings of the present optimizer, except the learning rate, which all have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnplay.document import EditName
from nnplay.engine import TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.training.fields_form import FieldsForm
from nnplay.panels.training.settings_edit import SettingsEdit


class OptimizerForm(QWidget):
    """Its name and a row for each of its settings."""

    def __init__(self, edit: SettingsEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self.form = FieldsForm(leave_out=["learning_rate"])
        self._none = QLabel()
        self._none.setProperty("look", "muted")
        self._none.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self.form)
        self.form.changed.connect(self._on_changed)

    def show_settings(self, settings: TrainingSettings) -> None:
        """Show the project's optimizer."""
        self.form.show_value(settings.optimizer)
        self._none.setVisible(self.form.is_empty)
        self._none.setText(self.tr("{optimizer} has no settings of its own.").format(optimizer=settings.optimizer.kind))

    @Slot(str, object)
    def _on_changed(self, name: str, value: object) -> None:
        changed: dict[str, Any] = {name: value}  # the form has checked it
        self._edit.perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Change optimizer")),
            lambda settings: replace(settings, optimizer=replace(settings.optimizer, **changed)),
        )
        self.show_settings(self._edit.settings)
