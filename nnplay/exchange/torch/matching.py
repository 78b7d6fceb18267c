"""Match a state dict to a network by order and shapes: it has no graph, only names and arrays.

Modules are in the order in which the program created them. Kernels of linear layers are transposed, the axes of those
of convolutions are reordered, and so are weights after a flattened picture: in PyTorch, channels come first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import Conv2D, Dense, Flatten, NetworkSpec, Node
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.learners import learners, mismatch
from nnplay.exchange.tensors import Array

_COUNTER = "num_batches_tracked"
_NAMES = {
    "kernel": "weight",
    "gamma": "weight",
    "alpha": "weight",
    "bias": "bias",
    "beta": "bias",
    "moving_mean": "running_mean",
    "moving_variance": "running_var",
}

Order = NDArray[np.intp] | None


def is_state(names: list[str]) -> bool:
    """Return whether arrays have PyTorch's names."""
    return any(name.rpartition(".")[2] in ("weight", "bias", "running_mean") for name in names)


def parameters_of(
    network: NetworkSpec,
    state: Mapping[str, Array],
    present: NDArray[np.float32],
    kept: Collection[str],
    *,
    is_ordered: bool = True,
) -> NDArray[np.float32]:
    """Return all weights of the network from a state dict.

    Parameters
    ----------
    present, kept
        The slopes of the layers ``kept`` keep their present values.
    is_ordered
        Whether the arrays are in the order in which the program created its modules. Safetensors loses it: then each
        layer gets the module that fits; of several, the one with the lowest number.

    Raises
    ------
    ExchangeError
        If the modules do not fit the layers, or several do; the sentence lists what the file has and what the network
        needs.
    """
    modules = dict(modules_of(state))
    orders = _orders(network)
    vector = present.copy()
    for node, keys in learners(network, kept):
        fits = {name: _fitted(network, node, keys, arrays, orders[node.name]) for name, arrays in modules.items()}
        name = next(iter(modules), "") if is_ordered else _chosen([each for each, found in fits.items() if found])
        found = fits.get(name)
        if found is None:
            raise mismatch(network, _shown(state), node.name, name)
        del modules[name]
        for slot in network.node_slots(node.name):
            if slot.name in keys:
                vector[slot.span] = found[slot.name].reshape(-1)
    if modules:
        raise mismatch(network, _shown(state), "", next(iter(modules)))
    return vector


def _chosen(names: list[str]) -> str:
    """Return the first of several modules that differ only in a number; none of others."""
    parts = {name: re.findall(r"\d+|\D+", name) for name in names}
    kinds = {tuple("0" if part.isdigit() else part for part in each) for each in parts.values()}
    if len(kinds) != 1:
        return ""
    return min(names, key=lambda name: [int(part) if part.isdigit() else 0 for part in parts[name]])


def _fitted(
    network: NetworkSpec, node: Node, keys: tuple[str, ...], arrays: Mapping[str, Array], order: Order
) -> dict[str, Array] | None:
    """Return a module's arrays as the node has them; None if they do not belong to it."""
    found = {}
    if set(arrays) != {_NAMES[key] for key in keys}:
        return None
    for slot in network.node_slots(node.name):
        if slot.name in keys:
            values = _turned(node, slot.name, arrays[_NAMES[slot.name]], slot.shape, order)
            if values is None or values.shape != slot.shape or not np.isfinite(values).all():
                return None
            found[slot.name] = values
    return found


def _shown(state: Mapping[str, Array]) -> dict[str, tuple[int, ...]]:
    return {name: array.shape for name, array in state.items() if not name.endswith(_COUNTER)}


def modules_of(state: Mapping[str, Array]) -> Iterator[tuple[str, dict[str, Array]]]:
    """Return the arrays by their module, in the file's order."""
    found: dict[str, dict[str, Array]] = {}
    for name, array in state.items():
        module, _, key = name.rpartition(".")
        if key != _COUNTER:
            found.setdefault(module, {})[key] = array
    yield from found.items()


def _turned(node: Node, key: str, given: Array, shape: tuple[int, ...], order: Order) -> Array | None:
    if key == "kernel" and isinstance(node.layer, Conv2D):
        return given.transpose(2, 3, 1, 0) if given.ndim == 4 else None
    if key == "kernel":
        if given.ndim != 2:
            return None
        given = given.T
        return given if order is None or len(order) != len(given) else _placed(given, order)
    if key == "alpha" and given.shape == (1,):
        given = np.full(shape, given[0])
    is_behind = not isinstance(node.layer, Dense | Conv2D)
    return _placed(given, order) if is_behind and order is not None and len(order) == len(given) else given


def _placed(given: Array, order: NDArray[np.intp]) -> Array:
    placed = np.empty_like(given)
    placed[order] = given
    return placed


def _orders(network: NetworkSpec) -> dict[str, Order]:
    """Return, for each node, the positions here of PyTorch's numbers; None if the order is the same."""
    after: dict[str, Order] = {}
    before: dict[str, Order] = {}
    for node in network.nodes:
        given = [after[name] for name in node.inputs]
        known = [order for order in given if order is not None]
        before[node.name] = after[node.name] = known[0] if known else None
        if len(node.inputs) > 1 and known:
            raise ExchangeError(
                QT_TRANSLATE_NOOP("errors", "Layers that are joined after a flattened picture cannot be matched.")
            )
        if isinstance(node.layer, Dense):
            after[node.name] = None
        elif isinstance(node.layer, Flatten):
            shape = network.shapes[node.inputs[0]]
            if len(shape) == 3 and shape[2] > 1 and shape[:2] != (1, 1):
                after[node.name] = np.arange(np.prod(shape)).reshape(shape).transpose(2, 0, 1).reshape(-1)
    return before
