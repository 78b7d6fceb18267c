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
from nnplay.engine.optimizers import (
    LBFGS,
    OPTIMIZERS,
    SGD,
    Adadelta,
    Adagrad,
    Adam,
    AdamW,
    Nadam,
    Optimizer,
    RMSprop,
    Rprop,
)
from nnplay.engine.parts import Part
from nnplay.engine.regularization import Regularization
from nnplay.engine.schedules import (
    SCHEDULES,
    Constant,
    CosineDecay,
    ExponentialDecay,
    ReduceOnPlateau,
    Schedule,
    StepDecay,
    WarmUp,
)
from nnplay.engine.settings import TrainingSettings
from nnplay.engine.specs import NetworkSpec, Node, ParameterSlot, free_name
from nnplay.engine.trainer import Progress, Trainer
from nnplay.engine.trainer_state import TrainerState
from nnplay.engine.transfer import initial_parameters, transfer

__all__ = [
    "ACTIVATIONS",
    "INITIALIZERS",
    "LAYER_TYPES",
    "LBFGS",
    "LOSSES",
    "OPTIMIZERS",
    "SCHEDULES",
    "SGD",
    "Activation",
    "ActivationFunction",
    "Adadelta",
    "Adagrad",
    "Adam",
    "AdamW",
    "Constant",
    "CosineDecay",
    "DataError",
    "Dense",
    "Dropout",
    "Evaluation",
    "Examples",
    "ExponentialDecay",
    "Flatten",
    "GraphError",
    "Input",
    "Layer",
    "Loss",
    "Nadam",
    "Network",
    "NetworkSpec",
    "NnplayError",
    "Node",
    "Optimizer",
    "ParameterSlot",
    "Part",
    "Progress",
    "RMSprop",
    "ReduceOnPlateau",
    "Regularization",
    "Rprop",
    "Schedule",
    "SettingError",
    "ShapeError",
    "StepDecay",
    "Trainer",
    "TrainerState",
    "TrainingDivergedError",
    "TrainingSettings",
    "WarmUp",
    "free_name",
    "initial_parameters",
    "rightness",
    "transfer",
]
