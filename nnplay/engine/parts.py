"""Parts of a network: a layer, one of its neurons, or one weight; what can be frozen or muted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError
from nnplay.engine.specs import NetworkSpec


@dataclass(frozen=True)
class Part:
    """A layer (``node`` alone), one of its neurons (``unit``), or one weight (``parameter`` and ``index``).

    Attributes
    ----------
    node
        The layer's name in the network.
    unit
        Number of a neuron, or of a channel: its place on the last axis of the layer's output.
    parameter, index
        A weight: the array's name, such as ``kernel``, and its place there; an empty index means the whole array.
    """

    node: str
    unit: int | None = None
    parameter: str | None = None
    index: tuple[int, ...] = ()


def exists(spec: NetworkSpec, part: Part) -> bool:
    """Whether the network has such a part."""
    if part.node not in spec.shapes:
        return False
    if part.parameter is not None:
        shapes = [slot.shape for slot in spec.node_slots(part.node) if slot.name == part.parameter]
        is_inside = bool(shapes) and all(0 <= i < n for i, n in zip(part.index, shapes[0], strict=False))
        return is_inside and len(part.index) in (0, len(shapes[0]))
    return part.unit is None or 0 <= part.unit < spec.shapes[part.node][-1]


def check_parts(spec: NetworkSpec, parts: Iterable[Part]) -> None:
    """Raise SettingError unless the network has all the parts."""
    for part in parts:
        if not exists(spec, part):
            raise SettingError(
                QT_TRANSLATE_NOOP("errors", "The network has no part {part}: it may have been removed."),
                part=describe(part),
            )


def describe(part: Part) -> str:
    """A part in a few signs, such as ``dense[3]`` or ``dense.kernel[0, 1]``."""
    place = list(part.index) if part.unit is None else [part.unit]
    name = part.node if part.parameter is None else f"{part.node}.{part.parameter}"
    return f"{name}{place}" if place else name


def weights_of(spec: NetworkSpec, parts: Iterable[Part]) -> Array:
    """Which numbers of the flat vector belong to the parts: bool (n_parameters,).

    A neuron's are its own bias and the weights of the connections that end in it.
    """
    parts = tuple(parts)
    check_parts(spec, parts)
    mask = np.zeros(spec.n_parameters, np.bool_)
    for part in parts:
        for slot in spec.node_slots(part.node):
            if part.parameter not in (None, slot.name):
                continue
            view = mask[slot.span].reshape(slot.shape)
            if part.unit is not None:
                view[..., part.unit] = True
            elif part.index:
                view[part.index] = True
            else:
                view[...] = True
    return mask
