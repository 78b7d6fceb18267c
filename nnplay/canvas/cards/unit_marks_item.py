"""UnitMarksItem: everything about a card's neurons that rarely changes: edges, names and notes, painted and cached.

It lies on top of the pictures, which change 30 times a second. So those can be plain squares; the cached picture of
this item rounds their corners.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnplay.appearance.marks import draw_cross, draw_lock
from nnplay.appearance.number_text import short_text
from nnplay.canvas.cards.card_layout import Body, CardLayout, note_height
from nnplay.canvas.style import style

_CORNER = 0.2
"""Radius of a tile's corners as a share of its side."""

_LEAST_TEXT = 9
"""Height in pixels of the smallest text on a tile."""

_MARGIN = 5.0
"""Margin around the tiles for the ring of the hovered one."""


class UnitMarksItem(QGraphicsItem):
    """Everything on top of the neurons' pictures, and the shapes of neurons without one."""

    def __init__(self, parent: QGraphicsItem, layout: CardLayout) -> None:
        super().__init__(parent)
        self._layout = layout
        self._rects: list[QRectF] = []
        self._bounds = QRectF()
        self._corners = QPainterPath()
        self._names: tuple[str, ...] = ()
        self._values: tuple[str, ...] = ()
        self._note = ""
        self._has_pictures = False
        self._hovered: int | None = None
        self._pointed: int | None = None
        self._frozen: frozenset[int] = frozenset()
        self._muted: frozenset[int] = frozenset()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @property
    def rects(self) -> list[QRectF]:
        """The tiles, dots or samples."""
        return self._rects

    def set_layout(self, layout: CardLayout, names: tuple[str, ...], note: str) -> None:
        """Mark other units.

        Parameters
        ----------
        names
            Texts on the tiles.
        note
            A line below samples.
        """
        self.prepareGeometryChange()
        self._layout, self._names, self._note = layout, names, note
        self._frozen = self._muted = frozenset()
        self._rects = [layout.unit_rect(index) for index in range(layout.n_shown)]
        self._bounds = self._find_bounds()
        radius = _CORNER * layout.tile_side
        self._corners = QPainterPath()
        for rect in self._rects:
            # Odd-even filling paints the area between the rounded square and one that covers every pixel of the
            # picture.
            self._corners.addRect(rect.adjusted(-1, -1, 1, 1))
            self._corners.addRoundedRect(rect, radius, radius)
        self.update()

    def set_has_pictures(self, has_pictures: bool) -> None:
        """Leave the tiles open for the pictures below, or fill them."""
        if has_pictures != self._has_pictures:
            self._has_pictures = has_pictures
            self.update()

    @property
    def values(self) -> tuple[str, ...]:
        """What is written on the tiles."""
        return self._values

    def set_values(self, values: NDArray[np.float32] | None, *, is_hidden: bool = False) -> None:
        """Write numbers (n_units,) on tiles without a picture or a name, or question marks; None for none."""
        texts: tuple[str, ...] = ()
        if values is not None and self._layout.body is Body.TILES:
            texts = tuple("?" if is_hidden else short_text(float(value), 2) for value in values)
        if texts != self._values:
            self._values = texts
            self.update()

    def set_hovered(self, index: int | None) -> None:
        """Draw a ring around one unit."""
        self._hovered = index
        self.update()

    def point_at(self, index: int | None) -> None:
        """Draw a ring around one unit as if the pointer were on it, or around none."""
        if index != self._pointed:
            self._pointed = index
            self.update()

    def set_marks(self, frozen: frozenset[int], muted: frozenset[int]) -> None:
        """Mark the frozen units and the muted units."""
        if (frozen, muted) != (self._frozen, self._muted):
            self._frozen, self._muted = frozen, muted
            self.update()

    def apply_theme(self) -> None:
        """Update to the theme's colours."""
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds  # cached: Qt asks for it several times per frame

    def _find_bounds(self) -> QRectF:
        # Add half the width of the widest pen, and the bias squares that extend beyond the tiles.
        area = self._area().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        if self._layout.labels:
            area.setLeft(self._layout.rect.left())
        return area.united(self._note_rect()) if self._note else area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._layout.body is Body.DOTS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style().dot)
            for rect in self._rects:
                painter.drawEllipse(rect)
            self._paint_marks(painter)
            return
        self._paint_tiles(painter)
        self._paint_marks(painter)
        self._paint_texts(painter)

    def _paint_tiles(self, painter: QPainter) -> None:
        look, radius = style(), _CORNER * self._layout.tile_side
        if self._has_pictures:
            painter.fillPath(self._corners, look.card)
        painter.setPen(look.tile_edge)
        painter.setBrush(Qt.BrushStyle.NoBrush if self._has_pictures else look.tile_plain)
        for rect in self._rects:
            painter.drawRoundedRect(rect, radius, radius)
        for lit in (self._hovered, self._pointed):
            if lit is not None and lit < len(self._rects):
                painter.setPen(look.tile_edge_hover)
                painter.drawRoundedRect(self._rects[lit], radius, radius)

    def _paint_marks(self, painter: QPainter) -> None:
        """Fade and cross out what is muted; put a lock on what is frozen."""
        look, radius = style(), _CORNER * self._layout.tile_side
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.veil)
        for index in self._muted:
            painter.drawRoundedRect(self._rects[index], radius, radius)
            draw_cross(painter, self._rects[index].center(), look.text.color())
        for index in self._frozen:
            middle = self._rects[index].topRight() + QPointF(-2, 3)
            painter.setBrush(look.card)
            painter.drawEllipse(middle, 7, 7)
            draw_lock(painter, middle, look.text.color())

    def _paint_texts(self, painter: QPainter) -> None:
        look, left = style(), self._layout.rect.left()
        painter.setPen(look.text)
        painter.setFont(look.control_font)
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        measure = QFontMetricsF(look.control_font)
        for rect, label in zip(self._rects, self._layout.labels, strict=False):
            room = QRectF(left + 6, rect.top(), rect.left() - left - 14, rect.height())
            painter.drawText(room, beside, measure.elidedText(label, Qt.TextElideMode.ElideRight, room.width()))
        for rect, name in zip(self._rects, self._names, strict=False):
            _draw_fitting(painter, rect.adjusted(2, 0, -2, 0), name, look.figure_font)
        if not self._has_pictures and not self._names:
            self._paint_values(painter)
        if self._note:
            painter.setFont(look.caption_font)
            painter.setPen(look.muted)
            at_bottom = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(self._note_rect(), at_bottom, self._note)

    def _paint_values(self, painter: QPainter) -> None:
        for rect, text in zip(self._rects, self._values, strict=False):
            _draw_fitting(painter, rect.adjusted(2, 0, -2, 0), text, style().caption_font)

    def _area(self) -> QRectF:
        layout = self._layout
        area = QRectF(layout.tile_x, layout.body_middle, 0, 0)
        if layout.n_shown:
            area = area.adjusted(-layout.port_reach, -layout.port_span / 2, layout.port_reach, layout.port_span / 2)
        return area

    def _note_rect(self) -> QRectF:
        rect = self._layout.rect
        return QRectF(rect.left(), self._area().bottom(), rect.width(), note_height())


def _draw_fitting(painter: QPainter, room: QRectF, text: str, font: QFont) -> None:
    """Write a text in the middle of a tile, smaller if it is too long, and shortened if that is not enough."""
    width = QFontMetricsF(font).horizontalAdvance(text)
    if width > room.width():
        font = QFont(font)
        font.setPixelSize(max(_LEAST_TEXT, int(font.pixelSize() * room.width() / width)))
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
