"""Faces: the title, explanation and icon of each kind of layer, and how a new one is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.languages import in_all_languages
from nnplay.appearance.matching import listed
from nnplay.engine import (
    LAYER_TYPES,
    Activation,
    Conv2D,
    Dense,
    Dropout,
    Layer,
    NetworkSpec,
    Placeholder,
    ShapeError,
    Skipped,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP

CONTEXT = "layers"


@dataclass(frozen=True)
class Face:
    """The appearance of one kind of layer; the texts are the English keys of their translations.

    Attributes
    ----------
    also
        Other words that people search for, separated by semicolons.
    """

    title: str
    explanation: str
    icon: str = "layer"
    also: str = ""


_FACES: dict[str, Face] = {
    "Input": Face(
        QT_TRANSLATE_NOOP("layers", "Input"),
        QT_TRANSLATE_NOOP("layers", "Where an example enters the network."),
        "layer-input",
    ),
    "Dense": Face(
        QT_TRANSLATE_NOOP("layers", "Dense"),
        QT_TRANSLATE_NOOP("layers", "Neurons, each with a weighted sum of all outputs of the previous layer."),
        "layer-dense",
        QT_TRANSLATE_NOOP("layers", "fully connected layer; linear layer; hidden layer; neurons"),
    ),
    "Activation": Face(
        QT_TRANSLATE_NOOP("layers", "Activation"),
        QT_TRANSLATE_NOOP("layers", "Applies an activation function to every number; has nothing to learn."),
        "layer-activation",
        QT_TRANSLATE_NOOP("layers", "activation function; nonlinearity; ReLU; sigmoid; tanh"),
    ),
    "Dropout": Face(
        QT_TRANSLATE_NOOP("layers", "Dropout"),
        QT_TRANSLATE_NOOP("layers", "Switches off random neurons during training, against overfitting."),
        "layer-dropout",
        QT_TRANSLATE_NOOP("layers", "regularization; random deactivation"),
    ),
    "Flatten": Face(
        QT_TRANSLATE_NOOP("layers", "Flatten"),
        QT_TRANSLATE_NOOP("layers", "Turns the pixels of a picture into one row of numbers."),
        "layer-flatten",
        QT_TRANSLATE_NOOP("layers", "unroll; picture to row"),
    ),
    "BatchNormalization": Face(
        QT_TRANSLATE_NOOP("layers", "Batch norm"),
        QT_TRANSLATE_NOOP(
            "layers",
            "Scales each neuron's numbers to mean 0 and standard deviation 1 over a batch, then rescales them.",
        ),
        "layer-normalization",
        QT_TRANSLATE_NOOP("layers", "batch normalization; BN; standardize"),
    ),
    "LayerNormalization": Face(
        QT_TRANSLATE_NOOP("layers", "Layer norm"),
        QT_TRANSLATE_NOOP(
            "layers", "Scales the numbers of each example to mean 0 and standard deviation 1, then rescales them."
        ),
        "layer-normalization",
        QT_TRANSLATE_NOOP("layers", "layer normalization; LN"),
    ),
    "Conv2D": Face(
        QT_TRANSLATE_NOOP("layers", "Conv2D"),
        QT_TRANSLATE_NOOP("layers", "Small filters slide over a picture and report where they find their pattern."),
        "layer-conv",
        QT_TRANSLATE_NOOP("layers", "convolution; filters; kernel; CNN"),
    ),
    "MaxPooling2D": Face(
        QT_TRANSLATE_NOOP("layers", "Max pooling"),
        QT_TRANSLATE_NOOP("layers", "Shrinks a picture: keeps the largest number of each small square."),
        "layer-pooling",
        QT_TRANSLATE_NOOP("layers", "max pool; subsampling; downsampling"),
    ),
    "AveragePooling2D": Face(
        QT_TRANSLATE_NOOP("layers", "Average pooling"),
        QT_TRANSLATE_NOOP("layers", "Shrinks a picture: keeps the mean of each small square."),
        "layer-pooling",
        QT_TRANSLATE_NOOP("layers", "mean pool; average pool; downsampling"),
    ),
    "GlobalAveragePooling2D": Face(
        QT_TRANSLATE_NOOP("layers", "Global average"),
        QT_TRANSLATE_NOOP("layers", "Turns each channel of a picture into one number, its mean."),
        "layer-pooling",
        QT_TRANSLATE_NOOP("layers", "global average pooling; GAP"),
    ),
    "Reshape": Face(
        QT_TRANSLATE_NOOP("layers", "Reshape"),
        QT_TRANSLATE_NOOP("layers", "The same numbers in another shape."),
        "layer-reshape",
        QT_TRANSLATE_NOOP("layers", "shape; rearrange"),
    ),
    "GaussianNoise": Face(
        QT_TRANSLATE_NOOP("layers", "Noise"),
        QT_TRANSLATE_NOOP("layers", "Adds a little random noise to every number during training, against overfitting."),
        "layer-noise",
        QT_TRANSLATE_NOOP("layers", "regularization; Gaussian noise; jitter"),
    ),
    "Skipped": Face(
        QT_TRANSLATE_NOOP("layers", "Skipped"),
        QT_TRANSLATE_NOOP("layers", "Passes all numbers through; reactivate it from its menu."),
        "layer",
    ),
    "Placeholder": Face(
        QT_TRANSLATE_NOOP("layers", "Placeholder"),
        QT_TRANSLATE_NOOP("layers", "Stands for a layer that nnplay does not have."),
        "layer",
    ),
    "Add": Face(
        QT_TRANSLATE_NOOP("layers", "Add"),
        QT_TRANSLATE_NOOP("layers", "The sum of several layers, number by number."),
        "layer-merge",
        QT_TRANSLATE_NOOP("layers", "skip connection; residual; shortcut; sum"),
    ),
    "Concatenate": Face(
        QT_TRANSLATE_NOOP("layers", "Concatenate"),
        QT_TRANSLATE_NOOP("layers", "The numbers of several layers side by side."),
        "layer-merge",
        QT_TRANSLATE_NOOP("layers", "skip connection; join; merge; side by side"),
    ),
}

_MAKERS: dict[str, Callable[[], Layer]] = {
    "Dense": lambda: Dense(4, activation="relu", kernel_initializer="he_uniform"),
    "Activation": lambda: Activation("relu"),
    "Dropout": lambda: Dropout(0.5),
    "Conv2D": lambda: Conv2D(8, (3, 3), activation="relu"),
}


def kinds() -> tuple[str, ...]:
    """Return the kinds of layers that can be added to a network: all of the engine's except the input."""
    known = [*_FACES, *LAYER_TYPES]
    fitting = [kind for kind, layer in LAYER_TYPES.items() if layer.n_inputs[0] > 0]
    return tuple(sorted(fitting, key=known.index))


def is_useful(kind: str, network: NetworkSpec) -> bool:
    """Return whether a new layer of a kind would have an effect somewhere in a network.

    A layer for pictures does not fit rows of numbers, and flattening a row changes nothing.
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
    """Return the face of a kind; without one, its own name and a generic drawing."""
    return _FACES.get(kind, Face(kind, ""))


def title(kind: str) -> str:
    """Return the title of a kind, translated."""
    return QCoreApplication.translate(CONTEXT, face(kind).title)


def explanation(kind: str) -> str:
    """Return a kind's one-line explanation, translated."""
    return QCoreApplication.translate(CONTEXT, face(kind).explanation)


def names(kind: str) -> list[str]:
    """Return the names under which a kind is found: its title and the words for it in every language, and its own."""
    found = in_all_languages(CONTEXT, face(kind).title)
    others = [each for text in in_all_languages(CONTEXT, face(kind).also) for each in listed(text)]
    return [*found, kind, *others]


def title_of(layer: Layer) -> str:
    """Return the title of a layer, translated; a skipped layer has its own, a placeholder that of its library."""
    if isinstance(layer, Placeholder):
        return layer.title
    return title(layer.layer.kind if isinstance(layer, Skipped) else layer.kind)


def explanation_of(layer: Layer) -> str:
    """Return a layer's explanation, translated; a placeholder says why it is one, and with which settings."""
    if not isinstance(layer, Placeholder):
        return explanation(layer.kind)
    if layer.missing:
        reason = QCoreApplication.translate("layers", "nnplay's layer of this kind lacks {setting}.")
        reason = reason.format(setting=layer.missing)
    else:
        reason = QCoreApplication.translate("layers", "nnplay has no such layer.")
    rest = QCoreApplication.translate("layers", "What comes before it runs, what comes after it does not.")
    settings = "\n".join(f"{name} = {value}" for name, value in layer.settings)
    return "\n".join(filter(None, (f"{reason} {rest}", settings)))


def new_layer(kind: str, network: NetworkSpec) -> Layer:
    """Return a new layer of a kind for a network; a dense layer copies the last hidden dense layer."""
    if kind == "Dense":
        hidden = [node.layer for node in network.nodes if isinstance(node.layer, Dense) and node is not network.output]
        if hidden:
            return replace(hidden[-1])
    maker = _MAKERS.get(kind, LAYER_TYPES[kind])
    return maker()


def units_field(layer: Layer) -> str | None:
    """Return the name of the setting for the number of neurons or filters of a layer; None if it has none."""
    return next((name for name in ("units", "filters") if hasattr(layer, name)), None)
