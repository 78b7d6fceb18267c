"""Minimap: the whole network in a corner of the view, shown while the view shows only a part of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnplay.canvas.navigation.navigation_view import NavigationView
from nnplay.canvas.scene import NetworkScene
from nnplay.canvas.style import style

_MOST = QSize(200, 110)
_MARGIN = 12
_INSET = 6.0
_RADIUS = 8.0


class Minimap(QWidget):
    """Cards as small blocks, with a frame around the visible part; click or drag to go there."""

    def __init__(self, view: NavigationView, scene: NetworkScene) -> None:
        super().__init__(view.viewport())
        self._view, self._scene = view, scene
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("The whole network. Click to go to a place"))
        self.setAccessibleName(self.tr("Overview"))
        self.hide()
        view.viewed.connect(self.place)
        scene.arranged.connect(self.place)
        scene.selection.changed.connect(self.update)

    @Slot()
    def place(self) -> None:
        """Move to the corner, or hide if the view shows everything."""
        content = self._scene.arrangement.content_rect()
        is_needed = not content.isEmpty() and not self._seen().contains(content)
        self.setVisible(is_needed)
        if not is_needed:
            return
        scale = min(_MOST.width() / content.width(), _MOST.height() / content.height())
        size = QSize(
            max(round(content.width() * scale), 40) + 2 * round(_INSET),
            max(round(content.height() * scale), 24) + 2 * round(_INSET),
        )
        room = self._view.viewport().rect()
        self.setGeometry(
            room.right() - size.width() - _MARGIN, room.bottom() - size.height() - _MARGIN, size.width(), size.height()
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = style(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.card_edge)
        painter.setBrush(look.card)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        for name, card in self._scene.cards.items():
            is_chosen = name in self._scene.selection.names
            painter.setBrush(look.port_near if is_chosen else look.dot)
            painter.drawRoundedRect(self._to_map(card.layout.rect.translated(card.pos())), 2, 2)
        painter.setPen(look.card_edge_selected)
        painter.setBrush(look.ghost)
        frame = self._to_map(self._seen()).intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.drawRoundedRect(frame, 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def _go_to(self, at: QPointF) -> None:
        content = self._scene.arrangement.content_rect()
        self._view.look_at(content.topLeft() + (at - QPointF(_INSET, _INSET)) * (1 / self._scale()))

    def _seen(self) -> QRectF:
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    def _scale(self) -> float:
        content = self._scene.arrangement.content_rect()
        return min((self.width() - 2 * _INSET) / content.width(), (self.height() - 2 * _INSET) / content.height())

    def _to_map(self, rect: QRectF) -> QRectF:
        scale, content = self._scale(), self._scene.arrangement.content_rect()
        corner = (rect.topLeft() - content.topLeft()) * scale + QPointF(_INSET, _INSET)
        return QRectF(corner, rect.size() * scale)
