"""Faces: what each kind of layer is called, explained by and drawn with, and how a new one is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from nnplay.engine import LAYER_TYPES, Activation, Conv2D, Dense, Dropout, Layer, NetworkSpec, ShapeError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

CONTEXT = "layers"


@dataclass(frozen=True)
class Face:
    """How one kind of layer looks to a person; title and explanation are English keys of their translations."""

    title: str
    explanation: str
    icon: str = "layer"


_FACES: dict[str, Face] = {
    "Input": Face(
        QT_TRANSLATE_NOOP("layers", "Input"),
        QT_TRANSLATE_NOOP("layers", "Where one example enters the network."),
        "layer-input",
    ),
    "Dense": Face(
        QT_TRANSLATE_NOOP("layers", "Dense"),
        QT_TRANSLATE_NOOP("layers", "Neurons that each weigh and add up all outputs of the layer before."),
        "layer-dense",
    ),
    "Activation": Face(
        QT_TRANSLATE_NOOP("layers", "Activation"),
        QT_TRANSLATE_NOOP("layers", "Bends every number by an activation function; nothing to learn."),
        "layer-activation",
    ),
    "Dropout": Face(
        QT_TRANSLATE_NOOP("layers", "Dropout"),
        QT_TRANSLATE_NOOP("layers", "Switches random neurons off while training, against learning by heart."),
        "layer-dropout",
    ),
    "Flatten": Face(
        QT_TRANSLATE_NOOP("layers", "Flatten"),
        QT_TRANSLATE_NOOP("layers", "Lays the pixels of a picture out as one row of numbers."),
        "layer-flatten",
    ),
    "BatchNormalization": Face(
        QT_TRANSLATE_NOOP("layers", "Batch norm"),
        QT_TRANSLATE_NOOP(
            "layers", "Brings each neuron's numbers to mean 0 and spread 1 over a batch, then scales them."
        ),
        "layer-normalization",
    ),
    "LayerNormalization": Face(
        QT_TRANSLATE_NOOP("layers", "Layer norm"),
        QT_TRANSLATE_NOOP("layers", "Brings the numbers of each example to mean 0 and spread 1, then scales them."),
        "layer-normalization",
    ),
    "Conv2D": Face(
        QT_TRANSLATE_NOOP("layers", "Conv2D"),
        QT_TRANSLATE_NOOP("layers", "Small filters slide over a picture and say where they find their pattern."),
        "layer-conv",
    ),
    "MaxPooling2D": Face(
        QT_TRANSLATE_NOOP("layers", "Max pooling"),
        QT_TRANSLATE_NOOP("layers", "Shrinks a picture: of each little square the largest number stays."),
        "layer-pooling",
    ),
    "AveragePooling2D": Face(
        QT_TRANSLATE_NOOP("layers", "Average pooling"),
        QT_TRANSLATE_NOOP("layers", "Shrinks a picture: of each little square the mean stays."),
        "layer-pooling",
    ),
    "GlobalAveragePooling2D": Face(
        QT_TRANSLATE_NOOP("layers", "Global average"),
        QT_TRANSLATE_NOOP("layers", "Turns each channel of a picture into one number, its mean."),
        "layer-pooling",
    ),
    "Reshape": Face(
        QT_TRANSLATE_NOOP("layers", "Reshape"),
        QT_TRANSLATE_NOOP("layers", "The same numbers in another shape."),
        "layer-reshape",
    ),
    "GaussianNoise": Face(
        QT_TRANSLATE_NOOP("layers", "Noise"),
        QT_TRANSLATE_NOOP("layers", "Adds a little chance to every number while training, against learning by heart."),
        "layer-noise",
    ),
    "Skipped": Face(
        QT_TRANSLATE_NOOP("layers", "Skipped"),
        QT_TRANSLATE_NOOP("layers", "Lets all numbers pass; its menu puts it to use again."),
        "layer",
    ),
    "Add": Face(
        QT_TRANSLATE_NOOP("layers", "Add"),
        QT_TRANSLATE_NOOP("layers", "The sum of several layers, number by number."),
        "layer-merge",
    ),
    "Concatenate": Face(
        QT_TRANSLATE_NOOP("layers", "Concatenate"),
        QT_TRANSLATE_NOOP("layers", "The numbers of several layers side by side."),
        "layer-merge",
    ),
}

_MAKERS: dict[str, Callable[[], Layer]] = {
    "Dense": lambda: Dense(4, activation="relu", kernel_initializer="he_uniform"),
    "Activation": lambda: Activation("relu"),
    "Dropout": lambda: Dropout(0.5),
    "Conv2D": lambda: Conv2D(8, (3, 3), activation="relu"),
}


def kinds() -> tuple[str, ...]:
    """Return the kinds of layers that can be put into a network: all of the engine but the input."""
    known = [*_FACES, *LAYER_TYPES]
    fitting = [kind for kind, layer in LAYER_TYPES.items() if layer.n_inputs[0] > 0]
    return tuple(sorted(fitting, key=known.index))


def is_useful(kind: str, network: NetworkSpec) -> bool:
    """Return whether a new layer of a kind would do something at some place of a network.

    A layer for pictures does not fit among rows of numbers, and flattening a row leaves it as it is.
    """
    layer = new_layer(kind, network)
    for shape in network.shapes.values():
        try:
            is_other = layer.output_shape(shape) != shape
        except ShapeError:
            continue
        if is_other or not layer.is_view(is_training=True):
            return True
    return False


def face(kind: str) -> Face:
    """Return the face of a kind; one that has none yet shows its own name and the generic drawing."""
    return _FACES.get(kind, Face(kind, ""))


def title(kind: str) -> str:
    """Return what a kind is called, translated."""
    return QCoreApplication.translate(CONTEXT, face(kind).title)


def explanation(kind: str) -> str:
    """Return a kind's one-line explanation, translated."""
    return QCoreApplication.translate(CONTEXT, face(kind).explanation)


def new_layer(kind: str, network: NetworkSpec) -> Layer:
    """Return a new layer of a kind for a network: a dense one is made like the last hidden dense one."""
    if kind == "Dense":
        hidden = [node.layer for node in network.nodes if isinstance(node.layer, Dense) and node is not network.output]
        if hidden:
            return replace(hidden[-1])
    maker = _MAKERS.get(kind, LAYER_TYPES[kind])
    return maker()


def units_field(layer: Layer) -> str | None:
    """Return the name of the setting that says how many neurons or filters a layer has; None if it has none."""
    return next((name for name in ("units", "filters") if hasattr(layer, name)), None)
