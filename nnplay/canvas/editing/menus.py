"""Menus of the canvas: a layer's activation functions, and the commands for layers, a link, or the network."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from nnplay.appearance.icons import set_icon
from nnplay.appearance.sentences import sentence
from nnplay.canvas.cards import faces
from nnplay.canvas.editing.commands import CanvasCommands
from nnplay.canvas.editing.network_edits import NetworkEdits
from nnplay.canvas.editing.structure_edits import StructureEdits
from nnplay.canvas.navigation.navigation_view import NavigationView
from nnplay.engine import ACTIVATIONS, Input, NnplayError, Node, Skipped
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.graph_edits import Join

_JOINS = {
    Join.ADD: QT_TRANSLATE_NOOP("JoinMenu", "Add: sum them element by element"),
    Join.CONCATENATE: QT_TRANSLATE_NOOP("JoinMenu", "Concatenate: side by side"),
    Join.INSTEAD: QT_TRANSLATE_NOOP("JoinMenu", "Replace the current link"),
}


class ActivationMenu(QMenu):
    """All activation functions with their formulas; the layer's own one is checked."""

    def __init__(self, edits: NetworkEdits, node: Node, parent: QWidget) -> None:
        super().__init__(parent)
        self._edits, self._name = edits, node.name
        self.setTitle(self.tr("Activation"))
        group = QActionGroup(self)
        for activation in ACTIVATIONS.values():
            # After a tab, Qt shows the text in a second column, as it does for shortcuts.
            action = QAction(f"{activation.name}\t{activation.formula}", group)
            action.setObjectName("activations")
            action.setData(activation.name)
            action.setCheckable(True)
            action.setChecked(activation.name == node.layer.activation_name)
            self.addAction(action)
        self.triggered.connect(self._on_triggered)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._edits.set_activation(self._name, action.data())


class CanvasMenu(QMenu):
    """The commands for the whole network."""

    def __init__(self, commands: CanvasCommands, view: NavigationView) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _add(self, "palette.paste", self.tr("Paste")).triggered.connect(commands.paste)
        self.addAction(self.tr("Select All")).triggered.connect(commands.select_all)
        self.addSeparator()
        fit = self.addAction(self.tr("Zoom to Fit"))
        set_icon(fit, "fit")
        fit.triggered.connect(view.zoom_to_fit)
        self.addAction(self.tr("Tidy Layout")).triggered.connect(commands.tidy)
        self.addAction(self.tr("Lay Out in Rows")).triggered.connect(commands.lay_out_in_rows)


class LayerMenu(QMenu):
    """The commands for the selected layers, some of them only for one.

    Parameters
    ----------
    add_parts
        ``add_parts(menu, name)`` adds the entries for the weights and neurons of one layer.

    Signals
    -------
    popup_wanted(str, str) : the user wants to edit a field ("units" or "rate") of the layer.
    """

    popup_wanted = Signal(str, str)

    def __init__(
        self,
        edits: NetworkEdits,
        commands: CanvasCommands,
        nodes: list[Node],
        add_parts: Callable[[QMenu, str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edits, self._commands, self._name = edits, commands, nodes[-1].name
        if len(nodes) == 1:
            self._add_settings(edits, commands, nodes[0])
            self.addSeparator()
            add_parts(self, nodes[0].name)
        else:
            self.addAction(self.tr("Align in a Row")).triggered.connect(commands.align_row)
            self.addAction(self.tr("Align in a Column")).triggered.connect(commands.align_column)
            if commands.linkable is not None:
                link = self.addAction(self.tr("Draw or Remove Their Link") + "\tL")
                link.triggered.connect(commands.link)
        self.addSeparator()
        if any(not isinstance(node.layer, Input) for node in nodes):
            _add(self, "palette.cut", self.tr("Cut")).triggered.connect(commands.cut)
            self.addAction(self.tr("Copy")).triggered.connect(commands.copy)
            _add(self, "palette.duplicate", self.tr("Duplicate")).triggered.connect(commands.duplicate)
        _add(self, "palette.paste", self.tr("Paste Behind")).triggered.connect(commands.paste)
        if len(nodes) == 1 and len(nodes[0].inputs) > 1:
            self.addSeparator()
            for source in nodes[0].inputs:
                action = _add(self, "links", self.tr("Remove Link from “{layer}”").format(layer=source))
                action.setData(source)
                action.triggered.connect(self._on_remove_link_triggered)
        if not any(isinstance(node.layer, Input) for node in nodes):
            self.addSeparator()
            text = self.tr("Remove Layer") if len(nodes) == 1 else self.tr("Remove Layers")
            remove = _add(self, "palette.remove", text)
            set_icon(remove, "delete")
            remove.triggered.connect(commands.remove)

    def _add_settings(self, edits: NetworkEdits, commands: CanvasCommands, node: Node) -> None:
        if hasattr(node.layer, "activation") and not isinstance(node.layer, Skipped):
            self.addMenu(ActivationMenu(edits, node, self))
        if faces.units_field(node.layer) is not None:
            _add(self, "units", self.tr("Units…")).triggered.connect(self._on_units_triggered)
        if hasattr(node.layer, "rate"):
            _add(self, "layer_settings.rate", self.tr("Rate…")).triggered.connect(self._on_rate_triggered)
        if not isinstance(node.layer, Input):
            if node.layer.n_inputs == (1, 1):
                skip = _add(self, "layer_settings.skip", self.tr("Skip Layer"))
                skip.setCheckable(True)
                skip.setChecked(isinstance(node.layer, Skipped))
                skip.triggered.connect(self._on_skip_triggered)
            settings = _add(self, "layer_settings.open", self.tr("Settings…"))
            set_icon(settings, "settings")
            settings.triggered.connect(commands.open_settings)
            field = next((each for each in ("activation", "units", "rate") if hasattr(node.layer, each)), None)
            if field is not None and not isinstance(node.layer, Skipped):
                another = self.addAction(self.tr("Try Another in a Twin…"))
                another.setData(f"{field}:{node.name}")
                another.triggered.connect(self._on_another_triggered)
                vary = self.addAction(self.tr("Vary in an Experiment"))
                vary.setData(f"{field}:{node.name}")
                vary.triggered.connect(self._on_vary_triggered)

    @Slot()
    def _on_remove_link_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._edits.structure.disconnect_layers(action.data(), self._name)

    @Slot(bool)
    def _on_skip_triggered(self, is_skipped: bool) -> None:
        self._edits.structure.skip(self._name, is_skipped=is_skipped)

    @Slot()
    def _on_another_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._commands.another_wanted.emit(action.data())

    @Slot()
    def _on_vary_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._commands.vary_wanted.emit(action.data())

    @Slot()
    def _on_units_triggered(self) -> None:
        self.popup_wanted.emit(self._name, "units")

    @Slot()
    def _on_rate_triggered(self) -> None:
        self.popup_wanted.emit(self._name, "rate")


class LinkMenu(QMenu):
    """The commands for a link."""

    def __init__(self, edits: StructureEdits, link: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edits, self._link = edits, link
        remove = _add(self, "links", self.tr("Remove Link {source} → {target}").format(source=link[0], target=link[1]))
        set_icon(remove, "delete")
        remove.triggered.connect(self._on_remove_triggered)

    @Slot()
    def _on_remove_triggered(self) -> None:
        self._edits.disconnect_layers(*self._link)


class JoinMenu(QMenu):
    """The ways in which a second link joins a layer that accepts only one; an impossible way says why."""

    def __init__(
        self,
        edits: StructureEdits,
        link: tuple[str, str],
        ways: Mapping[Join | None, NnplayError | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edits, self._link = edits, link
        self.setToolTipsVisible(True)
        self.addAction(f"{link[0]} → {link[1]}").setEnabled(False)
        for way, error in ways.items():
            if way is None:
                continue
            action = self.addAction(QCoreApplication.translate("JoinMenu", _JOINS[way]))
            action.setData(way.name)
            action.setEnabled(error is None)
            action.setToolTip("" if error is None else sentence(error))
        self.triggered.connect(self._on_triggered)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._edits.connect_layers(*self._link, Join[action.data()])


def _add(menu: QMenu, control: str, text: str) -> QAction:
    """Add an entry that a teacher can lock or hide by the name of its control."""
    action: QAction = menu.addAction(text)
    action.setObjectName(control)
    return action
