"""Match the weights of a Keras file to a network, by names, or by classes and order."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import NetworkSpec
from nnplay.exchange.hdf5 import Group
from nnplay.exchange.keras.building import by_unit
from nnplay.exchange.keras.description import Member
from nnplay.exchange.keras.weights import by_class, by_name, count, is_by_name
from nnplay.exchange.learners import learners, mismatch
from nnplay.exchange.tensors import Array

_ORDER = ("kernel", "bias", "gamma", "beta", "moving_mean", "moving_variance", "alpha")


def parameters_of(
    network: NetworkSpec, root: Group, present: NDArray[np.float32], kept: Collection[str]
) -> NDArray[np.float32]:
    """Return all weights of the network; the slopes of the layers ``kept`` keep their present values.

    Raises
    ------
    ExchangeError
        If the arrays do not fit; the sentence lists what the file has and what the network needs.
    DamagedError
        If the file cannot be followed.
    """
    layers = [(node, tuple(sorted(keys, key=_ORDER.index))) for node, keys in learners(network, kept)]
    labels = [f"{node.name}_prelu" if keys == ("alpha",) and not _is_activation(network, node.name) else node.name
              for node, keys in layers]  # fmt: skip
    found = _found(root, labels, ["PReLU" if keys == ("alpha",) else node.layer.kind for node, keys in layers])
    count(found)
    given = {f"{name}/{index}": array.shape for name, arrays in found.items() for index, array in enumerate(arrays)}
    waiting = {name: arrays for name, arrays in found.items() if arrays}
    is_named = all(label in waiting for label in labels)
    vector = present.copy()
    for label, (node, keys) in zip(labels, layers, strict=True):
        place = label if is_named else next(iter(waiting), "")
        arrays = waiting.pop(place, [])
        slots = {slot.name: slot for slot in network.node_slots(node.name)}
        if len(arrays) != len(keys):
            raise mismatch(network, given, node.name, place)
        for key, array in zip(keys, arrays, strict=True):
            values = by_unit(array, slots[key].shape) if key == "alpha" else array
            if values.shape != slots[key].shape or not np.isfinite(values).all():
                raise mismatch(network, given, node.name, place)
            vector[slots[key].span] = values.reshape(-1)
    if waiting:
        raise mismatch(network, given, "", next(iter(waiting)))
    return vector


def _is_activation(network: NetworkSpec, name: str) -> bool:
    return network.node(name).layer.kind == "Activation"


def _found(root: Group, labels: list[str], kinds: list[str]) -> dict[str, list[Array]]:
    if is_by_name(root):
        return by_name(root)
    return by_class(root, [Member(label, kind) for label, kind in zip(labels, kinds, strict=True)])
