"""NetworkInterface: the canvas as a list of layers for screen readers; created when one asks for it."""

from __future__ import annotations

from functools import partial
from typing import cast
from weakref import ref

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from nnplay.appearance.qt_types import NO_INTERFACE, NO_OBJECT, NO_WINDOW
from nnplay.canvas.access.words import LayerText
from nnplay.canvas.navigation.navigation_view import NavigationView
from nnplay.canvas.scene import NetworkScene

_Role, _Text = QAccessible.Role, QAccessible.Text


class LayerInterface(QAccessibleInterface):
    """One layer of the list. It has no widget of its own and reads the scene on every request."""

    def __init__(self, view: NavigationView, scene: NetworkScene, name: str) -> None:
        super().__init__()
        # Screen readers may keep a layer longer than the window exists.
        self._view, self._scene, self._name = ref(view), ref(scene), name

    def isValid(self) -> bool:
        return self._shown() is not None

    def text(self, kind: QAccessible.Text) -> str:
        shown = self._shown()
        return LayerText(shown[1].project).layer(self._name) if shown is not None and kind is _Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: layers are renamed in their settings."""

    def role(self) -> QAccessible.Role:
        return _Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        shown = self._shown()
        if shown is None:
            state.invalid = True
            return state
        view, scene = shown
        state.selectable = state.focusable = state.extSelectable = True
        state.selected = self._name in scene.selection.names
        state.focused = view.hasFocus() and self._name == scene.selection.last
        state.offscreen = not view.viewport().rect().intersects(self._rect_in_view())
        return state

    def rect(self) -> QRect:
        shown = self._shown()
        if shown is None:
            return QRect()
        rect = self._rect_in_view()
        return rect.translated(shown[0].viewport().mapToGlobal(rect.topLeft()) - rect.topLeft())

    def parent(self) -> QAccessibleInterface:
        shown = self._shown()
        return NO_INTERFACE if shown is None else QAccessible.queryAccessibleInterface(shown[0])

    def window(self) -> QWindow:
        shown = self._shown()
        return NO_WINDOW if shown is None else shown[0].window().windowHandle()

    def object(self) -> QObject:
        return NO_OBJECT

    def child(self, index: int) -> QAccessibleInterface:
        return NO_INTERFACE

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return NO_INTERFACE

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

    def _rect_in_view(self) -> QRect:
        shown = self._shown()
        assert shown is not None
        view, scene = shown
        return view.mapFromScene(scene.cards[self._name].sceneBoundingRect()).boundingRect()

    def _shown(self) -> tuple[NavigationView, NetworkScene] | None:
        view, scene = self._view(), self._scene()
        is_there = view is not None and scene is not None and isValid(view) and isValid(scene)
        return (view, scene) if is_there and view and scene and self._name in scene.cards else None


class NetworkInterface(QAccessibleWidget):
    """The list; after the layers come the widgets on the canvas. See ``accessible`` for what it may keep."""

    def __init__(self, view: NavigationView) -> None:
        super().__init__(view, _Role.List)
        # Includes removed layers: a screen reader may still have their addresses, and must be told that they are gone.
        self._layers: dict[str, LayerInterface] = {}
        # Tied to the life of the view: Qt knows the layers by address, and this object may be deleted earlier.
        view.destroyed.connect(partial(_delete, self._layers))

    def childCount(self) -> int:
        return len(self._names) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        names = self._names
        return self.layer(names[index]) if index < len(names) else super().child(index - len(names))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        names = self._names
        for index, name in enumerate(names):
            if name in self._layers and self._layers[name] is child:
                return index
        place = super().indexOfChild(child)
        return place + len(names) if place >= 0 else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        layers = (self.layer(name) for name in self._names)
        return next((layer for layer in layers if layer.rect().contains(x, y)), super().childAt(x, y))

    def focusChild(self) -> QAccessibleInterface:
        last = self._scene.selection.last
        return self.layer(last) if self._view.hasFocus() and last is not None else super().focusChild()

    def layer(self, name: str) -> LayerInterface:
        """Return the description of one layer."""
        if name not in self._layers:
            self._layers[name] = LayerInterface(self._view, self._scene, name)
            QAccessible.registerAccessibleInterface(self._layers[name])
        return self._layers[name]

    @property
    def _view(self) -> NavigationView:
        return cast(NavigationView, self.object())

    @property
    def _scene(self) -> NetworkScene:
        return cast(NetworkScene, self._view.scene())

    @property
    def _names(self) -> list[str]:
        return [node.name for node in self._scene.project.network.nodes]


def _delete(layers: dict[str, LayerInterface]) -> None:
    """Make Qt forget and delete all layers first; Python's own objects die with the dictionary afterwards."""
    for layer in layers.values():
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(layer))
    layers.clear()
