"""Training runs whose trouble is known because it was put there, and healthy ones: what the doctor is judged by.

Every case is drawn from a seed. Nothing here asks the doctor: a case is ill by its construction. Where that does not
settle it (overfitting, health), 4,000 fresh points from the same source, which nobody has trained on, do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from nnplay.data import Dataset, Task, ToyChoice, load
from nnplay.engine import (
    SGD,
    Adam,
    Dense,
    Examples,
    Input,
    NetworkSpec,
    Part,
    Regularization,
    TrainingSettings,
    initial_parameters,
)
from nnplay.project import Project, part_edits
from nnplay.project.layout import layout
from nnplay.project.project import Seeds

HEALTH = "health"

_CURVED = ("tanh", "relu", "leaky_relu", "elu", "silu")
_FEATURES = ("x1", "x2", "x1_squared", "x2_squared", "x1_x2", "sin_x1", "sin_x2")


@dataclass(frozen=True, eq=False)
class Case:
    """One run to look at: what ails it (the name of the rule that should find it, or ``HEALTH``) and how it is made."""

    ailment: str
    project: Project
    dataset: Dataset
    n_epochs: int


def _case(
    ailment: str,
    rng: np.random.Generator,
    data: ToyChoice,
    hidden: tuple[Dense, ...],
    n_epochs: int,
    dataset: Dataset | None = None,
    **settings: object,
) -> Case:
    """A run for points with these hidden layers and with seeds of its own; an output that suits the task."""
    seeds = Seeds(*(int(seed) for seed in rng.integers(1, 10_000, 4)))
    dataset = dataset or load(data, seeds.data, seeds.split)
    output = Dense(1, "linear" if dataset.task is Task.REGRESSION else "tanh")
    network = NetworkSpec.chain(Input(dataset.input_shape), *hidden, output)
    training = TrainingSettings("half_squared_error", **{"optimizer": SGD(0.03), "batch_size": 10, **settings})
    parameters = initial_parameters(network, np.random.default_rng(int(rng.integers(10_000))))
    project = Project("case", network, layout(network), parameters, data, training, seeds=seeds)
    return Case(ailment, project, dataset, n_epochs)


def _hidden(rng: np.random.Generator, activations: tuple[str, ...] = _CURVED, most: int = 2) -> tuple[Dense, ...]:
    activation = str(rng.choice(activations))
    return tuple(Dense(int(rng.integers(4, 9)), activation) for _ in range(int(rng.integers(1, most + 1))))


def _toy(rng: np.random.Generator, *kinds: str, noise: float = 0.1) -> ToyChoice:
    return ToyChoice(str(rng.choice(kinds)), noise=round(float(rng.uniform(0, noise)), 2))


def _table(x: np.ndarray, labels: np.ndarray, classes: tuple[str, str]) -> Dataset:
    y = 2.0 * labels[:, None] - 1
    train, test = (
        Examples(x[rows].astype(np.float32), y[rows].astype(np.float32))
        for rows in (slice(0, len(x) // 2), slice(len(x) // 2, None))
    )
    return Dataset("table", Task.BINARY, train, test, x.shape[1:], classes)


def _scaled(case: Case, factor: float) -> Case:
    """The same with first weights of another size."""
    return replace(case, project=replace(case.project, parameters=case.project.parameters * np.float32(factor)))


def overshooting_l2(rng: np.random.Generator) -> Case:
    rate = float(rng.choice([0.03, 0.1, 0.3]))
    strong = Regularization(l2=float(rng.uniform(1.2, 3.0)) / rate)
    data = _toy(rng, "circle", "xor", "gaussian")
    return _case("overshooting_l2", rng, data, _hidden(rng), 20, optimizer=SGD(rate), regularization=strong)


def missing_classes(rng: np.random.Generator) -> Case:
    labels = np.full(200, int(rng.integers(2)))
    dataset = _table(rng.normal(size=(200, 2)), labels, ("no", "yes"))
    return _case("missing_classes", rng, ToyChoice("circle"), _hidden(rng), 10, dataset)


def divergence(rng: np.random.Generator) -> Case:
    data = _toy(rng, "plane", "multi-gaussian")
    hidden = _hidden(rng, ("relu", "leaky_relu"))
    return _case("divergence", rng, data, hidden, 30, optimizer=SGD(float(rng.uniform(5, 50))))


def muted_layers(rng: np.random.Generator) -> Case:
    case = _case("muted_layers", rng, _toy(rng, "circle", "xor", "gaussian"), _hidden(rng), 20)
    name = case.project.network.nodes[1].name
    units = [Part(name, unit) for unit in range(case.project.network.shapes[name][0])]
    return replace(case, project=part_edits.mute(case.project, units))


def unscaled_inputs(rng: np.random.Generator) -> Case:
    x = rng.normal(size=(300, 2)) * (1.0, float(10 ** rng.uniform(2, 4)))
    labels = (x[:, 0] * x[0, 1] + x[:, 1] > 0).astype(int)
    return _case("unscaled_inputs", rng, ToyChoice("circle"), _hidden(rng), 20, _table(x, labels, ("no", "yes")))


def rate_too_high(rng: np.random.Generator) -> Case:
    data = _toy(rng, "circle", "xor", "spiral")
    optimizer = SGD(float(10 ** rng.uniform(0.5, 1.5)))
    return _case("rate_too_high", rng, data, _hidden(rng, ("tanh", "sigmoid")), 30, optimizer=optimizer)


def exploding_gradients(rng: np.random.Generator) -> Case:
    hidden = tuple(Dense(16, "relu") for _ in range(int(rng.integers(5, 7))))
    case = _case("exploding_gradients", rng, _toy(rng, "plane"), hidden, 1, optimizer=SGD(1e-12))
    return _scaled(case, float(rng.uniform(6, 9)))


def saturation(rng: np.random.Generator) -> Case:
    activation = ("tanh", "sigmoid", "arctan")
    case = _case("saturation", rng, _toy(rng, "circle", "xor", "spiral"), _hidden(rng, activation), 10)
    return _scaled(case, float(rng.uniform(60, 200)))


def vanishing_gradients(rng: np.random.Generator) -> Case:
    hidden = tuple(Dense(6, "sigmoid") for _ in range(int(rng.integers(6, 10))))
    return _case("vanishing_gradients", rng, _toy(rng, "circle", "xor", "spiral"), hidden, 20)


def dead_units(rng: np.random.Generator) -> Case:
    """Half of a layer of ReLUs or more has a bias so low that no example switches it on."""
    case = _case("dead_units", rng, _toy(rng, "circle", "xor", "gaussian"), (Dense(8, "relu"), Dense(4, "tanh")), 20)
    vector = case.project.parameters.copy()
    case.project.network.view(vector, "dense", "bias")[: int(rng.integers(4, 9))] = -float(rng.uniform(20, 100))
    return replace(case, project=replace(case.project, parameters=vector))


def rate_too_low(rng: np.random.Generator) -> Case:
    data = _toy(rng, "circle", "xor", "spiral")
    rate = float(10 ** rng.uniform(-7, -4))
    return _case("rate_too_low", rng, data, _hidden(rng), 60, optimizer=SGD(rate))


def no_progress(rng: np.random.Generator) -> Case:
    """Nothing but straight lines, for classes that no line parts."""
    hidden = () if rng.random() < 0.5 else (Dense(4, "linear"),)
    return _case("no_progress", rng, _toy(rng, "circle", "xor", "checkerboard"), hidden, 80)


def steps_without_slope(rng: np.random.Generator) -> Case:
    curved = _hidden(rng)
    hidden = (Dense(6, "step"), *curved[:1]) if rng.random() < 0.5 else (*curved[:1], Dense(6, "step"))
    return _case("steps_without_slope", rng, _toy(rng, "circle", "xor", "spiral"), hidden, 30)


def overfitting(rng: np.random.Generator) -> Case:
    """Many weights, few noisy examples, long training; and enough test examples to tell a gap from chance."""
    kind = str(rng.choice(["circle", "spiral", "xor", "gaussian", "moons"]))
    n_points, noise = int(rng.integers(160, 400)), float(rng.choice([0.3, 0.4, 0.5]))
    data = ToyChoice(kind, noise=noise, n_points=n_points, train_share=0.25, features=_FEATURES)
    activation = str(rng.choice(["tanh", "relu"]))
    hidden = (Dense(int(rng.integers(12, 25)), activation), Dense(int(rng.integers(6, 25)), activation))
    return _case("overfitting", rng, data, hidden, 150, optimizer=Adam(0.01))


def overfitting_in_the_window(rng: np.random.Generator) -> Case:
    """What people do in the first ten minutes: the spiral with all its noise, and two layers of six."""
    data = ToyChoice("spiral", noise=0.5, train_share=0.2, features=_FEATURES)
    hidden = (Dense(6, "tanh"), Dense(6, "tanh"))
    return _case("overfitting", rng, data, hidden, 400, optimizer=SGD(0.1))


def unbalanced_classes(rng: np.random.Generator) -> Case:
    n_rare = int(rng.integers(10, 35))
    labels = (rng.permutation(300) < n_rare).astype(int)
    x = rng.normal(size=(300, 2)) + labels[:, None] * 1.5
    return _case("unbalanced_classes", rng, ToyChoice("circle"), _hidden(rng), 20, _table(x, labels, ("no", "yes")))


def easy(rng: np.random.Generator) -> Case:
    """Data that nearly every network learns, with settings as people choose them."""
    data = _toy(rng, "circle", "xor", "gaussian", "plane", "multi-gaussian", "moons", "rings", noise=0.2)
    optimizer = (
        SGD(float(rng.choice([0.01, 0.03, 0.1]))) if rng.random() < 0.7 else Adam(float(rng.choice([0.003, 0.01])))
    )
    size = int(rng.choice([1, 5, 10, 30]))
    return _case(HEALTH, rng, data, _hidden(rng, most=3), 150, optimizer=optimizer, batch_size=size)


def spiral(rng: np.random.Generator) -> Case:
    """The hard one, which stays on a plateau for a while."""
    data = ToyChoice("spiral", noise=round(float(rng.uniform(0, 0.05)), 2), features=_FEATURES)
    hidden = tuple(Dense(int(rng.integers(6, 9)), "tanh") for _ in range(2))
    return _case(HEALTH, rng, data, hidden, 250, optimizer=SGD(float(rng.choice([0.03, 0.1]))))


def sigmoids(rng: np.random.Generator) -> Case:
    """As in the textbooks: one hidden layer of sigmoids."""
    hidden = (Dense(int(rng.integers(6, 12)), "sigmoid"),)
    return _case(HEALTH, rng, _toy(rng, "circle", "gaussian", "moons"), hidden, 250, optimizer=SGD(0.3))


def regularized(rng: np.random.Generator) -> Case:
    gentle = Regularization(l2=float(rng.choice([0.0001, 0.0003, 0.001])))
    data = _toy(rng, "circle", "xor", "moons", noise=0.3)
    return _case(HEALTH, rng, data, _hidden(rng, most=2), 150, regularization=gentle, optimizer=SGD(0.1))


ILL: tuple[tuple[Callable[[np.random.Generator], Case], int], ...] = (
    (overshooting_l2, 40),
    (missing_classes, 40),
    (divergence, 40),
    (muted_layers, 40),
    (unscaled_inputs, 40),
    (rate_too_high, 60),
    (exploding_gradients, 40),
    (saturation, 40),
    (vanishing_gradients, 40),
    (dead_units, 90),
    (rate_too_low, 40),
    (no_progress, 40),
    (steps_without_slope, 40),
    (overfitting, 40),
    (overfitting_in_the_window, 20),
    (unbalanced_classes, 40),
)
WELL = ((easy, 90), (spiral, 40), (sigmoids, 30), (regularized, 40))
"""Each kind of case, and how many of it there are."""


def all_cases(share: float = 1.0, first_seed: int = 0) -> list[Case]:
    """All cases in order, or that share of each kind, at least one; other seeds give other cases."""
    return [
        make(np.random.default_rng([number, first_seed + seed]))
        for number, (make, n_cases) in enumerate((*ILL, *WELL))
        for seed in range(max(1, round(share * n_cases)))
    ]


def fresh_points(case: Case) -> Examples | None:
    """4,000 points from the same source that nobody has trained on; None for a table."""
    if case.dataset.name == "table" or not isinstance(case.project.data, ToyChoice):
        return None
    data = replace(case.project.data, n_points=4_000, train_share=0.9)
    return load(data, case.project.seeds.data + 77_777, 1).train
