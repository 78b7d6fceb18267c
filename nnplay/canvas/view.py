"""CanvasView: the widget that shows the network and lets the user edit it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtCore import Slot as QtSlot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from nnplay.appearance import accessible
from nnplay.canvas.access.network_interface import NetworkInterface
from nnplay.canvas.access.reader import Reader
from nnplay.canvas.cards.card_item import CardItem
from nnplay.canvas.cards.far_face import far_text_size
from nnplay.canvas.editing.commands import CanvasCommands
from nnplay.canvas.editing.network_edits import NetworkEdits
from nnplay.canvas.editing.popups import Popups
from nnplay.canvas.editing.structure_edits import StructureEdits
from nnplay.canvas.gestures.draw_link import DrawLinkGesture
from nnplay.canvas.gestures.drop_layer import DropLayerGesture
from nnplay.canvas.gestures.marquee import MarqueeGesture, is_adding
from nnplay.canvas.gestures.move_card import MoveCardGesture
from nnplay.canvas.layer_mime import layer_kind
from nnplay.canvas.legend import Legend
from nnplay.canvas.navigation.detail import Detail, detail_at
from nnplay.canvas.navigation.keyboard import Keyboard
from nnplay.canvas.navigation.minimap import Minimap
from nnplay.canvas.navigation.navigation_view import NavigationView
from nnplay.canvas.scene import NetworkScene
from nnplay.canvas.style import style
from nnplay.data import Dataset
from nnplay.document import Change, Document
from nnplay.engine import NetworkSpec, Part
from nnplay.runs import Snapshot
from nnplay.training import TrainingController

if TYPE_CHECKING:
    from nnplay.project.calculation import Mark


class CanvasView(NavigationView):
    """The network as cards from left to right.

    Attributes
    ----------
    commands
        What menus and keys do with the selected layers.
    structure
        The edits of layers and links.
    minimap, legend
        A small view of the whole network in the lower right corner; the scale of the weights in the lower left one.

    Signals
    -------
    selection_changed(str | None) : name of the layer that was selected last.
    neuron_hovered(Part | None) : the neuron under the pointer.
    editing_changed(bool) : the user has started or finished editing a value in place.
    weight_hovered(Part | None), weight_clicked(Part) : the weight of a connection, or the bias of a neuron.
    """

    selection_changed = Signal(object)
    neuron_hovered = Signal(object)
    editing_changed = Signal(bool)
    weight_hovered = Signal(object)
    weight_clicked = Signal(object)

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        self._document, self._controller = document, controller
        self._edits = NetworkEdits(document)
        self._scene = NetworkScene(document.project, self._edits)
        super().__init__(self._scene, parent)
        self._edits.setParent(self)
        self._scene.setParent(self)
        self.structure: StructureEdits = self._edits.structure
        self.commands = CanvasCommands(self._scene, self._edits)
        self._popups = Popups(self, self._scene, self._edits, controller)
        self._keyboard = Keyboard(self, self._scene, self.commands, self._popups.edit_part)
        self._drop = DropLayerGesture(self._scene, self.structure)
        self._move = MoveCardGesture(self._scene, self.structure)
        self._draw_link = DrawLinkGesture(self._scene, self.structure)
        self._marquee = MarqueeGesture(self, self._scene)
        # Before the widgets in the corners, which depend on it.
        self.viewed.connect(self._show_detail)
        self.minimap = Minimap(self, self._scene)
        self.legend = Legend(self, self._scene)
        self._reader = Reader(self, self._scene)
        self._keyboard.cursor.moved.connect(self._popups.on_hovered)
        self._keyboard.cursor.moved.connect(self._on_cursor_moved)
        self.commands.join_wanted.connect(self._popups.choose_join_at_card)
        self._chosen_detail: Detail | None = None
        self._last: str | None = None
        self._drop_at = QPoint()
        self._is_stale = True
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Network"))
        self.setAccessibleDescription(
            self.tr(
                "The layers of the network from left to right. Arrow keys select a layer, Enter opens its settings,"
                " plus and minus change its units, Delete removes it. With Ctrl, arrow keys go to its neurons and"
                " weights, where Enter opens the value."
            )
        )
        self._scene.arranged.connect(self.fit)
        self._scene.part_hovered.connect(self._popups.on_hovered)
        self._scene.part_clicked.connect(self._popups.edit_part)
        self._scene.popup_wanted.connect(self._popups.edit_field)
        self._scene.stepper_hovered.connect(self.hold)
        self._scene.card_pressed.connect(self._on_card_pressed)
        self._scene.card_clicked.connect(self.select)
        self._scene.card_dragged.connect(self._move.on_dragged)
        self._scene.card_released.connect(self._move.on_released)
        self._scene.selection.changed.connect(self._on_selection_changed)
        self._popups.neuron_hovered.connect(self.neuron_hovered)
        self._popups.editor.open_changed.connect(self.editing_changed)
        self._popups.weight_hovered.connect(self.weight_hovered)
        self._popups.weight_clicked.connect(self.weight_clicked)
        self._drop.refusal_changed.connect(self._on_refusal_changed)
        self._draw_link.refusal_changed.connect(self._on_link_refusal_changed)
        self._draw_link.choice_wanted.connect(self._popups.choose_join)
        self.commands.settings_wanted.connect(self._popups.open_settings)
        document.changed.connect(self._on_document_changed)
        controller.snapshot_changed.connect(self._on_snapshot_changed)
        controller.dataset_changed.connect(self._on_dataset_changed)
        self._scene.show_dataset(controller.dataset)

    @property
    def network_scene(self) -> NetworkScene:
        """The items that show the network."""
        return self._scene

    @property
    def network(self) -> NetworkSpec:
        """The network shown."""
        return self._document.project.network

    @property
    def selected(self) -> str | None:
        """Name of the layer that was selected last."""
        return self._scene.selection.last

    @property
    def chosen(self) -> tuple[str, ...]:
        """Names of all selected layers."""
        return self._scene.selection.names

    def content_rect(self) -> QRectF:
        return self._scene.arrangement.content_rect()

    @QtSlot(str)
    def append_layer(self, kind: str) -> None:
        """Add a layer after the selected one, or before the output."""
        self.commands.append(kind)

    def open_setting(self, name: str, field: str) -> None:
        """Select a layer and open its settings at one of them."""
        self.select(name)
        self._popups.open_settings(name, field)

    @QtSlot()
    def remove_selected(self) -> None:
        """Remove the selected layers."""
        self.commands.remove()

    @QtSlot(str)
    def select(self, name: str | None) -> None:
        """Select one layer, or none."""
        self._scene.selection.choose(() if name is None else (name,))

    def choose_detail(self, detail: Detail | None) -> None:
        """Use one level of detail at every zoom; None adapts it to the zoom."""
        self._chosen_detail = detail
        self.viewed.emit()

    @QtSlot(bool)
    def show_maps(self, shows_maps: bool) -> None:
        """Show feature maps of convolutions, or their filters."""
        self._scene.show_maps(shows_maps)

    @QtSlot(object)
    def point_at_weight(self, part: Part | None) -> None:
        """Highlight the part of a weight that is pointed at in another view; None for nothing."""
        self._scene.point_at(part)

    @QtSlot(object)
    def conceal(self, *, values: bool, counts: bool, gradients: bool) -> None:
        """Hide outputs of neurons, numbers of weights, and gradients, because a lesson asks for them."""
        self._scene.conceal(values=values, counts=counts)
        self._popups.shows_gradients = not gradients
        self._popups.refresh_hint()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show a calculation's numbers beside neurons and connections; an empty sequence shows none."""
        self._scene.marks.show_marks(marks)

    @QtSlot(object)
    def highlight(self, part: Part | None) -> None:
        """Highlight a neuron, a connection or a layer that is pointed at in another view; None for nothing."""
        self._scene.marks.point_at(part)

    @QtSlot(object)
    def show_example(self, x: NDArray[np.float32] | None) -> None:
        """Show the activations for one input (*input_shape) in the units; None shows their general pictures."""
        self._scene.show_example(x)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, style().canvas)

    def showEvent(self, event: QShowEvent) -> None:
        self._scene.arrangement.is_smooth = True
        if self._is_stale:
            self._show_snapshot()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._scene.arrangement.is_smooth = False
        self._scene.arrangement.settle()
        super().hideEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show no tooltip of a layer over the value of what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and self._popups.hint.isVisible():
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scene.show_in(self.room.size())
        super().resizeEvent(event)
        self.minimap.place()
        self.legend.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        kind = layer_kind(event.mimeData())
        if kind is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self._drop_at = event.position().toPoint()
        self._drop.begin(kind, self.mapToScene(self._drop_at))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        self._drop_at = event.position().toPoint()
        self._drop.move(self.mapToScene(self._drop_at))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._drop.drop(self.mapToScene(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or self.is_panning or self._is_item_at(at):
            return
        link = self._scene.links.selectable_at(self.mapToScene(at))
        if link is not None:
            self._scene.selection.choose_link(link)
        elif self._scene.links.link_at(self.mapToScene(at)) is None:
            self._marquee.begin(at, is_adding=is_adding(event.modifiers()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._marquee.is_active:
            self._marquee.move(event.position().toPoint())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._marquee.end()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if not self._is_item_at(at) and self._scene.links.link_at(self.mapToScene(at)) is None:
            self.zoom_to_fit()
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        name = self._card_at(event.pos()) if is_mouse else self.selected
        link = self._scene.links.link_at(self.mapToScene(event.pos())) if is_mouse and name is None else None
        if link is not None:
            self._scene.selection.choose_link(link)
            self._popups.open_link_menu(link, event.globalPos())
            return
        if name not in self.chosen:
            self.select(name)
        self._popups.open_menu(self.commands, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.press(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Move with Tab from layer to layer, and after the last one to the next widget."""
        # Also called for children, for instance when a field that has the focus is deleted.
        return (self.hasFocus() and self._keyboard.tab(is_next=is_next)) or super().focusNextPrevChild(is_next)

    def _is_item_at(self, at: QPoint) -> bool:
        """Return whether a card or a port takes what the mouse does at a point."""
        return self._card_at(at) is not None or self._scene.ports.is_near(self.mapToScene(at))

    def _card_at(self, at: QPoint) -> str | None:
        for item in self.items(at):
            if isinstance(item, CardItem):
                return item.name
        return None

    def _show_snapshot(self) -> None:
        self._is_stale = False
        # A snapshot from before an edit may still arrive after it.
        project, snapshot = self._controller.project, self._controller.snapshot
        if snapshot is not None and project is not None and project.network is self._scene.project.network:
            self._scene.show_parameters(snapshot.parameters, is_running=snapshot.is_running)
            self._popups.follow_weights()

    @QtSlot()
    def _show_detail(self) -> None:
        detail = self._chosen_detail
        if detail is None:
            detail = detail_at(self.zoom, self._scene.detail)
        self._scene.show_detail(detail, far_text_size(self.zoom))

    @QtSlot(str, bool)
    def _on_card_pressed(self, name: str, is_added: bool) -> None:
        if is_added:
            self._scene.selection.toggle(name)
        elif name not in self.chosen:
            self.select(name)

    @QtSlot()
    def _on_selection_changed(self) -> None:
        if self.selected != self._last:
            self._last = self.selected
            self.selection_changed.emit(self.selected)

    @QtSlot(object, QPointF)
    def _on_cursor_moved(self, part: Part | None, at: QPointF) -> None:
        if part is not None:
            self._reader.say_part(part, self._popups.value_of(part))
            if not self.is_fitted:
                self.ensureVisible(QRectF(at, at).adjusted(-20, -20, 20, 20))

    @QtSlot(object)
    def _on_document_changed(self, change: Change) -> None:
        self._scene.show_project(change.after)
        self._popups.refresh(is_other_network=change.network)
        if change.network:
            self._keyboard.cursor.leave()
        self._reader.follow()

    @QtSlot(object)
    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        if self.isVisible():
            self._show_snapshot()
        else:
            self._is_stale = True

    @QtSlot(object)
    def _on_dataset_changed(self, dataset: Dataset | None) -> None:
        self._scene.show_dataset(dataset)

    @QtSlot(str)
    def _on_refusal_changed(self, reason: str) -> None:
        if reason:
            self._popups.hint.show_at(self._drop_at, self._drop.title, reason, is_refusal=True)
        else:
            self._popups.hint.hide()

    @QtSlot(str, QPointF)
    def _on_link_refusal_changed(self, reason: str, at: QPointF) -> None:
        if reason:
            self._popups.hint.show_at(self.mapFromScene(at), self.tr("No link"), reason, is_refusal=True)
        else:
            self._popups.hint.hide()


accessible.represent(CanvasView, NetworkInterface)
