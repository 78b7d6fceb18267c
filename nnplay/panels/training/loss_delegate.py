"""LossDelegate: an entry of the list of losses: its name, and its formula beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem

from nnplay.appearance import metrics
from nnplay.panels.calculation.formula_sheet import laid_out, paint_inks
from nnplay.panels.calculation.loss_formula import loss_atoms
from nnplay.panels.calculation.pieces import Glyphs, Ink
from nnplay.panels.calculation.typesetter import Typesetter
from nnplay.panels.calculation.words import local_numbers

_SIZE_PX = 14
_WIDTH = 420.0
_DIGITS = 4


class LossDelegate(QStyledItemDelegate):
    """Paints a loss's title on the left and its typeset formula to the right of the longest title.

    Attributes
    ----------
    width_px
        The width that all entries need.
    """

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        titles = [box.itemText(place) for place in range(box.count())]
        self._left = max(map(box.fontMetrics().horizontalAdvance, titles), default=0) + 3 * metrics.MEDIUM
        self._typesetter = Typesetter(local_numbers("significant", _DIGITS), _SIZE_PX)
        self._formulas: dict[str, tuple[tuple[Ink, ...], float]] = {}
        names = [box.itemData(place) for place in range(box.count())]
        self.width_px = self._left + max((_right(self._formula(name)[0]) for name in names), default=0) + metrics.LARGE

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        _, height = self._formula(index.data(Qt.ItemDataRole.UserRole))
        return QSize(round(self.width_px), round(height) + metrics.TINY)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        inks, height = self._formula(index.data(Qt.ItemDataRole.UserRole))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(option.rect.left() + self._left, option.rect.center().y() - height / 2)
        paint_inks(painter, inks, QRectF(0, 0, self.width_px, height))
        painter.restore()

    def _formula(self, name: str) -> tuple[tuple[Ink, ...], float]:
        """Lay out a loss's formula when it is first asked for: Qt also asks while the list is closed, after a change of
        theme, and then the entries may be others than when it was opened.
        """
        if name not in self._formulas:
            self._formulas[name] = laid_out(loss_atoms(name, self._typesetter), _WIDTH, 0)
        return self._formulas[name]


def _right(inks: tuple[Ink, ...]) -> float:
    """Return where the last letter of a formula ends."""
    glyphs = (ink for ink in inks if isinstance(ink, Glyphs))
    return max((ink.at.x() + QFontMetricsF(ink.font).horizontalAdvance(ink.text) for ink in glyphs), default=0.0)
