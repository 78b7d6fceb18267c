"""NetworkScene: the document's network as graphics items; a projection that can be discarded and rebuilt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QSizeF, Signal
from PySide6.QtCore import Slot as QtSlot
from PySide6.QtWidgets import QGraphicsScene

from nnplay.appearance.data_names import input_names, shown_names
from nnplay.appearance.distinct_names import distinct_names
from nnplay.appearance.theme import theme
from nnplay.canvas.cards.card_item import CardItem
from nnplay.canvas.cards.card_layout import Body, CardLayout
from nnplay.canvas.cards.pictures import Pictures
from nnplay.canvas.cards.room import best_rows, lay_out_in
from nnplay.canvas.editing.network_edits import NetworkEdits, input_features
from nnplay.canvas.ghost_item import GhostItem
from nnplay.canvas.links.link_preview_item import LinkPreviewItem
from nnplay.canvas.links.links import Links
from nnplay.canvas.links.ports import Ports
from nnplay.canvas.marks_item import MarksItem
from nnplay.canvas.navigation.arrangement import Arrangement
from nnplay.canvas.navigation.detail import Detail
from nnplay.canvas.navigation.selection import Selection
from nnplay.canvas.numbers_item import NumbersItem
from nnplay.data import Dataset
from nnplay.engine import Node, Part
from nnplay.project import Project
from nnplay.project.layout import n_rows_of, rows
from nnplay.project.part_edits import is_covered

_LIVE_LINES = 60
"""Takes about 1 ms to paint."""


class NetworkScene(QGraphicsScene):
    """The cards and links of a network.

    Attributes
    ----------
    cards
        The items, by the names of their nodes.
    arrangement
        Where the cards are.
    links, ports
        The links between them, and their ports.
    selection
        The selected layers, or the selected link.
    ghost
        Shows where a dragged layer will land.
    numbers
        Weights and biases as numbers, at the highest level of detail.
    marks
        Numbers of a calculation beside neurons and connections.
    link_preview
        The link that is being drawn.

    Signals
    -------
    arranged : the position or size of cards has changed.
    part_hovered(part | None, QPointF), part_clicked(part, QPointF) : a neuron or a connection, as a ``Part``.
    card_pressed(str, bool), card_clicked(str),
    card_dragged(str, QPointF), card_released(str), popup_wanted(str, str),
    stepper_hovered(CardButton | None) : as for the cards.
    """

    arranged = Signal()
    part_hovered = Signal(object, QPointF)
    part_clicked = Signal(object, QPointF)
    card_pressed = Signal(str, bool)
    card_clicked = Signal(str)
    card_dragged = Signal(str, QPointF)
    card_released = Signal(str)
    popup_wanted = Signal(str, str)
    stepper_hovered = Signal(object)

    def __init__(self, project: Project, edits: NetworkEdits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._project = project
        self._parameters = project.parameters
        self._dataset: Dataset | None = None
        self._example: NDArray[np.float32] | None = None
        self.selection = Selection(self)
        self.selection.changed.connect(self._on_selection_changed)
        self.cards: dict[str, CardItem] = {}
        self.arrangement = Arrangement(self.cards, self)
        self.arrangement.moved.connect(self._on_cards_moved)
        self.arrangement.reserved.connect(self.arranged)
        self.links = Links(self)
        self.links.part_hovered.connect(self.part_hovered)
        self.links.part_clicked.connect(self.part_clicked)
        self.part_hovered.connect(self._on_part_hovered)
        self.ports = Ports(self)
        self.ghost, self.link_preview = GhostItem(), LinkPreviewItem()
        self.addItem(self.ghost)
        self._shows_maps = True
        self._view_size: QSizeF | None = None
        self._hides_values = self._hides_counts = False
        self._is_turn_of_links = True
        self._detail, self._far_size = Detail.NEURONS, 0
        self.numbers = NumbersItem(self.cards, self.links)
        self.addItem(self.numbers)
        self.marks = MarksItem(self.cards, self.links)
        self.addItem(self.marks)
        self.addItem(self.link_preview)
        theme().changed.connect(self._on_theme_changed)
        self._rebuild()

    @property
    def project(self) -> Project:
        """The project shown."""
        return self._project

    @property
    def layouts(self) -> dict[str, CardLayout]:
        """The layout of every card."""
        return {name: card.layout for name, card in self.cards.items()}

    @property
    def parameters(self) -> NDArray[np.float32]:
        """The flat vector of the weights shown."""
        return self._parameters

    def show_project(self, project: Project) -> None:
        """Show another state of the project; only differences are updated."""
        before, self._project = self._project, project
        if project.network is not before.network:
            # First, because laying out cards can make the pointer ask for a value.
            self._parameters = project.parameters
        is_locked_otherwise = project.locked != before.locked or project.classroom != before.classroom
        if (
            project.network is not before.network
            or input_features(project) != input_features(before)
            or is_locked_otherwise
        ):
            self._rebuild()
        elif project.positions is not before.positions:
            if self._lay_out() != self.layouts or self._rows() != self.links.rows:
                self._rebuild()
            self.arrangement.show_project(project)
        if project.training.frozen != before.training.frozen or project.muted != before.muted:
            self._show_marks()
        # Otherwise keep the weights shown: during a run they may be newer than the project's.
        if project.parameters is not before.parameters or project.muted != before.muted:
            self.show_parameters(project.parameters)

    def show_parameters(self, parameters: NDArray[np.float32], *, is_running: bool = False) -> None:
        """Show other weights of the same network; vectors of another length are out of date and ignored.

        Parameters
        ----------
        is_running
            More weights will follow in a moment: connections and neurons then take turns, so that the animation is
            smooth.
        """
        if len(parameters) != self._project.network.n_parameters:
            return
        self._parameters = parameters
        self._is_turn_of_links = not (is_running and self._is_turn_of_links)
        if self._is_turn_of_links:
            most_lines = _LIVE_LINES if is_running else None
            self.links.set_parameters(self._project.network, parameters, most_lines=most_lines)
            self._show_numbers()
        if not is_running or not self._is_turn_of_links:
            self._pictures.set_parameters(parameters, self._project.muted)
            for card in self.cards.values():
                card.show_parameters(self._project.network, parameters, self.links.scale)
            self._show_units()

    @property
    def detail(self) -> Detail:
        """The level of detail."""
        return self._detail

    def show_detail(self, detail: Detail, far_size: int) -> None:
        """Show a level of detail; ``far_size`` is the text height on distant cards, px of the scene."""
        far_size = far_size if detail is Detail.CARDS else 0
        if (detail, far_size) != (self._detail, self._far_size):
            self._detail, self._far_size = detail, far_size
            for card in self.cards.values():
                card.set_far(far_size)
            self.links.set_far(detail is Detail.CARDS)
            self.numbers.setVisible(detail is Detail.ALL)
            self._show_numbers()

    def _show_numbers(self) -> None:
        if self._detail is Detail.ALL:
            self.numbers.show_parameters(self._project.network, self._parameters)

    def show_example(self, x: NDArray[np.float32] | None) -> None:
        """Show the activations for one input in the units, or with None their general pictures."""
        if x is not None or self._example is not None:
            self._example = x
            self._pictures.set_example(x)
            self._show_units()

    def _show_units(self) -> None:
        """Show the pictures of the neurons, or their outputs."""
        outputs, atlases = self._pictures.outputs(), self._pictures.atlases(self.layouts)
        given = self._project.network.input.name
        for name, card in self.cards.items():
            card.units.set_values(outputs.get(name), is_hidden=self._hides_values and name != given)
            card.units.set_pictures(atlases.get(name))

    def conceal(self, *, values: bool, counts: bool) -> None:
        """Show question marks in place of the neurons' outputs, and of the layers' numbers of weights."""
        if (values, counts) != (self._hides_values, self._hides_counts):
            self._hides_values, self._hides_counts = values, counts
            self._rebuild()

    def show_maps(self, shows_maps: bool) -> None:
        """Show feature maps of convolutions, or their filters."""
        if shows_maps != self._shows_maps:
            self._shows_maps = shows_maps
            self._rebuild()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Show what depends on the data: examples and the names of the classes."""
        self._dataset = dataset
        # For point data, everything on the cards is already known from the project.
        if not input_features(self._project):
            self._rebuild()

    def point_at(self, part: Part | None) -> None:
        """Highlight the connection or the neuron of one weight, or none."""
        self.links.point_at(part)
        for name, card in self.cards.items():
            is_its = part is not None and part.node == name and len(part.index) == 1
            card.units.point_at(part.index[0] if part is not None and is_its else None)

    def _show_marks(self) -> None:
        """Show what is frozen and what is muted."""
        frozen, muted = self._project.training.frozen, self._project.muted
        self.links.set_marks(frozen, muted)
        for name, card in self.cards.items():
            whole = Part(name)
            card.set_marks(is_frozen=is_covered(frozen, whole), is_muted=is_covered(muted, whole))
            n_units = 0 if card.layout.body is Body.EXAMPLES else card.layout.n_shown
            units = [Part(name, unit=unit) for unit in range(n_units)]
            card.units.set_marks(
                *(
                    frozenset(number for number, unit in enumerate(units) if is_covered(parts, unit))
                    for parts in (frozen, muted)
                )
            )

    def show_in(self, view: QSizeF) -> None:
        """Use the room of a view of this size, px: cards as tall and pictures as large as it allows."""
        self._view_size = view
        if self._lay_out() != self.layouts:
            self._rebuild()

    def _lay_out(self) -> dict[str, CardLayout]:
        project = self._project
        n_rows = n_rows_of(project.network, project.positions)
        # Cards that somebody has put one below the other need the height for themselves.
        is_row = n_rows is not None or len({y for _, y in project.positions.values()}) == 1
        view = self._view_size if is_row else None
        return lay_out_in(project.network, input_names(project.data), view, n_rows or 1)

    def best_rows(self) -> int:
        """Return in how many rows the network is largest in the view."""
        return best_rows(self._project.network, input_names(self._project.data), self._view_size)

    def _rows(self) -> dict[str, int]:
        """Return the row of each layer; none if layers have been moved by hand."""
        network = self._project.network
        n_rows = n_rows_of(network, self._project.positions)
        if n_rows is None:
            return {}
        return {name: row for row, columns in enumerate(rows(network, n_rows)) for names in columns for name in names}

    def _rebuild(self) -> None:
        """Create a card for each layer and an item for each link."""
        project, network = self._project, self._project.network
        layouts = self._lay_out()
        for name in self.cards.keys() - layouts.keys():
            self.removeItem(self.cards.pop(name))
        for node in network.nodes:
            is_new = node.name not in self.cards
            card = self._add_card(node, layouts[node.name]) if is_new else self.cards[node.name]
            names = self._unit_names(node.name)
            card.show_node(
                project,
                node,
                layouts[node.name],
                names,
                shows_maps=self._shows_maps,
                shows_count=not self._hides_counts,
            )
            card.set_far(self._far_size)
        self.links.show_network(network, layouts, self._rows())
        self.numbers.place()
        self.ports.show_network(network)
        self.selection.keep(network.shapes, self.links.items)
        self.links.choose(self.selection.link)
        self._pictures = Pictures(network, input_features(project))
        self._pictures.set_shows_maps(self._shows_maps)
        self._pictures.set_dataset(self._dataset)
        self._pictures.set_example(self._example)
        self.arrangement.show_project(project)
        self._show_marks()
        self.show_parameters(self._parameters)

    def _add_card(self, node: Node, layout: CardLayout) -> CardItem:
        card = CardItem(self._edits, node, layout)
        card.pressed.connect(self.card_pressed)
        card.clicked.connect(self.card_clicked)
        card.dragged.connect(self.card_dragged)
        card.released.connect(self.card_released)
        card.popup_wanted.connect(self.popup_wanted)
        card.stepper_hovered.connect(self.stepper_hovered)
        card.units.part_hovered.connect(self.part_hovered)
        card.units.part_clicked.connect(self.part_clicked)
        self.cards[node.name] = card
        self.addItem(card)
        return card

    def _unit_names(self, name: str) -> tuple[str, ...]:
        is_output = name == self._project.network.output.name
        names = self._dataset.classes if is_output and self._dataset is not None else ()
        fits = len(names) == self._project.network.shapes[name][-1]
        return distinct_names(shown_names(self._project.data, names)) if fits else ()

    @QtSlot()
    def _on_cards_moved(self) -> None:
        self.links.place({name: card.pos() for name, card in self.cards.items()})
        self.arrangement.show_bows(self.links.bows, self.links.bows_rect())
        self.ports.place(self.layouts, self.cards)
        self.marks.place()
        self.numbers.place()
        self._show_numbers()
        self.arranged.emit()

    @QtSlot(object, QPointF)
    def _on_part_hovered(self, part: Part | None, at: QPointF) -> None:
        neuron = part if part is not None and part.unit is not None else None
        self.links.show_fan(neuron, self._project.network, self._parameters)

    @QtSlot()
    def _on_selection_changed(self) -> None:
        for name, card in self.cards.items():
            card.set_selected(name in self.selection.names)
        self.links.choose(self.selection.link)

    @QtSlot()
    def _on_theme_changed(self) -> None:
        for card in self.cards.values():
            card.apply_theme()
        self.links.apply_theme()
        self.ports.apply_theme()
        self.show_parameters(self._parameters)
        self.update()
