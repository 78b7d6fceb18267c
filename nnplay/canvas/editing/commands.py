"""CanvasCommands: what a person can ask of the canvas by a menu, a key or a button."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal
from PySide6.QtCore import Slot as QtSlot
from PySide6.QtGui import QGuiApplication

from nnplay.canvas.cards import faces
from nnplay.canvas.editing.network_edits import NetworkEdits
from nnplay.canvas.navigation.chain_layout import Slot
from nnplay.canvas.scene import NetworkScene
from nnplay.engine import LAYER_TYPES, NnplayError


class Edge(Enum):
    """What cards are lined up by."""

    ROW = auto()
    """Their middles at one height."""
    COLUMN = auto()
    """Their middles below each other."""


class CanvasCommands(QObject):
    """Acts on the chosen layers.

    Signals
    -------
    settings_wanted(str) : the person wants to see and set all of a layer.
    code_pasted(str) : a program for Keras is on the clipboard, not layers of nnplay.
    join_wanted(str, str, object) : a link may join the others in several ways, see ``StructureEdits.joins``.
    """

    settings_wanted = Signal(str)
    code_pasted = Signal(str)
    join_wanted = Signal(str, str, object)

    def __init__(self, scene: NetworkScene, edits: NetworkEdits) -> None:
        super().__init__(scene)
        self._scene, self._values, self._edits = scene, edits, edits.structure

    @property
    def _chosen(self) -> tuple[str, ...]:
        return self._scene.selection.names

    @QtSlot(str)
    def append(self, kind: str) -> None:
        """Add a layer where a learner means it: behind the chosen one, or as the last hidden one, before the output."""
        network = self._scene.project.network
        layer = faces.new_layer(kind, network)
        before = self._place_for_more()
        consumers = network.consumers(before)
        after = consumers[0] if len(consumers) == 1 or LAYER_TYPES[kind].n_inputs[0] > 1 else None
        names = set(network.shapes)
        slot = Slot(before, after)
        if self._edits.insert(layer, slot):
            self._scene.selection.choose(name for name in self._scene.project.network.shapes if name not in names)

    @QtSlot()
    def select_all(self) -> None:
        """Choose all layers."""
        self._scene.selection.choose(self._scene.cards)

    @QtSlot()
    def remove(self) -> None:
        """Remove the chosen layers."""
        if self._chosen:
            self._edits.remove(self._chosen)

    @QtSlot()
    def copy(self) -> None:
        """Put the chosen layers on the clipboard, as text."""
        text = self._edits.copy(self._chosen)
        if text is not None:
            QGuiApplication.clipboard().setText(text)

    @QtSlot()
    def cut(self) -> None:
        """Put the chosen layers on the clipboard and remove them, if they can be removed."""
        text = self._edits.copy(self._chosen)
        if text is not None and self._edits.cut(self._chosen):
            QGuiApplication.clipboard().setText(text)

    @QtSlot()
    def paste(self) -> None:
        """Insert the layers on the clipboard behind the chosen one, or before the output; hand on a program."""
        from nnplay.exchange.keras.listing import is_listing

        text = QGuiApplication.clipboard().text()
        if is_listing(text):
            self.code_pasted.emit(text)
            return
        names = self._edits.paste(text, self._place_for_more())
        if names:
            self._scene.selection.choose(names)

    @QtSlot()
    def duplicate(self) -> None:
        """Insert a copy of the chosen layers behind them."""
        names = self._edits.duplicate(self._chosen, self._place_for_more())
        if names:
            self._scene.selection.choose(names)

    @QtSlot()
    def align_row(self) -> None:
        """Put the chosen cards at the height of the last chosen one."""
        self._align(Edge.ROW)

    @QtSlot()
    def align_column(self) -> None:
        """Put the chosen cards below each other, at the last chosen one."""
        self._align(Edge.COLUMN)

    @QtSlot()
    def tidy(self) -> None:
        """Put all cards where the network's order has them."""
        self._edits.tidy()

    @QtSlot()
    def open_settings(self) -> None:
        """Show all settings of the layer that was chosen last."""
        if self._scene.selection.last is not None:
            self.settings_wanted.emit(self._scene.selection.last)

    @QtSlot()
    def more_units(self) -> None:
        """Give the layer that was chosen last one unit more."""
        self._step_units(1)

    @QtSlot()
    def fewer_units(self) -> None:
        """Give it one unit less."""
        self._step_units(-1)

    @QtSlot()
    def move_back(self) -> None:
        """Exchange the chosen layer with the one before it."""
        network, name = self._scene.project.network, self._scene.selection.last
        if name is not None and network.node(name).inputs:
            before = network.node(name).inputs[0]
            self._edits.reorder(name, Slot(next(iter(network.node(before).inputs), None), before))

    @QtSlot()
    def move_on(self) -> None:
        """Exchange the chosen layer with the one behind it."""
        network, name = self._scene.project.network, self._scene.selection.last
        if name is not None and network.consumers(name):
            behind = network.consumers(name)[0]
            self._edits.reorder(name, Slot(behind, next(iter(network.consumers(behind)), None)))

    @property
    def linkable(self) -> tuple[str, str] | None:
        """The two chosen layers in the network's order; None if others than two are chosen."""
        network = self._scene.project.network
        pair = [node.name for node in network.nodes if node.name in self._chosen]
        return (pair[0], pair[1]) if len(pair) == 2 else None

    @QtSlot()
    def link(self) -> None:
        """Draw a link between the two chosen layers, or take it away."""
        if self.linkable is None:
            return
        source, target = self.linkable
        if source in self._scene.project.network.node(target).inputs:
            self._edits.disconnect_layers(source, target)
            return
        try:
            ways = self._edits.joins(source, target)
        except NnplayError:
            self._edits.connect_layers(source, target, None)  # which says why not
            return
        possible = [way for way, reason in ways.items() if reason is None]
        if len(possible) == 1:
            self._edits.connect_layers(source, target, possible[0])
        else:
            self.join_wanted.emit(source, target, ways)

    def _step_units(self, step: int) -> None:
        last = self._scene.selection.last
        if last is not None and faces.units_field(self._scene.project.network.node(last).layer) is not None:
            self._values.step_units(last, step)

    def _align(self, edge: Edge) -> None:
        last = self._scene.selection.last
        if last is None or len(self._chosen) < 2:
            return
        x, y = self._scene.positions[last]
        places = dict(self._scene.positions)
        for name in self._chosen:
            places[name] = (places[name][0], y) if edge is Edge.ROW else (x, places[name][1])
        self._edits.align(places)

    def _place_for_more(self) -> str:
        """The layer behind which new ones go: the last one in the network's order that is chosen."""
        network = self._scene.project.network
        chosen = [node for node in network.nodes if node.name in self._chosen]
        if not chosen or chosen[-1] is network.output:
            return (network.output.inputs or (network.output.name,))[0]
        return chosen[-1].name
