"""A card at a distance: its layer's name, kind and shape, as large as the card allows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from nnplay.canvas.style import grown, style

_TEXT_PX = 12.0
"""Height of the text on the screen, if it fits the card."""

_LEAST, _MOST, _STEP = 14, 44, 2
_MARGIN = 10.0


def far_text_size(zoom: float) -> int:
    """Return the text height, px of the scene, that is easy to read at a zoom.

    In steps, so that a card is repainted only now and then while the zoom changes.
    """
    return min(max(round(grown(_TEXT_PX) / zoom / _STEP) * _STEP, _LEAST), _MOST)


def paint_far_face(painter: QPainter, card: QRectF, name: str, line: str, size: int) -> None:
    """Write a name and a line below it in the middle of a card; vertically if the card is too narrow."""
    look = style()
    name_font, line_font = _sized(look.name_font, size), _sized(look.caption_font, round(0.75 * size))
    widest = max(QFontMetricsF(name_font).horizontalAdvance(name), QFontMetricsF(line_font).horizontalAdvance(line))
    is_upright = widest <= card.width() - 2 * _MARGIN
    length, room = (card.width(), card.height()) if is_upright else (card.height(), card.width())
    painter.save()
    if not is_upright:
        painter.rotate(-90)
    height = min(1.3 * size, room / 2)
    for text, font, pen, top in ((name, name_font, look.text, -height), (line, line_font, look.muted, 0.0)):
        elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, length - 2 * _MARGIN)
        painter.setFont(font)
        painter.setPen(pen)
        painter.drawText(QRectF(-length / 2, top, length, height), Qt.AlignmentFlag.AlignCenter, elided)
    painter.restore()


def _sized(font: QFont, size: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(size)
    return sized
