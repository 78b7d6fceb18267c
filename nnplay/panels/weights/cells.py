"""CellDelegate: a weight on its colour, with marks for frozen, muted and pointed at, and an editor for it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.marks import draw_lock
from nnplay.appearance.theme import Role, theme
from nnplay.appearance.values import value_color
from nnplay.panels.weights.model import WeightTableModel
from nnplay.panels.widgets.number_validator import NumberValidator

Index = QModelIndex | QPersistentModelIndex

_STRENGTH = 0.5
"""Share of the value's colour in a cell's background, so that its number stays easy to read in both themes."""

_PADDING = 6


class CellDelegate(QStyledItemDelegate):
    """Paints and edits the cells of a ``WeightTableModel``.

    Attributes
    ----------
    pointed
        Row and column of the weight that another view points at, or None.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pointed: tuple[int, int] | None = None
        self._text_font = metrics.font(metrics.Text.CAPTION)
        self._muted_font = metrics.font(metrics.Text.CAPTION)
        self._muted_font.setStrikeOut(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, WeightTableModel)
        cell, rect = model.cell(index.row(), index.column()), _rect(option)
        if cell is None:
            return
        painter.fillRect(rect, _ground(0.0 if cell.is_muted else cell.value, model.scale))
        if _state(option) & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, _faded(Role.ACCENT, 70))
        painter.setFont(self._muted_font if cell.is_muted else self._text_font)
        painter.setPen(theme().color(Role.MUTED if cell.is_muted else Role.TEXT))
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cell.text)
        if cell.is_frozen:
            draw_lock(painter, QPointF(rect.left() + 8, rect.center().y() + 1), theme().color(Role.TEXT))
        if (index.row(), index.column()) == self.pointed or _state(option) & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().color(Role.ACCENT), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setProperty("look", "cell")
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setValidator(NumberValidator(field))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor when it opens; later, while the weight changes, keep what is typed."""
        assert isinstance(editor, QLineEdit)
        if not editor.property("is_filled"):
            editor.setProperty("is_filled", True)
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if editor.isModified():
            model.setData(index, editor.text())


def _ground(value: float, scale: float) -> QColor:
    color = value_color(value, scale)
    color.setAlphaF(_STRENGTH)
    return color


def _faded(role: Role, alpha: int) -> QColor:
    color = theme().color(role)
    color.setAlpha(alpha)
    return color


# PySide's stubs lack the fields of the option's base class.
def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state
