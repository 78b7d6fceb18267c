"""Presets: projects to start from, ready to run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnplay.data import FEATURES, DataChoice, DigitsChoice, ToyChoice
from nnplay.engine import (
    SGD,
    Adam,
    Dense,
    Dropout,
    Flatten,
    Input,
    Layer,
    NetworkSpec,
    TrainingSettings,
    initial_parameters,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.errors import ProjectError
from nnplay.project.fitting import OUTPUT_FORMS
from nnplay.project.layout import layout
from nnplay.project.project import Project, Seeds


@dataclass(frozen=True)
class Preset:
    """One project to start from.

    Attributes
    ----------
    name
        The word on the command line.
    title, summary
        What it is called, and what it shows; translation context ``presets``.
    n_epochs
        How many epochs it takes to get somewhere.
    make
        Layers between input and output, the data, and the settings of a run.
    seed
        The first number for all four kinds of chance.
    """

    name: str
    title: str
    summary: str
    n_epochs: int
    make: Callable[[], tuple[DataChoice, list[Layer], TrainingSettings]]
    seed: int = 1


def preset(name: str) -> Project:
    """The project of that name, with first weights drawn and nothing trained.

    Raises
    ------
    ProjectError
        If there is no such preset; the sentence lists those that there are.
    """
    if name not in PRESETS:
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "There is no preset “{name}”. Choose one of: {choices}."),
            name=name,
            choices=", ".join(PRESETS),
        )
    chosen = PRESETS[name]
    data, layers, training = chosen.make()
    network = NetworkSpec.chain(Input(data.input_shape), *layers)
    seeds = Seeds(*[chosen.seed] * 4)
    return Project(
        title=chosen.title,
        network=network,
        positions=layout(network),
        parameters=initial_parameters(network, seeds.generator("weights")),
        data=data,
        training=training,
        seeds=seeds,
    )


def _points(
    kind: str, hidden: tuple[int, ...], learning_rate: float, features: tuple[str, ...] = ("x1", "x2")
) -> Callable[[], tuple[DataChoice, list[Layer], TrainingSettings]]:
    """Points in the plane, learned as TensorFlow Playground does."""

    def make() -> tuple[DataChoice, list[Layer], TrainingSettings]:
        data = ToyChoice(kind, features=features)
        form = OUTPUT_FORMS[data.task]
        ends = [(units, "tanh") for units in hidden] + [(data.n_outputs, form.activation)]
        layers: list[Layer] = [
            Dense(units, activation, kernel_initializer="playground_uniform", bias_initializer="playground_bias")
            for units, activation in ends
        ]
        return data, layers, TrainingSettings(form.loss, SGD(learning_rate), batch_size=10)

    return make


def _mnist_mlp() -> tuple[DataChoice, list[Layer], TrainingSettings]:
    layers: list[Layer] = [Flatten(), Dense(128, "relu"), Dropout(0.5), Dense(10, "softmax")]
    return DigitsChoice(), layers, TrainingSettings("sparse_categorical_crossentropy", Adam(0.001), batch_size=64)


PRESETS: dict[str, Preset] = {
    each.name: each
    for each in (
        Preset(
            "circle",
            QT_TRANSLATE_NOOP("presets", "Circle"),
            QT_TRANSLATE_NOOP("presets", "A disc inside a ring: two small hidden layers bend one line around it."),
            200,
            _points("circle", (4, 2), 0.03),
        ),
        Preset(
            "xor",
            QT_TRANSLATE_NOOP("presets", "Exclusive or"),
            QT_TRANSLATE_NOOP("presets", "Opposite corners belong together: what no single neuron can separate."),
            200,
            _points("xor", (4, 2), 0.03),
        ),
        Preset(
            "gaussian",
            QT_TRANSLATE_NOOP("presets", "Two clouds"),
            QT_TRANSLATE_NOOP("presets", "Two clouds of points: a straight line between them is enough."),
            50,
            _points("gaussian", (4, 2), 0.03),
        ),
        Preset(
            "spiral",
            QT_TRANSLATE_NOOP("presets", "Spiral"),
            QT_TRANSLATE_NOOP("presets", "Two arms wound into each other: seven inputs and two layers of eight."),
            1000,
            _points("spiral", (8, 8), 0.03, tuple(FEATURES)),
        ),
        Preset(
            "plane",
            QT_TRANSLATE_NOOP("presets", "Plane"),
            QT_TRANSLATE_NOOP("presets", "A slope to be predicted as a number: regression at its simplest."),
            50,
            _points("plane", (4, 2), 0.03),
        ),
        Preset(
            "multi-gaussian",
            QT_TRANSLATE_NOOP("presets", "Hills and hollows"),
            QT_TRANSLATE_NOOP("presets", "Three hills and three hollows: regression that needs a flexible surface."),
            200,
            _points("multi-gaussian", (8, 8), 0.03),
        ),
        Preset(
            "mnist-mlp",
            QT_TRANSLATE_NOOP("presets", "Handwritten digits"),
            QT_TRANSLATE_NOOP(
                "presets", "Handwriting read by a hidden layer of 128 with dropout: generated digits, or MNIST's files."
            ),
            10,
            _mnist_mlp,
            seed=3,
        ),
    )
}
