"""Edits: pure functions from a project to the project after one change.

Each raises EditError, and nothing else, when the change is impossible, and returns the very project it was given when
there is nothing to change. Weights that still mean the same are kept; the parts that an edit leaves alone are shared.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice, DrawnChoice, PlaneChoice
from nnplay.engine import (
    Layer,
    NetworkSpec,
    NnplayError,
    Node,
    Part,
    TrainingSettings,
    free_name,
    initial_parameters,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.parts import exists, place_of
from nnplay.engine.seeds import MAX_SEED
from nnplay.project.editing import edit, known
from nnplay.project.errors import EditError
from nnplay.project.fitting import OUTPUT_FORMS, adapted, changed
from nnplay.project.graph import healed, refed
from nnplay.project.project import Positions, Project, check_name
from nnplay.project.restructuring import restructured, with_end, with_frozen
from nnplay.project.stop_rules import StopRules
from nnplay.project.titles import followed_title


@edit
def insert_layer(
    project: Project,
    layer: Layer,
    *,
    between: tuple[str, str] | None = None,
    after: str | None = None,
    position: tuple[float, float] | None = None,
) -> Project:
    """Put a new layer on a link, behind a layer, or (by default) behind the output.

    Behind the output a layer with units takes over its part: as many units as the data ask for, and the output's
    activation in exchange for its own. So the network can be trained at once.

    Parameters
    ----------
    between
        Names of two linked nodes.
    after
        Name of a node; all that it feeds is fed by the new layer instead.
    position
        Middle of the new card; by default one column to the right of what feeds it, the rest moving on.
    """
    network = project.network
    source, target = between or (after or network.output.name, None)
    targets = network.consumers(known(project, source)) if target is None else (target,)
    if target is not None and source not in network.node(known(project, target)).inputs:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "“{source}” does not feed “{target}”: a layer goes between two linked ones."),
            source=source,
            target=target,
        )
    nodes = list(network.nodes)
    if not targets:
        nodes, layer = with_end(network, layer)
    new = Node(free_name(layer.usual_name, list(network.shapes)), layer, (source,))
    nodes = [refed(node, source, new.name) if node.name in targets else node for node in nodes]
    nodes.insert(1 + [node.name for node in nodes].index(source), new)
    places = {} if position is None else {new.name: position}
    return restructured(project, NetworkSpec(tuple(nodes)), places)


@edit
def remove_layers(project: Project, names: Collection[str]) -> Project:
    """Take layers out; what they fed is fed by their own sources, and what then leads nowhere goes too."""
    for name in names:
        if not project.network.node(known(project, name)).inputs:
            raise EditError(
                QT_TRANSLATE_NOOP("errors", "The input cannot be removed: it is where the data enter the network.")
            )
    return restructured(project, NetworkSpec(healed(project.network.nodes, names))) if names else project


def remove_layer(project: Project, name: str) -> Project:
    """Take one layer out."""
    return remove_layers(project, (name,))


@edit
def replace_layer(project: Project, name: str, layer: Layer) -> Project:
    """Put another layer, or the same with other settings, in a layer's place; it keeps its name."""
    node = project.network.node(known(project, name))
    if node.layer == layer:
        return project
    nodes = (replace(other, layer=layer) if other is node else other for other in project.network.nodes)
    return restructured(project, NetworkSpec(tuple(nodes)))


@edit
def change_layer(project: Project, name: str, fields: Mapping[str, object]) -> Project:
    """Give some of a layer's settings other values; what is refused is said with the layer's name."""
    try:
        layer = changed(project.network.node(known(project, name)).layer, **fields)
    except NnplayError as error:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "The layer “{layer}” was not changed: {reason}"), layer=name, reason=error
        ) from error
    return replace_layer(project, name, layer)


@edit
def rename_layer(project: Project, name: str, new_name: str) -> Project:
    """Give a layer another name; its weights stay."""
    known(project, name)
    if new_name == name:
        return project
    check_name(new_name)
    nodes = tuple(
        replace(refed(node, name, new_name), name=new_name if node.name == name else node.name)
        for node in project.network.nodes
    )
    frozen, muted = (
        tuple(replace(part, node=new_name) if part.node == name else part for part in parts)
        for parts in (project.training.frozen, project.muted)
    )
    return replace(
        project,
        network=NetworkSpec(nodes),
        positions={new_name if node == name else node: place for node, place in project.positions.items()},
        training=with_frozen(project.training, frozen),
        muted=muted,
    )


@edit
def move_layers(project: Project, positions: Positions) -> Project:
    """Put some cards somewhere else; ``positions`` has the new middle of each."""
    for name in positions:
        known(project, name)
    moved = {**project.positions, **{name: (float(x), float(y)) for name, (x, y) in positions.items()}}
    return project if moved == project.positions else replace(project, positions=moved)


@edit
def set_parameter(project: Project, node: str, parameter: str, index: tuple[int, ...], value: float) -> Project:
    """Set one weight, such as ``("dense", "kernel", (0, 1))``: from the first input to the second unit."""
    weight = Part(known(project, node), parameter=parameter, index=index)
    if not index or not exists(project.network, weight):
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "The layer “{layer}” has no weight {parameter}{index}."),
            layer=node,
            parameter=parameter,
            index=list(index),
        )
    if not isfinite(value) or abs(value) > float(np.finfo(np.float32).max):
        raise EditError(QT_TRANSLATE_NOOP("errors", "{value} cannot be a weight: enter a finite number."), value=value)
    vector = project.parameters.copy()
    place = place_of(project.network, weight)
    if vector[place] == np.float32(value):
        return project
    vector[place] = value
    return replace(project, parameters=vector)


@edit
def set_parameters(project: Project, vector: NDArray[np.float32]) -> Project:
    """Set all weights (n_parameters,) by hand, as it were: the curves go on."""
    return project if vector is project.parameters else replace(project, parameters=vector)


@edit
def reset(project: Project) -> Project:
    """Go back to the start: the same first weights, drawn from the project's seed, and no history."""
    parameters = initial_parameters(project.network, project.seeds.generator("weights"))
    if project.history.is_empty and np.array_equal(parameters, project.parameters):
        return project
    return replace(project, parameters=parameters, run=None)


@edit
def new_start(project: Project) -> Project:
    """Start anew with other first weights: those of the next seed."""
    seeds = replace(project.seeds, weights=_next(project.seeds.weights))
    parameters = initial_parameters(project.network, seeds.generator("weights"))
    return replace(project, seeds=seeds, parameters=parameters, run=None)


@edit
def set_data(project: Project, choice: DataChoice) -> Project:
    """Choose other data; the network's input, its end, the loss and the project's title follow where they must.

    Weights of features that stay are kept. Other data, not just more noise or another split, begin new curves.
    """
    old = project.data
    if choice == old:
        return project
    network = adapted(project.network, old, choice)
    training = project.training
    if choice.task is not old.task:
        training = replace(training, loss=OUTPUT_FORMS[choice.task].loss)
    run = project.run if _is_same_set(old, choice) else None
    rows = None
    if isinstance(choice, PlaneChoice) and isinstance(old, PlaneChoice):
        rows = [old.features.index(name) if name in old.features else None for name in choice.features]
    title = followed_title(project.title, old, choice)
    return restructured(project, network, input_rows=rows, title=title, data=choice, training=training, run=run)


@edit
def regenerate(project: Project) -> Project:
    """Make other examples of the same kind, from the next seed; data that are read stay as they are."""
    if not project.data.is_drawn_from_seed:
        return project
    return replace(project, seeds=replace(project.seeds, data=_next(project.seeds.data)))


@edit
def set_training(project: Project, settings: TrainingSettings) -> Project:
    """Train with other settings from now on."""
    return project if settings == project.training else replace(project, training=settings)


@edit
def set_stop(project: Project, rules: StopRules) -> Project:
    """End runs by other rules from now on."""
    return project if rules == project.stop else replace(project, stop=rules)


@edit
def set_title(project: Project, title: str) -> Project:
    """Give the project another title."""
    return project if title == project.title else replace(project, title=title)


def _is_same_set(old: DataChoice, new: DataChoice) -> bool:
    """Whether what was learned from the old data still counts: more noise, another split, a point more."""
    if replace(new, is_balanced=old.is_balanced) == old:
        return True
    is_one_kind = type(old) is type(new) and getattr(old, "kind", None) == getattr(new, "kind", None)
    return is_one_kind and (new.is_drawn_from_seed or isinstance(new, DrawnChoice))


def _next(seed: int) -> int:
    return seed + 1 if seed < MAX_SEED else 0
