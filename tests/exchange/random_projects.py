"""Random projects for the programs to be held against nnplay: layers, losses, optimizers, and what changes a step."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnplay.data import BodyMeasuresChoice, DataChoice, DigitsChoice, TableChoice, Task, ToyChoice
from nnplay.data.table import Column, Role, Scaling, TableFormat
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
    Input,
    Layer,
    LayerNormalization,
    MaxPooling2D,
    NetworkSpec,
    Node,
    Optimizer,
    Part,
    Regularization,
    TrainingSettings,
    WarmUp,
    initial_parameters,
)
from nnplay.project import Project, layout
from nnplay.project.fitting import can_judge
from nnplay.project.seeds import Seeds

_FULL_BATCH = 64
"""More examples than any of these projects learns from."""

_RATES = {"SGD": 0.05, "Adadelta": 0.5, "Rprop": 0.001, "LBFGS": 1.0}
_SMOOTH = [name for name in ACTIVATIONS if name not in ("step", "softmax")]


def random_project(number: int) -> Project:
    """The project of a number, always the same one; its weights are drawn, and nothing is trained."""
    rng = np.random.default_rng([77, number])
    data = _data(rng)
    network = _network(rng, data)
    parameters = initial_parameters(network, rng)
    for slot in network.slots:
        if slot.name in ("bias", "beta", "moving_mean", "gamma", "moving_variance"):
            parameters[slot.span] += rng.uniform(0, 0.3, slot.size)
    return Project(
        f"Random {number}",
        network,
        layout(network),
        parameters.astype(np.float32),
        data,
        _training(rng, network, data),
        seeds=Seeds(*map(int, rng.integers(0, 1000, 4))),
        muted=_parts(rng, network, 0.25),
    )


def in_one_batch(project: Project) -> Project:
    """The same with all examples in each step, so that their order does not count."""
    return replace(project, training=replace(project.training, batch_size=_FULL_BATCH))


def _data(rng: np.random.Generator) -> DataChoice:
    kind = rng.choice(["points", "points", "plane", "people", "table", "table", "digits"])
    if kind == "points":
        return ToyChoice(str(rng.choice(["circle", "xor", "spiral"])), n_points=80, noise=0.1)
    if kind == "plane":
        return ToyChoice("plane", n_points=80, features=("x1", "x2", "x1_x2"))
    if kind == "people":
        return BodyMeasuresChoice(60, float(rng.choice([0.7, 1.0])), is_male_first=bool(rng.integers(2)))
    if kind == "digits":
        return DigitsChoice(50)
    return _table(rng)


def _table(rng: np.random.Generator) -> TableChoice:
    goal = [Task.REGRESSION, Task.YES_NO, Task.MULTICLASS][rng.integers(3)]
    classes = {Task.REGRESSION: (), Task.YES_NO: ("no", "yes"), Task.MULTICLASS: ("a", "b", "c")}[goal]
    x = np.round(rng.normal([120, 0.3], [30, 0.1], (60, 2)), 2)
    target = x[:, 0] / 100 + rng.normal(0, 0.1, 60)
    places = np.digitize(target, np.quantile(target, np.linspace(0, 1, len(classes) + 1)[1:-1])) if classes else target
    answers = [classes[int(place)] for place in places] if classes else [f"{value:.3f}" for value in target]
    colors = ["red", "blue"]
    rows = [f"{a},{b},{colors[i % 2]},{answer}" for i, ((a, b), answer) in enumerate(zip(x, answers, strict=True))]
    scalings = [Scaling.NONE, Scaling.STANDARDISE, Scaling.MIN_MAX]
    columns = (
        Column("pressure", scaling=scalings[rng.integers(1, 3)]),
        Column("share", scaling=scalings[rng.integers(3)]),
        Column("color", Role.ONE_HOT, ("red", "blue")),
        Column("answer", Role.TARGET, classes),
    )
    content = "\n".join(["pressure,share,color,answer", *rows, ""]).encode()
    return TableChoice(
        path="random.csv", content=content, form=TableFormat(has_header=True), columns=columns, goal=goal
    )


def _network(rng: np.random.Generator, data: DataChoice) -> NetworkSpec:
    ends = {Task.REGRESSION: "linear", Task.BINARY: "tanh", Task.YES_NO: "sigmoid", Task.MULTICLASS: "softmax"}
    last = Dense(data.n_outputs, ends[data.task])
    layers: list[Layer] = []
    if data.has_pictures:
        padding = str(rng.choice(["same", "valid"]))
        layers.append(Conv2D(3, 5, (3, 3), padding, str(rng.choice(_SMOOTH)), use_bias=bool(rng.integers(2))))
        if rng.random() < 0.4:
            layers.append(BatchNormalization(scale=bool(rng.integers(2)), center=bool(rng.integers(2))))
        layers.append([MaxPooling2D(), AveragePooling2D(3, 2)][rng.integers(2)])
        layers.append(Flatten())
        if rng.random() < 0.3:
            layers.append([LayerNormalization(), Activation("prelu"), BatchNormalization()][rng.integers(3)])
    for _ in range(rng.integers(1, 4)):
        start = str(rng.choice(["glorot_uniform", "he_normal", "lecun_uniform", "orthogonal", "random_normal"]))
        limit = float(rng.choice([0.5, 1.0])) if rng.random() < 0.15 else None
        layers.append(
            Dense(
                int(rng.integers(2, 6)),
                str(rng.choice(_SMOOTH)),
                use_bias=rng.random() < 0.85,
                kernel_initializer=start,
                kernel_l2=0.01 if rng.random() < 0.15 else 0.0,
                kernel_max_norm=limit,
            )
        )
        if rng.random() < 0.12:
            layers.append(BatchNormalization(scale=rng.random() < 0.6, center=rng.random() < 0.6))
        if rng.random() < 0.12:
            layers.append(LayerNormalization(scale=rng.random() < 0.6, center=rng.random() < 0.6))
        if rng.random() < 0.05:
            layers.append(Dropout(0.25))
    if data.has_pictures or rng.random() < 0.75:
        return NetworkSpec.chain(Input(data.input_shape), *layers, last)
    return _graph(rng, data, last)


def _graph(rng: np.random.Generator, data: DataChoice, last: Dense) -> NetworkSpec:
    """Two branches that meet, with names that Python has for itself."""
    join = [Add(), Concatenate()][rng.integers(2)]
    names = [str(name) for name in rng.permutation(["sum", "print", "lambda", "卷积", "model", "side by side"])]
    nodes = (
        Node("input", Input(data.input_shape)),
        Node(names[0], Dense(4, str(rng.choice(_SMOOTH))), ("input",)),
        Node(names[1], Dense(4, str(rng.choice(_SMOOTH)), use_bias=False), ("input",)),
        Node(names[2], join, (names[0], names[1])),
        Node(names[3], last, (names[2],)),
    )
    return NetworkSpec(nodes)


def _training(rng: np.random.Generator, network: NetworkSpec, data: DataChoice) -> TrainingSettings:
    losses = [name for name in LOSSES if can_judge(name, data.task)]
    name = str(rng.choice([name for name in OPTIMIZERS if name != "LBFGS" or rng.random() < 0.3]))
    kind = OPTIMIZERS[name]
    optimizer: Optimizer = kind(_RATES.get(name, 0.003))
    if name == "SGD" and rng.random() < 0.5:
        optimizer = kind(0.02, 0.8, bool(rng.integers(2)))  # type: ignore[call-arg]  # SGD's own fields
    schedule = SCHEDULES["Constant"]()
    if rng.random() < 0.4:
        schedule = SCHEDULES[str(rng.choice(list(SCHEDULES)))]()
        if isinstance(schedule, WarmUp):
            schedule = WarmUp(3.0, 0.2, SCHEDULES[str(rng.choice(["Constant", "CosineDecay", "ReduceOnPlateau"]))]())
    regularization = Regularization()
    if rng.random() < 0.3:
        rule = str(rng.choice(["penalty", "playground"]))
        limit = 1.0 if rng.random() < 0.3 else None
        regularization = Regularization(float(rng.choice([0, 0.001])), 0.002, limit, rule)
    return TrainingSettings(
        str(rng.choice(losses)),
        optimizer,
        batch_size=int(rng.choice([7, 16])),
        schedule=schedule,
        regularization=regularization,
        clip_value=0.1 if rng.random() < 0.1 else None,
        clip_norm=0.3 if rng.random() < 0.15 else None,
        frozen=_parts(rng, network, 0.25),
    )


def _parts(rng: np.random.Generator, network: NetworkSpec, share: float) -> tuple[Part, ...]:
    """A layer, a neuron or a weight now and then; never the output as a whole."""
    if rng.random() > share:
        return ()
    nodes = [
        node for node in network.nodes[1:-1] if any(slot.spec.is_trainable for slot in network.node_slots(node.name))
    ]
    if not nodes:
        return ()
    node = nodes[rng.integers(len(nodes))]
    slot = network.node_slots(node.name)[0]
    index = tuple(int(rng.integers(length)) for length in slot.shape)
    unit = int(rng.integers(network.shapes[node.name][-1]))
    choices = Part(node.name), Part(node.name, unit), Part(node.name, None, slot.name, index)
    return (choices[rng.integers(3)],)
