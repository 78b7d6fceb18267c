"""MarqueeGesture: a frame drawn around cards to select them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QRubberBand, QWidget

from nnplay.canvas.navigation.navigation_view import NavigationView
from nnplay.canvas.scene import NetworkScene

_LEAST_PX = 4


class MarqueeGesture:
    """A rubber band that starts where the mouse was pressed on empty space."""

    def __init__(self, view: NavigationView, scene: NetworkScene) -> None:
        self._view, self._scene = view, scene
        self._band: QWidget = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())
        self._start: QPoint | None = None
        self._before: tuple[str, ...] = ()

    @property
    def is_active(self) -> bool:
        """Whether a frame is being drawn."""
        return self._start is not None

    def begin(self, at: QPoint, *, is_adding: bool) -> None:
        """Start at the pressed point; ``is_adding`` keeps the current selection."""
        self._start = at
        self._before = self._scene.selection.names if is_adding else ()
        self._scene.selection.choose(self._before)

    def move(self, at: QPoint) -> None:
        """Extend the frame to a point and select all cards that it touches."""
        if self._start is None:
            return
        frame = QRect(self._start, at).normalized()
        if not self._band.isVisible() and frame.width() + frame.height() < _LEAST_PX:
            return
        self._band.setGeometry(frame)
        self._band.show()
        area = self._view.mapToScene(frame).boundingRect()
        inside = [name for name, card in self._scene.cards.items() if area.intersects(card.sceneBoundingRect())]
        self._scene.selection.choose((*self._before, *inside))

    def end(self) -> None:
        """End: the mouse button was released."""
        self._start = None
        self._band.hide()


def is_adding(modifiers: Qt.KeyboardModifier) -> bool:
    """Return whether a key that extends the selection is held."""
    return bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
