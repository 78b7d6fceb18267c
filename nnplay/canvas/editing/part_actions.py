"""PartActions: the commands for a weight, a neuron or a layer: freeze it, mute it, draw it again."""

from __future__ import annotations

from secrets import randbits

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from nnplay.canvas.editing.network_edits import NetworkEdits
from nnplay.engine import INITIALIZERS, Part
from nnplay.project import Project
from nnplay.project.part_edits import is_covered

_SEED_BITS = 62


class PartActions(QObject):
    """Menu entries for one part of the network, checked as it is now; the menu owns them."""

    def __init__(self, menu: QMenu, edits: NetworkEdits, project: Project, part: Part) -> None:
        super().__init__(menu)
        self._edits, self._part = edits, part
        if part.parameter is not None:
            freeze, mute = self.tr("Freeze Weight"), self.tr("Mute Weight")
        elif part.unit is not None:
            freeze, mute = self.tr("Freeze Neuron"), self.tr("Mute Neuron")
        else:
            freeze, mute = self.tr("Freeze Layer"), self.tr("Mute Layer")
        if project.network.node_slots(part.node):
            self._add(menu, "freezing", freeze, is_covered(project.training.frozen, part), self._on_freeze_toggled)
        self._add(menu, "muting", mute, is_covered(project.muted, part), self._on_mute_toggled)

    def _add(self, menu: QMenu, control: str, text: str, is_checked: bool, slot: object) -> None:
        action = menu.addAction(text)
        action.setObjectName(control)
        action.setCheckable(True)
        action.setChecked(is_checked)
        action.toggled.connect(slot)

    @Slot(bool)
    def _on_freeze_toggled(self, is_on: bool) -> None:
        self._edits.set_frozen(self._part, is_on)

    @Slot(bool)
    def _on_mute_toggled(self, is_on: bool) -> None:
        self._edits.set_muted(self._part, is_on)


class DrawMenu(QMenu):
    """How a layer's weights are drawn: again with its own initializer, or with another one."""

    def __init__(self, edits: NetworkEdits, project: Project, name: str, parent: QMenu) -> None:
        super().__init__(parent)
        self._edits, self._name = edits, name
        self.setTitle(self.tr("Redraw Weights"))
        again = self.addAction(self.tr("With Its Own Initializer"))
        again.setObjectName("weight_values.draw")
        again.triggered.connect(self._on_again_triggered)
        layer = project.network.node(name).layer
        if hasattr(layer, "kernel_initializer"):
            self.addSeparator()
            for initializer in INITIALIZERS:
                action = self.addAction(initializer)
                action.setCheckable(True)
                action.setChecked(initializer == layer.kernel_initializer)
                action.setData(initializer)
                action.setObjectName("layer_settings.initializer")
            self.triggered.connect(self._on_triggered)

    @Slot()
    def _on_again_triggered(self) -> None:
        self._edits.draw_layer(self._name, randbits(_SEED_BITS))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.data() is not None:
            self._edits.set_initializer(self._name, action.data())
