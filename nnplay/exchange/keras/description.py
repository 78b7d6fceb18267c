"""The description of a Keras model: its layers with their settings, and how it was compiled, from either kind of JSON.

Keras 2 and 3 write graphs differently, and older files have less in them; all become one list of layers with inputs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError

MAX_LAYERS = 500
_MAX_TEXT = 16 << 20

Settings = Mapping[str, Any]


@dataclass(frozen=True)
class Described:
    """One layer of the model; ``inputs`` are the names of other layers."""

    name: str
    kind: str
    settings: Settings
    inputs: tuple[str, ...]


@dataclass(frozen=True)
class Description:
    """A model: its layers, each after its inputs; the name of the output layer; its compile settings."""

    name: str
    layers: tuple[Described, ...]
    output: str
    compiled: Settings


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
    kind, config = model.get("class_name"), model.get("config")
    if compiled is None:
        compiled = model.get("compile_config")
    if not isinstance(compiled, dict):
        compiled = {}
    try:
        if kind == "Sequential":
            layers = tuple(_chain(config, model))
            output = layers[-1].name
        elif kind in ("Functional", "Model") and isinstance(config, dict):
            layers, output = _graph(config)
        else:
            raise DamagedError(
                QT_TRANSLATE_NOOP("errors", "its model is a “{kind}”, which only its own program can build"),
                kind=f"{kind!s:.60}",
            )
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        if isinstance(error, DamagedError):
            raise
        raise _odd() from error
    names = [layer.name for layer in layers]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "two of its layers have the name “{name}”"), name=twice)
    name = config.get("name") if isinstance(config, dict) else ""
    return Description(name if isinstance(name, str) else "", layers, output, compiled)


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


def _chain(config: Any, model: Settings) -> Iterator[Described]:
    entries = config if isinstance(config, list) else config["layers"]
    _check_length(entries)
    if not entries or entries[0]["class_name"] != "InputLayer":
        shapes = [entries[0]["config"]] if entries else []
        for table in (model, config if isinstance(config, dict) else {}):
            shapes += [
                {"batch_shape": table.get("build_input_shape")},
                {"batch_shape": (table.get("build_config") or {}).get("input_shape")},
            ]
        found = [shape for shape in map(input_shape, shapes) if shape is not None]
        if not found:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it does not say how many numbers an example has"))
        yield Described("input", "InputLayer", {"batch_shape": (None, *found[0])}, ())
        before: tuple[str, ...] = ("input",)
    else:
        before = ()
    for entry in entries:
        name = _name(entry)
        yield Described(name, str(entry["class_name"]), dict(entry["config"]), before)
        before = (name,)


def _graph(config: Settings) -> tuple[tuple[Described, ...], str]:
    entries = config["layers"]
    _check_length(entries)
    waiting = [
        Described(_name(each), str(each["class_name"]), dict(each["config"]), _sources(each)) for each in entries
    ]
    (output,) = _ends(config["output_layers"])
    _ends(config["input_layers"])
    ordered: list[Described] = []
    known: set[str] = set()
    while waiting:
        ready = [layer for layer in waiting if known.issuperset(layer.inputs)]
        if not ready:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "its layers do not form a graph that can be computed"))
        ordered += ready
        known.update(layer.name for layer in ready)
        waiting = [layer for layer in waiting if layer.name not in known]
    if output not in known:
        raise _odd()
    return tuple(ordered), output


def _check_length(entries: Any) -> None:
    if not isinstance(entries, list) or len(entries) > MAX_LAYERS:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more layers than any supported network"))


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
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more than one input or output"))
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
        return tuple(_tensors(node.get("args"), 0))
    return tuple(str(source[0]) for source in node)


def _tensors(value: Any, depth: int) -> Iterator[str]:
    if depth > 4:
        raise _odd()
    if isinstance(value, list):
        for each in value:
            yield from _tensors(each, depth + 1)
    elif isinstance(value, dict) and value.get("class_name") == "__keras_tensor__":
        yield str(value["config"]["keras_history"][0])


def _odd() -> DamagedError:
    return DamagedError(QT_TRANSLATE_NOOP("errors", "the description of its layers makes no sense"))
