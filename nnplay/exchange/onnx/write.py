"""A project as an ONNX model for prediction: one input and one output, for any number of examples.

Pictures enter as (batch, height, width, channels), as everywhere in nnplay. ONNX's operators on pictures want the
channels first, so each of them has a transposition before and after it. Layers that act only in training pass
everything on.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnplay import __version__
from nnplay.data import Dataset
from nnplay.engine import (
    Add,
    AveragePooling2D,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    Flatten,
    GlobalAveragePooling2D,
    LayerNormalization,
    MaxPooling2D,
    Node,
    Reshape,
)
from nnplay.engine.layers.windows import Windows
from nnplay.engine.muting import Mute, mute_outputs, muted_weights
from nnplay.exchange.onnx.messages import ATTRIBUTES, FLOAT, INT64, SCALED_INPUT, TABLE
from nnplay.exchange.onnx.wire import Message, encode
from nnplay.exchange.program.writing import muted_units
from nnplay.exchange.scaling import has_scaling, shift_and_scale
from nnplay.exchange.tensors import Array, named_parameters
from nnplay.project import Project

_OPSET, _IR_VERSION = 18, 8
"""Operators and file format of 2022: new enough for every layer, old enough for every runtime in use."""

_ATTRIBUTE_TYPES = {field: number for number, field in ATTRIBUTES.items()}
_ELEMENT_TYPES = {"f": FLOAT, "i": INT64}

OPERATORS: dict[str, tuple[str, dict[str, object]]] = {
    "sigmoid": ("Sigmoid", {}),
    "tanh": ("Tanh", {}),
    "arctan": ("Atan", {}),
    "softsign": ("Softsign", {}),
    "relu": ("Relu", {}),
    "leaky_relu": ("LeakyRelu", {"alpha": 0.2}),
    "elu": ("Elu", {"alpha": 1.0}),
    "selu": ("Selu", {}),
    "softplus": ("Softplus", {}),
    "mish": ("Mish", {}),
    "sine": ("Sin", {}),
    "softmax": ("Softmax", {"axis": -1}),
}


def to_onnx(project: Project, dataset: Dataset | None = None) -> bytes:
    """Return the content of the model's file. Muted parts are 0 in it.

    Parameters
    ----------
    dataset
        The project's data if a table's numbers are scaled: the model then takes them as they are in the table, and
        scales them itself.

    Raises
    ------
    PlaceholderError
        If the network has a layer that nnplay does not have.
    """
    project.network.check_complete()
    return encode(_Writer(project, dataset).model(), "Model", TABLE)


class _Writer:
    """Puts a graph together, operator by operator."""

    def __init__(self, project: Project, dataset: Dataset | None) -> None:
        self._project = project
        self._dataset = dataset
        self._network = mute_outputs(project.network, project.muted)
        parameters = np.where(muted_weights(project.network, project.muted), np.float32(0), project.parameters)
        self._weights = named_parameters(replace(project, parameters=parameters))
        self._operators: list[Message] = []
        self._arrays: dict[str, Array] = {}
        self._scaled: str | None = None

    def model(self) -> Message:
        """The whole file as a message."""
        network = self._network
        self._scale()
        for node in network.nodes[1:]:
            self._layer(node)
        graph = {
            "name": "nnplay",
            "doc_string": self._project.title,
            "node": self._operators,
            "initializer": [_tensor(name, values) for name, values in self._arrays.items()],
            "input": [_value(network.input.name, network.shapes[network.input.name])],
            "output": [_value(network.output.name, network.shapes[network.output.name])],
        }
        return {
            "ir_version": _IR_VERSION,
            "producer_name": "nnplay",
            "producer_version": __version__,
            "graph": graph,
            "opset_import": [{"domain": "", "version": _OPSET}],
            "metadata_props": [] if self._scaled is None else [{"key": SCALED_INPUT, "value": self._scaled}],
        }

    def _array(self, name: str, values: Array) -> str:
        self._arrays[name] = values
        return name

    def _operate(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        written = [_attribute(name, value) for name, value in attributes.items()]
        self._operators.append({"op_type": kind, "input": inputs, "output": [output], "attribute": written})
        return output

    def _weight(self, node: Node, name: str, otherwise: float) -> str:
        """Add an array of a layer; one full of ``otherwise`` if the layer has none."""
        key = f"{node.name}/{name}"
        n = self._network.shapes[node.name][-1]
        return self._array(key, self._weights.get(key, np.full(n, otherwise, np.float32)))

    def _scale(self) -> None:
        """Scale the columns of a table, with two operators after the input."""
        if self._dataset is None or not has_scaling(self._project.data):
            return
        shift, scale = shift_and_scale(self._dataset)
        name = self._network.input.name
        shifted = self._operate("Sub", [name, self._array(f"{name}/shift", shift)], f"{name}/shifted")
        self._scaled = self._operate("Div", [shifted, self._array(f"{name}/scale", scale)], f"{name}/scaled")

    def _source(self, name: str) -> str:
        """The value that a layer reads from another one."""
        return self._scaled if self._scaled is not None and name == self._network.input.name else name

    def _layer(self, node: Node) -> None:
        layer = node.layer
        activation = layer.activation_name
        result = node.name if activation == "linear" else f"{node.name}/z"
        x = self._source(node.inputs[0])
        shape = self._network.shapes[node.name]
        match layer:
            case Dense():
                product = self._operate(
                    "MatMul", [x, self._array(f"{node.name}/kernel", self._kernel(node))], f"{result}/xW"
                )
                self._operate("Add", [product, self._weight(node, "bias", 0.0)], result)
            case Conv2D():
                kernel = self._array(f"{node.name}/kernel", self._kernel(node).transpose(3, 2, 0, 1))
                self._on_picture("Conv", node, layer.windows, result, kernel, self._weight(node, "bias", 0.0))
            case MaxPooling2D():
                self._on_picture("MaxPool", node, layer.windows, result)
            case AveragePooling2D():
                self._on_picture("AveragePool", node, layer.windows, result)
            case GlobalAveragePooling2D():
                axes = self._array(f"{node.name}/axes", np.array([1, 2], np.int64))
                self._operate("ReduceMean", [x, axes], result, keepdims=0)
            case BatchNormalization():
                self._batch_normalization(node, layer, x, result)
            case LayerNormalization():
                affine = [self._weight(node, "gamma", 1.0), self._weight(node, "beta", 0.0)]
                self._operate("LayerNormalization", [x, *affine], result, axis=-1, epsilon=layer.epsilon)
            case Flatten() | Reshape():
                target = self._array(f"{node.name}/shape", np.array([-1, *shape], np.int64))
                self._operate("Reshape", [x, target], result)
            case Add():
                self._operate("Sum", [self._source(name) for name in node.inputs], result)
            case Concatenate():
                self._operate("Concat", [self._source(name) for name in node.inputs], result, axis=layer.axis)
            case Mute():
                heard = np.array(muted_units(layer, shape[-1]), np.float32)
                self._operate("Mul", [x, self._array(f"{node.name}/is_heard", heard)], result)
            case _:
                self._operate("Identity", [x], result)
        if result != node.name:
            self._activation(activation, node, result)

    def _kernel(self, node: Node) -> Array:
        return self._weights[f"{node.name}/kernel"]

    def _on_picture(self, kind: str, node: Node, windows: Windows, result: str, *arrays: str) -> None:
        """Add an operator on pictures, with a transposition before and after it."""
        (above, below), (left, right) = windows.margins(self._network.shapes[node.inputs[0]])
        first = self._operate("Transpose", [self._source(node.inputs[0])], f"{result}/in", perm=[0, 3, 1, 2])
        options: dict[str, object] = {"count_include_pad": 0} if kind == "AveragePool" else {}
        self._operate(
            kind,
            [first, *arrays],
            f"{result}/out",
            kernel_shape=list(windows.size),
            strides=list(windows.strides),
            pads=[above, left, below, right],
            **options,
        )
        self._operate("Transpose", [f"{result}/out"], result, perm=[0, 2, 3, 1])

    def _batch_normalization(self, node: Node, layer: BatchNormalization, x: str, result: str) -> None:
        """Add a scale and a shift, which work alike for rows and for pictures with their channels last."""
        parts = {name: self._weights.get(f"{node.name}/{name}") for name in ("gamma", "beta")}
        mean, variance = (self._weights[f"{node.name}/{name}"] for name in ("moving_mean", "moving_variance"))
        scale = 1 / np.sqrt(variance.astype(np.float64) + layer.epsilon)
        if parts["gamma"] is not None:
            scale = scale * parts["gamma"]
        shift = (0 if parts["beta"] is None else parts["beta"]) - mean * scale
        factor = self._array(f"{node.name}/scale", scale.astype(np.float32))
        scaled = self._operate("Mul", [x, factor], f"{result}/scaled")
        self._operate("Add", [scaled, self._array(f"{node.name}/shift", shift.astype(np.float32))], result)

    def _activation(self, name: str, node: Node, z: str) -> None:
        if name in OPERATORS:
            kind, attributes = OPERATORS[name]
            self._operate(kind, [z], node.name, **attributes)
        elif name == "prelu":
            self._operate(
                "PRelu", [z, self._array(f"{node.name}/alpha", self._weights[f"{node.name}/alpha"])], node.name
            )
        elif name == "step":
            zero = self._array(f"{node.name}/zero", np.array(0, np.float32))
            is_on = self._operate("GreaterOrEqual", [z, zero], f"{node.name}/is_on")
            self._operate("Cast", [is_on], node.name, to=FLOAT)
        elif name == "silu":
            gate = self._operate("Sigmoid", [z], f"{node.name}/gate")
            self._operate("Mul", [z, gate], node.name)
        elif name == "gaussian":
            square = self._operate("Mul", [z, z], f"{node.name}/square")
            self._operate("Exp", [self._operate("Neg", [square], f"{node.name}/negative")], node.name)
        else:
            self._gelu(node, z)

    def _gelu(self, node: Node, z: str) -> None:
        """Add z (1 + erf(z / √2)) / 2; the operator Gelu came with a later version than ours."""
        root = self._array(f"{node.name}/root", np.array(np.sqrt(0.5), np.float32))
        half, one = (self._array(f"{node.name}/{key}", np.array(key, np.float32)) for key in (0.5, 1.0))
        erf = self._operate("Erf", [self._operate("Mul", [z, root], f"{node.name}/scaled")], f"{node.name}/erf")
        gate = self._operate("Mul", [self._operate("Add", [erf, one], f"{node.name}/sum"), half], f"{node.name}/gate")
        self._operate("Mul", [z, gate], node.name)


def _attribute(name: str, value: object) -> Message:
    field = {int: "i", float: "f", list: "ints"}[type(value)]
    return {"name": name, field: value, "type": _ATTRIBUTE_TYPES[field]}


def _tensor(name: str, values: Array) -> Message:
    element = values.astype("<f4" if values.dtype.kind == "f" else "<i8")
    content = {"dims": list(values.shape), "data_type": _ELEMENT_TYPES[element.dtype.kind]}
    return {**content, "name": name, "raw_data": element.tobytes()}


def _value(name: str, shape: tuple[int, ...]) -> Message:
    """The model's input or output: any number of examples of one shape."""
    lengths = [{"dim_param": "batch"}, *({"dim_value": n} for n in shape)]
    return {"name": name, "type": {"tensor_type": {"elem_type": FLOAT, "shape": {"dim": lengths}}}}
