"""FieldsForm: one row for each field of a frozen description such as an optimizer or a schedule."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, is_dataclass
from typing import Any, get_type_hints

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from nnplay.appearance import glossary, metrics
from nnplay.panels.training.field_names import explanation_of, title_of
from nnplay.panels.training.number_field import NumberField

Field = NumberField | QCheckBox


class FieldsForm(QWidget):
    """Numbers get text fields, booleans check boxes; fields that are descriptions themselves are left out.

    Signals
    -------
    changed(str, object)
        The person entered another value in the field of this name.
    refused(NnplayError)
        The text entered is not a number.
    """

    changed = Signal(str, object)
    refused = Signal(object)

    def __init__(self, leave_out: Collection[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leave_out = set(leave_out)
        self._kind: type | None = None
        self._fields: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(metrics.TINY)
        self._grid.setColumnStretch(0, 1)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to set."""
        return not self._fields

    def field(self, name: str) -> Field:
        """Return the widget of a field."""
        return self._fields[name]

    def show_value(self, value: Any) -> None:
        """Show a description; one of another kind brings other rows."""
        if type(value) is not self._kind:
            self._kind = type(value)
            self._make_rows()
        for name, widget in self._fields.items():
            if isinstance(widget, NumberField):
                widget.set_value(getattr(value, name))
            else:
                widget.setChecked(getattr(value, name))

    def _make_rows(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (field := item.widget()) is not None:
                field.deleteLater()
        self._fields.clear()
        assert self._kind is not None
        hints = get_type_hints(self._kind)
        for each in fields(self._kind):
            if each.name not in self._leave_out and not is_dataclass(hints[each.name]):
                self._add_row(each.name, hints[each.name])
        self.setVisible(bool(self._fields))

    def _add_row(self, name: str, kind: Any) -> None:
        widget: Field
        if kind is bool:
            widget = QCheckBox()
            widget.clicked.connect(self._on_ticked)
        else:
            widget = NumberField(is_whole=kind is int)
            widget.committed.connect(self._on_committed)
            widget.refused.connect(self.refused)
        label = QLabel(title_of(name))
        label.setBuddy(widget)
        for each in (label, widget):
            each.setToolTip(explanation_of(name))
            each.setProperty("control", name)
        widget.setAccessibleName(title_of(name))
        widget.setAccessibleDescription(explanation_of(name))
        if name in glossary.TERMS:
            glossary.explain(name, label, widget)
        row = len(self._fields)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(widget, row, 1)
        self._fields[name] = widget

    @Slot(bool)
    def _on_ticked(self, is_ticked: bool) -> None:
        self._emit(self.sender(), is_ticked)

    @Slot(object)
    def _on_committed(self, value: float | None) -> None:
        self._emit(self.sender(), value)

    def _emit(self, widget: QObject, value: object) -> None:
        self.changed.emit(next(name for name, each in self._fields.items() if each is widget), value)
