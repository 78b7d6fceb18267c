"""Build a network from the description of a Keras model, with its arrays if there are any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

import numpy as np

from nnplay.engine import (
    Activation,
    Conv2D,
    Dense,
    Input,
    NetworkSpec,
    NnplayError,
    Node,
    Part,
    ShapeError,
    free_name,
    initial_parameters,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.engine.layers import Shape
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.keras.compiled import probabilities, training_of
from nnplay.exchange.keras.description import Described, Description, input_shape
from nnplay.exchange.keras.layers import make
from nnplay.exchange.keras.missing import placeholder_for
from nnplay.exchange.keras.reader import Made, NotHereError
from nnplay.exchange.missing import consequence, remark
from nnplay.exchange.model import Model, Taken, leading_to
from nnplay.exchange.tensors import Array
from nnplay.project import ProjectError
from nnplay.project.project import check_name

Arrays = Mapping[str, Sequence[Array]]


def build(
    description: Description,
    arrays: Arrays | None = None,
    n_in_file: int = 0,
    rng: np.random.Generator | None = None,
) -> Model:
    """Return the network of a description.

    Parameters
    ----------
    arrays
        The arrays of each layer by its name, in the file's order; None to draw the initial weights from ``rng`` with
        its initializers.

    Raises
    ------
    ExchangeError
        If a layer is not available, or its arrays do not fit; the sentence names it.
    """
    return _Building(description, arrays, rng or np.random.default_rng(0)).model(n_in_file)


class _Building:
    def __init__(self, description: Description, arrays: Arrays | None, rng: np.random.Generator) -> None:
        self._description = description
        self._rng = rng
        self._arrays = arrays
        self._nodes: dict[str, Node] = {}
        self._shapes: dict[str, Shape] = {}
        self._ends: dict[str, str] = {}
        self._weights: dict[str, Array] = {}
        self._frozen: list[Part] = []
        self._notes: list[NnplayError] = []
        self._taken: list[Taken] = []
        self._scaling = ""

    def model(self, n_in_file: int) -> Model:
        for layer in self._description.layers:
            if layer.kind == "InputLayer":
                self._add_input(layer)
            else:
                self._add(layer)
        end = self._as_probabilities(self._ends[self._description.output])
        network = NetworkSpec(leading_to(end, self._nodes))
        training, notes = training_of(self._description.compiled)
        return Model(
            network,
            self._parameters(network),
            tuple(part for part in self._frozen if part.node in network.shapes),
            (*self._notes, *consequence(network), *notes),
            training,
            tuple(self._taken),
            n_in_file,
            self._description.name,
            self._scaling if self._scaling in network.shapes else "",
        )

    def _as_probabilities(self, end: str) -> str:
        """Return the end of the network; if the loss takes logits, with the activation that is part of such a loss."""
        activation = probabilities(self._description.compiled)
        if activation is None:
            return end
        if self._nodes[end].layer.activation_name in ("sigmoid", "softmax"):
            text = QT_TRANSLATE_NOOP(
                "errors", "The loss takes logits, but “{layer}” ends with probabilities already: nothing was added."
            )
            self._notes.append(ExchangeError(text, layer=end))
            return end
        text = QT_TRANSLATE_NOOP(
            "errors",
            "The loss takes logits, but nnplay's takes probabilities: {activation} was added after “{layer}”.",
        )
        self._notes.append(ExchangeError(text, activation=activation, layer=end))
        name = self._name(activation)
        self._nodes[name] = Node(name, Activation(activation), (end,))
        self._shapes[name] = self._shapes[end]
        return name

    def _add_input(self, layer: Described) -> None:
        shape = input_shape(layer.settings)
        if shape is None:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it does not say how many numbers an example has"))
        if self._nodes:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more than one input or output"))
        self._ends[layer.name] = name = self._name(layer.name)
        self._nodes[name] = Node(name, Input(shape))
        self._shapes[name] = shape

    def _add(self, layer: Described) -> None:
        sources = tuple(self._ends[name] for name in layer.inputs)
        shapes = [self._shapes[name] for name in sources]
        if not sources:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "its layers do not form a graph that can be computed"))
        try:
            made, notes = make(layer.kind, layer.settings, shapes[0])
            names = self._place(layer, made, sources)
        except NnplayError as error:
            notes = []
            names = self._place_placeholder(layer, sources, error)
        self._taken.append(Taken(layer.name, layer.kind, names))
        self._notes += [
            ExchangeError(QT_TRANSLATE_NOOP("errors", "{layer}: {note}."), layer=layer.name, note=note)
            for note in notes
        ]
        if layer.settings.get("trainable") is False:
            self._frozen += [Part(name) for name in names if any(key.startswith(f"{name}/") for key in self._weights)]

    def _place(self, layer: Described, made: Sequence[Made], sources: tuple[str, ...]) -> tuple[str, ...]:
        """Add the nodes for what one layer became, and return their names."""
        arrays = list(self._arrays.get(layer.name, ())) if self._arrays is not None else None
        names: list[str] = []
        for each in made:
            name = self._joined_to(layer, each, sources) or self._name(layer.name if not names else None, each)
            if name not in self._nodes:
                self._shapes[name] = each.layer.output_shape(*(self._shapes[source] for source in sources))
                self._nodes[name] = Node(name, each.layer, sources)
            for key in each.arrays if arrays is not None else ():
                if not arrays:
                    raise ExchangeError(QT_TRANSLATE_NOOP("errors", "the file has no {name} for it"), name=key)
                self._weights[f"{name}/{key}"] = arrays.pop(0)
            self._fix(name, each)
            names.append(name)
            sources = (name,)
        if made and arrays and layer.kind != "Dropout":
            raise ExchangeError(QT_TRANSLATE_NOOP("errors", "the file has more arrays for it than expected"))
        self._ends[layer.name] = sources[0]
        return tuple(names)

    def _place_placeholder(self, layer: Described, sources: tuple[str, ...], error: NnplayError) -> tuple[str, ...]:
        """Add a placeholder for a layer that nnplay does not have; raise ExchangeError if that is not the trouble."""
        taken = self._shapes[sources[0]]
        missing = {NotHereError: getattr(error, "missing", ""), ShapeError: f"input shape = {taken}"}.get(type(error))
        placeholder = None if missing is None else placeholder_for(layer, taken, missing)
        if placeholder is None:
            raise ExchangeError(
                QT_TRANSLATE_NOOP("errors", "The layer “{layer}” ({kind}) cannot be read: {reason}."),
                layer=f"{layer.name:.60}",
                kind=f"{layer.kind:.60}",
                reason=error,
            ) from error
        name = self._name(layer.name, Made(placeholder))
        self._nodes[name], self._shapes[name] = Node(name, placeholder, sources), placeholder.shape
        self._ends[layer.name] = name
        self._notes.append(remark(name, error))
        return (name,)

    def _fix(self, name: str, made: Made) -> None:
        """Note the arrays that are settings in the file."""
        for key, value in made.constants.items():
            self._weights[f"{name}/{key}"] = np.broadcast_to(value, self._shapes[name][-1:])
            if key == "alpha":
                self._frozen.append(Part(name, parameter=key))
                self._notes.append(
                    ExchangeError(
                        QT_TRANSLATE_NOOP(
                            "errors",
                            "A leaky ReLU with the slope {slope} became a PReLU whose slopes are frozen at {slope}.",
                        ),
                        slope=value,
                    )
                )
        if made.scales:
            self._notes.append(
                ExchangeError(
                    QT_TRANSLATE_NOOP(
                        "errors", "The layer “{layer}” only scales: it became a BatchNormalization that does the same."
                    ),
                    layer=name,
                )
            )
            if isinstance(self._nodes[self._nodes[name].inputs[0]].layer, Input):
                self._scaling = name

    def _joined_to(self, layer: Described, made: Made, sources: tuple[str, ...]) -> str | None:
        """Return the layer that a PReLU is the activation of: Keras has it only as a layer, which nnplay's programs
        name so.
        """
        node = self._nodes[sources[0]]
        if (
            isinstance(made.layer, Activation)
            and made.layer.activation == "prelu"
            and layer.name == f"{node.name}_prelu"
            and isinstance(node.layer, Dense | Conv2D)
            and node.layer.activation == "linear"
        ):
            self._nodes[node.name] = replace(node, layer=replace(node.layer, activation="prelu"))
            return node.name
        return None

    def _name(self, wanted: str | None, made: Made | None = None) -> str:
        """Return a name that a layer may have."""
        base = made.layer.usual_name if made is not None else "input"
        if wanted is not None:
            own = wanted.rpartition("/")[2]  # of a layer inside another model
            with suppress(ProjectError):
                check_name(own)
                base = own
        return free_name(base, list(self._nodes))

    def _parameters(self, network: NetworkSpec) -> np.ndarray:
        parameters = initial_parameters(network, self._rng).astype(np.float32)
        for slot in network.slots:
            values = self._weights.get(f"{slot.node}/{slot.name}")
            if values is None:
                if self._arrays is None:
                    continue
                raise ExchangeError(
                    QT_TRANSLATE_NOOP("errors", "The file has no {name} for the layer “{layer}”."),
                    name=slot.name,
                    layer=slot.node,
                )
            if slot.name == "alpha" and values.shape != slot.shape:
                values = by_unit(values, slot.shape)
            elif slot.node == self._scaling and values.size == slot.size:
                values = values.reshape(slot.shape)
            if values.shape != slot.shape or not np.isfinite(values).all():
                raise ExchangeError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "The {name} of the layer “{layer}” has the shape {found} in the file, or contains a number"
                        " that is not"
                        " finite; the expected shape is {expected}.",
                    ),
                    name=slot.name,
                    layer=slot.node,
                    found=values.shape,
                    expected=slot.shape,
                )
            parameters[slot.span] = values.reshape(-1)
        return parameters


def by_unit(values: Array, shape: Shape) -> Array:
    """Return slopes that are the same all over a picture as one per channel; others unchanged."""
    rows = values.reshape(-1, shape[0]) if values.size and values.size % shape[0] == 0 else values
    is_same = rows.ndim == 2 and values.shape[-1] == shape[0] and bool((rows == rows[0]).all())
    return rows[0] if is_same else values
