"""Cells of a table of numbers that is shown again and again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem


def show_text(table: QTableWidget, row: int, column: int, text: str, *, is_name: bool = False) -> None:
    """Have a cell show a number, on the right, or a name; the same one again costs nothing, and selections stay."""
    item = table.item(row, column)
    if item is None:
        item = QTableWidgetItem(text)
        side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignRight
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        table.setItem(row, column, item)
    elif item.text() != text:
        item.setText(text)
