"""Legend: what width, colour and dashes of a connection mean, with the weights at both ends of the scale."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnplay.canvas.navigation_view import NavigationView
from nnplay.canvas.scene import NetworkScene
from nnplay.canvas.strokes import DASH, GAP, N_STEPS, pens
from nnplay.canvas.style import style
from nnplay.look.number_text import short_text

_WIDTH, _HEIGHT = 152, 40
_MARGIN, _INSET = 12, 12
_RADIUS = 8.0


class Legend(QWidget):
    """Lies in the lower left corner while there are connections to explain; the pointer goes through it."""

    def __init__(self, view: NavigationView, scene: NetworkScene) -> None:
        super().__init__(view.viewport())
        self._view, self._scene = view, scene
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Scale of the weights"))
        self.resize(_WIDTH, _HEIGHT)
        scene.links.scale_changed.connect(self.update)
        scene.arranged.connect(self.place)
        view.viewed.connect(self.place)

    @property
    def texts(self) -> tuple[str, str, str]:
        """The numbers below the scale."""
        scale = self._scene.links.scale
        return f"≤ {short_text(-scale, 2)}", "0", f"≥ {short_text(scale, 2)}"

    @Slot()
    def place(self) -> None:
        """Be in the corner, if there are connections."""
        self.move(_MARGIN, self._view.viewport().height() - _HEIGHT - _MARGIN)
        self.setVisible(self._scene.links.has_connections)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = style(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.card_edge)
        painter.setBrush(look.card)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        strokes, y = pens(1), 13.0
        left, length = float(_INSET), (_WIDTH - 2 * _INSET) / (2 * N_STEPS + 1)
        for place, number in enumerate(range(-N_STEPS, N_STEPS + 1)):
            painter.setPen(strokes[number])
            start = left + place * length
            # Half of the negative steps are the gaps of dashes, as on a connection.
            end = start + length * (DASH / (DASH + GAP) if number < 0 else 1)
            painter.drawLine(QLineF(start, y, end, y))
        painter.setFont(look.caption_font)
        painter.setPen(look.muted)
        room = QRectF(_INSET - 6, 20, _WIDTH - 2 * _INSET + 12, 16)
        alignments = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        for text, alignment in zip(self.texts, alignments, strict=True):
            painter.drawText(room, alignment | Qt.AlignmentFlag.AlignVCenter, text)
