"""Fragments: some layers of a network as text for the clipboard, and text put into a network, strictly read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from nnplay.engine import Input, Layer, NetworkSpec, NnplayError, Node, free_name
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.editing import edit, known
from nnplay.project.errors import EditError
from nnplay.project.graph import ordered, refed
from nnplay.project.project import Project, check_name
from nnplay.project.restructuring import restructured
from nnplay.project.storage import strict_json
from nnplay.project.storage.codec import decode, encode

FORMAT = "nnplay layers 1"
MAX_LAYERS = 200
MAX_WEIGHTS = 20_000
"""Most numbers that are copied along: half a megabyte of text."""

MAX_TEXT = 4_000_000

Weights = dict[str, dict[str, list[float]]]


@dataclass(frozen=True)
class Fragment:
    """Some layers in topological order.

    Attributes
    ----------
    layers
        Name, layer, and for each input the name of another layer of the fragment, or None for one from outside.
    weights
        Values by the layer's and the parameter's name, in the order of the array; empty where they are too many.
    """

    layers: tuple[tuple[str, Layer, tuple[str | None, ...]], ...]
    weights: Weights


def copied(project: Project, names: Collection[str]) -> str:
    """Some layers as text (JSON), with their weights if these are few.

    Raises
    ------
    EditError
        If there is nothing to copy; the input stays where it is.
    """
    network = project.network
    nodes = [node for node in network.nodes if node.name in names and not isinstance(node.layer, Input)]
    if not nodes:
        raise EditError(QT_TRANSLATE_NOOP("errors", "Choose the layers to copy; the input cannot be copied."))
    inside = {node.name for node in nodes}
    slots = [slot for slot in network.slots if slot.node in inside]
    weights: Weights = {}
    if sum(slot.size for slot in slots) <= MAX_WEIGHTS:
        for slot in slots:
            # The shortest text that gives the same float32.
            numbers = [float(str(number)) for number in project.parameters[slot.span]]
            weights.setdefault(slot.node, {})[slot.name] = numbers
    layers = [
        {
            "name": node.name,
            "layer": encode(node.layer),
            "inputs": [source if source in inside else None for source in node.inputs],
        }
        for node in nodes
    ]
    return strict_json.dumps({"format": FORMAT, "layers": layers, "weights": weights})


def read_fragment(text: str) -> Fragment:
    """Read what ``copied`` has written, or what somebody says it has.

    Raises
    ------
    EditError
        If the text is anything else.
    """
    try:
        return _read(text)
    except (ValueError, NnplayError) as error:
        raise EditError(QT_TRANSLATE_NOOP("errors", "The clipboard holds no layers of nnplay.")) from error


@edit
def paste(project: Project, text: str, after: str) -> Project:
    """Put copied layers behind a layer; what it fed is fed by the last of them. Names that are taken get a number.

    Raises
    ------
    EditError
        If the text holds no layers, if they end in several places, or do not fit there.
    """
    fragment = read_fragment(text)
    network = project.network
    known(project, after)
    fed = {source for _, _, inputs in fragment.layers for source in inputs}
    ends = [name for name, _, _ in fragment.layers if name not in fed]
    if len(ends) != 1:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "errors", "The copied layers have several ends ({names}): copy a part with a single end."
            ),
            names=", ".join(ends),
        )
    taken = list(network.shapes)
    renamed: dict[str | None, str] = {None: after}
    new: list[Node] = []
    for name, layer, inputs in fragment.layers:
        is_usual = name.startswith(layer.usual_name)
        renamed[name] = free_name(layer.usual_name if is_usual else name, taken)
        taken.append(renamed[name])
        new.append(Node(renamed[name], layer, tuple(dict.fromkeys(renamed[source] for source in inputs))))
    consumers = network.consumers(after)
    old = (refed(node, after, renamed[ends[0]]) if node.name in consumers else node for node in network.nodes)
    after_edit = restructured(project, NetworkSpec(ordered((*old, *new))))
    return _with_weights(after_edit, {renamed[name]: arrays for name, arrays in fragment.weights.items()})


def _with_weights(project: Project, weights: Weights) -> Project:
    vector = project.parameters.copy()
    for slot in project.network.slots:
        values = weights.get(slot.node, {}).get(slot.name, [])
        if len(values) == slot.size:
            vector[slot.span] = values
    return replace(project, parameters=vector)


def _read(text: str) -> Fragment:
    if len(text) > MAX_TEXT:
        raise ValueError("too long")
    data = _object(strict_json.loads(text), {"format", "layers", "weights"})
    if data["format"] != FORMAT or not isinstance(data["layers"], list):
        raise ValueError("not of this format")
    if not 1 <= len(data["layers"]) <= MAX_LAYERS:
        raise ValueError("no layers, or too many")
    layers: list[tuple[str, Layer, tuple[str | None, ...]]] = []
    names: list[str | None] = [None]
    for entry in data["layers"]:
        parts = _object(entry, {"name", "layer", "inputs"})
        name, inputs = parts["name"], parts["inputs"]
        layer: Layer = decode(parts["layer"], Layer)
        if not isinstance(name, str) or name in names or isinstance(layer, Input):
            raise ValueError("a name is missing or there twice, or an input is among the layers")
        check_name(name)
        if not isinstance(inputs, list) or not inputs or any(source not in names for source in inputs):
            raise ValueError(f"the inputs of {name} are not before it")
        layers.append((name, layer, tuple(inputs)))
        names.append(name)
    return Fragment(tuple(layers), _read_weights(data["weights"]))


def _read_weights(data: object) -> Weights:
    if not isinstance(data, dict):
        raise ValueError("weights are missing")
    limit = float(np.finfo(np.float32).max)
    for arrays in data.values():
        if not isinstance(arrays, dict):
            raise ValueError("weights are missing")
        for numbers in arrays.values():
            if not isinstance(numbers, list) or len(numbers) > MAX_WEIGHTS:
                raise ValueError("weights are not a list, or too many")
            if not all(type(number) in (int, float) and abs(number) <= limit for number in numbers):
                raise ValueError("a weight is not a finite number")
    return data


def _object(data: object, keys: set[str]) -> dict[str, Any]:
    if not isinstance(data, dict) or set(data) != keys:
        raise ValueError(f"an object with {sorted(keys)} is missing")
    return data
