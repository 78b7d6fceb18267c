"""Carrying weights over when a network's structure changes: every weight that still means the same is kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.initializers import find_initializer
from nnplay.engine.origins import Origins, has_kernel
from nnplay.engine.specs import NetworkSpec, ParameterSlot


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

    A value is kept when its layer has the same name and kind in both networks, the connection it belongs to still
    begins at the same number, and its unit still exists. Behind a new layer the numbers mean something else, so those
    weights are drawn anew while biases stay.

    Parameters
    ----------
    input_rows
        Where the network's inputs changed: for each new input the number of the old one it continues, or None. By
        default they correspond by place.

    Returns
    -------
    ndarray
        float32 (new.n_parameters,).
    """
    vector = initial_parameters(new, rng)
    origins = Origins(old, new, input_rows)
    old_slots = {(slot.node, slot.name): slot for slot in old.slots}
    for slot in new.slots:
        source = old_slots.get((slot.node, slot.name))
        is_same = source and old.node(slot.node).layer.kind == new.node(slot.node).layer.kind
        if source is None or not is_same or len(source.shape) != len(slot.shape):
            continue
        values = old_parameters[source.span].reshape(source.shape)
        target = vector[slot.span].reshape(slot.shape)
        _copy(values, target, slot, origins, is_alone=not has_kernel(new.node_slots(slot.node)))
    return vector


def _copy(values: Array, target: Array, slot: ParameterSlot, origins: Origins, *, is_alone: bool) -> None:
    """Copy what two versions of a parameter array have in common.

    The last axis is that of units, the one before it, if any, that along which connections begin; before those lie the
    places of a convolution's window. Layers that work on each number alone (``is_alone``) have the units of their
    input.
    """
    shared = [np.arange(min(pair)) for pair in zip(values.shape, target.shape, strict=True)]
    from_places, to_places = list(shared), list(shared)
    ends = values.shape[-1], target.shape[-1]
    if is_alone:
        from_places[-1], to_places[-1] = origins.matches(slot.node, *ends)
    elif len(shared) > 1:
        starts = values.shape[-2], target.shape[-2]
        from_places[-2], to_places[-2] = origins.matches(slot.node, *starts)
    target[np.ix_(*to_places)] = values[np.ix_(*from_places)]
