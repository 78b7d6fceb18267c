"""The engine: a small neural-network library built on NumPy, usable on its own (``from nnplay import engine``)."""

from nnplay.engine.activations import ACTIVATIONS, ActivationFunction
from nnplay.engine.assessment import Assessment, assess
from nnplay.engine.early_stopping import EarlyStopping, EarlyStoppingState
from nnplay.engine.errors import (
    DataError,
    GraphError,
    NnplayError,
    PlaceholderError,
    SettingError,
    ShapeError,
    TrainingDivergedError,
)
from nnplay.engine.examples import Examples
from nnplay.engine.gradient_check import GradientCheck, gradient_check
from nnplay.engine.grid import Grid
from nnplay.engine.initializers import INITIALIZER_TYPES, INITIALIZERS, Initializer
from nnplay.engine.input_gradient import input_gradient
from nnplay.engine.landscape import (
    NextStep,
    NoteShare,
    loss_along,
    loss_over,
    next_step,
    next_steps,
    random_direction,
    unit_direction,
)
from nnplay.engine.layers import (
    LAYER_TYPES,
    Activation,
    Add,
    AveragePooling2D,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    GlobalAveragePooling2D,
    Input,
    Layer,
    LayerNormalization,
    MaxPooling2D,
    Placeholder,
    Reshape,
    Skipped,
)
from nnplay.engine.losses import LOSSES, Loss, find_loss
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
from nnplay.engine.parts import Part, weights_of
from nnplay.engine.progress import Progress
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
from nnplay.engine.seeds import generator
from nnplay.engine.settings import TrainingSettings
from nnplay.engine.specs import NetworkSpec, Node, ParameterSlot, free_name
from nnplay.engine.stack import Exam, Stack, StackTrainer, stack_key
from nnplay.engine.statistics import LayerStatistics, Statistics
from nnplay.engine.trace import NodeTrace, ParameterTrace, Trace, trace, trace_batch
from nnplay.engine.trainer import Trainer
from nnplay.engine.trainer_state import TrainerState
from nnplay.engine.transfer import initial_parameters, transfer, transfer_parts

__all__ = [
    "ACTIVATIONS",
    "INITIALIZERS",
    "INITIALIZER_TYPES",
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
    "Add",
    "Assessment",
    "AveragePooling2D",
    "BatchNormalization",
    "Concatenate",
    "Constant",
    "Conv2D",
    "CosineDecay",
    "DataError",
    "Dense",
    "Dropout",
    "EarlyStopping",
    "EarlyStoppingState",
    "Evaluation",
    "Exam",
    "Examples",
    "ExponentialDecay",
    "Flatten",
    "GaussianNoise",
    "GlobalAveragePooling2D",
    "GradientCheck",
    "GraphError",
    "Grid",
    "Initializer",
    "Input",
    "Layer",
    "LayerNormalization",
    "LayerStatistics",
    "Loss",
    "MaxPooling2D",
    "Nadam",
    "Network",
    "NetworkSpec",
    "NextStep",
    "NnplayError",
    "Node",
    "NodeTrace",
    "NoteShare",
    "Optimizer",
    "ParameterSlot",
    "ParameterTrace",
    "Part",
    "Placeholder",
    "PlaceholderError",
    "Progress",
    "RMSprop",
    "ReduceOnPlateau",
    "Regularization",
    "Reshape",
    "Rprop",
    "Schedule",
    "SettingError",
    "ShapeError",
    "Skipped",
    "Stack",
    "StackTrainer",
    "Statistics",
    "StepDecay",
    "Trace",
    "Trainer",
    "TrainerState",
    "TrainingDivergedError",
    "TrainingSettings",
    "WarmUp",
    "assess",
    "find_loss",
    "free_name",
    "generator",
    "gradient_check",
    "initial_parameters",
    "input_gradient",
    "loss_along",
    "loss_over",
    "next_step",
    "next_steps",
    "random_direction",
    "rightness",
    "stack_key",
    "trace",
    "trace_batch",
    "transfer",
    "transfer_parts",
    "unit_direction",
    "weights_of",
]
