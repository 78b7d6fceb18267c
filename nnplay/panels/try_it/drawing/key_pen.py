"""KeyPen: the pad's pen for people without a mouse; keys move it, put it down and lift it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

_STEP, _FINE_STEP = 14.0, 3.5
"""How far a key moves the pen: a twentieth of the paper, and a quarter of that with Shift."""

_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
    # The directions follow where these keys are on a number pad.
    Qt.Key.Key_Home: QPointF(-1, -1),
    Qt.Key.Key_PageUp: QPointF(1, -1),
    Qt.Key.Key_End: QPointF(-1, 1),
    Qt.Key.Key_PageDown: QPointF(1, 1),
}
_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyPen:
    """A pen that starts in the middle of the paper.

    Parameters
    ----------
    side
        Side of the paper, in its own coordinates.

    Attributes
    ----------
    place
        The position, in the same coordinates; None until a key has moved it.
    is_down
        Whether it touches the paper.
    """

    def __init__(self, side: float) -> None:
        self._side = side
        self.place: QPointF | None = None
        self.is_down = False

    def press(self, event: QKeyEvent) -> bool:
        """Perform the action of a key; return False if it has none here."""
        key = Qt.Key(event.key())
        place = self.place or QPointF(self._side / 2, self._side / 2)
        if key in _WAYS:
            step = _FINE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            moved = place + _WAYS[key] * step
            place = QPointF(min(max(moved.x(), 0.0), self._side), min(max(moved.y(), 0.0), self._side))
        elif key in _TOGGLES:
            self.is_down = not self.is_down
        elif key == Qt.Key.Key_Escape and self.is_down:
            self.is_down = False
        else:
            return False
        self.place = place
        return True

    def put_away(self) -> None:
        """Lift the pen and forget its position, as before the first key."""
        self.place, self.is_down = None, False
