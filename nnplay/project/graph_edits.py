"""Edits of the graph: links drawn and taken away, layers with several inputs, layers moved, exchanged and removed."""

from __future__ import annotations

from dataclasses import fields, replace
from enum import Enum

import numpy as np

from nnplay.engine import Add, Concatenate, Input, Layer, NetworkSpec, NnplayError, Node, Skipped, free_name
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.layers.skipped import MOST_WEIGHTS
from nnplay.project.editing import edit, known
from nnplay.project.errors import EditError
from nnplay.project.fitting import changed
from nnplay.project.graph import ancestors, healed, leading_to, ordered, refed
from nnplay.project.project import Project
from nnplay.project.restructuring import restructured, with_end


class Join(Enum):
    """How a second link comes to a layer that takes one input."""

    ADD = "Add"
    CONCATENATE = "Concatenate"
    INSTEAD = "Instead"

    @property
    def layer(self) -> Layer | None:
        """The layer that joins the links; None where the new one replaces the old."""
        return {Join.ADD: Add(), Join.CONCATENATE: Concatenate(), Join.INSTEAD: None}[self]


@edit
def connect(project: Project, source: str, target: str, join: Join | None = None) -> Project:
    """Draw a link from one layer to another.

    Parameters
    ----------
    join
        For a target that takes no further input: what becomes of the link it has. With ``ADD`` or ``CONCATENATE`` both
        are joined by a new layer before it.
    """
    nodes = project.network.nodes
    node = project.network.node(known(project, target))
    _check_new_link(project, source, node)
    if len(node.inputs) < node.layer.n_inputs[1]:
        return _with_nodes(project, *_exchanged(nodes, node, replace(node, inputs=(*node.inputs, source))))
    if join is None:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "errors", "“{target}” takes only one input and already has one: choose how to join the two."
            ),
            target=target,
        )
    if join.layer is None:
        _check_none_is_left_loose(project, node)
        return _with_nodes(project, *_exchanged(nodes, node, replace(node, inputs=(source,))))
    name = free_name(join.layer.usual_name, list(project.network.shapes))
    merge = Node(name, join.layer, (*node.inputs, source))
    return _with_nodes(project, *_exchanged(nodes, node, replace(node, inputs=(name,))), merge)


def joins(project: Project, source: str, target: str) -> dict[Join | None, EditError | None]:
    """The ways to draw a link, each with what speaks against it; the one key None where no choice is needed.

    Raises
    ------
    EditError
        If there is no link to be drawn whatever the way; for a single way or none that fits, why not.
    """
    node = project.network.node(known(project, target))
    _check_new_link(project, source, node)
    ways: tuple[Join | None, ...] = (None,) if len(node.inputs) < node.layer.n_inputs[1] else tuple(Join)
    found: dict[Join | None, EditError | None] = {}
    for way in ways:
        try:
            connect(project, source, target, way)
        except EditError as error:
            found[way] = error
        else:
            found[way] = None
    errors = [error for error in found.values() if error is not None]
    if len(errors) == len(found):
        raise errors[0]
    return found


@edit
def disconnect(project: Project, source: str, target: str) -> Project:
    """Take a link away; a layer that joined two inputs goes with it, and so does what then leads nowhere."""
    node = project.network.node(known(project, target))
    if known(project, source) not in node.inputs:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "“{source}” does not feed “{target}”: there is no link to remove."),
            source=source,
            target=target,
        )
    rest = tuple(name for name in node.inputs if name != source)
    if not rest:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "errors", "“{target}” needs its input: draw another link to it, which then replaces this one."
            ),
            target=target,
        )
    nodes = _exchanged(project.network.nodes, node, replace(node, inputs=rest))
    if len(rest) < node.layer.n_inputs[0]:
        return _with_nodes(project, *healed(nodes, {target}))
    return _with_nodes(project, *leading_to(nodes, project.network.output.name))


@edit
def insert_merge(
    project: Project, layer: Layer, between: tuple[str, str], position: tuple[float, float] | None = None
) -> Project:
    """Put a layer for two inputs on a link; the second is the nearest layer further back whose numbers fit."""
    source, target = between
    network = project.network
    if source not in network.node(known(project, target)).inputs:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "“{source}” does not feed “{target}”: a layer goes between two linked ones."),
            source=source,
            target=target,
        )
    name = free_name(layer.usual_name, list(network.shapes))
    nodes = [refed(node, source, name) if node.name == target else node for node in network.nodes]
    further_back = [node.name for node in nodes if node.name in ancestors(nodes, source)]
    reason: NnplayError | None = None
    for second in reversed(further_back):
        places = {} if position is None else {name: position}
        try:
            network = NetworkSpec(ordered((*nodes, Node(name, layer, (source, second)))))
            return restructured(project, network, places)
        except NnplayError as error:
            reason = reason or error
    if reason is not None:
        raise reason
    raise EditError(
        QT_TRANSLATE_NOOP("errors", "There is only one layer before this position: {kind} needs two."),
        kind=layer.kind,
    )


@edit
def move_layer(project: Project, name: str, source: str, target: str | None) -> Project:
    """Take a layer out and put it on the link from ``source`` to ``target``, or behind the output ``source``.

    It keeps its name, and those of its weights that still fit.
    """
    node = project.network.node(known(project, name))
    if len(node.inputs) != 1:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "“{layer}” has several inputs, or none: it cannot be moved to another link."),
            layer=name,
        )
    if name in (source, target):
        return project
    rest = NetworkSpec(healed(project.network.nodes, {name}))
    for other in (source, *([target] if target is not None else [])):
        if other not in rest.shapes:
            raise EditError(
                QT_TRANSLATE_NOOP("errors", "“{layer}” cannot be moved: “{other}” depends on it."),
                layer=name,
                other=other,
            )
    nodes, layer = list(rest.nodes), node.layer
    if target is None:
        nodes, layer = with_end(rest, layer)
    else:
        nodes = [refed(other, source, name) if other.name == target else other for other in nodes]
    return _with_nodes(project, *nodes, Node(name, layer, (source,)))


@edit
def exchange_layer(project: Project, name: str, layer: Layer) -> Project:
    """Put a layer of another kind in a layer's place; settings that both know, and its weights where they fit, stay.

    A name that came from the kind follows it.
    """
    node = project.network.node(known(project, name))
    if isinstance(node.layer, Input) or isinstance(layer, Input):
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "The input cannot be replaced: it is where the data enter the network.")
        )
    alike = like(layer, node.layer)
    if alike == node.layer:
        return project
    new_name = name
    if _is_usual_name(name, node.layer) and alike.kind != node.layer.kind:
        new_name = free_name(alike.usual_name, [other for other in project.network.shapes if other != name])
    new = replace(node, name=new_name, layer=alike)
    nodes = (new if other is node else refed(other, name, new_name) for other in project.network.nodes)
    return restructured(project, NetworkSpec(tuple(nodes)), {new_name: project.positions[name]})


@edit
def skip_layer(project: Project, name: str, is_skipped: bool) -> Project:
    """Let the numbers pass a layer as if it were not there, or use it again.

    All other weights stay as they are; its own come back with it, if they are at most ``MOST_WEIGHTS``.
    """
    network = project.network
    node = network.node(known(project, name))
    if isinstance(node.layer, Skipped) == is_skipped:
        return project
    slots = network.node_slots(name)
    if isinstance(node.layer, Skipped):
        layer, own = node.layer.layer, np.array(node.layer.weights, np.float32)
    else:
        values = np.concatenate([project.parameters[slot.span] for slot in slots]) if slots else np.empty(0)
        kept = values if len(values) <= MOST_WEIGHTS else np.empty(0)
        layer, own = Skipped(layer=node.layer, weights=tuple(kept.tolist())), np.empty(0, np.float32)
    changed_network = NetworkSpec(_exchanged(network.nodes, node, replace(node, layer=layer)))
    after = restructured(project, changed_network)
    # No shape has changed, so every other number still means the same.
    vector, old = after.parameters.copy(), {(slot.node, slot.name): slot for slot in network.slots}
    place = 0
    for slot in changed_network.slots:
        if slot.node != name:
            vector[slot.span] = project.parameters[old[slot.node, slot.name].span]
        elif len(own):
            vector[slot.span] = own[place : place + slot.size]
            place += slot.size
    return replace(after, parameters=vector)


def like(layer: Layer, other: Layer) -> Layer:
    """The layer with those settings of another that both have, units and filters being the same."""
    given = {each.name: getattr(other, each.name) for each in fields(other)}
    given.setdefault("units", given.get("filters"))
    given.setdefault("filters", given.get("units"))
    wanted = {each.name: given[each.name] for each in fields(layer) if given.get(each.name) is not None}
    return changed(layer, **wanted)


def _check_new_link(project: Project, source: str, target: Node) -> None:
    known(project, source)
    if isinstance(target.layer, Input):
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "No link can lead to the input: it is where the data enter the network.")
        )
    if source in target.inputs:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "“{source}” already feeds “{target}”."), source=source, target=target.name
        )
    if source == target.name or target.name in ancestors(project.network.nodes, source):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{target}” comes before “{source}”: a link back would make a circle, and numbers flow only one way.",
            ),
            source=source,
            target=target.name,
        )


def _check_none_is_left_loose(project: Project, target: Node) -> None:
    loose = [source for source in target.inputs if project.network.consumers(source) == (target.name,)]
    if loose:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "Without its link to “{target}”, the layer “{source}” would lead nowhere."),
            source=loose[0],
            target=target.name,
        )


def _is_usual_name(name: str, layer: Layer) -> bool:
    usual, _, number = name.partition(layer.usual_name)
    return not usual and (not number or number.removeprefix("_").isdigit())


def _exchanged(nodes: tuple[Node, ...], old: Node, new: Node) -> tuple[Node, ...]:
    return tuple(new if node is old else node for node in nodes)


def _with_nodes(project: Project, *nodes: Node) -> Project:
    return restructured(project, NetworkSpec(ordered(nodes)))
