"""What a preset is: a project to start from, described in a few words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnplay.data import DataChoice
from nnplay.engine import Input, Layer, NetworkSpec, TrainingSettings, initial_parameters
from nnplay.project.layout import layout
from nnplay.project.project import Project
from nnplay.project.seeds import Seeds

Parts = tuple[DataChoice, list[Layer], TrainingSettings]
"""The data, the layers behind the input, and the settings of a run."""


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
        Makes its parts.
    seed
        The first number for all four kinds of chance.
    """

    name: str
    title: str
    summary: str
    n_epochs: int
    make: Callable[[], Parts]
    seed: int = 1

    def project(self) -> Project:
        """The project, with first weights drawn and nothing trained."""
        data, layers, training = self.make()
        network = NetworkSpec.chain(Input(data.input_shape), *layers)
        seeds = Seeds(*[self.seed] * 4)
        return Project(
            title=self.title,
            network=network,
            positions=layout(network),
            parameters=initial_parameters(network, seeds.generator("weights")),
            data=data,
            training=training,
            seeds=seeds,
        )
