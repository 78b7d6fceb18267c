"""Cells of a table of numbers that is shown again and again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem


def show_text(table: QTableWidget, row: int, column: int, text: str) -> None:
    """Have a cell show a text, on the right; the same one again costs nothing, and selections stay."""
    item = table.item(row, column)
    if item is None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.setItem(row, column, item)
    elif item.text() != text:
        item.setText(text)
