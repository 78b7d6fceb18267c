"""Cells of a table of numbers that is updated often."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem


def show_text(table: QTableWidget, row: int, column: int, text: str, *, is_name: bool = False) -> None:
    """Show a right-aligned number, or a name, in a cell; an unchanged text costs nothing, and selections stay."""
    item = table.item(row, column)
    if item is None:
        item = QTableWidgetItem(text)
        side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignRight
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        table.setItem(row, column, item)
    elif item.text() != text:
        item.setText(text)
