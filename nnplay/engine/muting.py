"""Muting: neurons or layers that output 0, and weights that count as 0, to see what the network does without them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.layers.base import Layer, Shape, Site
from nnplay.engine.parts import Part, check_parts, weights_of
from nnplay.engine.specs import NetworkSpec, Node, free_name


@dataclass(frozen=True)
class Mute(Layer):
    """Passes its input on with some units (or channels) set to 0; an empty tuple means all of them.

    Not one of ``LAYER_TYPES``: it stands in a network only while something is muted.
    """

    units: tuple[int, ...] = ()

    own_numbers: ClassVar[tuple[str, ...]] = ("units",)

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def forward(self, site: Site) -> list[Call]:
        return [(np.multiply, (site.inputs[0], self._is_heard(site), site.z))]

    def backward(self, site: Site) -> list[Call]:
        dx = site.input_gradients[0]
        return [] if dx is None else [(np.multiply, (site.output_gradient, self._is_heard(site), dx))]

    def _is_heard(self, site: Site) -> Array:
        is_heard = np.ones((len(site.layers), *site.shape), site.z.dtype)
        for row, layer in zip(is_heard, site.layers, strict=True):
            row[..., list(layer.units) or slice(None)] = 0
        return is_heard.reshape(*site.lead, -1, 1)


def mute_outputs(spec: NetworkSpec, parts: Iterable[Part]) -> NetworkSpec:
    """The network with a ``Mute`` behind each layer of which a neuron, or all, is muted.

    The flat vector keeps its layout, and a muted layer keeps its name, so that what it would have said is still there
    to be seen. Parts that are weights change nothing here; ``muted_weights`` returns those.
    """
    units: dict[str, set[int]] = {}
    for part in parts:
        check_parts(spec, [part])
        if part.parameter is None:
            everything = range(spec.shapes[part.node][-1])
            units.setdefault(part.node, set()).update(everything if part.unit is None else [part.unit])
    names: dict[str, str] = {}
    nodes: list[Node] = []
    taken = list(spec.shapes)
    for node in spec.nodes:
        nodes.append(Node(node.name, node.layer, tuple(names.get(source, source) for source in node.inputs)))
        if node.name in units:
            names[node.name] = free_name(f"{node.name}_muted", taken)
            taken.append(names[node.name])
            nodes.append(Node(names[node.name], Mute(tuple(sorted(units[node.name]))), (node.name,)))
    return NetworkSpec(tuple(nodes)) if names else spec


def muted_weights(spec: NetworkSpec, parts: Iterable[Part]) -> Array:
    """Return which numbers of the flat vector are muted: bool (n_parameters,)."""
    return weights_of(spec, [part for part in parts if part.parameter is not None])
