"""The description of a Keras model: its layers with their settings, and how it was compiled, from either kind of JSON.

Keras 2 and 3 write graphs differently, and older files have less in them; all become one list of layers with inputs.
A model inside another one becomes the layers that it has.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError

MAX_LAYERS = 500
_MAX_TEXT = 16 << 20
_MAX_DEPTH = 8
_GRAPHS = ("Functional", "Model")

Settings = Mapping[str, Any]


@dataclass(frozen=True)
class Described:
    """One layer of the model.

    Attributes
    ----------
    name
        Unique in the model; a layer inside another model has that one's name before it: ``encoder/dense``.
    inputs
        Names of other layers.
    shape
        Shape of one example's output, if the file says it.
    """

    name: str
    kind: str
    settings: Settings
    inputs: tuple[str, ...]
    shape: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Member:
    """A layer as the file stores its arrays: in its model, by class and order; ``parts`` are those of a model."""

    name: str
    kind: str
    parts: tuple[Member, ...] | None = None


@dataclass(frozen=True)
class Description:
    """A model: its layers, each after its inputs; the name of the output layer; its compile settings."""

    name: str
    layers: tuple[Described, ...]
    output: str
    compiled: Settings
    members: tuple[Member, ...] = ()


def parse(text: str | bytes) -> dict[str, Any]:
    """Return a JSON text as a table; DamagedError if it is not one."""
    if len(text) > _MAX_TEXT:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "its description is longer than any supported network"))
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "the description of its layers is not JSON")) from error
    if not isinstance(found, dict):
        raise _odd()
    return found


def describe(model: Settings, compiled: Settings | None = None) -> Description:
    """Return the layers of a model's configuration.

    Raises
    ------
    DamagedError
        If it is not a Sequential or functional model with one input and one output, or a layer is used twice.
    """
    if compiled is None:
        compiled = model.get("compile_config")
    if not isinstance(compiled, dict):
        compiled = {}
    try:
        layers, output, members = _model(model, "", (), 0)
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        if isinstance(error, DamagedError):
            raise
        raise _odd() from error
    names = [layer.name for layer in layers]
    if len(names) > MAX_LAYERS:
        raise _too_many()
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "two of its layers have the name “{name}”"), name=twice)
    config = model.get("config")
    name = config.get("name") if isinstance(config, dict) else ""
    return Description(name if isinstance(name, str) else "", tuple(layers), output, compiled, members)


def input_shape(settings: Settings) -> tuple[int, ...] | None:
    """Return the shape of one example that a layer's settings give; None if they give none, or leave it open."""
    for key in ("batch_shape", "batch_input_shape", "input_shape", "shape"):
        shape = settings.get(key)
        if isinstance(shape, Sequence) and not isinstance(shape, str):
            lengths = tuple(shape[1:] if key.startswith("batch") else shape)
            if lengths and all(isinstance(n, int) and not isinstance(n, bool) and n > 0 for n in lengths):
                return lengths
    width = settings.get("input_dim")
    return (width,) if isinstance(width, int) and width > 0 else None


Found = tuple[list[Described], str, tuple[Member, ...]]
"""Layers of a model, the name of its output layer, and how the file stores their arrays."""


def _model(model: Settings, prefix: str, sources: tuple[str, ...], depth: int) -> Found:
    """Return the layers of a model; one inside another has a prefix, and takes what its sources give."""
    kind, config = model.get("class_name"), model["config"]
    if depth > _MAX_DEPTH:
        raise _too_many()
    if kind == "Sequential":
        return _chain(config, model, prefix, sources, depth)
    if kind in _GRAPHS and isinstance(config, dict):
        return _graph(config, prefix, sources, depth)
    raise DamagedError(
        QT_TRANSLATE_NOOP("errors", "its model is a “{kind}”, which only its own program can build"),
        kind=f"{kind!s:.60}",
    )


def _chain(config: Any, model: Settings, prefix: str, sources: tuple[str, ...], depth: int) -> Found:
    entries = config if isinstance(config, list) else config["layers"]
    _check_length(entries)
    layers: list[Described] = []
    members: list[Member] = []
    before = sources
    if not sources and (not entries or entries[0]["class_name"] != "InputLayer"):
        layers.append(
            Described("input", "InputLayer", {"batch_shape": (None, *_first_shape(entries, config, model))}, ())
        )
        before = ("input",)
    for entry, following in zip(entries, (*entries[1:], {}), strict=True):
        if entry["class_name"] == "InputLayer" and before:
            members.append(Member(_name(entry), "InputLayer"))
            continue
        found, end, member = _layer(entry, prefix, before, _built_for(following), depth)
        layers += found
        members.append(member)
        before = (end,)
    return layers, before[0], tuple(members)


def _first_shape(entries: Any, config: Any, model: Settings) -> tuple[int, ...]:
    """Return the shape of one example of a chain without an input layer."""
    shapes = [entries[0]["config"]] if entries else []
    for table in (model, config if isinstance(config, dict) else {}):
        shapes += [
            {"batch_shape": table.get("build_input_shape")},
            {"batch_shape": (table.get("build_config") or {}).get("input_shape")},
        ]
    found = [shape for shape in map(input_shape, shapes) if shape is not None]
    if not found:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it does not say how many numbers an example has"))
    return found[0]


def _layer(
    entry: Settings, prefix: str, sources: tuple[str, ...], shape: tuple[int, ...] | None, depth: int
) -> tuple[list[Described], str, Member]:
    """Return one layer, or those of a model in its place; its last layer; and how the file stores them."""
    name, kind = _name(entry), str(entry["class_name"])
    place = f"{prefix}{name}"
    if kind != "Sequential" and (kind not in _GRAPHS or "layers" not in entry["config"]):
        settings = dict(entry["config"])
        return [Described(place, kind, settings, sources, shape)], place, Member(place, kind)
    if len(sources) != 1:
        raise _several_ends()
    found, end, members = _model(entry, f"{place}/", sources, depth + 1)
    if entry["config"].get("trainable") is False:
        found = [replace(each, settings={**each.settings, "trainable": False}) for each in found]
    return found, end, Member(place, "Functional" if kind == "Model" else kind, members)


def _graph(config: Settings, prefix: str, given: tuple[str, ...], depth: int) -> Found:
    entries = config["layers"]
    _check_length(entries)
    waiting = {_name(entry): (entry, _sources(entry)) for entry in entries}
    shapes = _shapes(entries)
    if len(waiting) < len(entries):
        names = [_name(entry) for entry in entries]
        twice = next(name for name in names if names.count(name) > 1)
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "two of its layers have the name “{name}”"), name=twice)
    (output,) = _ends(config["output_layers"])
    (entrance,) = _ends(config["input_layers"])
    layers: list[Described] = []
    members: dict[str, Member] = {}
    ends: dict[str, str] = {}
    if given:
        ends[entrance] = given[0]
        members[entrance] = Member(f"{prefix}{entrance}", "InputLayer")
        waiting.pop(entrance, None)
    while waiting:
        ready = [name for name, (_, sources) in waiting.items() if ends.keys() >= set(sources)]
        if not ready:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "its layers do not form a graph that can be computed"))
        for name in ready:
            entry, sources = waiting.pop(name)
            found, ends[name], members[name] = _layer(
                entry, prefix, tuple(ends[each] for each in sources), shapes.get(name), depth
            )
            layers += found
    if output not in ends:
        raise _odd()
    return layers, ends[output], tuple(members[_name(entry)] for entry in entries)


def _shapes(entries: Any) -> dict[str, tuple[int, ...]]:
    """Return the shapes of layers' outputs, as those that take them note it."""
    found: dict[str, tuple[int, ...] | None] = {}
    for entry in entries:
        sources = _sources(entry)
        if len(sources) == 1:
            found[sources[0]] = _built_for(entry)
        for node in entry.get("inbound_nodes") or []:
            for tensor in _tensors(node.get("args"), 0) if isinstance(node, dict) else ():
                found[str(tensor["keras_history"][0])] = _lengths(tensor.get("shape"))
    return {name: shape for name, shape in found.items() if shape is not None}


def _built_for(entry: Settings) -> tuple[int, ...] | None:
    """Return the shape of an example for which a layer was built; None if the file does not say it."""
    built = entry.get("build_config")
    return _lengths(built.get("input_shape")) if isinstance(built, dict) else None


def _lengths(shape: Any) -> tuple[int, ...] | None:
    """Return a shape without the batch; None if it is none, or leaves a length open."""
    if not isinstance(shape, list) or len(shape) < 2:
        return None
    lengths = tuple(shape[1:])
    return lengths if all(type(n) is int and n > 0 for n in lengths) else None


def _check_length(entries: Any) -> None:
    if not isinstance(entries, list) or len(entries) > MAX_LAYERS:
        raise _too_many()


def _name(entry: Settings) -> str:
    name = entry["config"].get("name") or entry.get("name")
    if not isinstance(name, str) or not name:
        raise _odd()
    return name


def _ends(ends: Any) -> list[str]:
    """Return the names of a model's inputs or outputs: ``["a", 0, 0]`` for one, a list of these for several."""
    if isinstance(ends, list) and ends and isinstance(ends[0], str):
        ends = [ends]
    if not isinstance(ends, list) or len(ends) != 1:
        raise _several_ends()
    return [str(ends[0][0])]


def _sources(entry: Settings) -> tuple[str, ...]:
    """Return the names of the layers that feed one."""
    nodes = entry.get("inbound_nodes") or []
    if not nodes:
        return ()
    if len(nodes) > 1:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "its layer “{name}” is used several times, with the same weights"),
            name=f"{_name(entry):.60}",
        )
    (node,) = nodes
    if isinstance(node, dict):
        return tuple(str(tensor["keras_history"][0]) for tensor in _tensors(node.get("args"), 0))
    return tuple(str(source[0]) for source in node)


def _tensors(value: Any, depth: int) -> Iterator[Settings]:
    if depth > 4:
        raise _odd()
    if isinstance(value, list):
        for each in value:
            yield from _tensors(each, depth + 1)
    elif isinstance(value, dict) and value.get("class_name") == "__keras_tensor__":
        yield value["config"]


def _odd() -> DamagedError:
    return DamagedError(QT_TRANSLATE_NOOP("errors", "the description of its layers makes no sense"))


def _too_many() -> DamagedError:
    return DamagedError(QT_TRANSLATE_NOOP("errors", "it has more layers than any supported network"))


def _several_ends() -> DamagedError:
    return DamagedError(QT_TRANSLATE_NOOP("errors", "it has more than one input or output"))
