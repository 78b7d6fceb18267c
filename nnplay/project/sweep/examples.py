"""Experiments that teach, ready to run: a closed list as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.presets import preset
from nnplay.project.project import Project
from nnplay.project.sweep.controls import Value, swept_controls


@dataclass(frozen=True)
class ExampleExperiment:
    """One experiment.

    Attributes
    ----------
    title
        In English; translated in the context "experiments".
    preset
        Name of the preset whose network is trained.
    given
        Values of controls that differ from the preset's.
    axes
        What is varied.
    shown, chart
        How its results are shown best: names of the panel's views.
    """

    title: str
    preset: str
    axes: Mapping[str, tuple[Value, ...]]
    n_epochs: int
    n_repeats: int = 1
    given: Mapping[str, Value] = field(default_factory=dict)
    shown: str = "maps"
    chart: str = "score"

    def project(self) -> Project:
        """Return the project that is trained."""
        project = preset(self.preset)
        for name, value in self.given.items():
            project = swept_controls(project)[name].apply(project, value)
        return project


EXAMPLES: dict[str, ExampleExperiment] = {
    "learning_rates": ExampleExperiment(
        QT_TRANSLATE_NOOP("experiments", "Learning rates from 0.001 to 10"),
        "circle",
        {"learning_rate": (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)},
        n_epochs=100,
        n_repeats=3,
    ),
    "width_and_depth": ExampleExperiment(
        QT_TRANSLATE_NOOP("experiments", "Width and depth on the spiral"),
        "spiral",
        {"units": (2, 4, 6, 8), "layers": (1, 2, 3, 4)},
        n_epochs=200,
    ),
    "batch_size": ExampleExperiment(
        QT_TRANSLATE_NOOP("experiments", "Batch size and learning rate"),
        "circle",
        {"batch_size": (1, 4, 16, 64, 250), "learning_rate": (0.003, 0.01, 0.03, 0.1, 0.3)},
        n_epochs=50,
    ),
    "overfitting": ExampleExperiment(
        QT_TRANSLATE_NOOP("experiments", "Noise and regularization: overfitting as a map"),
        "circle",
        {"noise": (0.0, 0.1, 0.2, 0.3, 0.4, 0.5), "l2": (0.0, 0.0003, 0.001, 0.003, 0.01)},
        n_epochs=300,
        given={"units": 8, "train_share": 0.1, "learning_rate": 0.1},
    ),
    "ten_layers": ExampleExperiment(
        QT_TRANSLATE_NOOP("experiments", "Ten layers: activation function and initial weights"),
        "circle",
        {
            "activation": ("sigmoid", "tanh", "relu", "selu"),
            "kernel_initializer": ("random_normal", "glorot_uniform", "he_normal", "orthogonal"),
        },
        n_epochs=100,
        given={"layers": 10, "units": 6},
        shown="curves",
    ),
    "amount_of_data": ExampleExperiment(
        QT_TRANSLATE_NOOP("experiments", "Accuracy and amount of data"),
        "circle",
        {"examples": (4, 8, 16, 32, 64, 128, 250)},
        n_epochs=200,
        n_repeats=5,
        given={"noise": 0.2, "units": 6},
    ),
}
"""The experiments, in the order of the menu."""
