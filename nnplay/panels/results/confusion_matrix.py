"""ConfusionMatrix: how often each class was predicted for each, as a table with cells to click."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnplay.appearance import accessible, metrics
from nnplay.appearance.distinct_names import distinct_names
from nnplay.appearance.focus_ring import paint_focus_ring
from nnplay.appearance.theme import Role, theme

Cell = tuple[int, int]

_GAP = 6.0
_WIDEST = 1.8
"""Largest width of the table, as a multiple of its height."""

_LONGEST = 9
_PADDING = 5
_MOST_LYING = 10
"""With more classes, the names above the columns stand upright."""
_KEYS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
_CENTRED = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ConfusionMatrix(QWidget):
    """Rows are actual, columns predicted classes; correct predictions in the accent colour, errors in orange.

    The larger a cell's share of its row, the stronger its colour. Cells are never too small for their numbers and
    names: with many classes the widget is larger, and scrolls in what contains it.

    Signals
    -------
    cell_chosen(tuple | None)
        (actual, predicted) that was clicked or reached with the arrow keys; None when it was clicked again.
    pointed(tuple | None)
        The cell under the mouse.
    """

    cell_chosen = Signal(object)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = np.zeros((0, 0), np.intp)
        self._classes: tuple[str, ...] = ()
        self._order: tuple[int, ...] = ()
        self._has_shares = False
        self._least_width = 0
        self._names_width = 0.0
        self._chosen: Cell | None = None
        self._under: Cell | None = None
        self.setFont(metrics.font(metrics.Text.CAPTION))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setAccessibleDescription(
            self.tr("Rows are actual classes, columns predicted ones; the arrow keys select a cell.")
        )
        theme().changed.connect(self._on_theme_changed)

    @property
    def counts(self) -> np.ndarray:
        """The matrix shown, (n, n)."""
        return self._counts

    @property
    def chosen(self) -> Cell | None:
        """The selected cell, (actual, predicted), or None."""
        return self._chosen

    def show_counts(self, counts: np.ndarray, classes: Sequence[str]) -> None:
        """Show the counts (n, n) of n classes."""
        if len(counts) != len(self._counts):
            self._chosen = self._under = None
        if len(counts) != len(self._order):
            self._order = tuple(range(len(counts)))
        self._counts, self._classes = counts, distinct_names(classes)
        self._fit_numbers()

    def set_order(self, order: Sequence[int]) -> None:
        """Show the classes in another order, of rows and columns alike."""
        self._order = tuple(order)
        self.update()

    def set_shares(self, are_shown: bool) -> None:
        """Show each cell's share of its row in per cent, instead of its count."""
        self._has_shares = are_shown
        self._fit_numbers()

    def cell_rect(self, true: int, said: int) -> QRectF:
        """Return where a cell is in the widget."""
        area = self._area()
        n = max(1, len(self._counts))
        width, height = area.width() / n, area.height() / n
        down, across = self._order.index(true), self._order.index(said)
        return QRectF(area.left() + across * width, area.top() + down * height, width, height)

    def sizeHint(self) -> QSize:
        return QSize(300, 260)

    def minimumSizeHint(self) -> QSize:
        n, text = len(self._counts), self.fontMetrics()
        height = self._top() + n * (text.height() + 1) + _GAP
        width = self._left() + n * self._least_width + _GAP
        return QSize(max(160, round(width)), max(130, round(height)))

    # -- choosing ---------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._choose(None if cell == self._chosen else cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        n = len(self._counts)
        if event.key() in _KEYS and n:
            down, right = _KEYS[Qt.Key(event.key())]
            true, said = (self._order.index(each) for each in self._chosen or (self._order[0],) * 2)
            self._choose((self._order[(true + down) % n], self._order[(said + right) % n]))
        elif event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def choose(self, cell: Cell | None) -> None:
        """Mark a cell without emitting a signal."""
        self._chosen = cell
        self.update()

    def _choose(self, cell: Cell | None) -> None:
        self.choose(cell)
        self.cell_chosen.emit(cell)

    def _point_at(self, cell: Cell | None) -> None:
        if cell != self._under:
            self._under = cell
            self.update()
            self.pointed.emit(cell)

    def _cell_at(self, position: QPointF) -> Cell | None:
        area, n = self._area(), len(self._counts)
        if not n or not area.contains(position):
            return None
        true, said = (position.y() - area.top()) / area.height(), (position.x() - area.left()) / area.width()
        return self._order[min(int(true * n), n - 1)], self._order[min(int(said * n), n - 1)]

    # -- painting ---------------------------------------------------------------------------------------------------

    def _area(self) -> QRectF:
        """Return the area that the names of classes and axes leave; cells may be wide, to fit their numbers."""
        left, top = self._left(), self._top()
        height = max(1.0, self.height() - top - _GAP)
        wanted = max(_WIDEST * height, len(self._counts) * self._least_width)
        width = max(1.0, min(self.width() - left - _GAP, wanted))
        return QRectF(left + (self.width() - left - _GAP - width) / 2, top, width, height)

    def _left(self) -> float:
        return self._names_width + self.fontMetrics().height() + 1.5 * _GAP

    def _top(self) -> float:
        """Return the height of the names above the columns, which stand upright where there are many."""
        line = self.fontMetrics().height()
        return line + _GAP + (self._names_width if self._is_upright() else line)

    def _is_upright(self) -> bool:
        return len(self._classes) > _MOST_LYING

    def _fit_numbers(self) -> None:
        """Find out how wide a cell and the names must be, and show the numbers."""
        measure = self.fontMetrics()
        widest = max((self._text(cell) for cell in np.ndindex(*self._counts.shape)), key=len, default="")
        self._least_width = measure.horizontalAdvance(widest) + _PADDING
        names = (measure.horizontalAdvance(_short(name)) for name in self._classes)
        self._names_width = max(names, default=0) + _GAP / 2
        self.updateGeometry()
        self.update()

    def _text(self, cell: Cell) -> str:
        """Return what a cell says; nothing for 0."""
        count = int(self._counts[cell])
        if not count or not self._has_shares:
            return str(count) if count else ""
        return f"{100 * count / self._counts[cell[0]].sum():.0f}"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        n = len(self._counts)
        if not n:
            return
        totals = self._counts.sum(axis=1)
        for true in range(n):
            for said in range(n):
                share = self._counts[true, said] / totals[true] if totals[true] else 0.0
                self._paint_cell(painter, true, said, float(share))
        self._paint_names(painter)
        for cell, role in ((self._under, Role.OUTLINE), (self._chosen, Role.TEXT)):
            if cell is not None:
                painter.setPen(QPen(theme().color(role), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.cell_rect(*cell).adjusted(1, 1, -1, -1))
        paint_focus_ring(painter, self, self._area().adjusted(-2, -2, 2, 2))

    def _paint_cell(self, painter: QPainter, true: int, said: int, share: float) -> None:
        rect = self.cell_rect(true, said).adjusted(0.5, 0.5, -0.5, -0.5)
        color = theme().color(Role.ACCENT if true == said else Role.NEGATIVE)
        # The square root makes a single error among a thousand visible.
        color.setAlphaF(min(1.0, 0.04 + 0.8 * share**0.5) if share else 0.0)
        painter.fillRect(rect, theme().color(Role.CANVAS))
        painter.fillRect(rect, color)
        text = self._text((true, said))
        if text and rect.width() >= self.fontMetrics().horizontalAdvance(text):
            is_strong = true == said and share > 0.5
            painter.setPen(QColor(theme().color(Role.ACCENT_TEXT if is_strong else Role.TEXT)))
            painter.drawText(rect, _CENTRED, text)

    def _paint_names(self, painter: QPainter) -> None:
        area, line = self._area(), float(self.fontMetrics().height())
        painter.setPen(theme().color(Role.TEXT))
        for index, name in enumerate(self._classes):
            row, column = self.cell_rect(index, 0), self.cell_rect(0, index)
            beside = QRectF(line, row.top(), area.left() - line - _GAP, row.height())
            painter.drawText(beside, _RIGHT, _short(name))
            if self._is_upright():
                painter.save()
                painter.translate(column.center().x(), area.top() - 3)
                painter.rotate(-90)
                painter.drawText(QRectF(0, -line / 2, self._names_width, line), _LEFT, _short(name))
                painter.restore()
                continue
            above = QRectF(column.left(), area.top() - line - 2, column.width(), line)
            text = self.fontMetrics().elidedText(_short(name), Qt.TextElideMode.ElideRight, int(column.width()))
            painter.drawText(above, _CENTRED, text)
        painter.setPen(theme().color(Role.MUTED))
        painter.drawText(QRectF(area.left(), 0, area.width(), line), _CENTRED, self.tr("Predicted"))
        painter.save()
        painter.translate(area.left() - self._names_width - _GAP, area.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-area.height() / 2, -line, area.height(), line), _CENTRED, self.tr("True class"))
        painter.restore()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


accessible.represent(ConfusionMatrix, accessible.Picture)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
