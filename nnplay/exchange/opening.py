"""A model of another tool as a project: which reader its file needs, and which data it can learn from.

The first bytes of a file decide what it is, whatever its name.
"""

from __future__ import annotations

import zipfile
from dataclasses import replace
from enum import Enum
from pathlib import Path

from nnplay.data import ArraysChoice, DataChoice, DigitsChoice, Task
from nnplay.disk.reading import is_file, open_file
from nnplay.engine import Flatten, Input, NetworkSpec, Node, Reshape, TrainingSettings, free_name
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.hdf5.source import SIGNATURE
from nnplay.exchange.model import Model, with_model
from nnplay.project import Project, Seeds, layout
from nnplay.project.editing import edit
from nnplay.project.fitting import OUTPUT_FORMS, can_judge, layer_with_activation
from nnplay.project.project import MAX_TITLE_LENGTH

_DIGITS = ((28, 28, 1), 10)
_MAX_TARGETS = 1_000


class Kind(Enum):
    """The kind of a file from another tool."""

    ONNX = "onnx"
    KERAS = "keras"
    HDF5 = "hdf5"
    STATE = "state"
    """Weights of PyTorch, without any layers."""


MODEL_SUFFIXES = (".onnx", ".keras", ".h5", ".hdf5")
"""Usual suffixes of model files; a file with any other may be one, too."""


_BY_SUFFIX = {".onnx": Kind.ONNX, ".keras": Kind.KERAS, ".pt": Kind.STATE, ".pth": Kind.STATE}


def kind_of(path: Path) -> Kind | None:
    """Return the kind of a file; None if it is not a model of another tool, or cannot be opened."""
    try:
        with open_file(path) as file:
            head = file.read(8)
            if head == SIGNATURE:
                return Kind.HDF5
            if head[:4] == b"PK\3\4":
                with zipfile.ZipFile(file) as archive:
                    names = archive.namelist()
                if any(name.endswith("/data.pkl") for name in names):
                    return Kind.STATE
                return Kind.KERAS if "config.json" in names else None
    except (OSError, zipfile.BadZipFile, ValueError):
        return Kind.KERAS if path.suffix.lower() == ".keras" and is_file(path) else None
    return _BY_SUFFIX.get(path.suffix.lower())


def read_model_file(path: Path, present: DataChoice | None = None) -> Model:
    """Return the model in a file.

    Parameters
    ----------
    present
        The data that are open: if the file leaves the shape of the model's input open, it is theirs.

    Raises
    ------
    ExchangeError
        If it cannot be read; the sentence says why.
    """
    kind = kind_of(path)
    if kind is Kind.ONNX:
        from nnplay.exchange.onnx.graph import read_graph
        from nnplay.exchange.onnx.read import read_model

        graph = read_graph(path)
        is_open = 0 in graph.shape[1:] and present is not None
        return read_model(graph, present.input_shape if is_open and present is not None else None)
    if kind is Kind.STATE:
        raise ExchangeError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” has weights of PyTorch, but no layers: open or build the network that they are for, then"
                " choose File > Read weights.",
            ),
            file=path.name,
        )
    if kind is None:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is not a model that nnplay can read: Keras (.keras, .h5) or ONNX."),
            file=path.name,
        )
    from nnplay.exchange.keras.read import read_keras

    return read_keras(path)


@edit
def with_model_of(project: Project, path: Path) -> Project:
    """Return the project with the network and weights of a model's file, which must fit its data.

    Raises
    ------
    EditError
        If it cannot be read, or does not fit.
    """
    if kind_of(path) is Kind.ONNX:
        from nnplay.exchange.onnx.read import with_onnx

        return with_onnx(project, path)
    return with_fitting(project, read_model_file(path))


def open_model(path: Path, present: DataChoice | None = None) -> tuple[Project, Model]:
    """Return a new project for the model in a file, and the model.

    Parameters
    ----------
    present
        Data that are used if the model fits them.

    Raises
    ------
    ExchangeError, EditError
        If the model cannot be read, or its output is not a row of numbers.
    """
    model = read_model_file(path, present)
    title = model.title if model.title.isprintable() and model.title.strip() else path.stem
    return project_of(model, title, present), model


def read_code(text: str, seeds: Seeds, present: DataChoice | None = None) -> Model:
    """Return the model that a Keras program builds, with new initial weights.

    Parameters
    ----------
    present
        The data that are open: if the program takes the shape of its input from its data, it is theirs.

    Raises
    ------
    ExchangeError
        If the program cannot be followed; the sentence says why.
    """
    from nnplay.exchange.keras.building import build
    from nnplay.exchange.keras.listing import read_listing

    try:
        listing = read_listing(text, None if present is None else present.input_shape)
        model = build(listing.description, rng=seeds.generator("weights"))
    except DamagedError as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "The code cannot be read as a model: {reason}."), reason=error
        ) from error
    training = replace(model.training, batch_size=listing.batch_size, n_epochs=listing.n_epochs)
    return replace(model, training=training)


def fits(model: Model, data: DataChoice) -> bool:
    """Return whether a network fits the inputs and targets of the data."""
    model = _with_channels(model, data.input_shape)
    network = model.network
    shapes = network.shapes[network.input.name], network.shapes[network.output.name]
    return shapes == (data.input_shape, (data.n_outputs,))


@edit
def with_fitting(project: Project, model: Model) -> Project:
    """Return the project with a model, with an axis of channels for pictures if the data have one."""
    return with_model(project, _with_channels(model, project.data.input_shape))


def project_of(model: Model, title: str, present: DataChoice | None = None) -> Project:
    """Return a new project for a model."""
    network = model.network
    shape = network.shapes[network.input.name]
    if len(shape) == 2:
        shape = (*shape, 1)
        model = _with_channels(model, shape)
        network = model.network
    data = _data_for(model, shape, present)
    loss = model.training.loss
    fitting = loss if loss is not None and can_judge(loss, data.task) else OUTPUT_FORMS[data.task].loss
    project = _empty(network, data, TrainingSettings(fitting), title[:MAX_TITLE_LENGTH])
    return with_model(project, model)


def _empty(network: NetworkSpec, data: DataChoice, training: TrainingSettings, title: str) -> Project:
    from nnplay.engine import initial_parameters

    seeds = Seeds()
    parameters = initial_parameters(network, seeds.generator("weights"))
    return Project(title, network, layout(network), parameters, data, training, seeds)


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
