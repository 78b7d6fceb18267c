"""Faces: what each kind of layer is called, explained by and drawn with, and how a new one is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from nnplay.engine import LAYER_TYPES, Activation, Dense, Dropout, Flatten, Layer, NetworkSpec
from nnplay.engine.errors import QT_TRANSLATE_NOOP

CONTEXT = "layers"


@dataclass(frozen=True)
class Face:
    """How one kind of layer looks to a person; title and explanation are English keys of their translations."""

    title: str
    explanation: str
    icon: str


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
}

_MAKERS: dict[str, Callable[[], Layer]] = {
    "Dense": lambda: Dense(4, activation="relu", kernel_initializer="he_uniform"),
    "Activation": lambda: Activation("relu"),
    "Dropout": lambda: Dropout(0.5),
    "Flatten": Flatten,
}


def kinds() -> tuple[str, ...]:
    """Return the kinds of layers that a person can add: all that the engine has but its input."""
    return tuple(kind for kind in LAYER_TYPES if kind != "Input")


def face(kind: str) -> Face:
    """Return the face of a kind; one that has none yet shows its own name and the generic drawing."""
    return _FACES.get(kind, Face(kind, "", "layer"))


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
