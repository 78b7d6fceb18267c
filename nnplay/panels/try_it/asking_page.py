"""AskingPage: what the pages of the panel "Try it" have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.try_it.asked import Asked


class AskingPage(LivePanel):
    """A page that shows the example asked about; while it can be seen, the canvas shows that example too."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._asked.watch(type(self).__name__, is_watching=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._asked.watch(type(self).__name__, is_watching=False)


def small_buttons(entries: Iterable[tuple[str, str, Callable[[], object]]]) -> list[QToolButton]:
    """Return a small button for each text, tooltip and slot."""
    buttons = []
    for text, tip, slot in entries:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setProperty("look", "raised")
        button.setFont(metrics.font(metrics.Text.CAPTION))
        button.clicked.connect(slot)
        buttons.append(button)
    return buttons
