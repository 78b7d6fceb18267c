"""Popups: the editor, menus and labels that the canvas opens over the network, one at a time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, QPointF, Signal, Slot
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QMenu

from nnplay.appearance import locked
from nnplay.appearance.number_text import short_text
from nnplay.appearance.part_text import part_text, part_title
from nnplay.canvas.cards import faces
from nnplay.canvas.editing.commands import CanvasCommands
from nnplay.canvas.editing.hint import Hint
from nnplay.canvas.editing.menus import ActivationMenu, CanvasMenu, JoinMenu, LayerMenu, LinkMenu
from nnplay.canvas.editing.network_edits import NetworkEdits
from nnplay.canvas.editing.part_actions import DrawMenu, PartActions
from nnplay.canvas.editing.value_editor import ValueEditor, ValueRequest
from nnplay.canvas.gradient_question import GradientQuestion
from nnplay.canvas.navigation.navigation_view import NavigationView
from nnplay.canvas.scene import NetworkScene
from nnplay.canvas.settings.layer_settings import LayerSettings
from nnplay.engine import Input, NnplayError, Part
from nnplay.engine.parts import exists, place_of
from nnplay.project.graph_edits import Join
from nnplay.project.locks import is_closed
from nnplay.project.part_edits import is_covered
from nnplay.training import TrainingController

_PARAMETER_STEP = 0.1
_RATE_STEP = 0.05


class Popups(QObject):
    """Opens an editor, a menu or a label when the scene asks for one.

    Signals
    -------
    neuron_hovered(Part | None) : the neuron under the pointer, for views that show more of it.
    weight_hovered(Part | None), weight_clicked(Part) : the weight of a connection, or the bias of a neuron.
    """

    neuron_hovered = Signal(object)
    weight_hovered = Signal(object)
    weight_clicked = Signal(object)

    def __init__(
        self, view: NavigationView, scene: NetworkScene, edits: NetworkEdits, controller: TrainingController
    ) -> None:
        super().__init__(view)
        self._gradients = GradientQuestion(controller, self)
        self._gradients.changed.connect(self.refresh_hint)
        self._view, self._scene, self._edits = view, scene, edits
        self.shows_gradients = True
        self._hovered: Part | None = None
        self._pointer = QPoint()
        self.hint = Hint(view.viewport())
        self.editor = ValueEditor(view.viewport())
        self._settings: LayerSettings | None = None
        self._activation_menu: ActivationMenu | None = None

    @Slot(object, QPointF)
    def on_hovered(self, part: Part | None, at: QPointF) -> None:
        """Show the value of the part under the pointer."""
        before, now = _neuron(self._hovered), _neuron(part)
        self._hovered = part
        self._pointer = self._view.mapFromScene(at)
        self._ask_gradient()
        self.refresh_hint()
        self.weight_hovered.emit(None if part is None else part.number)
        if before is not None or now is not None:
            self.neuron_hovered.emit(now)

    def follow_weights(self) -> None:
        """Update the value, and soon its gradient."""
        self._ask_gradient()
        self.refresh_hint()

    def _ask_gradient(self) -> None:
        if self._hovered is None:
            self._gradients.forget()
        else:
            self._gradients.ask()

    @Slot()
    def refresh_hint(self) -> None:
        """Update the value."""
        value = self.value_of(self._hovered)
        if self._hovered is None or value is None or self.editor.isVisible():
            self.hint.hide()
            return
        detail = "\n".join((part_text(self._scene.project, self._hovered.number), *self._remarks(self._hovered)))
        self.hint.show_at(self._pointer, short_text(value), detail, picture=self._picture(self._hovered))

    def _picture(self, part: Part) -> QImage | None:
        """Return a neuron's full picture, if its card shows only a small sample."""
        card = self._scene.cards.get(part.node)
        return None if card is None or part.unit is None else card.units.sample_picture(part.unit)

    def _remarks(self, part: Part) -> list[str]:
        """Return remarks on a weight or a bias: its gradient, and whether it is frozen or muted."""
        project = self._scene.project
        remarks = []
        gradient = self._gradients.of(place_of(project.network, part.number), project.network.n_parameters)
        if gradient is not None and self.shows_gradients:
            remarks.append(self.tr("gradient {value}").format(value=short_text(gradient)))
        if is_covered(project.training.frozen, part.number):
            remarks.append(self.tr("frozen: training does not change it"))
        if is_covered(project.muted, part):
            remarks.append(self.tr("muted: the network ignores it"))
        return remarks

    @Slot(object, QPointF)
    def edit_part(self, part: Part, at: QPointF) -> None:
        """Open the editor for a weight or a neuron's bias."""
        value = self.value_of(part)
        if value is None:
            return
        self.weight_clicked.emit(part.number)
        if is_closed(self._scene.project, "weight_values"):
            self.hint.show_at(self._view.mapFromScene(at), self.tr("Locked"), locked.reason(self._scene.project))
            return
        title = part_title(self._scene.project, part.number)
        self._open(ValueRequest(title, value, _PARAMETER_STEP, self._edits.adjust_number(part)), at)

    @Slot(str, str)
    def edit_field(self, name: str, field: str) -> None:
        """Open the editor or the menu for "units", "rate" or "activation" of a layer."""
        card, node = self._scene.cards[name], self._scene.project.network.node(name)
        rect = card.control(field).rect
        if field == "activation":
            self._activation_menu = ActivationMenu(self._edits, node, self._view)
            corner = self._view.mapFromScene(card.mapToScene(rect.bottomLeft()))
            self._activation_menu.popup(self._view.viewport().mapToGlobal(corner))
            return
        at = card.mapToScene(rect.center())
        units_field = faces.units_field(node.layer)
        if field == "units" and units_field is not None:
            value = float(getattr(node.layer, units_field))
            title = self.tr("Units of {layer}").format(layer=name)
            self._open(ValueRequest(title, value, 1, self._edits.adjust_units(name), is_whole=True), at)
        elif field == "rate":
            value = float(getattr(node.layer, field))
            title = self.tr("Rate of {layer}").format(layer=name)
            self._open(ValueRequest(title, value, _RATE_STEP, self._edits.adjust_rate(name)), at)

    @Slot(str)
    def open_settings(self, name: str, field: str = "") -> None:
        """Open all settings of a layer beside its card, with the focus on a field or, without one, on the first."""
        card = self._scene.cards.get(name)
        if card is not None and not isinstance(self._scene.project.network.node(name).layer, Input):
            self.hint.hide()
            if self._settings is None:
                self._settings = LayerSettings(self._edits, self._view.viewport())
            self._settings.open(name, self._view.mapFromScene(card.sceneBoundingRect()).boundingRect(), field)

    @Slot(str, str, object)
    def choose_join(self, source: str, target: str, ways: Mapping[Join | None, NnplayError | None]) -> None:
        """Ask at the pointer how the new link joins the existing one."""
        JoinMenu(self._edits.structure, (source, target), ways, self._view).popup(QCursor.pos())

    @Slot(str, str, object)
    def choose_join_at_card(self, source: str, target: str, ways: Mapping[Join | None, NnplayError | None]) -> None:
        """Ask the same below the card of the link's target."""
        card = self._view.mapFromScene(self._scene.cards[target].sceneBoundingRect()).boundingRect()
        menu = JoinMenu(self._edits.structure, (source, target), ways, self._view)
        menu.popup(self._view.viewport().mapToGlobal(card.bottomLeft()))

    def open_menu(self, commands: CanvasCommands, at: QPoint) -> None:
        """Open the menu of the selected layers, or of the network, at a point of the screen."""
        network = self._scene.project.network
        nodes = [network.node(name) for name in self._scene.selection.names]
        if not nodes:
            self._popup(CanvasMenu(commands, self._view), at)
            return
        menu = LayerMenu(self._edits, commands, nodes, self._add_parts, self._view)
        menu.popup_wanted.connect(self.edit_field)
        self._popup(menu, at)

    def open_link_menu(self, link: tuple[str, str], at: QPoint) -> None:
        """Open a link's menu at a point of the screen."""
        menu = LinkMenu(self._edits.structure, link, self._view)
        self._add_weight(menu)
        self._popup(menu, at)

    def _popup(self, menu: QMenu, at: QPoint) -> None:
        locked.apply_to_menu(menu, self._scene.project)
        menu.popup(at)

    def _add_parts(self, menu: QMenu, name: str) -> None:
        """Add the commands for a layer's weights, and for the neuron under the pointer."""
        project = self._scene.project
        if project.network.node_slots(name):
            menu.addMenu(DrawMenu(self._edits, project, name, menu))
        PartActions(menu, self._edits, project, Part(name))
        neuron = _neuron(self._hovered)
        if neuron is not None and neuron.node == name:
            PartActions(menu, self._edits, project, neuron)
        self._add_weight(menu)

    def _add_weight(self, menu: QMenu) -> None:
        """Add the commands for the weight under the pointer, if there is one."""
        if self._hovered is not None and self._hovered.unit is None:
            PartActions(menu, self._edits, self._scene.project, self._hovered)

    def refresh(self, *, is_other_network: bool) -> None:
        """Update everything after a change of the project."""
        if is_other_network:  # what was under the pointer may have changed or disappeared
            self._hovered = None
        self.refresh_hint()
        if self._settings is not None:
            self._settings.refresh()

    def _open(self, request: ValueRequest, at: QPointF) -> None:
        self.hint.hide()
        self.editor.open(request, self._view.mapFromScene(at))

    def value_of(self, part: Part | None) -> float | None:
        """Return the bias of a neuron or the weight of a connection; None if there is none."""
        network = self._scene.project.network
        if part is None or not exists(network, part.number):
            return None
        return float(self._scene.parameters[place_of(network, part.number)])


def _neuron(part: Part | None) -> Part | None:
    return part if part is not None and part.unit is not None else None
