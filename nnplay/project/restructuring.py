"""What structural edits have in common: a changed network, and all that depends on it carried over."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnplay.engine import Layer, NetworkSpec, Node, Part, TrainingSettings, transfer, transfer_parts
from nnplay.project.fitting import changed, layer_with_activation
from nnplay.project.graph import descendants
from nnplay.project.layout import COLUMN_WIDTH
from nnplay.project.project import Positions, Project


def with_end(network: NetworkSpec, layer: Layer) -> tuple[list[Node], Layer]:
    """The nodes, and the layer that is to follow the output: one with units takes over the output's part."""
    nodes = list(network.nodes)
    if not hasattr(layer, "units"):
        return nodes, layer
    shaped = layer_with_activation(network)
    if shaped is not None and hasattr(layer, "activation"):
        nodes[nodes.index(shaped)] = replace(shaped, layer=changed(shaped.layer, activation=layer.activation))
        layer = changed(layer, activation=shaped.layer.activation_name)
    return nodes, changed(layer, units=network.shapes[network.output.name][-1])


def restructured(
    project: Project,
    network: NetworkSpec,
    places: Positions | None = None,
    input_rows: list[int | None] | None = None,
    **changes: object,
) -> Project:
    """The project with another network: weights that fit, places of cards, frozen and muted parts carried over.

    ``places`` has the middle of new cards where it is known; ``changes`` are other fields that change in the same step.
    """
    rng = project.seeds.generator("weights")
    parameters = transfer(project.network, project.parameters, network, rng, input_rows)
    if np.array_equal(parameters, project.parameters):
        parameters = project.parameters
    training = changes.pop("training", project.training)
    assert isinstance(training, TrainingSettings)
    frozen, muted = (
        transfer_parts(project.network, parts, network, input_rows) for parts in (training.frozen, project.muted)
    )
    return replace(
        project,
        network=network,
        parameters=parameters,
        positions=_placed(project.positions, network, places or {}),
        training=with_frozen(training, frozen),
        muted=project.muted if muted == project.muted else muted,
        **changes,  # type: ignore[arg-type]  # fields of Project, which checks them
    )


def with_frozen(training: TrainingSettings, frozen: tuple[Part, ...]) -> TrainingSettings:
    """The settings with other frozen parts, the very ones if these are the same."""
    return training if frozen == training.frozen else replace(training, frozen=frozen)


def _placed(old: Positions, network: NetworkSpec, places: Positions) -> Positions:
    """A place for each node: where it was, or one column behind its source, what is further on making room."""
    if set(old) == set(network.shapes):
        return old
    positions = {name: place for name, place in {**old, **places}.items() if name in network.shapes}
    for node in network.nodes:
        if node.name in positions:
            continue
        x, y = max(positions[source] for source in node.inputs)
        positions[node.name] = (x + COLUMN_WIDTH, y)
        later = descendants(network.nodes, node.name)
        if any(name in positions and positions[name][0] < x + 2 * COLUMN_WIDTH for name in later):
            positions.update({name: _shifted(positions[name]) for name in later & positions.keys()})
    return positions


def _shifted(place: tuple[float, float]) -> tuple[float, float]:
    return place[0] + COLUMN_WIDTH, place[1]
