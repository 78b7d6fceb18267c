"""The focus ring of widgets that paint themselves: one dashed line in one colour for all.

A solid line of that colour shows what is selected, which is often where the focus is as well.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnplay.appearance.theme import Role, theme

RING_WIDTH = 2.0
_DASHES = (2.0, 1.5)

BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""Focus reasons for which the ring is shown; after a mouse click the user knows where the focus is."""


def focus_pen() -> QPen:
    """Return the pen of the ring."""
    pen = QPen(theme().color(Role.FOCUS), RING_WIDTH)
    pen.setDashPattern(_DASHES)
    return pen


def paint_focus_ring(painter: QPainter, widget: QWidget, area: QRectF, radius: float = 0.0) -> None:
    """Draw the ring just inside an area if the widget has the focus."""
    if not widget.hasFocus():
        return
    half = RING_WIDTH / 2
    painter.setPen(focus_pen())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = max(0.0, radius - half)
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), inner, inner)
