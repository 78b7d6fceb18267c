"""Carries weights over when a network's structure changes: every weight that keeps its meaning is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.initializers import find_initializer
from nnplay.engine.origins import Origins, has_kernel
from nnplay.engine.parts import Part, exists
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
        values = source.view(old_parameters)
        target = slot.view(vector)
        from_places, to_places = _common_places(source, slot, new, origins)
        target[np.ix_(*to_places)] = values[np.ix_(*from_places)]
    return vector


def transfer_parts(
    old: NetworkSpec, parts: Iterable[Part], new: NetworkSpec, input_rows: Sequence[int | None] | None = None
) -> tuple[Part, ...]:
    """Parts of a network as they are called in a changed one; those whose weights are not carried over fall away.

    Parameters
    ----------
    input_rows
        See ``transfer``.
    """
    origins = Origins(old, new, input_rows)
    moved = (_moved(part, old, new, origins, input_rows) for part in parts)
    return tuple(part for part in moved if part is not None and exists(new, part))


def _moved(
    part: Part, old: NetworkSpec, new: NetworkSpec, origins: Origins, input_rows: Sequence[int | None] | None
) -> Part | None:
    if part.node not in new.shapes or old.node(part.node).layer.kind != new.node(part.node).layer.kind:
        return None
    if part.unit is not None and part.node == old.input.name and input_rows is not None:
        return replace(part, unit=input_rows.index(part.unit)) if part.unit in input_rows else None
    if part.parameter is None or not part.index:
        return part
    source, slot = (spec.slot(part.node, part.parameter) for spec in (old, new))
    if source is None or slot is None or len(source.shape) != len(slot.shape):
        return None
    from_places, to_places = _common_places(source, slot, new, origins)
    index: list[int] = []
    for place, before, after in zip(part.index, from_places, to_places, strict=True):
        found = np.flatnonzero(before == place)
        if not len(found):
            return None
        index.append(int(after[found[0]]))
    return replace(part, index=tuple(index))


def _common_places(
    source: ParameterSlot, slot: ParameterSlot, new: NetworkSpec, origins: Origins
) -> tuple[list[Array], list[Array]]:
    """Which places two versions of a parameter array have in common: for each axis, in the old and in the new one.

    The last axis is that of units, the one before it, if any, that along which connections begin; before those lie the
    places of a convolution's window. Layers that work on each number alone have the units of their input.
    """
    shared = [np.arange(min(pair)) for pair in zip(source.shape, slot.shape, strict=True)]
    from_places, to_places = list(shared), list(shared)
    if not has_kernel(new.node_slots(slot.node)):
        from_places[-1], to_places[-1] = origins.matches(slot.node, source.shape[-1], slot.shape[-1])
    elif len(shared) > 1:
        from_places[-2], to_places[-2] = origins.matches(slot.node, source.shape[-2], slot.shape[-2])
    return from_places, to_places
