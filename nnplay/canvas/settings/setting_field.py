"""SettingField: the widget for one setting of a layer: a choice, a check box, or strictly parsed text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from nnplay.appearance import glossary
from nnplay.appearance.sentences import sentence
from nnplay.canvas.settings import words
from nnplay.canvas.settings.field_text import initializer_text, options, typed_value, value_text
from nnplay.engine import ACTIVATIONS, INITIALIZERS, Initializer, SettingError
from nnplay.engine.layers.windows import PADDINGS

_CHOICES = {"activation": tuple(ACTIVATIONS), "padding": PADDINGS}

_LEAST_LETTERS = 8


class SettingField(QObject):
    """One setting.

    Parameters
    ----------
    hint
        The type of the field in the engine's description.

    Attributes
    ----------
    widget
        The input widget.

    Signals
    -------
    chosen(str, object) : the user has set this value.
    misread(str) : the text is not a valid value; why, translated.
    """

    chosen = Signal(str, object)
    misread = Signal(str)

    def __init__(self, name: str, hint: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self._hint = name, hint
        self._value: object = None
        self.widget = self._make_widget(parent)
        self.widget.setToolTip(words.explanation(name))
        self.widget.setAccessibleName(words.label(name))
        self.widget.setAccessibleDescription(words.explanation(name))
        if name in words.TERMS:
            glossary.explain(words.TERMS[name], self.widget)
        self._explanation = self.widget.toolTip()

    def show(self, value: object) -> None:
        """Show a value."""
        self._value = value
        if isinstance(self.widget, QCheckBox):
            self.widget.setChecked(bool(value))
        elif isinstance(self.widget, QComboBox):
            assert isinstance(value, str | Initializer)
            text = initializer_text(value)
            if self.widget.findText(text) < 0:
                self.widget.addItem(text)
            self.widget.setCurrentText(text)
        elif isinstance(self.widget, QLineEdit):
            self.widget.setText(value_text(value))
            self.set_valid(True)

    def set_valid(self, is_valid: bool) -> None:
        """Mark the input as valid or invalid."""
        if isinstance(self.widget, QLineEdit):
            self.widget.setProperty("valid", "true" if is_valid else "false")
            self.widget.style().unpolish(self.widget)
            self.widget.style().polish(self.widget)

    def lock(self, reason: str) -> None:
        """Lock the widget and show the reason; an empty reason unlocks it."""
        self.widget.setEnabled(not reason)
        self.widget.setToolTip(reason or self._explanation)

    def _make_widget(self, parent: QWidget) -> QWidget:
        choices = _CHOICES.get(self.name, tuple(INITIALIZERS) if Initializer in options(self._hint) else ())
        if choices:
            combo = QComboBox(parent)
            combo.addItems(choices)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(_LEAST_LETTERS)
            combo.textActivated.connect(self._on_text_activated)
            return combo
        if self._hint is bool:
            box = QCheckBox(parent)
            box.clicked.connect(self._on_clicked)
            return box
        line = QLineEdit(parent)
        line.editingFinished.connect(self._on_editing_finished)
        if type(None) in options(self._hint):
            line.setPlaceholderText(self.tr("none"))
        return line

    @Slot(str)
    def _on_text_activated(self, text: str) -> None:
        self.chosen.emit(self.name, text)

    @Slot(bool)
    def _on_clicked(self, is_checked: bool) -> None:
        self.chosen.emit(self.name, is_checked)

    @Slot()
    def _on_editing_finished(self) -> None:
        assert isinstance(self.widget, QLineEdit)
        if self.widget.text() == value_text(self._value):
            return
        try:
            value = typed_value(self.widget.text(), self._hint)
        except SettingError as error:
            self.set_valid(False)
            self.misread.emit(sentence(error))
            return
        self.chosen.emit(self.name, value)
