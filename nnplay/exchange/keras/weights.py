"""The arrays of a Keras model, layer by layer, from wherever each version of the format stores them.

A ``.keras`` archive and a ``.weights.h5`` store them by class and order (``layers/dense_1/vars/0``), a legacy ``.h5``
by the layers' names, listed in attributes. A model inside the model is a folder of its own in the first, and one list
of arrays in the second: those that its training moves come first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.exchange.hdf5 import Group
from nnplay.exchange.keras.description import MAX_LAYERS, Member
from nnplay.exchange.keras.words import snake
from nnplay.exchange.tensors import Array

_ROOTS = ("layers", "_layer_checkpoint_dependencies")
_MAX_ARRAYS = 100
_MAX_NUMBERS = 20_000_000


def by_class(root: Group, members: Sequence[Member]) -> dict[str, list[Array]]:
    """Return the arrays of each layer by its name; ``members`` are all layers of the model, in order."""
    top = next((name for name in _ROOTS if name in root.names), None)
    if top is None:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has no weights by layers"))
    return dict(_by_class(root.group(top), members))


def _by_class(group: Group, members: Sequence[Member]) -> Iterator[tuple[str, list[Array]]]:
    counts: Counter[str] = Counter()
    for member in members:
        folder = snake(member.kind)
        place = f"{folder}_{counts[folder]}" if counts[folder] else folder
        counts[folder] += 1
        if member.parts is None:
            yield member.name, list(_numbered(group, f"{place}/vars"))
        elif f"{place}/layers" in group:
            yield from _by_class(group.group(f"{place}/layers"), member.parts)


def by_name(root: Group, members: Sequence[Member] = ()) -> dict[str, list[Array]]:
    """Return the arrays of each layer by its name from a legacy file, of a whole model or only its weights.

    Parameters
    ----------
    members
        The layers of the model, among which models inside it, whose arrays are shared out to their layers.
    """
    group = root.group("model_weights") if "model_weights" in root.names else root
    parts = {member.name: member.parts for member in members}
    found: dict[str, list[Array]] = {}
    for layer in _texts(group.attributes, "layer_names"):
        if layer not in group.names:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has no weights for “{layer}”"), layer=f"{layer:.60}")
        inner = group.group(layer)
        names = _texts(inner.attributes, "weight_names")
        inside = parts.get(layer)
        if len(names) > (_MAX_ARRAYS if inside is None else _MAX_ARRAYS * MAX_LAYERS):
            raise _too_many()
        if inside is None:
            found[layer] = [_array(inner, name) for name in names]
        else:
            leaves = _leaves(layer, inside)
            for name in names:
                found.setdefault(_leaf_of(name, leaves), []).append(_array(inner, name))
    return found


def _leaves(model: str, members: Sequence[Member]) -> dict[str, str]:
    """Return the layers of a model inside the model: their names in the description by their own names."""
    found: dict[str, str] = {}
    waiting = list(members)
    while waiting:
        member = waiting.pop()
        own = member.name.rpartition("/")[2]
        if member.parts is not None:
            waiting += member.parts
        elif own in found:
            raise DamagedError(
                QT_TRANSLATE_NOOP("errors", "two layers of its model “{model}” have the name “{name}”"),
                model=f"{model:.60}",
                name=f"{own:.60}",
            )
        else:
            found[own] = member.name
    return found


def _leaf_of(name: str, leaves: Mapping[str, str]) -> str:
    """Return the layer of an array such as ``model/encoder/dense/kernel``."""
    places = [leaves[part] for part in name.split("/")[-2:-1] if part in leaves]
    if not places:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "no layer has its array “{name}”"), name=f"{name:.60}")
    return places[0]


def is_by_name(root: Group) -> bool:
    """Return whether a file is a legacy one."""
    return "model_weights" in root.names or any(key.startswith("layer_names") for key in root.attributes)


def count(arrays: Mapping[str, Sequence[Array]]) -> int:
    """Return how many numbers there are; DamagedError if there are more than a network may have."""
    n = sum(array.size for group in arrays.values() for array in group)
    if n > _MAX_NUMBERS:
        raise _too_many()
    return n


def _too_many() -> DamagedError:
    return DamagedError(QT_TRANSLATE_NOOP("errors", "it has more weights than any supported network"))


def _numbered(group: Group, path: str) -> Iterator[Array]:
    """Return the arrays 0, 1, 2 ... of a layer."""
    for index in range(_MAX_ARRAYS):
        if f"{path}/{index}" not in group:
            return
        yield _array(group, f"{path}/{index}")


def _array(group: Group, path: str) -> Array:
    try:
        return group.array(path)
    except KeyError as error:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has no array “{name}”"), name=f"{path:.60}") from error


def _texts(attributes: Mapping[str, Any], name: str) -> list[str]:
    """Return a list of names, which is split if it is long: ``name0``, ``name1`` ..."""
    value = attributes.get(name)
    if value is None:
        parts: list[Any] = []
        while f"{name}{len(parts)}" in attributes:
            parts.append(attributes[f"{name}{len(parts)}"])
        value = [text for part in parts if isinstance(part, list) for text in part]
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
