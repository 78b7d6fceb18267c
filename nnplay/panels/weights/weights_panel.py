"""WeightsPanel: a layer's weights as a table: rows for where connections start, columns for where they end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from secrets import randbits
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.document import Change, Document, EditName
from nnplay.engine import Conv2D, NetworkSpec, NnplayError, Part
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.seeds import MAX_SEED
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.weights.commands import TableCommands
from nnplay.panels.weights.grid import WeightGrid
from nnplay.panels.weights.model import WeightTableModel
from nnplay.panels.widgets.empty_state import EmptyState
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.lent_actions import empty
from nnplay.panels.widgets.page_stack import PageStack
from nnplay.panels.widgets.spin_box import SpinBox
from nnplay.project import Project, weight_edits
from nnplay.project.inspection.weight_table import TableView, view_of

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_MOST_SEED = 2**31 - 1
_CHOICE_LENGTH = 9


class WeightsPanel(LivePanel):
    """The table, with the choice of layer above it and the seed of the initial weights below.

    Signals
    -------
    weight_chosen(Part | None)
        The weight of the current cell, so that a view of the network can highlight it.
    """

    weight_chosen = QtSignal(object)

    interval_s = 0.5  # numbers that change faster cannot be read

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._controller = document, controller
        network = document.project.network
        layers = _layers(network)
        self.model = WeightTableModel(document.project, TableView(layers[0] if layers else network.input.name), self)
        self.grid = WeightGrid(self.model)
        self.commands = TableCommands(document, controller, self.model, self.grid)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self.commands.open_menu)
        self.layer_box, self.filter_box, self.channel_box = QComboBox(), SpinBox(), SpinBox()
        self.seed_box = SpinBox()
        self._caption = QLabel()
        self._filter_note, self._channel_note = QLabel(self.tr("filter")), QLabel(self.tr("channel"))
        self._make()
        self.layer_box.currentTextChanged.connect(self._on_layer_chosen)
        self.filter_box.valueChanged.connect(self._on_window_chosen)
        self.channel_box.valueChanged.connect(self._on_window_chosen)
        self.seed_box.editingFinished.connect(self._on_seed_typed)
        self.grid.cell_chosen.connect(self._on_cell_chosen)
        document.changed.connect(self._on_document_changed)
        controller.snapshot_changed.connect(self.follow)
        self._show_network()

    def title(self) -> str:
        return self.tr("Weights")

    def picture(self) -> QWidget | None:
        return self.grid

    def menu_actions(self) -> Sequence[QAction]:
        return self.commands.actions()

    @property
    def _shown_seed(self) -> int:
        return min(self._document.project.seeds.weights, _MOST_SEED)  # a box of numbers has 32 bits

    @property
    def view(self) -> TableView:
        """The model of the table."""
        return self.model.weights.view

    @Slot(object)
    def show_layer(self, name: str | None) -> None:
        """Show a layer's weights, if it has any."""
        if name is not None and name != self.view.node and name in _layers(self._document.project.network):
            self._show_view(TableView(name))

    @Slot(object)
    def point_at(self, part: Part | None) -> None:
        """Outline the weight that another view points at; None for no weight."""
        if part is None or not self.isVisible():
            self.grid.point_at(None)
            return
        if self.model.weights.cell(part) is None:
            self._show_view(view_of(part))
        self.grid.point_at(self.model.weights.cell(part))

    @Slot(object)
    def choose(self, part: Part | None) -> None:
        """Make the cell of a weight the current one."""
        self.point_at(part)
        cell = None if part is None else self.model.weights.cell(part)
        if cell is not None:
            self.grid.choose(*cell)

    def refresh(self) -> None:
        project, snapshot = self._document.project, self._controller.snapshot
        if self.model.project.network is not project.network:
            self._show_network()
        elif self.model.project is not project:
            self.model.show_project(project)
        if snapshot is not None and len(snapshot.parameters) == project.network.n_parameters:
            self.model.show_parameters(snapshot.parameters)
        with QSignalBlocker(self.seed_box):
            self.seed_box.setValue(self._shown_seed)

    def _show_network(self) -> None:
        """Offer the layers that the network has now, and keep the selected one if it still exists."""
        network = self._document.project.network
        layers = _layers(network)
        with QSignalBlocker(self.layer_box):
            self.layer_box.clear()
            self.layer_box.addItems(layers)
        node = self.view.node if self.view.node in layers else next(iter(layers), network.input.name)
        self._show_view(TableView(node))

    def _show_view(self, view: TableView) -> None:
        self.grid.point_at(None)
        self.model.show_view(self._document.project, view)
        snapshot = self._controller.snapshot
        if snapshot is not None and len(snapshot.parameters) == len(self.model.parameters):
            self.model.show_parameters(snapshot.parameters)
        table = self.model.weights
        with QSignalBlocker(self.layer_box), QSignalBlocker(self.filter_box), QSignalBlocker(self.channel_box):
            self.layer_box.setCurrentText(view.node)
            for box, number, n in (
                (self.filter_box, view.filter, table.n_filters),
                (self.channel_box, view.channel, table.n_channels),
            ):
                box.setRange(1, n)
                box.setValue(number + 1)
        is_window = isinstance(self._document.project.network.node(view.node).layer, Conv2D)
        for widget in (self._filter_note, self.filter_box, self._channel_note, self.channel_box):
            widget.setVisible(is_window)
        self._caption.setText(self._explained())
        self._pages.setCurrentIndex(0 if table.n_rows else 1)

    def _explained(self) -> str:
        node = self._document.project.network.node(self.view.node)
        if isinstance(node.layer, Conv2D):
            return self.tr("The window of one filter on one channel of “{source}”").format(source=node.inputs[0])
        if self.model.weights.blocks and len(self.model.weights.blocks[0].slot.shape) == 2:
            return self.tr("Rows: from “{source}”. Columns: to “{layer}”.").format(
                source=node.inputs[0], layer=node.name
            )
        return self.tr("Columns: the units of “{layer}”.").format(layer=node.name)

    def _make(self) -> None:
        self.layer_box.setAccessibleName(self.tr("Layer"))
        self.layer_box.setToolTip(self.tr("The layer whose weights are shown"))
        self.layer_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layer_box.setMinimumContentsLength(_CHOICE_LENGTH)
        edit = QToolButton()
        edit.setText(self.tr("Edit"))
        edit.setProperty("look", "raised")
        edit.setToolTip(self.tr("What can be done with the selected cells, or with all if none are selected"))
        edit.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(edit)
        self._menu.aboutToShow.connect(self._fill_menu)
        edit.setMenu(self._menu)
        head, windows = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.layer_box, 1)
        head.addWidget(edit)
        for widget in (self._filter_note, self.filter_box, self._channel_note, self.channel_box):
            windows.addWidget(widget)
        windows.addStretch(1)
        self._caption.setProperty("look", "caption")
        self._caption.setWordWrap(True)
        seed_note = QLabel(self.tr("Seed"))
        seed_note.setProperty("look", "caption")
        seed_note.setBuddy(self.seed_box)
        self.seed_box.setRange(0, min(_MOST_SEED, MAX_SEED))
        self.seed_box.setToolTip(self.tr("The same seed gives the same initial weights; another seed gives others"))
        self.seed_box.setAccessibleName(self.tr("Seed of the initial weights"))
        self.seed_box.setKeyboardTracking(False)
        redraw = QToolButton()
        redraw.setText(self.tr("Redraw"))
        redraw.setProperty("look", "raised")
        redraw.setToolTip(self.tr("Draw other initial weights for this layer only, with its own initializer"))
        redraw.clicked.connect(self._on_redraw_clicked)
        none = EmptyState(self.tr("This network has no weights yet: add a layer with neurons."))
        self._pages = PageStack()
        self._pages.addWidget(self.grid)
        self._pages.addWidget(none)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addLayout(head)
        column.addLayout(windows)
        column.addWidget(self._caption)
        column.addLayout(self._pages, 1)
        column.addLayout(FlowRow(seed_note, self.seed_box, redraw))

    @Slot()
    def _fill_menu(self) -> None:
        empty(self._menu)
        self._menu.addActions(self.commands.actions())

    @Slot(str)
    def _on_layer_chosen(self, name: str) -> None:
        self._show_view(TableView(name))

    @Slot()
    def _on_window_chosen(self) -> None:
        self._show_view(TableView(self.view.node, self.filter_box.value() - 1, self.channel_box.value() - 1))

    @Slot(int, int)
    def _on_cell_chosen(self, row: int, column: int) -> None:
        self.weight_chosen.emit(self.model.weights.part(row, column))

    @Slot()
    def _on_seed_typed(self) -> None:
        seed = self.seed_box.value()
        if seed != self._shown_seed:
            text = EditName(QT_TRANSLATE_NOOP("steps", "Change Seed"))
            self._perform(text, lambda project: weight_edits.set_weights_seed(project, seed))
            self.seed_box.setValue(self._shown_seed)  # the edit may have been refused

    @Slot()
    def _on_redraw_clicked(self) -> None:
        name, seed = self.view.node, randbits(62)
        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Redraw Layer")),
            lambda project: weight_edits.draw_layer(project, name, seed),
        )

    def _perform(self, text: EditName, edit: Callable[[Project], Project]) -> None:
        try:
            self._document.perform(text, edit)
        except NnplayError as error:
            self._document.report(error)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        self.invalidate()


def _layers(network: NetworkSpec) -> list[str]:
    """Return the names of the layers that have weights."""
    return [node.name for node in network.nodes if network.node_slots(node.name)]
