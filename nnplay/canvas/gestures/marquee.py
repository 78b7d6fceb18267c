"""MarqueeGesture: a frame is drawn around cards, which are then chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QRubberBand, QWidget

from nnplay.canvas.navigation.navigation_view import NavigationView
from nnplay.canvas.scene import NetworkScene

_LEAST_PX = 4


class MarqueeGesture:
    """A rubber band from where the pointer was pressed on nothing."""

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
        """The pointer is pressed; ``is_adding`` keeps what is chosen already."""
        self._start = at
        self._before = self._scene.selection.names if is_adding else ()
        self._scene.selection.choose(self._before)

    def move(self, at: QPoint) -> None:
        """The pointer is elsewhere: choose all cards that the frame touches."""
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
        """The pointer is let go."""
        self._start = None
        self._band.hide()


def is_adding(modifiers: Qt.KeyboardModifier) -> bool:
    """Whether keys are held that add to what is chosen."""
    return bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
