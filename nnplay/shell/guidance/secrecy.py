"""Secrecy: hides what a lesson is about to ask for, in the whole window, until it is answered."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot

from nnplay.canvas import CanvasView
from nnplay.lessons.secret import Secret
from nnplay.panels.doctor.doctor_badge import DoctorBadge
from nnplay.panels.lesson.guide import LessonGuide
from nnplay.panels.training.control_bar import ControlBar
from nnplay.shell.docking.docks import PanelDock

_TELLING = {
    "calculation": {Secret.SUMS, Secret.VALUES, Secret.LOSS, Secret.GRADIENTS, Secret.NEXT_LOSS},
    "examples": {Secret.VALUES, Secret.LOSS},
    "results": {Secret.VALUES, Secret.LOSS},
    "try_it": {Secret.VALUES},
    "loss": {Secret.LOSS},
    "settings": {Secret.LOSS},
    "gradients": {Secret.LOSS, Secret.GRADIENTS},
    "inside": {Secret.SUMS, Secret.VALUES, Secret.GRADIENTS, Secret.COUNTS},
    "landscape": {Secret.LOSS},
    "doctor": {Secret.LOSS, Secret.GRADIENTS},
}
"""The panels that would tell, each with what it tells."""


class Secrecy(QObject):
    """Follows the lesson of a window.

    What is hidden shows a question mark, and a panel full of it a sentence. The doctor has nothing to say unless the
    lesson opens its panel: it would speak of other things, or give an answer away.
    """

    def __init__(
        self,
        window: QObject,
        guide: LessonGuide,
        canvas: CanvasView,
        control_bar: ControlBar,
        badge: DoctorBadge,
        docks: Mapping[str, PanelDock],
    ) -> None:
        super().__init__(window)
        self._guide = guide
        self._canvas = canvas
        self._badge = badge
        self._control_bar = control_bar
        self._docks = docks
        guide.changed.connect(self._on_guide_changed)
        guide.secrets_changed.connect(self._on_secrets_changed)
        self._on_secrets_changed(guide.secrets)

    @Slot()
    def _on_guide_changed(self) -> None:
        lesson = self._guide.lesson
        self._badge.set_quiet(lesson is not None and "doctor" not in lesson.plan.panels)

    @Slot(object)
    def _on_secrets_changed(self, hidden: frozenset[Secret]) -> None:
        self._canvas.conceal(
            values=bool(hidden & {Secret.SUMS, Secret.VALUES}),
            counts=Secret.COUNTS in hidden,
            gradients=Secret.GRADIENTS in hidden,
        )
        self._control_bar.conceal_loss(Secret.LOSS in hidden)
        sentence = self.tr("Hidden until you have answered: then compare here.")
        for name, tells in _TELLING.items():
            self._docks[name].set_veil(sentence if hidden & tells else "")
