"""LimitsForm: limits on weights and gradients: regularization, maximum length, clipping."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from nnplay.appearance import glossary, metrics
from nnplay.appearance.number_text import plain_text
from nnplay.appearance.qt_types import remove_completer
from nnplay.document import EditName
from nnplay.engine import TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.training.number_field import NumberField
from nnplay.panels.training.settings_edit import SettingsEdit

RATES = (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
"""TensorFlow Playground's list; any other number from 0 up can be typed."""


class LimitsForm(QWidget):
    """L1 and L2 rates with the rule by which they act, the maximum length of the weights into a unit, and clipping.

    Signals
    -------
    refused(NnplayError)
        The text entered is not a number.
    """

    refused = Signal(object)

    def __init__(self, edit: SettingsEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(metrics.TINY)
        self._grid.setColumnStretch(0, 1)
        self.l1 = self._make_rate(
            "l1",
            self.tr("L1 rate"),
            self.tr("Pulls every weight evenly towards 0, and many of them to 0 itself; 0 for none"),
        )
        self.l2 = self._make_rate(
            "l2", self.tr("L2 rate"), self.tr("Pulls every weight towards 0, the larger the stronger; 0 for none")
        )
        self.rule = QCheckBox(self.tr("As TensorFlow Playground"))
        self.rule.setToolTip(
            self.tr(
                "Each step is followed by a pull of its own, as there; otherwise the penalty is part of the loss, as in"
                " Keras"
            )
        )
        self._grid.addWidget(self.rule, self._grid.rowCount(), 0, 1, 2)
        self.max_norm = self._make_number(
            "max_norm",
            self.tr("Greatest length"),
            self.tr("Largest length of the weights into one unit, as a vector; empty for no limit"),
        )
        self.clip_value = self._make_number(
            "clip_value",
            self.tr("Clip each gradient"),
            self.tr("Largest magnitude of one weight's gradient; empty for no limit"),
        )
        self.clip_norm = self._make_number(
            "clip_norm",
            self.tr("Clip their length"),
            self.tr("Largest length of all gradients as one vector; empty for no limit"),
        )
        glossary.explain("regularization", self.l1, self.l2, self.rule, self.max_norm)
        glossary.explain("clipping", self.clip_value, self.clip_norm)
        self.rule.clicked.connect(self._on_rule_clicked)

    def show_settings(self, settings: TrainingSettings) -> None:
        """Show the project's settings."""
        regularization = settings.regularization
        for box, rate in ((self.l1, regularization.l1), (self.l2, regularization.l2)):
            field = box.lineEdit()
            assert isinstance(field, NumberField)
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findText(plain_text(rate)))
            field.set_value(rate)
        self.rule.setChecked(regularization.rule == "playground")
        self.max_norm.set_value(regularization.max_norm)
        self.clip_value.set_value(settings.clip_value)
        self.clip_norm.set_value(settings.clip_norm)

    def _make_rate(self, name: str, title: str, explanation: str) -> QComboBox:
        box, field = QComboBox(), NumberField()
        field.setMinimumWidth(0)
        field.setMaximumWidth(16_777_215)
        box.setEditable(True)
        box.setLineEdit(field)
        remove_completer(box)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems([plain_text(rate) for rate in RATES])
        box.setMaxVisibleItems(len(RATES))
        box.setFixedWidth(NumberField().width())
        box.activated.connect(field.commit)
        field.committed.connect(self._on_committed)
        field.refused.connect(self.refused)
        self._add_row(name, title, box, explanation)
        return box

    def _make_number(self, name: str, title: str, explanation: str) -> NumberField:
        field = NumberField(is_optional=True)
        field.setPlaceholderText("∞")
        field.committed.connect(self._on_committed)
        field.refused.connect(self.refused)
        self._add_row(name, title, field, explanation)
        return field

    def _add_row(self, name: str, title: str, field: QWidget, explanation: str) -> None:
        label = QLabel(title)
        label.setBuddy(field)
        for each in (label, field):
            each.setToolTip(explanation)
            each.setProperty("control", name)
        field.setAccessibleName(title)
        field.setAccessibleDescription(explanation)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)

    @Slot(object)
    def _on_committed(self, value: float | None) -> None:
        sender = self.sender()
        if sender is self.l1.lineEdit():
            self._regularize({"l1": value})
        elif sender is self.l2.lineEdit():
            self._regularize({"l2": value})
        elif sender is self.max_norm:
            self._regularize({"max_norm": value})
        else:
            name = "clip_value" if sender is self.clip_value else "clip_norm"
            self._perform(EditName(QT_TRANSLATE_NOOP("steps", "Change gradient clipping")), {name: value})

    @Slot(bool)
    def _on_rule_clicked(self, is_playground: bool) -> None:
        self._regularize({"rule": "playground" if is_playground else "penalty"})

    def _regularize(self, values: dict[str, Any]) -> None:
        self._edit.perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Change regularization")),
            lambda settings: replace(settings, regularization=replace(settings.regularization, **values)),
        )
        self.show_settings(self._edit.settings)

    def _perform(self, text: EditName, values: dict[str, Any]) -> None:
        self._edit.perform(text, lambda settings: replace(settings, **values))
        self.show_settings(self._edit.settings)
