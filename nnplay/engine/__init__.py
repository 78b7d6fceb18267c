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
from nnplay.engine.examples import Examples
from nnplay.engine.initializers import INITIALIZERS
from nnplay.engine.layers import LAYER_TYPES, Activation, Dense, Dropout, Flatten, Input, Layer
from nnplay.engine.losses import LOSSES, Loss
from nnplay.engine.metrics import rightness
from nnplay.engine.network import Evaluation, Network
from nnplay.engine.optimizers import OPTIMIZERS, SGD, Adam, Optimizer
from nnplay.engine.specs import NetworkSpec, Node, ParameterSlot, free_name
from nnplay.engine.trainer import Progress, Trainer, TrainingSettings
from nnplay.engine.transfer import initial_parameters, transfer

__all__ = [
    "ACTIVATIONS",
    "INITIALIZERS",
    "LAYER_TYPES",
    "LOSSES",
    "OPTIMIZERS",
    "SGD",
    "Activation",
    "ActivationFunction",
    "Adam",
    "DataError",
    "Dense",
    "Dropout",
    "Evaluation",
    "Examples",
    "Flatten",
    "GraphError",
    "Input",
    "Layer",
    "Loss",
    "Network",
    "NetworkSpec",
    "NnplayError",
    "Node",
    "Optimizer",
    "ParameterSlot",
    "Progress",
    "SettingError",
    "ShapeError",
    "Trainer",
    "TrainingDivergedError",
    "TrainingSettings",
    "free_name",
    "initial_parameters",
    "rightness",
    "transfer",
]
