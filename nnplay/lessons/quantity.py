"""Quantity: a number that a lesson asks for or watches, computed from the current project in float64.

So the answer to "what is the weighted sum?" is correct for the weights that the user has just set, and a lesson can
never contradict the program.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from nnplay.data import Dataset
from nnplay.engine import Network, Part, SettingError, trace, trace_batch
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.parts import place_of
from nnplay.engine.trace import Trace
from nnplay.lessons.errors import LessonError
from nnplay.project import Project


@dataclass(frozen=True, eq=False)
class Facts:
    """What a check looks at.

    Attributes
    ----------
    dataset
        The data of the project; None while they load.
    has_diverged
        Whether a run has diverged since the step was opened.
    """

    project: Project
    dataset: Dataset | None
    has_diverged: bool = False


@dataclass(frozen=True)
class Quantity:
    """A named number of the network.

    Attributes
    ----------
    name
        One of ``QUANTITIES``.
    node, parameter, index
        The position, as far as the name needs one: a layer, its array ("kernel", "bias"), an index into the array or
        the layer's output.
    example
        Index of the training example, from 0.
    """

    name: str
    node: str = ""
    parameter: str = ""
    index: tuple[int, ...] = ()
    example: int = 0

    def __post_init__(self) -> None:
        if self.name not in QUANTITIES:
            raise LessonError(
                QT_TRANSLATE_NOOP("errors", "A lesson cannot ask for “{name}”. Choose one of: {choices}."),
                name=self.name,
                choices=", ".join(sorted(QUANTITIES)),
            )

    @property
    def part(self) -> Part:
        """The weight."""
        return Part(self.node, parameter=self.parameter, index=self.index)

    def value(self, facts: Facts) -> float:
        """Return the value.

        Raises
        ------
        LessonError
            If the network has no such position, or the data are missing.
        """
        try:
            return float(QUANTITIES[self.name](self, facts))
        except (KeyError, IndexError, TypeError, AttributeError, ValueError, SettingError) as error:
            raise LessonError(
                QT_TRANSLATE_NOOP("errors", "This network has no “{name}” where the lesson looks for it ({node})."),
                name=self.name,
                node=self.node or "-",
            ) from error

    def _trace(self, facts: Facts) -> Trace:
        if facts.dataset is None:
            raise LessonError(QT_TRANSLATE_NOOP("errors", "The data are still loading. Wait a moment."))
        project, data = facts.project, facts.dataset.train
        x = np.asarray(data.x[self.example], np.float64) * data.scale
        parameters = project.parameters.astype(np.float64)
        return trace(project.network, parameters, x, data.y[self.example], project.training, muted=project.muted)


def _of_node(attribute: str, quantity: Quantity, facts: Facts) -> float:
    values = getattr(quantity._trace(facts).nodes[quantity.node], attribute)
    return float(values[quantity.index])


def _of_parameter(attribute: str, quantity: Quantity, facts: Facts) -> float:
    node = quantity._trace(facts).nodes[quantity.node]
    return float(getattr(node.parameters[quantity.parameter], attribute)[quantity.index])


def _of_trace(attribute: str, quantity: Quantity, facts: Facts) -> float:
    return float(getattr(quantity._trace(facts), attribute))


def _weight(quantity: Quantity, facts: Facts) -> float:
    project = facts.project
    return float(project.parameters[place_of(project.network, quantity.part)])


def _n_parameters(quantity: Quantity, facts: Facts) -> float:
    network = facts.project.network
    if not quantity.node:
        return network.n_parameters
    return sum(slot.size for slot in network.node_slots(network.node(quantity.node).name))


def _n_hidden(quantity: Quantity, facts: Facts) -> float:
    nodes = facts.project.network.nodes
    return sum(getattr(node.layer, "units", 0) for node in nodes if node is not facts.project.network.output)


def _curve(name: str, quantity: Quantity, facts: Facts) -> float:
    values = getattr(facts.project.history, name)
    return float(values[-1]) if len(values) else float("nan") if name != "epoch" else 0.0


def _mean_gradient(quantity: Quantity, facts: Facts) -> float:
    if facts.dataset is None:
        raise ValueError
    project, data = facts.project, facts.dataset.train
    x = np.asarray(data.x, np.float64) * data.scale
    parameters = project.parameters.astype(np.float64)
    any_trace = trace_batch(project.network, parameters, x, data.y, project.training, muted=project.muted)[0]
    return float(any_trace.nodes[quantity.node].parameters[quantity.parameter].gradient[quantity.index])


def _at_present(attribute: str, quantity: Quantity, facts: Facts) -> float:
    if facts.dataset is None:
        raise ValueError
    network = Network(facts.project.network, np.float64)
    network.load(facts.project.parameters, facts.project.muted)
    return float(getattr(network.evaluate(facts.dataset.train, facts.project.training.loss), attribute))


def _steps_per_epoch(quantity: Quantity, facts: Facts) -> float:
    if facts.dataset is None:
        raise ValueError
    return -(-len(facts.dataset.train) // facts.project.training.batch_size)


QUANTITIES: dict[str, Callable[[Quantity, Facts], float]] = {
    "weighted_sum": partial(_of_node, "z"),
    "output": partial(_of_node, "a"),
    "slope": partial(_of_node, "slope"),
    "output_gradient": partial(_of_node, "da"),
    "sum_gradient": partial(_of_node, "dz"),
    "gradient": partial(_of_parameter, "gradient"),
    "new_weight": partial(_of_parameter, "new_value"),
    "loss": partial(_of_trace, "loss"),
    "new_loss": partial(_of_trace, "new_loss"),
    "mean_gradient": _mean_gradient,
    "present_loss": partial(_at_present, "loss"),
    "present_accuracy": partial(_at_present, "accuracy"),
    "weight": _weight,
    "n_parameters": _n_parameters,
    "n_hidden": _n_hidden,
    "n_layers": lambda quantity, facts: len(facts.project.network.nodes) - 1,
    "learning_rate": lambda quantity, facts: facts.project.training.optimizer.learning_rate,
    "batch_size": lambda quantity, facts: facts.project.training.batch_size,
    "steps_per_epoch": _steps_per_epoch,
    "epochs": partial(_curve, "epoch"),
    "train_loss": partial(_curve, "train_loss"),
    "test_loss": partial(_curve, "test_loss"),
    "train_accuracy": partial(_curve, "train_accuracy"),
    "test_accuracy": partial(_curve, "test_accuracy"),
}
"""By name: for one example (forward, backward, and new weights); for all training examples, with the current weights;
for the network; for a run.
"""
