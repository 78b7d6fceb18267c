"""Scaling that a model does itself, and how it fits data that are scaled on their way into the network.

Models of Keras may begin with ``Rescaling`` or ``Normalization``, and nnplay's own ONNX models scale the columns of
their table. Such a model takes numbers as they are in the file; if the data scale them too, they must be scaled once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from nnplay.data import (
    DataChoice,
    Dataset,
    IdxFolderChoice,
    PictureFolderChoice,
    TableChoice,
    load,
)
from nnplay.data.digit_choice import DigitPicturesChoice
from nnplay.data.ink import WHITE
from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.table import Role
from nnplay.data.table import Scaling as ColumnScaling
from nnplay.engine import BatchNormalization, DataError, Layer, NetworkSpec, Node, initial_parameters
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.model import Model
from nnplay.exchange.tensors import Array
from nnplay.project import Seeds

LEAST_VARIANCE = 1e-12
"""The epsilon of a layer that only scales: it changes no number that float32 can tell."""

_LEAST = 1e-5
"""Divisors below this would be lost beside the epsilon."""

_TOLERANCE = 1e-5


class Scaling(NamedTuple):
    """``(x - shift) / scale``, each one number or one for each unit of the last axis."""

    shift: Array
    scale: Array


def has_scaling(choice: DataChoice) -> bool:
    """Return whether the data are a table whose numbers are scaled on their way into the network."""
    return isinstance(choice, TableChoice) and any(
        column.role is Role.NUMBER and column.scaling is not ColumnScaling.NONE for column in choice.columns
    )


def shift_and_scale(dataset: Dataset) -> Scaling:
    """Return how each input of a table is scaled: two (n_inputs,) float32 arrays."""
    assert dataset.preparation is not None
    columns = dataset.preparation.columns
    shift = [each.shift for each in columns for _ in each.column.input_names]
    scale = [each.scale for each in columns for _ in each.column.input_names]
    return Scaling(np.array(shift, np.float32), np.array(scale, np.float32))


def scaling_layer(scaling: Scaling, n_units: int) -> tuple[BatchNormalization, dict[str, Array]]:
    """Return a layer that does this scaling, and its arrays by name.

    It is a BatchNormalization that has seen the mean and variance already, so that training, which takes them from
    the batch, does about the same. A negative scale becomes its gamma and beta.
    """
    shift, scale = (np.broadcast_to(np.asarray(each, np.float64), n_units) for each in scaling)
    if (scale > _LEAST).all():
        arrays = {"moving_mean": shift, "moving_variance": scale**2 - LEAST_VARIANCE}
        return BatchNormalization(LEAST_VARIANCE, center=False, scale=False), arrays
    ones = np.ones(n_units)
    arrays = {
        "gamma": 1 / scale,
        "beta": -shift / scale,
        "moving_mean": 0 * ones,
        "moving_variance": ones - LEAST_VARIANCE,
    }
    return BatchNormalization(LEAST_VARIANCE), arrays


def scaling_of(data: DataChoice, seeds: Seeds, report: ReportProgress, should_cancel: ShouldCancel) -> Scaling | None:
    """Return the scaling between the data's own numbers and the network's input; None if there is none."""
    if isinstance(data, DigitPicturesChoice | IdxFolderChoice | PictureFolderChoice):
        return Scaling(np.zeros(1), np.full(1, float(WHITE)))
    if isinstance(data, TableChoice) and not has_scaling(data):
        return None
    try:
        dataset = load(data, seeds.data, seeds.split, report, should_cancel)
    except DataError:
        return None  # data that cannot be read are not used either
    if isinstance(data, TableChoice):
        return shift_and_scale(dataset)
    factor = dataset.train.scale
    return None if factor == 1 else Scaling(np.zeros(1), np.full(1, 1 / factor))


def scaled_once(
    model: Model,
    data: DataChoice,
    seeds: Seeds,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> Model:
    """Return the model for data that may be scaled already: for the same row of the file it gives the same output.

    Raises
    ------
    LoadCancelledError
        If ``should_cancel`` says so while the data are read.
    """
    network = model.network
    is_first = bool(model.scaling) and tuple(network.consumers(network.input.name)) == (model.scaling,)
    given = scaling_of(data, seeds, report, should_cancel) if is_first else None
    if given is None:
        return model
    own = _scaling_in(model)
    left = Scaling((own.shift - given.shift) / given.scale, own.scale / given.scale)
    if np.allclose(left.shift, 0, atol=_TOLERANCE) and np.allclose(left.scale, 1, atol=_TOLERANCE):
        note = QT_TRANSLATE_NOOP(
            "errors",
            "The model scales its input, and the data are scaled in the same way: its layer “{layer}” was left out.",
        )
        changed = _without(model)
    else:
        note = QT_TRANSLATE_NOOP(
            "errors",
            "The model scales its input, and so do the data: its layer “{layer}” was changed to do only the rest.",
        )
        changed = _with(model, *scaling_layer(left, len(own.shift)))
    return replace(changed, notes=(*model.notes, ExchangeError(note, layer=model.scaling)))


def _scaling_in(model: Model) -> Scaling:
    node = model.network.node(model.scaling)
    assert isinstance(node.layer, BatchNormalization)
    slots = model.network.node_slots(node.name)
    arrays = {slot.name: slot.view(model.parameters).astype(np.float64) for slot in slots}
    root = np.sqrt(arrays["moving_variance"] + node.layer.epsilon)
    scale = root / arrays.get("gamma", 1.0)
    return Scaling(arrays["moving_mean"] - arrays.get("beta", 0.0) * scale, scale)


def _without(model: Model) -> Model:
    """Return the model without its scaling layer."""
    name = model.scaling
    (source,) = model.network.node(name).inputs
    nodes = [
        replace(node, inputs=tuple(source if each == name else each for each in node.inputs))
        for node in model.network.nodes
        if node.name != name
    ]
    taken = tuple(replace(each, nodes=tuple(node for node in each.nodes if node != name)) for each in model.layers)
    return replace(_rebuilt(model, nodes, {}), scaling="", layers=taken)


def _with(model: Model, layer: Layer, arrays: Mapping[str, Array]) -> Model:
    """Return the model with another scaling layer."""
    nodes = [replace(node, layer=layer) if node.name == model.scaling else node for node in model.network.nodes]
    return _rebuilt(model, nodes, arrays)


def _rebuilt(model: Model, nodes: list[Node], scaling: Mapping[str, Array]) -> Model:
    network = NetworkSpec(tuple(nodes))
    parameters = initial_parameters(network, np.random.default_rng(0)).astype(np.float32)
    for slot in network.slots:
        if slot.node == model.scaling:
            parameters[slot.span] = scaling[slot.name]
        else:
            before = next(each for each in model.network.node_slots(slot.node) if each.name == slot.name)
            parameters[slot.span] = model.parameters[before.span]
    return replace(model, network=network, parameters=parameters)
