"""The model of a PyTorch program: its definition, where its weights lie, and which of them training leaves alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnplay.engine import BatchNormalization, LayerNormalization, Node, ParameterSlot
from nnplay.exchange.program.differences import Difference
from nnplay.exchange.program.pytorch_chain import Module, Order, modules
from nnplay.exchange.program.pytorch_layers import (
    is_fused,
    layer_lines,
    parameter_of,
    start_lines,
    step_lines,
    turned,
)
from nnplay.exchange.program.text import Line, laid_out, lines_of
from nnplay.exchange.program.writing import FROZEN, MUTED, Writing, index_of
from nnplay.exchange.tensors import Array

_SCALE = """class Scale(nn.Module):
    def __init__(self, shift, scale):
        super().__init__()
        self.register_buffer("shift", torch.tensor(shift), persistent=False)
        self.register_buffer("scale", torch.tensor(scale), persistent=False)

    def forward(self, x):
        return (x - self.shift) / self.scale"""


@dataclass(frozen=True, eq=False)
class Place:
    """Where one of the network's arrays lies in the model.

    Attributes
    ----------
    text
        The expression, such as ``model[0].weight``.
    rows, units
        The order of its places, as in ``Module``.
    """

    slot: ParameterSlot
    text: str
    rows: Order | None = None
    units: Order | None = None

    def arranged(self, values: Array) -> Array:
        """The array in PyTorch's order, or a mask of it."""
        if self.rows is not None and self.slot.name == "kernel":
            values = values[self.rows]
        if self.units is not None and values.ndim == 1:
            values = values[self.units]
        return turned(self.slot, values)


def definition_lines(writing: Writing, names: dict[str, str]) -> list[list[Line]]:
    """The classes that the model needs, a block each."""
    blocks = [lines_of(_SCALE)] if writing.is_scaled else []
    if modules(writing) is None:
        blocks.append(_network_class(writing, names))
    return blocks


def model_lines(writing: Writing, names: dict[str, str]) -> list[Line]:
    """The statements that make the model and draw its first weights."""
    chain = modules(writing)
    if chain is None:
        lines = [Line("model = Network()")]
    else:
        lines = [Line("model = nn.Sequential(")]
        for module in chain:
            lines += _remarks(writing, module.node)
            lines += laid_out(module.call, module.node.name, 1, "", ",")
        lines.append(Line(")"))
    for node in writing.network.nodes:
        module_text = _module_of(writing, node, names, chain)
        if module_text and not writing.has_weights:
            lines += start_lines(writing, node, module_text)
        if isinstance(node.layer, BatchNormalization | LayerNormalization) and node.layer.center != node.layer.scale:
            missing = "weight" if node.layer.center else "bias"
            lines.append(Line(f"{module_text}.{missing}.requires_grad_(False)", node.name))
    return lines


def places(writing: Writing, names: dict[str, str]) -> list[Place]:
    """Where all arrays lie."""
    chain = modules(writing)
    found = []
    for node in writing.network.nodes:
        text, slope = _module_of(writing, node, names, chain), _slope_of(node, names, chain)
        for slot in writing.network.node_slots(node.name):
            owner = _owner(chain, node, is_slope=slot.name == "alpha")
            rows, units = (owner.rows, owner.units) if owner else (None, None)
            found.append(Place(slot, parameter_of(node, slot, text, slope), rows, units))
    return found


def weight_arrays(writing: Writing, names: dict[str, str]) -> dict[str, Array]:
    """The weights as a state dict of the model."""
    arrays: dict[str, Array] = {}
    for place in places(writing, names):
        arrays[_key(place.text)] = np.ascontiguousarray(place.arranged(writing.array(place.slot)))
    for node in writing.network.nodes:
        layer = node.layer
        key = _key(_module_of(writing, node, names, modules(writing)) or "")
        if isinstance(layer, BatchNormalization):
            arrays[f"{key}.num_batches_tracked"] = np.array(0)
        if isinstance(layer, BatchNormalization | LayerNormalization) and layer.center != layer.scale:
            n = writing.network.shapes[node.name][-1]
            arrays[f"{key}.weight" if layer.center else f"{key}.bias"] = np.full(n, float(layer.center), np.float32)
    return arrays


def held_lines(writing: Writing, names: dict[str, str]) -> list[Line]:
    """Statements that keep muted and frozen weights as they are.

    Arrays that are held as a whole need no gradient. Of others the places are gathered in ``held``.
    """
    lines: list[Line] = []
    is_partial = False
    if not writing.learns:
        return []
    for place in places(writing, names):
        mask, node = writing.held(place.slot), place.slot.node
        if not place.slot.spec.is_trainable or not mask.any():
            continue
        muted = writing.muted(place.slot)
        if muted.any() and not writing.has_weights:
            lines += writing.comment(MUTED, node)
            lines.append(Line(f"{place.text}.data[{index_of(place.arranged(muted))}] = 0", node))
        if mask.all():
            lines += writing.comment(FROZEN, node)
            lines.append(Line(f"{place.text}.requires_grad_(False)", node))
            continue
        arranged = place.arranged(mask)
        if not is_partial:
            lines = [Line("held = []"), *lines]
        is_partial = True
        lines += writing.comment(FROZEN, node)
        lines.append(Line(f"is_held = torch.zeros({arranged.shape}, dtype=torch.bool)", node))
        lines.append(Line(f"is_held[{index_of(arranged)}] = True", node))
        lines.append(Line(f"held.append(({place.text}, is_held))", node))
    return lines


def has_partly_held(writing: Writing) -> bool:
    """Whether some arrays have weights that are held beside weights that learn."""
    masks = (writing.held(slot) for slot in writing.network.slots if slot.spec.is_trainable)
    return any(mask.any() and not mask.all() for mask in masks)


def _network_class(writing: Writing, names: dict[str, str]) -> list[Line]:
    network = writing.network
    first = names[network.input.name]
    lines = [Line("class Network(nn.Module):"), Line("    def __init__(self):"), Line("        super().__init__()")]
    if writing.is_scaled:
        lines.append(Line("        self.scaled = Scale(shift, scale)"))
    for node in network.nodes:
        lines += _remarks(writing, node, 2)
        lines += layer_lines(writing, node, names)
    lines += [Line(""), Line(f"    def forward(self, {first}):")]
    if writing.is_scaled:
        lines.append(Line(f"        {first} = self.scaled({first})"))
    for node in network.nodes[1:]:
        lines += step_lines(network, node, names, is_bare=is_fused(writing) and node is network.output)
    return [*lines, Line(f"        return {names[network.output.name]}")]


def _remarks(writing: Writing, node: Node, indent: int = 1) -> list[Line]:
    if isinstance(node.layer, BatchNormalization):
        return writing.differs(Difference.RUNNING_VARIANCE, node.name, indent)
    return []


def _owner(chain: Iterable[Module] | None, node: Node, *, is_slope: bool) -> Module | None:
    return next((each for each in chain or () if each.node is node and each.is_slope == is_slope), None)


def _module_of(writing: Writing, node: Node, names: dict[str, str], chain: list[Module] | None) -> str:
    """The expression for a layer's module; empty for those without one."""
    if not writing.network.node_slots(node.name) and not isinstance(
        node.layer, BatchNormalization | LayerNormalization
    ):
        return ""
    if chain is None:
        return f"model.{names[node.name]}"
    owner = _owner(chain, node, is_slope=False)
    return f"model[{chain.index(owner)}]" if owner else ""


def _slope_of(node: Node, names: dict[str, str], chain: list[Module] | None) -> str:
    if chain is None:
        return f"model.{names[node.name]}_slope"
    owner = _owner(chain, node, is_slope=True)
    return f"model[{chain.index(owner)}]" if owner else ""


def _key(text: str) -> str:
    """The name in a state dict of what an expression names: ``0.weight`` of ``model[0].weight``."""
    return text.removeprefix("model").removeprefix(".").replace("[", "").replace("]", "")
