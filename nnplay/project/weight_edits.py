"""Edits of weights: areas of a weight table set or drawn anew, layers drawn anew, the seed of the first weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import initial_parameters
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.initializers import Initializer, find_initializer
from nnplay.engine.seeds import generator
from nnplay.project.editing import edit, known
from nnplay.project.errors import EditError
from nnplay.project.fitting import changed
from nnplay.project.inspection.weight_table import GAP, Area, TableView, WeightTable
from nnplay.project.project import Project

Floats = NDArray[np.float64]

_LARGEST = float(np.finfo(np.float32).max)


@edit
def set_cells(project: Project, view: TableView, top: int, left: int, values: Floats) -> Project:
    """Write a block of numbers (n_rows, n_columns) into a table, its first number at row ``top``, column ``left``."""
    table = WeightTable(project.network, view)
    n_rows, n_columns = values.shape
    if top + n_rows > table.n_rows or left + n_columns > table.n_columns:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{n_rows} × {n_columns} numbers do not fit here: from this cell there are only {room_rows} rows and"
                " {room_columns} columns.",
            ),
            n_rows=n_rows,
            n_columns=n_columns,
            room_rows=table.n_rows - top,
            room_columns=table.n_columns - left,
        )
    return _written(project, table, Area(top, left, n_rows, n_columns), values)


@edit
def set_table(project: Project, view: TableView, values: Floats) -> Project:
    """Write a whole table, or all but its bias row: as a file that was saved from such a layer has it."""
    table = WeightTable(project.network, view)
    n_kernel = table.blocks[0].n_rows
    if values.shape[1] != table.n_columns or values.shape[0] not in (table.n_rows, n_kernel):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There are {n_rows} × {n_columns} numbers; the table has {table_rows} × {table_columns} cells.",
            ),
            n_rows=values.shape[0],
            n_columns=values.shape[1],
            table_rows=table.n_rows,
            table_columns=table.n_columns,
        )
    return _written(project, table, Area(0, 0, *values.shape), values)


@edit
def change_cells(project: Project, view: TableView, area: Area, change: Callable[[Floats], Floats]) -> Project:
    """Give the cells of an area other values, made from those that they have: filled, rounded, multiplied."""
    table = WeightTable(project.network, view)
    return _written(project, table, area, change(table.values(project.parameters, area).astype(np.float64)))


@edit
def draw_cells(project: Project, view: TableView, area: Area, initializer: str | Initializer, seed: int) -> Project:
    """Draw the weights of an area anew, as if their whole array was drawn."""
    table, rng = WeightTable(project.network, view), generator("weights", seed)
    vector = np.full(project.network.n_parameters, np.nan)
    for block in table.blocks:
        parameter = block.slot.spec
        drawn = find_initializer("initializer", initializer)(rng, parameter.shape, parameter.fan_in, parameter.fan_out)
        vector[block.slot.span] = drawn.ravel()
    places = table.places(area)
    return _written(project, table, area, np.where(places == GAP, np.nan, vector[places]))


@edit
def draw_layer(project: Project, name: str, seed: int) -> Project:
    """Draw all weights of a layer anew by its own initializers; the other layers stay as they are."""
    drawn = initial_parameters(project.network, generator("weights", seed))
    return _with_layer(project, known(project, name), drawn)


@edit
def set_initializer(project: Project, name: str, initializer: str | Initializer) -> Project:
    """Choose how a layer's kernel is drawn, and draw the layer: with the weights that a reset will give it."""
    node = project.network.node(known(project, name))
    if not hasattr(node.layer, "kernel_initializer"):
        raise EditError(QT_TRANSLATE_NOOP("errors", "The layer “{layer}” has no weights to draw."), layer=name)
    layer = changed(node.layer, kernel_initializer=initializer)
    nodes = tuple(replace(other, layer=layer) if other is node else other for other in project.network.nodes)
    network = replace(project.network, nodes=nodes) if layer != node.layer else project.network
    drawn = initial_parameters(network, project.seeds.generator("weights"))
    return _with_layer(replace(project, network=network) if network is not project.network else project, name, drawn)


@edit
def set_weights_seed(project: Project, seed: int) -> Project:
    """Start anew with the first weights of a seed."""
    if seed == project.seeds.weights:
        return project
    seeds = replace(project.seeds, weights=seed)
    parameters = initial_parameters(project.network, seeds.generator("weights"))
    return replace(project, seeds=seeds, parameters=parameters, run=None)


def _with_layer(project: Project, name: str, drawn: NDArray[np.float32]) -> Project:
    vector = project.parameters.copy()
    for slot in project.network.node_slots(name):
        vector[slot.span] = drawn[slot.span]
    return project if np.array_equal(vector, project.parameters) else replace(project, parameters=vector)


def _written(project: Project, table: WeightTable, area: Area, values: Floats) -> Project:
    places = table.places(area)
    is_cell = places != GAP
    numbers = values[is_cell]
    is_weight = np.isfinite(numbers) & (np.abs(numbers) <= _LARGEST)
    if not is_weight.all():
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "{value} cannot be a weight: enter a finite number."),
            value=numbers[np.argmin(is_weight)],
        )
    vector = project.parameters.copy()
    vector[places[is_cell]] = numbers
    return project if np.array_equal(vector, project.parameters) else replace(project, parameters=vector)
