"""Carrying weights over when a network's structure changes: every weight that still means the same is kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.initializers import find_initializer
from nnplay.engine.specs import NetworkSpec


def initial_parameters(spec: NetworkSpec, rng: np.random.Generator) -> Array:
    """Freshly drawn parameters of a network: float32 (n_parameters,)."""
    vector = np.empty(spec.n_parameters, np.float32)
    for slot in spec.slots:
        parameter = slot.spec
        initializer = find_initializer(slot.name, parameter.initializer)
        vector[slot.span] = initializer(rng, parameter.shape, parameter.fan_in, parameter.fan_out).ravel()
    return vector


def transfer(
    old: NetworkSpec,
    old_parameters: Array,
    new: NetworkSpec,
    rng: np.random.Generator,
    input_rows: Sequence[int | None] | None = None,
) -> Array:
    """Parameters for a changed network: old values where they still fit, fresh draws elsewhere.

    A value is kept when its layer has the same name and kind in both networks. A layer with more or fewer units keeps
    what both have. A weight on an input is kept only if the same layer still feeds it: behind a new layer the numbers
    mean something else, so those weights are drawn anew while biases stay.

    Parameters
    ----------
    input_rows
        Where the network's inputs changed: for each new input the number of the old one it continues, or None. By
        default they correspond by number.

    Returns
    -------
    ndarray
        float32 (new.n_parameters,).
    """
    vector = initial_parameters(new, rng)
    old_slots = {(slot.node, slot.name): slot for slot in old.slots}
    for slot in new.slots:
        source = old_slots.get((slot.node, slot.name))
        if source is None or len(source.shape) != len(slot.shape):
            continue
        if old.node(slot.node).layer.kind != new.node(slot.node).layer.kind:
            continue
        is_fed_the_same = _feeders(old, slot.node) == _feeders(new, slot.node)
        if len(slot.shape) > 1 and not is_fed_the_same:
            continue
        values = old_parameters[source.span].reshape(source.shape)
        target = vector[slot.span].reshape(slot.shape)
        if input_rows is not None and len(slot.shape) > 1 and _feeders(new, slot.node) == (new.input.name,):
            _copy_rows(values, target, input_rows)
        else:
            _copy_overlap(values, target)
    return vector


def _feeders(spec: NetworkSpec, name: str) -> tuple[str, ...]:
    """The nodes whose numbers reach this one: nodes without weights in between are looked through."""
    found: list[str] = []
    for source in spec.node(name).inputs:
        if spec.node_slots(source) or source == spec.input.name:
            found.append(source)
        else:
            found.extend(_feeders(spec, source))
    return tuple(found)


def _copy_overlap(values: Array, target: Array) -> None:
    overlap = tuple(slice(min(pair)) for pair in zip(values.shape, target.shape, strict=True))
    target[overlap] = values[overlap]


def _copy_rows(values: Array, target: Array, rows: Sequence[int | None]) -> None:
    for new_row, old_row in enumerate(rows):
        if old_row is not None and new_row < len(target) and old_row < len(values):
            _copy_overlap(values[old_row], target[new_row])
