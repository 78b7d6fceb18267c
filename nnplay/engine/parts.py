"""Parts of a network: a layer, one of its neurons, or one weight; what can be frozen or muted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.checks import check_kind
from nnplay.engine.errors import QT_TRANSLATE_NOOP, Phrase, SettingError
from nnplay.engine.specs import NetworkSpec


@dataclass(frozen=True)
class Part:
    """A layer (``node`` alone), one of its neurons (``unit``), or one weight (``parameter`` and ``index``).

    Attributes
    ----------
    node
        The layer's name in the network.
    unit
        Number of a neuron, or of a channel: its index on the last axis of the layer's output.
    parameter, index
        A weight: the array's name, such as ``kernel``, and its place there; an empty index means the whole array.
    """

    node: str
    unit: int | None = None
    parameter: str | None = None
    index: tuple[int, ...] = ()

    @property
    def number(self) -> Part:
        """The one number that a person sets here: the weight itself, or the bias of a neuron."""
        return self if self.unit is None else Part(self.node, parameter="bias", index=(self.unit,))


def exists(spec: NetworkSpec, part: Part) -> bool:
    """Whether the network has such a part."""
    if part.node not in spec.shapes:
        return False
    if part.parameter is not None:
        slot = spec.slot(part.node, part.parameter)
        return slot is not None and (not part.index or slot.has_place(part.index))
    return part.unit is None or 0 <= part.unit < spec.shapes[part.node][-1]


def check_parts(spec: NetworkSpec, parts: Iterable[Part]) -> None:
    """Raise SettingError unless all are parts and the network has them."""
    for part in parts:
        check_kind("part", part, Part)
        if not exists(spec, part):
            raise _missing(spec, part)


def _missing(spec: NetworkSpec, part: Part) -> SettingError:
    return SettingError(
        QT_TRANSLATE_NOOP("errors", "The network has no {part}: it may have been removed."),
        part=describe(spec, part),
    )


def place_of(spec: NetworkSpec, weight: Part) -> int:
    """Place of a single weight in the flat vector.

    Raises
    ------
    SettingError
        If the network has no such weight.
    """
    slot = None if weight.parameter is None else spec.slot(weight.node, weight.parameter)
    if slot is None or not weight.index:
        raise _missing(spec, weight)
    return slot.offset + int(np.ravel_multi_index(weight.index, slot.shape))


def describe(spec: NetworkSpec, part: Part, input_names: Sequence[str] = ()) -> Phrase:
    """A part in the words that a person reads, counted from 1: "weight from X₁ to neuron 2 of dense".

    Parameters
    ----------
    input_names
        What the network's inputs are called, one for each; empty where they have no names.
    """
    if part.parameter is None:
        return _describe_neuron(spec, part.node, part.unit, input_names)
    if part.parameter == "bias" and len(part.index) == 1:
        neuron = _describe_neuron(spec, part.node, part.index[0], input_names)
        return Phrase(QT_TRANSLATE_NOOP("errors", "bias of {neuron}"), {"neuron": neuron})
    if part.parameter == "kernel" and len(part.index) == 2 and part.node in spec.shapes and spec.node(part.node).inputs:
        return Phrase(
            QT_TRANSLATE_NOOP("errors", "weight from {source} to {neuron}"),
            {
                "source": _describe_neuron(spec, spec.node(part.node).inputs[0], part.index[0], input_names),
                "neuron": _describe_neuron(spec, part.node, part.index[1], input_names),
            },
        )
    place = ", ".join(str(each + 1) for each in part.index)
    array = f"{part.parameter}[{place}]" if place else part.parameter
    return Phrase(QT_TRANSLATE_NOOP("errors", "{array} of {layer}"), {"array": array, "layer": part.node})


def _describe_neuron(spec: NetworkSpec, node: str, unit: int | None, input_names: Sequence[str]) -> Phrase:
    if unit is None:
        return Phrase(QT_TRANSLATE_NOOP("errors", "layer {layer}"), {"layer": node})
    shape = spec.shapes.get(node, ())
    if node == spec.input.name and len(shape) == 1:
        if 0 <= unit < len(input_names):
            return Phrase("{name}", {"name": input_names[unit]})
        return Phrase(QT_TRANSLATE_NOOP("errors", "input {number}"), {"number": unit + 1})
    template = (
        QT_TRANSLATE_NOOP("errors", "channel {number} of {layer}")
        if len(shape) == 3
        else QT_TRANSLATE_NOOP("errors", "neuron {number} of {layer}")
    )
    return Phrase(template, {"number": unit + 1, "layer": node})


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
            view = slot.view(mask)
            if part.unit is not None:
                view[..., part.unit] = True
            elif part.index:
                view[part.index] = True
            else:
                view[...] = True
    return mask
