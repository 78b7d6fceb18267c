"""LayerTable: each layer's gradients, updates and activations, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite, log10

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.number_text import UNKNOWN, percent_text, short_text
from nnplay.appearance.theme import Role, theme
from nnplay.engine import LayerStatistics
from nnplay.panels.widgets.cells import show_text

_DECADES = (-8.0, 1.0)
"""Powers of ten at the ends of the bars."""

_SHARE = Qt.ItemDataRole.UserRole
_BAR_COLUMNS = (1, 2)


class LayerTable(QTableWidget):
    """One row per layer, in the network's order; bars on a logarithmic scale show what grows and what shrinks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self.setFont(metrics.font(metrics.Text.CAPTION))
        self.setFrameShape(self.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAccessibleName(self.tr("Statistics of the layers"))
        columns = (
            (self.tr("Layer"), self.tr("In the network’s order, from the input to the output")),
            (self.tr("Gradient"), self.tr("Root mean square of dL/da: how much of the error reaches this layer")),
            (self.tr("Update"), self.tr("Relative change of the weights in a step; about 0.001 is good")),
            (self.tr("Output"), self.tr("Mean ± standard deviation of the layer’s outputs")),
            (self.tr("Dead"), self.tr("Units whose slope is 0 for every example")),
            (self.tr("Saturated"), self.tr("Outputs where the activation function is nearly flat")),
        )
        for index, (title, explanation) in enumerate(columns):
            item = QTableWidgetItem(title)
            item.setToolTip(explanation)
            self.setHorizontalHeaderItem(index, item)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(metrics.field_height() - 4)
        self._bars = _BarDelegate(self)
        for column in _BAR_COLUMNS:
            self.setItemDelegateForColumn(column, self._bars)

    def show_layers(self, layers: Mapping[str, LayerStatistics]) -> None:
        """Show the layers' numbers."""
        self.setRowCount(len(layers))
        for row, (name, state) in enumerate(layers.items()):
            texts = (
                name,
                short_text(state.gradient_rms, 2),
                UNKNOWN if state.update_ratio is None else short_text(state.update_ratio, 2),
                f"{short_text(state.activation_mean, 2)} ± {short_text(state.activation_std, 2)}",
                percent_text(state.dead_share),
                percent_text(state.saturated_share),
            )
            for column, text in enumerate(texts):
                show_text(self, row, column, text, is_name=column == 0)
            for column, value in zip(_BAR_COLUMNS, (state.gradient_rms, state.update_ratio), strict=True):
                cell = self.item(row, column)
                assert cell is not None  # it was filled in above
                cell.setData(_SHARE, _bar(value))


class _BarDelegate(QStyledItemDelegate):
    """Draws a bar below the number."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        share = index.data(_SHARE)
        if share:
            color = theme().color(Role.ACCENT)
            color.setAlphaF(0.3)
            bar = option.rect.adjusted(1, 3, -1, -3)
            bar.setWidth(max(1, round(bar.width() * share)))
            painter.fillRect(bar, color)
        super().paint(painter, option, index)


def _bar(value: float | None) -> float:
    """Return the length of the bar, 0 to 1."""
    if not value or not isfinite(value):
        return 0.0
    low, high = _DECADES
    return min(1.0, max(0.02, (log10(value) - low) / (high - low)))
