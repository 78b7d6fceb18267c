"""A field below its caption, as in the rows of settings."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnplay.appearance import glossary, metrics


def labelled_field(caption: str, field: QWidget, explanation: str) -> QVBoxLayout:
    """Return a column with a caption above the field; both have the tooltip and the description for screen readers."""
    label = _caption_of(field, caption)
    field.setAccessibleDescription(explanation)
    for widget in (label, field):
        widget.setToolTip(explanation)
    return _column(label, field)


def term_field(name: str, field: QWidget, control: str) -> QWidget:
    """Return such a column for a term of the glossary, which names and explains the field."""
    label = _caption_of(field, glossary.title_of(name))
    whole = QWidget()
    whole.setObjectName(control)
    glossary.explain(name, label, field, whole)
    column = _column(label, field)
    column.setContentsMargins(0, 0, 0, 0)
    whole.setLayout(column)
    return whole


def _caption_of(field: QWidget, caption: str) -> QLabel:
    label = QLabel(caption)
    label.setProperty("look", "caption")
    label.setBuddy(field)
    field.setAccessibleName(caption)
    return label


def _column(label: QLabel, field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(metrics.TINY // 2)
    column.addWidget(label)
    column.addWidget(field)
    return column
