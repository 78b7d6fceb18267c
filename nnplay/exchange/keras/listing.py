"""A Keras program, as articles print it, read as a description of its model: parsed, never executed.

The statements are examined in order, including those in functions. A closed table is understood: numbers, texts and
lists, names with such values, calls of layers and of the objects in their settings. Everything else, such as loading
data, is skipped. Older spellings (``output_dim``, ``init``, ``nb_epoch``) are accepted as settings.
"""

from __future__ import annotations

import ast
import os
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nnplay.engine import free_name
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.exchange.keras.description import MAX_LAYERS, Described, Description, input_shape
from nnplay.exchange.keras.expressions import (
    POSITIONAL,
    UNKNOWN,
    Chain,
    LayerCall,
    Tensor,
    computed,
    last_word,
    plain,
    whole,
)
from nnplay.exchange.keras.words import snake

MAX_LENGTH = 200_000
_MAX_DEPTH = 60
_JOINING = {"add": "Add", "concatenate": "Concatenate"}


@dataclass(frozen=True)
class Listing:
    """A description, and the program's number of epochs and batch size; None if it does not give them."""

    description: Description
    n_epochs: int | None = None
    batch_size: int | None = None


def is_listing(text: str) -> bool:
    """Return whether a text is probably a Keras program; this is quick, and only reading it makes sure."""
    if len(text) > MAX_LENGTH or text.lstrip().startswith("{"):
        return False
    return any(word in text for word in (".add(", "Sequential(", "Model("))


def read_listing(text: str, usual_shape: tuple[int, ...] | None = None) -> Listing:
    """Return the model that a program builds.

    Parameters
    ----------
    usual_shape
        Shape of one example if the program takes it from its data.

    Raises
    ------
    DamagedError
        If it is not a program, has no model, or its layers cannot be followed.
    """
    if len(text) > MAX_LENGTH:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is too large"))
    try:
        # Where a line is no Python, the parser looks for it in the file of this name.
        tree = ast.parse(_without_prompts(text), os.devnull)
        reading = _Reading()
        for statement, is_sure in _statements(tree, 0, is_sure=True):
            reading.take(statement, is_sure=is_sure)
    except SyntaxError as error:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "line {line} is not Python that nnplay understands"), line=error.lineno or 1
        ) from error
    except (ValueError, MemoryError, RecursionError, OverflowError) as error:
        if isinstance(error, DamagedError):
            raise
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is nested too deeply")) from error
    return Listing(reading.description(usual_shape), reading.n_epochs, reading.batch_size)


def _without_prompts(text: str) -> str:
    """Return the program without console or notebook prompts, and without common indentation."""
    lines = [line[4:] if line.startswith((">>> ", "... ")) else line for line in text.expandtabs().splitlines()]
    lines = ["" if line.strip() in (">>>", "...") or line.startswith(("%", "!")) else line for line in lines]
    return textwrap.dedent("\n".join(lines)) + "\n"


def _statements(node: ast.AST, depth: int, *, is_sure: bool) -> Iterator[tuple[ast.stmt, bool]]:
    """Return all statements, including those inside functions and blocks, and whether each certainly runs once."""
    if depth > _MAX_DEPTH:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is nested too deeply"))
    is_sure = is_sure and not isinstance(node, ast.For | ast.While | ast.Try) and not _is_choice(node)
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            yield child, is_sure
            yield from _statements(child, depth + 1, is_sure=is_sure)


def _is_choice(node: ast.AST) -> bool:
    """Return whether a statement is an ``if`` other than the check for the main program."""
    return isinstance(node, ast.If) and "__name__" not in ast.dump(node.test)


class _Reading:
    """Names and their values as the statements are read."""

    def __init__(self) -> None:
        self._names: dict[str, Any] = {}
        self._graph: dict[str, Described] = {}
        self._model: Chain | tuple[Tensor, Tensor] | None = None
        self._compiled: dict[str, Any] = {}
        self._title = ""
        self._is_sure = True
        self.n_epochs: int | None = None
        self.batch_size: int | None = None

    def take(self, statement: ast.stmt, *, is_sure: bool) -> None:
        """Interpret a statement, or skip it; layers are accepted only if they are certainly created once."""
        self._is_sure = is_sure
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            value = self._value(statement.value, 0)
            self._assign(statement.targets[0], value)
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            self._assign(statement.target, self._value(statement.value, 0))
        elif isinstance(statement, ast.Expr | ast.Return) and statement.value is not None:
            self._value(statement.value, 0)

    def description(self, usual_shape: tuple[int, ...] | None) -> Description:
        if isinstance(self._model, Chain) and self._model.layers:
            layers = _chained(self._model.layers, usual_shape)
            output = layers[-1].name
        elif isinstance(self._model, tuple):
            layers, output = tuple(self._graph.values()), self._model[1].name
        else:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it does not build a Sequential or functional Keras model"))
        return Description(self._title, layers, output, self._compiled)

    def _assign(self, target: ast.expr, value: Any) -> None:
        if isinstance(target, ast.Name):
            self._names[target.id] = value
        elif isinstance(target, ast.Tuple) and isinstance(value, list | tuple) and len(value) == len(target.elts):
            for each, part in zip(target.elts, value, strict=True):
                self._assign(each, part)
        elif isinstance(target, ast.Tuple):
            for each in target.elts:
                self._assign(each, UNKNOWN)

    def _value(self, node: ast.expr, depth: int) -> Any:
        """Return the value of an expression."""
        if depth > _MAX_DEPTH:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is nested too deeply"))
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name):
            return self._names.get(node.id, UNKNOWN)
        if isinstance(node, ast.Tuple | ast.List):
            return [self._value(each, depth + 1) for each in node.elts]
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            value = self._value(node.operand, depth + 1)
            return -value if isinstance(value, int | float) else UNKNOWN
        if isinstance(node, ast.BinOp):
            return computed(node, self._value(node.left, depth + 1), self._value(node.right, depth + 1))
        if isinstance(node, ast.Attribute):
            return last_word(node)
        if isinstance(node, ast.Call):
            return self._call(node, depth + 1)
        return UNKNOWN

    def _call(self, node: ast.Call, depth: int) -> Any:
        function = node.func
        if isinstance(function, ast.Call) or (isinstance(function, ast.Name) and function.id in self._names):
            return self._applied(self._value(function, depth), node, depth)
        name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        owner = self._value(function.value, depth) if isinstance(function, ast.Attribute) else None
        arguments = [self._value(each, depth) for each in node.args]
        settings = {each.arg: self._value(each.value, depth) for each in node.keywords if each.arg is not None}
        if name == "Sequential":
            self._begin(arguments[0] if arguments else settings.get("layers"), settings.get("name"))
            return self._model
        if name == "Model" and (len(arguments) >= 2 or "outputs" in settings or "output" in settings):
            return self._end(arguments, settings)
        if isinstance(owner, Chain):
            return self._method(owner, name, arguments, settings)
        if name in ("compile", "fit") and isinstance(owner, tuple):
            return self._train(name, arguments, settings)
        if name in _JOINING and arguments and isinstance(arguments[0], list):
            return self._joined(_JOINING[name], arguments[0], settings)
        positional = POSITIONAL.get(name, ())
        named = dict(zip(positional, arguments, strict=False)) | settings
        known = {key: plain(value) for key, value in named.items() if value is not UNKNOWN}
        if name == "Input":
            return self._input(known)
        return LayerCall(name, known) if name[:1].isupper() or name in POSITIONAL else UNKNOWN

    def _begin(self, layers: Any, title: Any) -> None:
        self._model = Chain()
        self._title = title if isinstance(title, str) else ""
        for layer in layers if isinstance(layers, list) else ():
            self._append(self._model, layer)

    def _method(self, chain: Chain, name: str, arguments: list[Any], settings: dict[str, Any]) -> Any:
        if name == "add" and arguments:
            self._append(chain, arguments[0])
        elif name in ("compile", "fit"):
            self._train(name, arguments, settings)
        return UNKNOWN

    def _append(self, chain: Chain, layer: Any) -> None:
        if isinstance(layer, Tensor):  # keras.Input in a Sequential model
            described = self._graph.pop(layer.name)
            layer = LayerCall("InputLayer", described.settings)
        if not isinstance(layer, LayerCall) or not self._is_sure:
            raise _untold(len(chain.layers) + 1)
        chain.layers.append(layer)
        if len(chain.layers) > MAX_LAYERS:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more layers than any supported network"))

    def _train(self, name: str, arguments: list[Any], settings: dict[str, Any]) -> Any:
        if name == "compile":
            given = dict(zip(("optimizer", "loss"), arguments, strict=False)) | settings
            for key in ("optimizer", "loss"):
                if given.get(key, UNKNOWN) is not UNKNOWN:
                    self._compiled[key] = plain(given[key])
            return UNKNOWN
        self.n_epochs = whole(settings.get("epochs", settings.get("nb_epoch"))) or self.n_epochs
        self.batch_size = whole(settings.get("batch_size")) or self.batch_size
        return UNKNOWN

    # -- functional models --------------------------------------------------------------------------------------------

    def _input(self, settings: dict[str, Any]) -> Tensor:
        return self._placed(LayerCall("InputLayer", settings), ())

    def _applied(self, layer: Any, node: ast.Call, depth: int) -> Any:
        """Interpret a layer that is called with tensors."""
        given = self._value(node.args[0], depth) if node.args else UNKNOWN
        sources = given if isinstance(given, list) else [given]
        names = tuple(each.name for each in sources if isinstance(each, Tensor))
        if not isinstance(layer, LayerCall) or not sources or len(names) < len(sources):
            return UNKNOWN
        return self._placed(layer, names)

    def _joined(self, kind: str, tensors: list[Any], settings: dict[str, Any]) -> Any:
        if not all(isinstance(each, Tensor) for each in tensors):
            return UNKNOWN
        return self._placed(LayerCall(kind, settings), tuple(each.name for each in tensors))

    def _placed(self, layer: LayerCall, sources: tuple[str, ...]) -> Tensor:
        if len(self._graph) > MAX_LAYERS:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more layers than any supported network"))
        if not self._is_sure:
            raise _untold(len(self._graph) + 1)
        name = _name_for(layer, list(self._graph))
        self._graph[name] = Described(name, layer.kind, layer.settings, sources)
        return Tensor(name)

    def _end(self, arguments: list[Any], settings: dict[str, Any]) -> Any:
        given = dict(zip(("inputs", "outputs"), arguments, strict=False))
        given |= {f"{key}s": settings[key] for key in ("input", "output") if key in settings}
        given |= {key: settings[key] for key in ("inputs", "outputs") if key in settings}
        ends = [value[0] if isinstance(value, list) and len(value) == 1 else value for value in given.values()]
        if len(ends) != 2 or any(isinstance(end, list) for end in ends):
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more than one input or output"))
        first, last = ends
        if not isinstance(first, Tensor) or not isinstance(last, Tensor):
            raise _untold(len(self._graph) + 1)
        self._model = first, last
        title = settings.get("name")
        self._title = title if isinstance(title, str) else ""
        return self._model


def _untold(number: int) -> DamagedError:
    template = QT_TRANSLATE_NOOP("errors", "the value of its layer {number} is known only when the program runs")
    return DamagedError(template, number=number)


def _chained(layers: list[LayerCall], usual_shape: tuple[int, ...] | None) -> tuple[Described, ...]:
    first = layers[0]
    found: list[Described] = []
    if first.kind != "InputLayer":
        shape = input_shape(first.settings) or usual_shape
        if shape is None:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it does not say how many numbers an example has"))
        layers = [LayerCall("InputLayer", {"shape": list(shape)}), *layers]
    elif input_shape(first.settings) is None and usual_shape is not None:
        layers = [LayerCall("InputLayer", {"shape": list(usual_shape)}), *layers[1:]]
    for layer in layers:
        name = _name_for(layer, [each.name for each in found])
        found.append(Described(name, layer.kind, layer.settings, (found[-1].name,) if found else ()))
    return tuple(found)


def _name_for(layer: LayerCall, taken: list[str]) -> str:
    given = layer.settings.get("name")
    usual = "input" if layer.kind == "InputLayer" else snake(layer.kind)
    return free_name(given if isinstance(given, str) and given else usual or "layer", taken)
