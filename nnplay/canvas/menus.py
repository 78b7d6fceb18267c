"""Menus of the canvas: a layer's activation functions, all that can be done with a layer, or with the network."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from nnplay.canvas import faces
from nnplay.canvas.navigation_view import NavigationView
from nnplay.canvas.network_edits import NetworkEdits
from nnplay.engine import ACTIVATIONS, Input, Node
from nnplay.look.icons import set_icon


class ActivationMenu(QMenu):
    """All activation functions with their formulas, the layer's own one ticked."""

    def __init__(self, edits: NetworkEdits, node: Node, parent: QWidget) -> None:
        super().__init__(parent)
        self._edits, self._name = edits, node.name
        self.setTitle(self.tr("Activation"))
        group = QActionGroup(self)
        for activation in ACTIVATIONS.values():
            # Behind a tab Qt sets what is usually a shortcut: a second column.
            action = QAction(f"{activation.name}\t{activation.formula}", group)
            action.setData(activation.name)
            action.setCheckable(True)
            action.setChecked(activation.name == node.layer.activation_name)
            self.addAction(action)
        self.triggered.connect(self._on_triggered)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._edits.set_activation(self._name, action.data())


class CanvasMenu(QMenu):
    """What can be done with the whole network."""

    def __init__(self, edits: NetworkEdits, view: NavigationView) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edits = edits
        fit = self.addAction(self.tr("Zoom to Fit"))
        set_icon(fit, "fit")
        fit.triggered.connect(view.zoom_to_fit)
        self.addAction(self.tr("Tidy Layout")).triggered.connect(self._on_tidy_triggered)

    @Slot()
    def _on_tidy_triggered(self) -> None:
        self._edits.structure.tidy()


class LayerMenu(QMenu):
    """What can be done with one layer.

    Signals
    -------
    popup_wanted(str, str) : the person wants to type a field ("units" or "rate") of the layer.
    """

    popup_wanted = Signal(str, str)

    def __init__(self, edits: NetworkEdits, node: Node, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edits, self._name = edits, node.name
        if hasattr(node.layer, "activation"):
            self.addMenu(ActivationMenu(edits, node, self))
        if faces.units_field(node.layer) is not None:
            self.addAction(self.tr("Units…")).triggered.connect(self._on_units_triggered)
        if hasattr(node.layer, "rate"):
            self.addAction(self.tr("Rate…")).triggered.connect(self._on_rate_triggered)
        if not isinstance(node.layer, Input):
            self.addSeparator()
            remove = self.addAction(self.tr("Remove Layer"))
            set_icon(remove, "delete")
            remove.triggered.connect(self._on_remove_triggered)

    @Slot()
    def _on_units_triggered(self) -> None:
        self.popup_wanted.emit(self._name, "units")

    @Slot()
    def _on_rate_triggered(self) -> None:
        self.popup_wanted.emit(self._name, "rate")

    @Slot()
    def _on_remove_triggered(self) -> None:
        self._edits.structure.remove((self._name,))
