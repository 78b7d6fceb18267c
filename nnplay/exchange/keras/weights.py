"""The arrays of a Keras model, layer by layer, from wherever each version of the format stores them.

A ``.keras`` archive and a ``.weights.h5`` store them by class and order (``layers/dense_1/vars/0``), a legacy ``.h5``
by the layers' names, listed in attributes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.exchange.hdf5 import Group
from nnplay.exchange.keras.words import snake
from nnplay.exchange.tensors import Array

_ROOTS = ("layers", "_layer_checkpoint_dependencies")
_MAX_ARRAYS = 100
_MAX_NUMBERS = 20_000_000


def by_class(root: Group, layers: Sequence[tuple[str, str]]) -> dict[str, list[Array]]:
    """Return the arrays of each layer by its name; ``layers`` are the names and kinds of all of them, in order."""
    top = next((name for name in _ROOTS if name in root.names), None)
    if top is None:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has no weights by layers"))
    group = root.group(top)
    found = {}
    counts: Counter[str] = Counter()
    for name, kind in layers:
        folder = snake(kind)
        place = f"{folder}_{counts[folder]}" if counts[folder] else folder
        counts[folder] += 1
        found[name] = list(_numbered(group, f"{place}/vars"))
    return found


def by_name(root: Group) -> dict[str, list[Array]]:
    """Return the arrays of each layer by its name from a legacy file, of a whole model or only its weights."""
    group = root.group("model_weights") if "model_weights" in root.names else root
    found = {}
    for layer in _texts(group.attributes, "layer_names"):
        if layer not in group.names:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has no weights for “{layer}”"), layer=f"{layer:.60}")
        inner = group.group(layer)
        names = _texts(inner.attributes, "weight_names")
        if len(names) > _MAX_ARRAYS:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more weights than any supported network"))
        found[layer] = [_array(inner, name) for name in names]
    return found


def is_by_name(root: Group) -> bool:
    """Return whether a file is a legacy one."""
    return "model_weights" in root.names or any(key.startswith("layer_names") for key in root.attributes)


def count(arrays: Mapping[str, Sequence[Array]]) -> int:
    """Return how many numbers there are; DamagedError if there are more than a network may have."""
    n = sum(array.size for group in arrays.values() for array in group)
    if n > _MAX_NUMBERS:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more weights than any supported network"))
    return n


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
