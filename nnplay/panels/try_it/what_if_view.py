"""WhatIfView: the answer as a curve over one value of the row; the others stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnplay.appearance import accessible, metrics
from nnplay.appearance.class_colors import class_color
from nnplay.appearance.number_text import percent_text, short_text
from nnplay.appearance.theme import Role, theme
from nnplay.asking import Field
from nnplay.asking.what_if import WhatIf
from nnplay.data import Task
from nnplay.panels.try_it.answer_view import signed

_MOST_CURVES = 10
_GAP = 4.0
_BETWEEN_LABELS = 6.0
"""Least distance between the numbers of two changes of the decision, px."""


class WhatIfView(QWidget):
    """A curve for each class, or for the quantity; dashed lines where the decision changes, a mark at the value now.

    Signals
    -------
    value_wanted(float)
        The person clicked at, or dragged to, another value.
    """

    value_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: WhatIf | None = None
        self._field: Field | None = None
        self._present = float("nan")
        self.setFont(metrics.font(metrics.Text.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The answer over this value"))
        self.setToolTip(self.tr("The other values stay as they are. Click or drag to change this one"))
        theme().changed.connect(self._on_theme_changed)

    @property
    def found(self) -> WhatIf | None:
        """What is shown."""
        return self._found

    def show_curve(self, found: WhatIf, field: Field, present: float) -> None:
        """Show the answers over a field, with a mark at its present value (NaN for an empty cell)."""
        self._found, self._field, self._present = found, field, present
        self.setAccessibleDescription(self._description())
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._found = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 130)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 96)

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._want(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._want(event.position().x())

    def _want(self, x: float) -> None:
        if self._found is None or self._field is None:
            return
        area, values = self._area(), self._found.values
        share = min(1.0, max(0.0, (x - area.left()) / max(1.0, area.width())))
        if self._field.categories:
            self.value_wanted.emit(float(min(len(values) - 1, int(share * len(values)))))
        else:
            self.value_wanted.emit(float(values[0] + share * (values[-1] - values[0])))

    # -- what the curves are ------------------------------------------------------------------------------------------

    def _curves(self) -> list[tuple[NDArray[np.float64], QColor]]:
        assert self._found is not None
        answer = self._found.answer
        accent = theme().color(Role.ACCENT)
        if answer.shares is None:
            return [(answer.outputs[:, 0].astype(np.float64), accent)]
        shares = answer.shares.astype(np.float64)
        if answer.meaning.task is Task.YES_NO:
            return [(shares[:, 1], accent)]
        strongest = np.argsort(-shares.max(axis=0), kind="stable")[:_MOST_CURVES]
        return [(shares[:, number], class_color(int(number))) for number in strongest]

    def _range(self) -> tuple[float, float]:
        assert self._found is not None
        if self._found.answer.shares is not None:
            return 0.0, 1.0
        values = self._found.answer.outputs[:, 0]
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        if self._found.answer.best is not None:
            low, high = min(low, -1.0), max(high, 1.0)
        return (low, high) if high > low else (low - 1, high + 1)

    def _description(self) -> str:
        assert self._found is not None
        answer, field = self._found.answer, self._field
        assert field is not None
        changes = ", ".join(_value_text(field, value) for value in self._found.changes)
        if answer.best is None:
            low, high = (short_text(value, 4) for value in self._range())
            return self.tr("The answer lies between {low} and {high}.").format(low=low, high=high)
        if changes:
            return self.tr("The decision changes at {values}.").format(values=changes)
        return self.tr("The decision does not change.") if not field.categories else ""

    # -- painting -----------------------------------------------------------------------------------------------------

    def _area(self) -> QRectF:
        text = self.fontMetrics()
        left = text.horizontalAdvance("100 %") + 2 * _GAP
        return QRectF(
            left, text.height() + _GAP, self.width() - left - 2 * _GAP, self.height() - 2 * text.height() - 2 * _GAP
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._found is None or self._field is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        painter.fillRect(area, theme().color(Role.CANVAS))
        painter.setPen(theme().color(Role.GRID))
        painter.drawRect(area)
        if self._field.categories:
            self._paint_categories(painter, area)
        else:
            self._paint_curves(painter, area)
        self._paint_scale(painter, area)

    def _paint_curves(self, painter: QPainter, area: QRectF) -> None:
        assert self._found is not None
        values = self._found.values
        low, high = self._range()
        xs = area.left() + area.width() * (values - values[0]) / (values[-1] - values[0])
        painter.setClipRect(area.adjusted(-1, -1, 1, 1))
        for ys, color in self._curves():
            heights = area.bottom() - area.height() * (ys - low) / (high - low)
            painter.setPen(QPen(color, 2))
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(xs, heights, strict=True) if y == y]))
        painter.setClipping(False)
        self._paint_changes(painter, area)
        if not isnan(self._present):
            x = area.left() + area.width() * (self._present - values[0]) / (values[-1] - values[0])
            painter.setPen(QPen(theme().color(Role.TEXT), 1.5))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _paint_changes(self, painter: QPainter, area: QRectF) -> None:
        assert self._found is not None
        assert self._field is not None
        values = self._found.values
        xs = [area.left() + area.width() * (x - values[0]) / (values[-1] - values[0]) for x in self._found.changes]
        painter.setPen(QPen(theme().color(Role.MUTED), 1, Qt.PenStyle.DashLine))
        for x in xs:
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(theme().color(Role.TEXT))
        texts = [_value_text(self._field, value) for value in self._found.changes]
        widths = [self.fontMetrics().horizontalAdvance(text) for text in texts]
        for text, width, left in zip(texts, widths, label_places(xs, widths, self.width()), strict=True):
            if left is not None:
                painter.drawText(QRectF(left, 0, width + 1, area.top()), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_categories(self, painter: QPainter, area: QRectF) -> None:
        assert self._found is not None
        low, high = self._range()
        n = len(self._found.values)
        curves = self._curves()
        width = area.width() / n
        for number in range(n):
            place = area.left() + number * width
            bar = width * 0.7 / len(curves)
            for index, (ys, color) in enumerate(curves):
                height = area.height() * (float(ys[number]) - low) / (high - low)
                left = place + 0.15 * width + index * bar
                painter.fillRect(QRectF(left, area.bottom() - height, max(1.0, bar - 1), height), color)
            if number == self._present:
                painter.setPen(QPen(theme().color(Role.TEXT), 1.5))
                painter.drawRect(QRectF(place, area.top(), width, area.height()))

    def _paint_scale(self, painter: QPainter, area: QRectF) -> None:
        assert self._found is not None
        assert self._field is not None
        low, high = self._range()
        is_share = self._found.answer.shares is not None
        painter.setPen(theme().color(Role.MUTED))
        line = self.fontMetrics().height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value, y in ((high, area.top()), (low, area.bottom())):
            text = percent_text(value).replace(".0", "").replace(",0", "") if is_share else short_text(value, 3)
            painter.drawText(QRectF(0, y - line / 2, area.left() - _GAP, line), right, text)
        below = QRectF(area.left(), area.bottom() + 1, area.width(), line)
        if self._field.categories:
            width = area.width() / len(self._field.categories)
            for number, name in enumerate(self._field.categories):
                text = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(width))
                box = QRectF(area.left() + number * width, below.top(), width, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            return
        values = self._found.values
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, _value_text(self._field, float(values[0])))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, _value_text(self._field, float(values[-1])))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


accessible.represent(WhatIfView, accessible.Picture)


def _value_text(field: Field, value: float) -> str:
    text = field.own_text(value)
    return text if field.is_date else text.replace("-", "−", 1)


def label_places(middles: Sequence[float], widths: Sequence[float], room: float) -> list[float | None]:
    """Return the left edge of each label, as near its middle as the room allows; None where it would touch the one
    before. All in pixels, from left to right.
    """
    places: list[float | None] = []
    free = 0.0
    for middle, width in zip(middles, widths, strict=True):
        left = min(max(0.0, middle - width / 2), room - width)
        places.append(left if left >= free else None)
        free = left + width + _BETWEEN_LABELS if left >= free else free
    return places


def curve_names(found: WhatIf) -> list[tuple[str, int]]:
    """Return the classes whose curves are shown, and their numbers, the strongest first."""
    answer = found.answer
    if answer.shares is None:
        return []
    if answer.meaning.task is Task.YES_NO:
        return [(signed(answer.meaning.classes[1]), -1)]
    strongest = np.argsort(-answer.shares.max(axis=0), kind="stable")[:_MOST_CURVES]
    return [(answer.meaning.classes[int(number)], int(number)) for number in strongest]
