"""PadPage: the pad, its tools, the result and the bars; on a narrow page the bars are below the pad.

The layout is computed here because no box layout keeps a square: the pad takes all it can, the bars get the rest.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nnplay.appearance import metrics

_GAP = metrics.MEDIUM
_MARGIN = metrics.SMALL
_LEAST_PAD = 96
_LEAST_ANSWER = 64
"""Width of the result beside the pad on a narrow page: enough for a digit."""

_NARROW = 1.3
"""The ratio of height to width above which the bars go below the pad."""

_SHARE_BESIDE = 1 / 3
"""The share of the width for what is beside the pad, between its smallest and its preferred width."""


class PadPage(QWidget):
    """Holds four widgets: a square pad with its tools below and the result beside it, and bars below one of them."""

    def __init__(self, pad: QWidget, tools: QWidget, answer: QWidget, bars: QWidget) -> None:
        super().__init__()
        self._is_narrow = False
        self._pad, self._tools, self._answer, self._bars = pad, tools, answer, bars
        for widget in (pad, tools, answer, bars):
            widget.setParent(self)

    def sizeHint(self) -> QSize:
        return self._size_around(280)

    def minimumSizeHint(self) -> QSize:
        return self._size_around(_LEAST_PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        tools, answer = self._tools.sizeHint().height(), self._answer.sizeHint().height()
        is_narrow = inner.height() > _NARROW * inner.width()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.updateGeometry()
        if is_narrow:
            beside = self._answer_width() + _GAP
            below = tools + self._bars.minimumSizeHint().height() + _GAP
        else:
            beside = self._beside(inner.width()) + _GAP
            below = tools
        side = max(_LEAST_PAD, min(inner.width() - beside, inner.height() - below))
        across = max(side, self._tools.minimumSizeHint().width())
        self._pad.setGeometry(inner.left(), inner.top(), side, side)
        rest, under = QRect(inner), inner.top() + side
        rest.setLeft(inner.left() + side + _GAP)
        if is_narrow:
            self._answer.setGeometry(rest.left(), rest.top(), rest.width(), side)
            self._bars.setGeometry(inner.adjusted(0, side + tools + _GAP, 0, 0))
        else:
            if across > side:  # the tools extend below the bars
                under = inner.bottom() + 1 - tools
                rest.setBottom(under - 1)
            self._answer.setGeometry(rest.left(), rest.top(), rest.width(), answer)
            self._bars.setGeometry(rest.adjusted(0, answer, 0, 0))
        self._tools.setGeometry(inner.left(), under, across, tools)

    def _answer_width(self) -> int:
        return max(_LEAST_ANSWER, self._answer.minimumSizeHint().width())

    def _beside(self, width: int) -> int:
        return max(self._least_beside(), min(self._bars.sizeHint().width(), int(_SHARE_BESIDE * (width - _GAP))))

    def _least_beside(self) -> int:
        return max(self._answer.minimumSizeHint().width(), self._bars.minimumSizeHint().width())

    def _size_around(self, side: int) -> QSize:
        across = self._tools.minimumSizeHint().width()
        width = max(side + _GAP + self._least_beside(), across)
        tools, bars = self._tools.sizeHint().height(), self._bars.minimumSizeHint().height()
        drawn = side + tools
        read = self._answer.sizeHint().height() + bars
        height = drawn + _GAP + bars if self._is_narrow else max(drawn, read + (tools if across > side else 0))
        return QSize(width + 2 * _MARGIN, height + 2 * _MARGIN)
