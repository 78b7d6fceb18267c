"""Glide: the short, smooth animation of cards to their positions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation, Signal, Slot
from PySide6.QtWidgets import QGraphicsItem

from nnplay.appearance import motion

DURATION_MS = 160


class Glide(QObject):
    """Moves items from their current to their final positions.

    Signals
    -------
    moved : the positions of the items have changed.
    """

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._moves: list[tuple[QGraphicsItem, QPointF, QPointF]] = []
        self._animation = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=DURATION_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._on_value_changed)

    @property
    def is_running(self) -> bool:
        """Whether items are moving."""
        return self._animation.state() == QVariantAnimation.State.Running

    def start(self, targets: Mapping[QGraphicsItem, QPointF], *, is_smooth: bool) -> None:
        """Move items to their targets, animated or at once; this ends an animation in progress."""
        self._animation.stop()
        self._moves = [(item, item.pos(), target) for item, target in targets.items()]
        if is_smooth and motion.is_wanted() and any(begin != end for _, begin, end in self._moves):
            # Qt does not tell the first value if the last animation was stopped at the same one.
            self._on_value_changed(0.0)
            self._animation.start()
        else:
            self._on_value_changed(1.0)

    @Slot(object)
    def _on_value_changed(self, share: float) -> None:
        for item, begin, end in self._moves:
            item.setPos(begin + (end - begin) * share)
        self.moved.emit()
