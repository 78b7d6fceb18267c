"""What Qt guarantees but PySide6's type stubs do not express: one typed function for each."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QBuffer, QIODevice, QItemSelection, QItemSelectionRange, QObject, QPoint
from PySide6.QtGui import QAccessibleInterface, QColor, QImage, QWindow
from PySide6.QtWidgets import QComboBox, QLayout, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

NO_INTERFACE = cast(QAccessibleInterface, None)
NO_OBJECT = cast(QObject, None)
NO_WINDOW = cast(QWindow, None)
"""The null pointer that stands for a missing accessible interface, which the stubs do not allow."""


def parent_of(widget: QWidget) -> QWidget:
    """Return the parent of a widget that always has one."""
    return cast(QWidget, widget.parentWidget())


def layout_of(widget: QWidget) -> QLayout:
    """Return the layout of a widget that always has one."""
    return cast(QLayout, widget.layout())


def line_edit_of(box: QComboBox) -> QLineEdit:
    """Return the line edit of an editable combo box."""
    return cast(QLineEdit, box.lineEdit())


def remove_completer(box: QComboBox) -> None:
    """Turn off completion in an editable combo box; the stubs do not allow ``None``."""
    box.setCompleter(None)  # type: ignore[arg-type]  # Qt documents a null completer as the way to remove it


def rgb(color: QColor) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255."""
    return color.red(), color.green(), color.blue()


def rgba(color: QColor) -> tuple[int, int, int, int]:
    """Return red, green, blue and alpha, 0 to 255."""
    return (*rgb(color), color.alpha())


def has_inside(widget: QWidget, other: QWidget | None) -> bool:
    """Return whether ``other`` is a descendant of the widget; False for None."""
    return other is not None and widget.isAncestorOf(other)


def corner_in(widget: QWidget, ancestor: QWidget) -> QPoint:
    """Return the top left corner of a widget in the coordinates of an ancestor."""
    return widget.mapTo(ancestor, QPoint())


def items_of(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """Return the top-level items of a tree or list in order."""
    return [cast(QTreeWidgetItem, tree.topLevelItem(place)) for place in range(tree.topLevelItemCount())]


def choose_first(tree: QTreeWidget) -> None:
    """Make the first item the current one; an empty list has no current item."""
    for first in items_of(tree)[:1]:
        tree.setCurrentItem(first)


def ranges_of(selection: QItemSelection) -> list[QItemSelectionRange]:
    """Return the ranges of a selection, which is a list in Qt but has no ``__iter__`` in the stubs."""
    return list(cast("list[QItemSelectionRange]", selection))


def png_of(image: QImage) -> bytes:
    """Return the bytes of a PNG file with this image."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt refuses them
    return bytes(buffer.data().data())
