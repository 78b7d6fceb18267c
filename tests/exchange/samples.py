"""Projects that together have every layer, activation, loss, optimizer and schedule, in chains and in graphs."""

from collections.abc import Iterator

import numpy as np

from nnplay.data import DataChoice, DigitsChoice, Task, ToyChoice
from nnplay.data.table.choice import TableChoice
from nnplay.engine import (
    ACTIVATIONS,
    LOSSES,
    OPTIMIZERS,
    SCHEDULES,
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
    NetworkSpec,
    Node,
    Part,
    Regularization,
    Reshape,
    TrainingSettings,
    WarmUp,
)
from nnplay.engine.initializers import Orthogonal, TruncatedNormal
from nnplay.engine.losses import BinaryCrossentropy, SparseCategoricalCrossentropy
from nnplay.project import Project, layout
from nnplay.project.fitting import can_judge
from nnplay.project.presets import PRESETS, preset

LOPSIDED = "windows over one edge only"
DIGITS = DigitsChoice(40)
POINTS = ToyChoice("circle", noise=0.1, features=("x1", "x2", "sin_x1"))


def project(network: NetworkSpec, data: DataChoice, training: TrainingSettings, seed: int = 1) -> Project:
    """A project whose weights are anything but zero."""
    rng = np.random.default_rng(seed)
    parameters = rng.normal(0, 0.3, network.n_parameters).astype(np.float32)
    for slot in network.slots:
        if slot.name in ("moving_variance", "gamma"):
            parameters[slot.span] = rng.uniform(0.5, 1.5, slot.size)
    return Project("Sample", network, layout(network), parameters, data, training)


def points(*layers: Layer, training: TrainingSettings | None = None, data: ToyChoice = POINTS) -> Project:
    network = NetworkSpec.chain(Input(data.input_shape), *layers, Dense(1, "tanh"))
    return project(network, data, training or TrainingSettings("half_squared_error", batch_size=50))


def pictures(*layers: Layer, training: TrainingSettings | None = None) -> Project:
    network = NetworkSpec.chain(Input((28, 28, 1)), *layers, Dense(10, "softmax"))
    return project(network, DIGITS, training or TrainingSettings("sparse_categorical_crossentropy", batch_size=16))


def graph() -> Project:
    """Branches that meet, with names that no library takes as they are."""
    nodes = (
        Node("input", Input((28, 28, 1))),
        Node("conv", Conv2D(3, 5, (3, 3), "same", "relu"), ("input",)),
        Node("卷积", Conv2D(3, (3, 2), (3, 3), "same", "prelu", use_bias=False), ("input",)),
        Node("class", Add(), ("conv", "卷积")),
        Node("side by side", Concatenate(1), ("conv", "class")),
        Node("all", Concatenate(), ("side by side", "side by side")),
        Node("norm", LayerNormalization(), ("all",)),
        Node("norm 2", BatchNormalization(), ("norm",)),
        Node("train", MaxPooling2D((3, 2), (2, 3), "same"), ("norm 2",)),
        Node("forward", AveragePooling2D((3, 3), (1, 1), "same"), ("train",)),
        Node("flat", Flatten(), ("forward",)),
        Node("global", GlobalAveragePooling2D(), ("norm 2",)),
        Node("x", Dense(4, "gelu"), ("flat",)),
        Node("loss", Dense(4, "mish"), ("global",)),
        Node("together", Concatenate(), ("x", "loss", "global")),
        Node("dense", Dense(10, "softmax"), ("together",)),
    )
    network = NetworkSpec(nodes)
    return project(network, DIGITS, TrainingSettings("sparse_categorical_crossentropy", batch_size=16))


def samples() -> Iterator[tuple[str, Project]]:
    """The projects by a name for the reader of a failure."""
    for name in PRESETS:
        # 20,000 digits take a while, and tables are files of the person.
        if not isinstance(preset(name).data, DigitsChoice | TableChoice):
            yield name, preset(name)
    for name in ACTIVATIONS:
        if name != "softmax":
            yield f"activation {name}", points(Dense(3, name), Activation(name))
    yield "softmax in the middle", points(Dense(3, "softmax"), Activation("softmax"))
    for name in OPTIMIZERS:
        training = TrainingSettings("mean_squared_error", OPTIMIZERS[name](0.01), batch_size=50)
        yield f"optimizer {name}", points(Dense(3, "tanh"), training=training)
    for name, kind in SCHEDULES.items():
        training = TrainingSettings("huber", batch_size=50, schedule=kind())
        yield f"schedule {name}", points(Dense(3, "tanh"), training=training)
    warm = TrainingSettings("huber", batch_size=50, schedule=WarmUp(2.0, 0.1, SCHEDULES["CosineDecay"]()))
    yield "schedule after a warm-up", points(Dense(3, "tanh"), training=warm)
    for name in LOSSES:
        if can_judge(name, Task.MULTICLASS):
            yield f"loss {name} for classes", pictures(Flatten(), training=TrainingSettings(name, batch_size=16))
        if can_judge(name, Task.BINARY):
            yield f"loss {name} for signs", points(training=TrainingSettings(name, batch_size=50))
    smooth = TrainingSettings(SparseCategoricalCrossentropy(0.1), batch_size=16)
    yield "label smoothing", pictures(Flatten(), training=smooth)
    if can_judge(BinaryCrossentropy(0.1), Task.MULTICLASS):
        training = TrainingSettings(BinaryCrossentropy(0.1), batch_size=16)
        yield "label smoothing of yes and no", pictures(Flatten(), training=training)
    yield "all at once", everything_in_training()
    yield (
        "pictures",
        pictures(
            Conv2D(4, 3, (1, 1), "same", "elu", kernel_initializer="he_normal"),
            MaxPooling2D(),
            BatchNormalization(center=False),
            Conv2D(3, (2, 4), (2, 1), activation="selu", kernel_initializer=Orthogonal(0.7)),
            AveragePooling2D(3, 2),
            GaussianNoise(0.2),
            LayerNormalization(scale=False),
            Activation("prelu"),
            Dropout(0.25),
            Flatten(),
        ),
    )
    yield "shapes", pictures(
        Reshape((14, 56)), BatchNormalization(), Activation("prelu"), LayerNormalization(), Reshape((7, 8, -1)),
        Activation("softmax"), Reshape((98, 8)), Flatten(), Reshape((-1,)),
    )  # fmt: skip
    yield LOPSIDED, pictures(AveragePooling2D((2, 3), (2, 3), "same"), Flatten())
    yield "graph", graph()


def everything_in_training() -> Project:
    training = TrainingSettings(
        "mean_absolute_error",
        OPTIMIZERS["SGD"](0.01, 0.9, True),
        batch_size=32,
        regularization=Regularization(0.001, 0.002, 2.0),
        clip_value=0.5,
        clip_norm=1.0,
        frozen=(Part("dense"), Part("dense_2", 1)),
    )
    layers = (
        Dense(4, "relu", kernel_initializer=TruncatedNormal(0.1, 0.2), kernel_l1=0.01),
        Dense(3, "sine", use_bias=False, kernel_max_norm=1.0, kernel_initializer="orthogonal"),
    )
    return points(*layers, training=training)
