"""A field under its caption, as the rows of settings have it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnplay.look import metrics


def labelled_field(caption: str, field: QWidget, explanation: str) -> QVBoxLayout:
    """Return a column with a caption above the field; both explain themselves to the pointer and to screen readers."""
    label = QLabel(caption)
    label.setProperty("look", "caption")
    label.setBuddy(field)
    field.setAccessibleName(caption)
    field.setAccessibleDescription(explanation)
    for widget in (label, field):
        widget.setToolTip(explanation)
    column = QVBoxLayout()
    column.setSpacing(metrics.TINY // 2)
    column.addWidget(label)
    column.addWidget(field)
    return column
