"""Marks: the small signs for frozen and muted, the same on the canvas and in tables."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def draw_lock(painter: QPainter, middle: QPointF, color: QColor) -> None:
    """Draw a small padlock, 7 px wide, for a frozen part."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(middle.x() - 2.2, middle.y() - 5, 4.4, 6), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(middle.x() - 3.5, middle.y() - 2, 7, 5.5), 1, 1)
    painter.restore()


def draw_cross(painter: QPainter, middle: QPointF, color: QColor) -> None:
    """Draw a small cross, 8 px wide, for a muted part."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(middle + QPointF(-4, -4), middle + QPointF(4, 4))
    painter.drawLine(middle + QPointF(-4, 4), middle + QPointF(4, -4))
    painter.restore()
