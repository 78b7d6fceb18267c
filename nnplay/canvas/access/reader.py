"""Reader: tells screen readers where the keyboard is on the canvas and how the layer there has changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent

from nnplay.appearance.accessible import say
from nnplay.canvas.access.network_interface import NetworkInterface
from nnplay.canvas.access.words import LayerText
from nnplay.canvas.navigation.navigation_view import NavigationView
from nnplay.canvas.scene import NetworkScene
from nnplay.engine import Part


class Reader(QObject):
    """Announces only while a screen reader is active; otherwise it does nothing after asking Qt."""

    def __init__(self, view: NavigationView, scene: NetworkScene) -> None:
        super().__init__(view)
        self._view, self._scene = view, scene
        self._said = ""
        scene.selection.changed.connect(self._on_selection_changed)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Announce the layer again when the keyboard focus returns."""
        if event.type() == QEvent.Type.FocusIn:
            self._on_selection_changed()
        return False

    def follow(self) -> None:
        """Announce how a key has changed the selected layer, after a change of the project."""
        last = self._scene.selection.last
        if last is not None and QAccessible.isActive() and self._view.hasFocus():
            text = LayerText(self._scene.project).layer(last)
            if text != self._said:
                self._said = text
                say(self._view, text)

    def say_part(self, part: Part, value: float | None) -> None:
        """Announce the neuron or the connection that the keyboard has moved to."""
        say(self._view, LayerText(self._scene.project).part(part, value))

    @Slot()
    def _on_selection_changed(self) -> None:
        last = self._scene.selection.last
        if last is None or not QAccessible.isActive() or not self._view.hasFocus():
            return
        self._said = LayerText(self._scene.project).layer(last)
        network = QAccessible.queryAccessibleInterface(self._view)
        if isinstance(network, NetworkInterface):
            QAccessible.updateAccessibility(QAccessibleEvent(network.layer(last), QAccessible.Event.Focus))
