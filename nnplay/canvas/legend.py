"""Legend: the meaning of a connection's width, colour and dashes, with the weights at both ends of the scale."""

from __future__ import annotations

from PySide6.QtCore import QLineF, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnplay.appearance.number_text import short_text
from nnplay.canvas.links.strokes import DASH, GAP, N_STEPS, pens
from nnplay.canvas.navigation.navigation_view import FOOT_PX, NavigationView
from nnplay.canvas.scene import NetworkScene
from nnplay.canvas.style import style

_SCALE_WIDTH, _GAP = 120, 8
_HEIGHT = 24
_MARGIN, _INSET = 8, 8
_RADIUS = 8.0


class Legend(QWidget):
    """A line in the lower left corner, shown while there are connections; it ignores the mouse."""

    def __init__(self, view: NavigationView, scene: NetworkScene) -> None:
        super().__init__(view.viewport())
        self._view, self._scene = view, scene
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Scale of the weights"))
        self._caption = self.tr("Weights")
        self._lead = 0
        scene.links.scale_changed.connect(self.place)
        scene.arranged.connect(self.place)
        view.viewed.connect(self.place)

    @property
    def texts(self) -> tuple[str, str]:
        """The numbers at both ends of the scale."""
        scale = self._scene.links.scale
        return f"≤ {short_text(-scale, 2)}", f"≥ {short_text(scale, 2)}"

    @Slot()
    def place(self) -> None:
        """Move to the corner, or hide if there are no connections."""
        width = sum(self._text_width(text) + _GAP for text in self.texts) + _SCALE_WIDTH + 2 * _INSET
        self._lead = self._text_width(self._caption) + _GAP
        if width + self._lead > self._view.viewport().width() - _MARGIN:
            self._lead = 0  # in a narrow view the numbers matter more than the caption
        top = self._view.viewport().height() - FOOT_PX - _MARGIN + (FOOT_PX - _HEIGHT) // 2
        self.setGeometry(_MARGIN, top, width + self._lead, _HEIGHT)
        self.setVisible(self._scene.links.has_connections)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = style(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The legend must stay readable even if the network has been moved below it.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.canvas)
        painter.drawRoundedRect(self.rect(), _RADIUS, _RADIUS)
        painter.translate(_INSET, 0)
        room = self.rect().adjusted(0, 0, -2 * _INSET, 0)
        least, most = self.texts
        strokes, y = pens(1), _HEIGHT / 2
        left, length = float(self._lead + self._text_width(least) + _GAP), _SCALE_WIDTH / (2 * N_STEPS + 1)
        for place, number in enumerate(range(-N_STEPS, N_STEPS + 1)):
            painter.setPen(strokes[number])
            start = left + place * length
            # Half of the steps of a negative line are gaps, as on a connection.
            end = start + length * (DASH / (DASH + GAP) if number < 0 else 1)
            painter.drawLine(QLineF(start, y, end, y))
        painter.setFont(look.caption_font)
        painter.setPen(look.muted)
        if self._lead:
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._caption)
        after = room.adjusted(self._lead, 0, 0, 0)
        painter.drawText(after, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, least)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, most)

    def _text_width(self, text: str) -> int:
        return QFontMetrics(style().caption_font).horizontalAdvance(text)
