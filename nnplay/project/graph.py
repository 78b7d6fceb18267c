"""The graph under a network, as plain tuples of nodes: order, ways, and how a gap heals. Nothing is checked here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from nnplay.engine import Node

Nodes = tuple[Node, ...]


def ancestors(nodes: Sequence[Node], name: str) -> set[str]:
    """Names of all that leads to a node, without itself; ``nodes`` in topological order."""
    found = {name}
    for node in reversed(nodes):
        if node.name in found:
            found.update(node.inputs)
    return found - {name}


def descendants(nodes: Sequence[Node], name: str) -> set[str]:
    """Names of all that a node leads to, without itself; ``nodes`` in topological order."""
    found = {name}
    for node in nodes:
        if found.intersection(node.inputs):
            found.add(node.name)
    return found - {name}


def ordered(nodes: Iterable[Node]) -> Nodes:
    """The nodes in topological order, as little moved as possible; what lies on a circle stays at the end."""
    waiting, placed, names = list(nodes), [], set[str]()
    while ready := next((node for node in waiting if names.issuperset(node.inputs)), None):
        waiting.remove(ready)
        placed.append(ready)
        names.add(ready.name)
    return (*placed, *waiting)


def healed(nodes: Sequence[Node], removed: Collection[str]) -> Nodes:
    """The nodes without some of them: what a removed one fed is fed by its own source, the last one if it had several.

    A layer for several inputs that is left with one goes too, and so does what would lead nowhere.
    """
    output = nodes[-1].name
    places = {node.name: place for place, node in enumerate(nodes)}
    stand_ins: dict[str, str] = {}
    kept: list[Node] = []
    for node in nodes:
        inputs = tuple(dict.fromkeys(stand_ins.get(source, source) for source in node.inputs))
        is_left_alone = inputs != node.inputs and len(inputs) < node.layer.n_inputs[0]
        if node.name in removed or is_left_alone:
            stand_ins[node.name] = max(inputs, key=places.__getitem__)
        else:
            kept.append(node if inputs == node.inputs else replace(node, inputs=inputs))
    return leading_to(kept, stand_ins.get(output, output))


def leading_to(nodes: Sequence[Node], output: str) -> Nodes:
    """Only the nodes from which the output can be reached, and the output."""
    wanted = {output, *ancestors(nodes, output)}
    return tuple(node for node in nodes if node.name in wanted)


def refed(node: Node, old_source: str, new_source: str) -> Node:
    """The node, taking from ``new_source`` what it took from ``old_source``."""
    return replace(node, inputs=tuple(new_source if name == old_source else name for name in node.inputs))
