"""A chain of layers proposed for a state dict, which names arrays but no layers.

Kinds and widths follow from the shapes of the arrays. What has no weights is guessed: ReLU between the layers, the
size of pictures, their padding and pooling. Of all guesses the first that makes the widths agree is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

import numpy as np

from nnplay.data import DataChoice
from nnplay.engine import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Flatten,
    GlobalAveragePooling2D,
    Input,
    Layer,
    LayerNormalization,
    MaxPooling2D,
    NetworkSpec,
    NnplayError,
    free_name,
    initial_parameters,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.layers import Shape
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.model import Model, Taken
from nnplay.exchange.tensors import Array
from nnplay.exchange.torch.matching import modules_of, parameters_of

_SIDES = (28, 32, 64, 8, 16, 96, 128, 224)
"""Usual sides of pictures, the likeliest first."""

_MOST_POOLED = 6
"""Most convolutions after each of which a pooling is tried."""

_EPSILON = 1e-5
"""PyTorch's, where Keras's is larger."""


@dataclass(frozen=True)
class _Module:
    """One module of the file: its name, what it is, and the width that it takes."""

    name: str
    kind: str
    layer: Layer
    width: int


@dataclass(frozen=True)
class _Guess:
    """What the file does not say of pictures."""

    shape: Shape
    padding: str
    pooled: tuple[bool, ...]


def propose(state: Mapping[str, Array], present: DataChoice | None = None, *, is_ordered: bool = True) -> Model:
    """Return a chain of layers with the arrays of a state dict.

    Parameters
    ----------
    present
        The data that are open: the shape of their inputs is tried first.
    is_ordered
        Whether the arrays are in the order in which the program created its modules.

    Raises
    ------
    ExchangeError
        If an array belongs to no layer of nnplay, or no chain of these layers fits together.
    """
    modules = dict(modules_of(state))
    modules = modules if is_ordered else _ordered(modules)
    in_order = {f"{name}.{key}" if name else key: each for name, part in modules.items() for key, each in part.items()}
    found = [_module(name, arrays) for name, arrays in modules.items()]
    for guess in _guesses(found, present):
        try:
            network, taken = _chain(found, guess)
        except NnplayError:
            continue
        start = initial_parameters(network, np.random.default_rng(0)).astype(np.float32)
        parameters = parameters_of(network, in_order, start, ())
        n_in_file = sum(array.size for array in in_order.values())
        return Model(network, parameters, notes=tuple(_notes(guess)), layers=taken, n_in_file=n_in_file)
    raise ExchangeError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The file has weights, but no layers, and no chain of them fits together: open or build the network that"
            " they are for, then choose File > Read weights. The file has {modules}.",
        ),
        modules=", ".join(f"{each.name} ({each.kind})" for each in found[:12]) or "–",
    )


def _module(name: str, arrays: Mapping[str, Array]) -> _Module:
    weight = arrays.get("weight")
    keys = frozenset(arrays)
    has_bias = "bias" in keys
    if weight is not None and keys <= {"weight", "bias"}:
        match weight.shape:
            case (n_out, n_in):
                return _Module(name, "Linear", Dense(n_out, use_bias=has_bias), n_in)
            case (n_out, n_in, height, width):
                return _Module(name, "Conv2d", Conv2D(n_out, (height, width), use_bias=has_bias), n_in)
            case (n,) if has_bias:
                return _Module(name, "LayerNorm", LayerNormalization(_EPSILON), n)
            case (n,):
                return _Module(name, "PReLU", Activation("prelu"), n)
    if keys in ({"running_mean", "running_var"}, {"running_mean", "running_var", "weight", "bias"}):
        layer = BatchNormalization(_EPSILON, momentum=0.9, center=has_bias, scale=has_bias)
        return _Module(name, "BatchNorm", layer, arrays["running_mean"].size)
    shapes = ", ".join(f"{key} {array.shape}" for key, array in arrays.items())
    raise ExchangeError(
        QT_TRANSLATE_NOOP(
            "errors", "The arrays of “{module}” ({arrays}) are those of no layer that nnplay has in a chain."
        ),
        module=f"{name:.60}",
        arrays=shapes[:200],
    )


def _guesses(found: Sequence[_Module], present: DataChoice | None) -> Iterator[_Guess]:
    if not found:
        return
    n_convolutions = sum(isinstance(each.layer, Conv2D) for each in found)
    if not n_convolutions:
        width = found[0].width
        if present is not None and prod(present.input_shape) == width:
            yield _Guess(present.input_shape, "", ())
            return
        yield _Guess((28, 28, 1) if width == 28 * 28 else (width,), "", ())
        return
    channels = next(each.width for each in found if isinstance(each.layer, Conv2D))
    shapes = [] if present is None or len(present.input_shape) != 3 else [present.input_shape]
    shapes += [(side, side, channels) for side in _SIDES]
    choices = [True, False] if n_convolutions <= _MOST_POOLED else [False]
    pools = list(product(choices, repeat=n_convolutions))
    for shape in shapes:
        if shape[2] == channels:
            for padding, pooled in product(("valid", "same"), pools):
                yield _Guess(shape, padding, pooled)


def _chain(found: Sequence[_Module], guess: _Guess) -> tuple[NetworkSpec, tuple[Taken, ...]]:
    """Return the layers in a row, and what each module became; an error if they do not fit together."""
    row = _Row(guess.shape)
    pooled = iter(guess.pooled)
    taken = []
    is_pooled = False
    for module, following in zip(found, (*found[1:], None), strict=True):
        layer = module.layer
        if is_pooled and isinstance(layer, Dense | Conv2D):
            row.add(MaxPooling2D())
            is_pooled = False
        if isinstance(layer, Conv2D):
            layer = replace(layer, padding=guess.padding)
            is_pooled = next(pooled)
        else:
            row.flatten_for(layer, module.width)
        if row.shape[-1] != module.width and (module.kind, module.width) != ("PReLU", 1):
            raise ExchangeError(QT_TRANSLATE_NOOP("errors", "its widths do not agree"))
        name = row.add(layer, module.name.replace(".", "_"))
        taken.append(Taken(module.name, module.kind, (name,)))
        if following is not None and not _is_followed_at_once(module, following):
            row.add(Activation("relu"))
    if len(row.shape) == 1 and row.shape[0] > 1:
        row.add(Activation("softmax"))
    return NetworkSpec.chain(*row.layers, names=row.names), tuple(taken)


class _Row:
    """Layers one after another, and the shape of what the last one gives."""

    def __init__(self, shape: Shape) -> None:
        self.layers: list[Layer] = [Input(shape)]
        self.names = ["input"]
        self.shape = shape

    def add(self, layer: Layer, name: str = "") -> str:
        """Add a layer, and return its name."""
        self.shape = layer.output_shape(self.shape)
        self.layers.append(layer)
        self.names.append(free_name(name or layer.usual_name, self.names))
        return self.names[-1]

    def flatten_for(self, layer: Layer, width: int) -> None:
        """Make a row of a picture where the next layer takes one."""
        if len(self.shape) > 1 and prod(self.shape) == width:
            self.add(Flatten())
        elif len(self.shape) == 3 and self.shape[-1] == width and isinstance(layer, Dense):
            self.add(GlobalAveragePooling2D())


def _is_followed_at_once(module: _Module, following: _Module) -> bool:
    """Return whether there is no activation function between two modules: a numbered list has no gap there."""
    (first, _, number), (second, _, other) = module.name.rpartition("."), following.name.rpartition(".")
    if module.kind == "PReLU":
        return True
    if first == second and number.isdigit() and other.isdigit():
        return int(other) == int(number) + 1
    return following.kind in ("PReLU", "BatchNorm", "LayerNorm")


def _ordered(modules: Mapping[str, dict[str, Array]]) -> dict[str, dict[str, Array]]:
    """Return modules in the order of the numbers in their names, those beside convolutions first."""
    with_pictures = {
        name.split(".")[0] for name, arrays in modules.items() if "weight" in arrays and arrays["weight"].ndim == 4
    }

    def place(name: str) -> tuple[bool, list[tuple[int, str]]]:
        parts = re.findall(r"\d+|\D+", name)
        numbers = [(int(part), "") if part.isdigit() else (-1, part) for part in parts]
        return name.split(".")[0] not in with_pictures, numbers

    return {name: modules[name] for name in sorted(modules, key=place)}


def _notes(guess: _Guess) -> Iterator[NnplayError]:
    yield ExchangeError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The file has weights only. Its layers were told from the names and shapes of the arrays; compare them with"
            " the program that made the file.",
        )
    )
    yield ExchangeError(
        QT_TRANSLATE_NOOP(
            "errors", "Guessed: ReLU between the layers, and softmax at the end if there are several outputs."
        )
    )
    if guess.pooled:
        yield ExchangeError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Guessed: pictures of the shape {shape}, the padding “{padding}”, and max pooling after {n}"
                " convolution(s).",
            ),
            shape=guess.shape,
            padding=guess.padding,
            n=sum(guess.pooled),
        )
