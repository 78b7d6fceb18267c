"""The engine: a small neural-network library on NumPy, usable on its own (``from nnplay import engine``)."""

from nnplay.engine.activations import ACTIVATIONS, ActivationFunction
from nnplay.engine.errors import (
    DataError,
    GraphError,
    NnplayError,
    SettingError,
    ShapeError,
    TrainingDivergedError,
)
from nnplay.engine.initializers import INITIALIZERS
from nnplay.engine.layers import LAYER_TYPES, Activation, Dense, Dropout, Flatten, Input, Layer
from nnplay.engine.specs import NetworkSpec, Node, ParameterSlot, free_name

__all__ = [
    "ACTIVATIONS",
    "INITIALIZERS",
    "LAYER_TYPES",
    "Activation",
    "ActivationFunction",
    "DataError",
    "Dense",
    "Dropout",
    "Flatten",
    "GraphError",
    "Input",
    "Layer",
    "NetworkSpec",
    "NnplayError",
    "Node",
    "ParameterSlot",
    "SettingError",
    "ShapeError",
    "TrainingDivergedError",
    "free_name",
]
