"""Random projects: any layers in chains and with a shortcut, any settings, any history, drawn from a generator."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnplay.data import TOY_SETS, DataChoice, DigitsChoice, IdxFolderChoice, Task, ToyChoice
from nnplay.data import load as load_data
from nnplay.engine import (
    ACTIVATIONS,
    OPTIMIZERS,
    SCHEDULES,
    Activation,
    Add,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    Input,
    Layer,
    LayerNormalization,
    MaxPooling2D,
    Network,
    NetworkSpec,
    Node,
    Part,
    Regularization,
    Trainer,
    TrainingDivergedError,
    TrainingSettings,
)
from nnplay.project import History, Project, Seeds, edits, run_edits
from nnplay.project.fitting import losses_for
from nnplay.project.presets import preset

_NAMES = ["dense", "Schicht", "隐藏层", "a b", "x.y", "…", "ß", "layer"]


def random_project(rng: np.random.Generator) -> Project:
    """A project that is allowed, whatever it is good for."""
    data = _data(rng)
    network = _network(rng, data)
    nodes = [node.name for node in network.nodes]
    parts = tuple(Part(str(rng.choice(nodes))) for _ in range(rng.integers(0, 3)))
    optimizer = OPTIMIZERS[str(rng.choice(list(OPTIMIZERS)))](float(10 ** rng.uniform(-5, 0)))
    training = TrainingSettings(
        str(rng.choice(losses_for(data.task))),
        optimizer,
        int(rng.integers(1, 500)),
        SCHEDULES[str(rng.choice(list(SCHEDULES)))](),
        Regularization(float(rng.random()), float(rng.random()), None if rng.random() < 0.5 else 2.0),
        clip_norm=None if rng.random() < 0.5 else float(rng.random() + 0.1),
        frozen=parts,
    )
    n = int(rng.integers(0, 40))
    curves = [np.sort(rng.random(n)) * 100, *(np.where(rng.random(n) < 0.2, np.nan, rng.random(n)) for _ in range(4))]
    scale = float(10 ** rng.uniform(-30, 30)) if rng.random() < 0.2 else 1.0
    project = Project(
        title=str(rng.choice(["", "Circle", "圆环", "a “quoted” title", "x" * 200])),
        network=network,
        positions={
            name: (float(x), float(y)) for name, (x, y) in zip(nodes, rng.normal(0, 500, (len(nodes), 2)), strict=True)
        },
        parameters=(rng.normal(0, scale, network.n_parameters)).astype(np.float32),
        data=data,
        training=training,
        seeds=Seeds(*(int(seed) for seed in rng.integers(0, 2**62, 4))),
    )
    project = replace(project, muted=parts[:1])
    curves = History(*curves, step=int(rng.integers(1, 2**40)))
    if rng.random() < 0.3:
        points = np.arange(3.0)
        earlier = History(points, points, points, points, points, step=7)
        project = edits.reset(run_edits.set_trained(project, project.parameters, earlier))
    return run_edits.set_trained(project, project.parameters, curves) if rng.random() < 0.9 else project


def project_with_runs(rng: np.random.Generator) -> Project:
    """A project that has learned several times, with changes meanwhile: its runs have curves, events and optimizers."""
    project = preset(str(rng.choice(["circle", "line-3x", "plane", "logic-and"])))
    for number in range(rng.integers(2, 5)):
        if number:
            project = edits.reset(project) if rng.random() < 0.5 else edits.new_start(project)
        project = trained(project, int(rng.integers(1, 4)))
        optimizer = OPTIMIZERS[str(rng.choice(["SGD", "Adam", "RMSprop", "Adagrad"]))]()
        project = edits.set_training(project, replace(project.training, optimizer=optimizer))
        project = trained(project, int(rng.integers(1, 4)))
    return project


def trained(project: Project, n_steps: int) -> Project:
    """The project after a few steps; where it diverges, with the last good weights, as a run leaves them."""
    data = load_data(project.data, project.seeds.data, project.seeds.split)
    network = Network(project.network)
    network.load(project.parameters, project.muted)
    trainer = Trainer(network, data.train, project.training, project.seeds.generator("shuffle"))
    state = None
    try:
        for _ in range(n_steps):
            trainer.advance(1)
            state = trainer.export()
    except TrainingDivergedError:
        state = None
    before = project.history
    points = np.arange(len(before.epoch) + n_steps, dtype=float)
    history = History(points, *(1 / (1 + points) for _ in range(4)), step=before.step + n_steps)
    return run_edits.set_trained(project, network.unmuted_parameters(), history, state)


def _data(rng: np.random.Generator) -> DataChoice:
    if rng.random() < 0.25:
        return DigitsChoice(int(rng.integers(10, 100)), float(rng.uniform(0.1, 0.9)))
    if rng.random() < 0.1:
        return IdxFolderChoice("/some/folder")
    kinds = [name for name, each in TOY_SETS.items() if each.task in (Task.BINARY, Task.REGRESSION)]
    features = tuple(str(name) for name in rng.permutation(["x1", "x2", "x1_squared", "sin_x2"])[: rng.integers(1, 5)])
    return ToyChoice(str(rng.choice(kinds)), float(rng.uniform(0, 0.5)), float(rng.uniform(0.1, 0.9)), features)


def _network(rng: np.random.Generator, data: DataChoice) -> NetworkSpec:
    layers: list[Layer] = [Input(data.input_shape)]
    activations = list(ACTIVATIONS)
    if len(data.input_shape) == 3:
        for _ in range(rng.integers(0, 3)):
            size = int(rng.integers(1, 4))
            layers.append(Conv2D(int(rng.integers(1, 4)), size, 1, "same", str(rng.choice(activations))))
        if rng.random() < 0.5:
            layers.append(MaxPooling2D())
        layers.append(Flatten())
    for _ in range(rng.integers(0, 4)):
        layers.append(Dense(int(rng.integers(1, 9)), str(rng.choice(activations)), bool(rng.random() < 0.8)))
        pick = [Dropout(0.25), BatchNormalization(), LayerNormalization(), GaussianNoise(), Activation("prelu")]
        if rng.random() < 0.4:
            layers.append(pick[rng.integers(len(pick))])
    names = [f"{rng.choice(_NAMES)} {number}" for number in range(len(layers) + 2)]
    nodes = [Node(names[i], layer, (names[i - 1],) if i else ()) for i, layer in enumerate(layers)]
    if rng.random() < 0.3 and len(layers) > 1:
        shortcut = Node(names[-2], Add(), (nodes[-1].name, nodes[-1].name))
        nodes.append(shortcut)
    nodes.append(Node(names[-1], Dense(data.n_outputs, "tanh"), (nodes[-1].name,)))
    return NetworkSpec(tuple(nodes))
