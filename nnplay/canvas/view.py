"""CanvasView: the widget that shows the network and lets a person build it by hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
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
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from nnplay.canvas import faces
from nnplay.canvas.card_item import CardItem
from nnplay.canvas.chain_layout import Slot
from nnplay.canvas.gestures.drop_layer import DropLayerGesture
from nnplay.canvas.gestures.move_card import MoveCardGesture
from nnplay.canvas.layer_mime import layer_kind
from nnplay.canvas.navigation_view import NavigationView
from nnplay.canvas.network_edits import NetworkEdits
from nnplay.canvas.popups import Popups
from nnplay.canvas.scene import NetworkScene
from nnplay.canvas.style import style
from nnplay.data import Dataset
from nnplay.document import Change, Document
from nnplay.training import Snapshot, TrainingController

# "=" is "+" without Shift on most keyboards.
_UNIT_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class CanvasView(NavigationView):
    """The network as cards from left to right.

    Signals
    -------
    selection_changed(str | None) : name of the chosen layer.
    neuron_hovered((node, index) | None) : the neuron under the pointer.
    """

    selection_changed = Signal(object)
    neuron_hovered = Signal(object)

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        self._document, self._controller = document, controller
        self._edits = NetworkEdits(document)
        self._scene = NetworkScene(document.project, self._edits)
        super().__init__(self._scene, parent)
        self._edits.setParent(self)
        self._scene.setParent(self)
        self._popups = Popups(self, self._scene, self._edits)
        self._drop = DropLayerGesture(self._scene, self._edits)
        self._move = MoveCardGesture(self._scene, self._edits)
        self._drop_at = QPoint()
        self._is_stale = True
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Network"))
        self.setAccessibleDescription(
            self.tr(
                "The layers of the network from left to right. Left and right choose a layer, plus and minus change its"
                " units, Delete removes it."
            )
        )
        self._scene.arranged.connect(self.fit)
        self._scene.part_hovered.connect(self._popups.on_hovered)
        self._scene.part_clicked.connect(self._popups.edit_part)
        self._scene.popup_wanted.connect(self._popups.edit_field)
        self._scene.card_pressed.connect(self.select)
        self._scene.card_dragged.connect(self._move.on_dragged)
        self._scene.card_released.connect(self._move.on_released)
        self._popups.neuron_hovered.connect(self.neuron_hovered)
        self._drop.refusal_changed.connect(self._on_refusal_changed)
        document.changed.connect(self._on_document_changed)
        controller.snapshot_changed.connect(self._on_snapshot_changed)
        controller.dataset_changed.connect(self._on_dataset_changed)
        self._scene.show_dataset(controller.dataset)

    @property
    def selected(self) -> str | None:
        """Name of the chosen layer."""
        return self._scene.selected

    def content_rect(self) -> QRectF:
        return self._scene.content_rect()

    @QtSlot(str)
    def append_layer(self, kind: str) -> None:
        """Add a layer where a learner means it: as the last hidden one, before the output."""
        output = self._scene.project.network.output
        self._edits.insert(faces.new_layer(kind, self._scene.project.network), Slot(output.inputs[0], output.name))

    @QtSlot()
    def remove_selected(self) -> None:
        """Remove the chosen layer."""
        if self.selected is not None:
            self._edits.remove(self.selected)

    @QtSlot(object)
    def select(self, name: str | None) -> None:
        """Choose a layer, or none."""
        if name != self.selected:
            self._scene.select(name)
            self.selection_changed.emit(name)

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, style().canvas)

    def showEvent(self, event: QShowEvent) -> None:
        self._scene.is_smooth = True
        if self._is_stale:
            self._show_snapshot()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._scene.is_smooth = False
        self._scene.settle()
        super().hideEvent(event)

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
        self._drop.drop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.itemAt(event.position().toPoint()) is None:
            self.select(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.itemAt(event.position().toPoint()) is None:
            self.zoom_to_fit()
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        name = self._card_at(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.selected
        self.select(name)
        self._popups.open_menu(name, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_selected()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._select_neighbour(1 if key == Qt.Key.Key_Right else -1)
        elif key in _UNIT_STEPS:
            self._step_units(_UNIT_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.select(None)
        else:
            super().keyPressEvent(event)

    def _select_neighbour(self, step: int) -> None:
        names = [node.name for node in self._scene.project.network.nodes]
        if self.selected is None:
            self.select(names[0 if step > 0 else -1])
        else:
            self.select(names[min(max(names.index(self.selected) + step, 0), len(names) - 1)])

    def _step_units(self, step: int) -> None:
        if self.selected is not None:
            layer = self._scene.project.network.node(self.selected).layer
            if faces.units_field(layer) is not None:
                self._edits.step_units(self.selected, step)

    def _card_at(self, at: QPoint) -> str | None:
        for item in self.items(at):
            if isinstance(item, CardItem):
                return item.name
        return None

    def _show_snapshot(self) -> None:
        self._is_stale = False
        # A snapshot of the network before an edit may still arrive after it.
        project, snapshot = self._controller.project, self._controller.snapshot
        if snapshot is not None and project is not None and project.network is self._scene.project.network:
            self._scene.show_parameters(snapshot.parameters, is_running=snapshot.is_running)
            self._popups.refresh_hint()

    @QtSlot(object)
    def _on_document_changed(self, change: Change) -> None:
        if self.selected is not None and change.network and self.selected not in change.after.network.shapes:
            self.select(None)
        self._scene.show_project(change.after)
        self._popups.refresh_hint()

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
