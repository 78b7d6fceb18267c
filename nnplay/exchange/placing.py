"""A model in its place: beside the data of a project, or as a new project with data that it can learn from."""

from __future__ import annotations

from dataclasses import replace

from nnplay.data import ArraysChoice, DataChoice, DigitsChoice, Task
from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.engine import Flatten, Input, NetworkSpec, Node, Reshape, TrainingSettings, free_name, initial_parameters
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.model import Model, with_model
from nnplay.exchange.scaling import scaled_once
from nnplay.project import Project, Seeds, layout
from nnplay.project.fitting import OUTPUT_FORMS, can_judge, layer_with_activation
from nnplay.project.project import MAX_TITLE_LENGTH

_DIGITS = ((28, 28, 1), 10)
_MAX_TARGETS = 1_000


def fits(model: Model, data: DataChoice) -> bool:
    """Return whether a network fits the inputs and targets of the data."""
    model = _with_channels(model, data.input_shape)
    network = model.network
    shapes = network.shapes[network.input.name], network.shapes[network.output.name]
    return shapes == (data.input_shape, (data.n_outputs,))


def fitted(
    model: Model,
    data: DataChoice,
    seeds: Seeds,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> Model:
    """Return the model for some data: with an axis of channels if their pictures have one, and scaled only once.

    Raises
    ------
    LoadCancelledError
        If ``should_cancel`` says so while the data are read.
    """
    model = _with_channels(_with_loss_for(model, data), data.input_shape)
    network = model.network
    if network.shapes[network.input.name] != data.input_shape:
        return model
    return scaled_once(model, data, seeds, report, should_cancel)


def project_of(
    model: Model,
    title: str,
    present: DataChoice | None = None,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> tuple[Project, Model]:
    """Return a new project for a model, and the model as it is in it."""
    network = model.network
    shape = network.shapes[network.input.name]
    if len(shape) == 2:
        model = _with_channels(model, (*shape, 1))
    data = _data_for(model, model.network.shapes[model.network.input.name], present)
    return project_on(model, title, data, report, should_cancel)


def project_on(
    model: Model,
    title: str,
    data: DataChoice,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> tuple[Project, Model]:
    """Return a new project for a model with data that it must fit, and the model as it is in it.

    Raises
    ------
    EditError
        If the model does not fit the data.
    """
    seeds = Seeds()
    model = fitted(model, data, seeds, report, should_cancel)
    network, loss = model.network, model.training.loss
    fitting = loss if loss is not None else OUTPUT_FORMS[data.task].loss
    parameters = initial_parameters(network, seeds.generator("weights"))
    settings = TrainingSettings(fitting)
    empty = Project(title[:MAX_TITLE_LENGTH], network, layout(network), parameters, data, settings, seeds)
    return with_model(empty, model), model


def _with_channels(model: Model, shape: tuple[int, ...]) -> Model:
    """Return the model for pictures with an axis of channels, if it takes them without."""
    network = model.network
    entrance = network.input
    found = network.shapes[entrance.name]
    if shape != (*found, 1) or len(found) != 2:
        return model
    nodes: list[Node] = [replace(entrance, layer=Input(shape))]
    source = entrance.name
    if not all(isinstance(network.node(name).layer, Flatten) for name in network.consumers(entrance.name)):
        source = free_name("reshape", list(network.shapes))
        nodes.append(Node(source, Reshape(found), (entrance.name,)))
    for node in network.nodes[1:]:
        nodes.append(replace(node, inputs=tuple(source if name == entrance.name else name for name in node.inputs)))
    return replace(model, network=NetworkSpec(tuple(nodes)))


def _with_loss_for(model: Model, data: DataChoice) -> Model:
    """Return the model without a loss that cannot judge the answers of the data, and say so."""
    loss = model.training.loss
    if loss is None or can_judge(loss, data.task):
        return model
    note = ExchangeError(
        QT_TRANSLATE_NOOP(
            "errors", "The loss {name} cannot judge the outputs of this network on these data: choose another one."
        ),
        name=loss.name,
    )
    return replace(model, notes=(*model.notes, note), training=replace(model.training, loss=None))


def _data_for(model: Model, shape: tuple[int, ...], present: DataChoice | None) -> DataChoice:
    """Return data that the model fits: the open ones, or else digits, or else arrays of its shape that are still to be
    given.
    """
    network = model.network
    output = network.shapes[network.output.name]
    goal, n_classes = _goal(model, output[-1])
    if present is not None and present.input_shape == shape and (present.n_outputs,) == output:
        is_likely = present.task is goal or goal is Task.REGRESSION
        if is_likely:
            return present
    if (shape, *output) == _DIGITS and goal is Task.MULTICLASS:
        return DigitsChoice()
    n_targets = 1 if n_classes else min(output[-1], _MAX_TARGETS)
    return ArraysChoice("", "", shape, goal, n_classes, n_targets)


def _goal(model: Model, n_outputs: int) -> tuple[Task, int]:
    """Return what a network predicts, judging by its output and its loss; and the number of classes, 0 for none."""
    last = layer_with_activation(model.network)
    activation = last.layer.activation_name if last is not None else "linear"
    loss = model.training.loss
    if n_outputs > 1 and (activation == "softmax" or (loss is not None and loss.takes_classes)):
        return Task.MULTICLASS, n_outputs
    if n_outputs == 1 and activation == "sigmoid":
        return Task.YES_NO, 2
    return Task.REGRESSION, 0
