"""CanvasCommands: the commands of the canvas, for menus, keys and buttons."""

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
    """The line on which cards are aligned."""

    ROW = auto()
    """Their middles at the same height."""
    COLUMN = auto()
    """Their middles one below the other."""


class CanvasCommands(QObject):
    """Acts on the selected layers.

    Signals
    -------
    settings_wanted(str) : show all settings of a layer.
    code_pasted(str) : the clipboard holds a Keras program, not layers of nnplay.
    another_wanted(str) : show what another value of a control (``units:dense``) would do.
    vary_wanted(str) : train the network with many values of a control.
    join_wanted(str, str, object) : a link may be joined in several ways, see ``StructureEdits.joins``.
    """

    settings_wanted = Signal(str)
    code_pasted = Signal(str)
    another_wanted = Signal(str)
    vary_wanted = Signal(str)
    join_wanted = Signal(str, str, object)

    def __init__(self, scene: NetworkScene, edits: NetworkEdits) -> None:
        super().__init__(scene)
        self._scene, self._values, self._edits = scene, edits, edits.structure

    @property
    def _chosen(self) -> tuple[str, ...]:
        return self._scene.selection.names

    @QtSlot(str)
    def append(self, kind: str) -> None:
        """Add a layer where a learner expects it: after the selected one, or as the last hidden layer."""
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
        """Select all layers."""
        self._scene.selection.choose(self._scene.cards)

    @QtSlot()
    def remove(self) -> None:
        """Remove the selected link, or the selected layers; of all layers, input and output stay."""
        link = self._scene.selection.link
        if link is not None:
            self._edits.disconnect_layers(*link)
        elif set(self._chosen) == set(self._scene.project.network.shapes):
            self._edits.remove_all()
        elif self._chosen:
            self._edits.remove(self._chosen)

    @QtSlot()
    def copy(self) -> None:
        """Copy the selected layers to the clipboard, as text."""
        text = self._edits.copy(self._chosen)
        if text is not None:
            QGuiApplication.clipboard().setText(text)

    @QtSlot()
    def cut(self) -> None:
        """Copy the selected layers to the clipboard and remove them, if they can be removed."""
        text = self._edits.copy(self._chosen)
        if text is not None and self._edits.cut(self._chosen):
            QGuiApplication.clipboard().setText(text)

    @QtSlot()
    def paste(self) -> None:
        """Insert the layers on the clipboard after the selected one, or before the output; pass on a program."""
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
        """Insert a copy of the selected layers after them."""
        names = self._edits.duplicate(self._chosen, self._place_for_more())
        if names:
            self._scene.selection.choose(names)

    @QtSlot()
    def align_row(self) -> None:
        """Align the selected cards at the height of the one selected last."""
        self._align(Edge.ROW)

    @QtSlot()
    def align_column(self) -> None:
        """Align the selected cards in a column with the one selected last."""
        self._align(Edge.COLUMN)

    @QtSlot()
    def tidy(self) -> None:
        """Arrange all cards in the network's order."""
        self._edits.tidy()

    @QtSlot()
    def lay_out_in_rows(self) -> None:
        """Arrange all cards in as many rows as make the network largest in the view."""
        self._edits.lay_out_in_rows(self._scene.best_rows())

    @QtSlot()
    def open_settings(self) -> None:
        """Show all settings of the layer selected last."""
        if self._scene.selection.last is not None:
            self.settings_wanted.emit(self._scene.selection.last)

    @QtSlot()
    def more_units(self) -> None:
        """Add a unit to the layer selected last."""
        self._step_units(1)

    @QtSlot()
    def fewer_units(self) -> None:
        """Remove a unit from the layer selected last."""
        self._step_units(-1)

    @QtSlot()
    def move_back(self) -> None:
        """Swap the selected layer with the one before it."""
        network, name = self._scene.project.network, self._scene.selection.last
        if name is not None and network.node(name).inputs:
            before = network.node(name).inputs[0]
            self._edits.reorder(name, Slot(next(iter(network.node(before).inputs), None), before))

    @QtSlot()
    def move_on(self) -> None:
        """Swap the selected layer with the one after it."""
        network, name = self._scene.project.network, self._scene.selection.last
        if name is not None and network.consumers(name):
            behind = network.consumers(name)[0]
            self._edits.reorder(name, Slot(behind, next(iter(network.consumers(behind)), None)))

    @property
    def linkable(self) -> tuple[str, str] | None:
        """The two selected layers in the network's order; None unless exactly two are selected."""
        network = self._scene.project.network
        pair = [node.name for node in network.nodes if node.name in self._chosen]
        return (pair[0], pair[1]) if len(pair) == 2 else None

    @QtSlot()
    def link(self) -> None:
        """Link the two selected layers, or remove their link."""
        if self.linkable is None:
            return
        source, target = self.linkable
        if source in self._scene.project.network.node(target).inputs:
            self._edits.disconnect_layers(source, target)
            return
        try:
            ways = self._edits.joins(source, target)
        except NnplayError:
            self._edits.connect_layers(source, target, None)  # reports why it is impossible
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
        x, y = self._scene.arrangement.positions[last]
        places = dict(self._scene.arrangement.positions)
        for name in self._chosen:
            places[name] = (places[name][0], y) if edge is Edge.ROW else (x, places[name][1])
        self._edits.align(places)

    def _place_for_more(self) -> str:
        """Return the layer after which new ones go: the last selected one in the network's order."""
        network = self._scene.project.network
        chosen = [node for node in network.nodes if node.name in self._chosen]
        if not chosen or chosen[-1] is network.output:
            return (network.output.inputs or (network.output.name,))[0]
        return chosen[-1].name
