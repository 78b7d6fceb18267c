"""A workspace: a network's arrays for one batch size, and the calls that compute in them.

All outputs lie in one buffer, features first and the batch last, each layer's rows followed by a row of ones. A bias
is then one more row of the kernel, and a derivative such as 1 - a^2 is computed for many layers at once. See
ARCHITECTURE.md, "Speed".

In a stack of K networks of one shape every array has a leading axis for them, and each layer's rows with their ones lie
network by network: (K, n_features + 1, batch). The calls are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from nnplay.engine.activations import ACTIVATIONS, LINEAR, ActivationFunction
from nnplay.engine.calls import Array, Call
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError
from nnplay.engine.layers.base import ALPHA, Layer, Site
from nnplay.engine.losses import Loss, LossSite, find_loss
from nnplay.engine.specs import NetworkSpec, Node

WIDE = 32
"""Inputs from which on a batch is gathered example by example rather than feature by feature."""

MOST_NUMBERS = 2**28
"""Outputs of all layers for all examples of a batch: 1 GB, and as much again twice while training."""


@dataclass
class _Span:
    """Rows of the buffers that share one activation function."""

    activation: ActivationFunction
    first: int
    last: int


class Workspace:
    """Arrays and calls for one batch size.

    Parameters
    ----------
    spec
        The network; for a stack all its networks, alike but for the numbers of their layers.
    parameters, gradients
        Its flat vectors (n,), for a stack (K, n); ``gradients`` may be the same array where nothing is trained.
    batch_size
        Examples in one pass.
    rng
        Source of dropout masks and noise; for a stack one for each network, or a single one from which all draw the
        same.
    loss
        The loss or its name; with it the workspace can train (``backward``), without it it only predicts.
    keeps_all
        Whether a training workspace keeps every number of a pass for people to read: z beside a, dL/dz beside dL/da,
        and nothing fused. Slower and larger, the same mathematics.
    sees_same
        Whether all networks of a stack see the same batch; ``x``, ``target`` and ``record`` then have no leading axis.

    Attributes
    ----------
    x
        (n_inputs + 1, batch): the inputs, which the caller fills, and a row of ones.
    target
        (n_outputs, batch), which the caller fills; class numbers come one-hot.
    record
        (n_inputs + 1 + n_outputs, batch): x and target in one array, so that one gather fills both; None where inputs
        are ``WIDE``, whose memory has the batch first because such rows are copied one by one. For a stack the networks
        lie on the second axis.
    outputs, pre_activations
        a and z by node name, (n_features, batch); z shares the memory of a where nothing needs it any more.
    slopes
        The derivative of the activation function at z by node name.
    output_gradients, pre_activation_gradients
        dL/da and dL/dz by node name, for the mean loss L; they share memory unless ``keeps_all``.
    prediction
        (n_outputs, batch), the network's output.
    total, total_factor
        ``total`` (0-d array, for a stack (K,)) times ``total_factor`` is the loss of the last batch, summed over its
        examples.
    forward, backward
        Lists of calls; ``backward`` includes the loss and leaves the mean gradient in ``gradients``.
    judging
        The first calls of ``backward``, which compute the loss.

    Raises
    ------
    PlaceholderError
        If it is to train a network with a placeholder.
    """

    def __init__(
        self,
        spec: NetworkSpec | Sequence[NetworkSpec],
        parameters: Array,
        gradients: Array,
        batch_size: int,
        rng: np.random.Generator | Sequence[np.random.Generator],
        loss: str | Loss | None = None,
        *,
        keeps_all: bool = False,
        sees_same: bool = True,
    ) -> None:
        self._specs = (spec,) if isinstance(spec, NetworkSpec) else tuple(spec)
        self._rngs = (rng,) if isinstance(rng, np.random.Generator) else tuple(rng)
        self._spec = spec = self._specs[0]
        self._lead = parameters.shape[:-1]
        self._is_training = loss is not None
        if self._is_training:
            spec.check_complete()
        self._keeps_all = keeps_all and self._is_training
        self.batch_size = batch_size
        self.total = np.zeros(self._lead, parameters.dtype)
        self.total_factor = 1.0
        self._make_record(parameters.dtype, () if sees_same else self._lead)
        self._rows = self._allot_rows()
        self._make_buffers(parameters.dtype)
        self.prediction = self.outputs[spec.output.name]
        self._sites = {name: self._site(spec.node(name), parameters, gradients) for name in self._rows}
        self._activations = {name: self._activation(site, name) for name, site in self._sites.items()}

        self.forward: list[Call] = []
        self.backward: list[Call] = []
        self.judging: list[Call] = []
        source = self._source(spec.output.name)
        end = find_loss(loss) if loss is not None else None
        fused = source if end and self._can_fuse(end, source) else None
        self._add_forward(fused)
        if end:
            self._add_loss(end, source, is_fused=fused is not None)
            self._add_slopes(fused)
            self._add_backward(fused)

    @property
    def mean_loss(self) -> float:
        """Mean loss of the last batch."""
        return float(self.total) * self.total_factor / self.batch_size

    @property
    def masks(self) -> dict[str, Array]:
        """By what dropout layers multiplied in the last pass, by node name."""
        return {name: site.scratch["mask"] for name, site in self._sites.items() if "mask" in site.scratch}

    def first_not_finite(self, network: int = 0) -> str:
        """Name of the first node whose last output has a number that is not finite; the output node's if none has.

        In a stack it is asked of one network, by its number.
        """
        for node in self._spec.nodes:
            output = self.outputs[node.name]
            if not np.isfinite(output[network] if output.ndim > 2 else output).all():
                return node.name
        return self._spec.output.name

    def _make_record(self, dtype: np.dtype, lead: tuple[int, ...]) -> None:
        spec = self._spec
        n_inputs, n_outputs = (prod(spec.shapes[node.name]) for node in (spec.input, spec.output))
        # Each contiguous in one order or the other: a strided operand costs `dot` a copy.
        self.record: Array | None = None
        if n_inputs < WIDE:
            self.record = np.zeros((n_inputs + 1 + n_outputs, *lead, self.batch_size), dtype)
            self.x, self.target = np.split(np.moveaxis(self.record, 0, -2), [n_inputs + 1], -2)
        else:
            self.x = np.zeros((*lead, self.batch_size, n_inputs + 1), dtype).swapaxes(-1, -2)
            self.target = np.moveaxis(np.zeros((n_outputs, *lead, self.batch_size), dtype), 0, -2)
        self.x[..., -1, :] = 1

    def _allot_rows(self) -> dict[str, slice]:
        """The rows of each node that computes something; one row more, of ones, follows them."""
        rows: dict[str, slice] = {}
        first = 0
        for node in self._spec.nodes[1:]:
            if not all(layer.is_view(self._is_training) for layer in self._layers(node)):
                rows[node.name] = slice(first, first + prod(self._spec.shapes[node.name]))
                first = rows[node.name].stop + 1
        return rows

    def _make_buffers(self, dtype: np.dtype) -> None:
        spec, rows = self._spec, self._rows
        n_rows = max((part.stop + 1 for part in rows.values()), default=1)
        if n_rows * self._row_length > MOST_NUMBERS:
            raise SettingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "A batch of {size} examples, each with {n} numbers on its way through the network, does not "
                    "fit into"
                    " memory: choose a smaller batch size.",
                ),
                size=self.batch_size,
                n=n_rows * self._row_length // self.batch_size,
            )
        keeping = {
            name
            for name in rows
            if self._is_training and (self._keeps_all or ACTIVATIONS[spec.node(name).layer.activation_name].needs_z)
        }
        self._a = np.zeros(n_rows * self._row_length, dtype)
        self._z = np.zeros_like(self._a) if keeping else self._a
        self._d = np.ones_like(self._a) if self._is_training else self._a
        self._da = np.zeros_like(self._a) if self._is_training else self._a
        self._dz = np.zeros_like(self._a) if self._keeps_all else self._da

        self._outputs_and_one: dict[str, Array] = {spec.input.name: self.x}
        for node in spec.nodes[1:]:
            if node.name in rows:
                self._outputs_and_one[node.name] = self._block(self._a, rows[node.name])
                self._outputs_and_one[node.name][..., -1, :] = 1
            else:
                self._outputs_and_one[node.name] = self._outputs_and_one[node.inputs[0]]
        self.outputs = {name: block[..., :-1, :] for name, block in self._outputs_and_one.items()}

        def parts(buffer: Array, names: Iterable[str]) -> dict[str, Array]:
            return {name: self._block(buffer, rows[name])[..., :-1, :] for name in names}

        self.pre_activations = {**parts(self._a, rows), **parts(self._z, keeping)}
        trained = rows if self._is_training else {}
        self.slopes = parts(self._d, trained)
        self.output_gradients = parts(self._da, trained)
        self.pre_activation_gradients = parts(self._dz, trained)

    @property
    def _row_length(self) -> int:
        """Numbers of one row of features: those of all examples, in a stack of all networks."""
        return prod(self._lead) * self.batch_size

    def _block(self, buffer: Array, rows: slice) -> Array:
        """A node's rows and the row of ones behind them, (n_features + 1, batch), or (K, n_features + 1, batch)."""
        length = self._row_length
        block = buffer[rows.start * length : (rows.stop + 1) * length]
        return block.reshape(*self._lead, -1, self.batch_size)

    def _layers(self, node: Node) -> list[Layer]:
        """The layer of each network in this place."""
        return [spec.node(node.name).layer for spec in self._specs]

    def _site(self, node: Node, parameters: Array, gradients: Array) -> Site:
        slots = self._spec.node_slots(node.name)
        own = [slot for slot in slots if slot.spec.is_trainable]
        block = slice(own[0].offset, own[-1].span.stop) if own else slice(0, 0)
        return Site(
            inputs=[self.outputs[source] for source in node.inputs],
            inputs_and_one=[self._outputs_and_one[source] for source in node.inputs],
            input_shapes=[self._spec.shapes[source] for source in node.inputs],
            z=self.pre_activations[node.name],
            shape=self._spec.shapes[node.name],
            parameters={slot.name: parameters[..., slot.span].reshape(*self._lead, *slot.shape) for slot in slots},
            gradients={slot.name: gradients[..., slot.span].reshape(*self._lead, *slot.shape) for slot in slots},
            block=parameters[..., block],
            block_gradient=gradients[..., block],
            dz=self.pre_activation_gradients.get(node.name),
            input_gradients=[None] * len(node.inputs),
            is_training=self._is_training,
            layers=self._layers(node),
            rngs=self._rngs,
        )

    def _activation(self, site: Site, name: str) -> ActivationFunction:
        activation = ACTIVATIONS[self._spec.node(name).layer.activation_name]
        return activation.learned(site.parameters[ALPHA], site.gradients[ALPHA]) if activation.learned else activation

    def _by_units(self, name: str, *parts: Array) -> list[Array]:
        """A node's arrays as activation functions take them: (units, batch), pictures (positions, units, batch)."""
        shape = self._spec.shapes[name]
        if len(shape) == 1:
            return list(parts)
        return [part.reshape(*self._lead, -1, shape[-1], self.batch_size) for part in parts]

    def _source(self, name: str) -> str:
        """The node whose memory ``name`` shows: itself, or what feeds it where it computes nothing."""
        while name not in self._rows and name != self._spec.input.name:
            name = self._spec.node(name).inputs[0]
        return name

    def _can_fuse(self, loss: Loss, source: str) -> bool:
        is_row = source in self._rows and len(self._spec.shapes[source]) == 1
        return is_row and not self._keeps_all and loss.fused_activation == self._activations[source].name

    def _add_forward(self, fused: str | None) -> None:
        for name, site in self._sites.items():
            self.forward += self._spec.node(name).layer.forward(site)
            if name != fused:
                self.forward += self._activations[name].forward(*self._by_units(name, site.z, self.outputs[name]))

    def _add_loss(self, loss: Loss, source: str, *, is_fused: bool) -> None:
        if source in self._rows:
            z, a = self.pre_activations[source], self.outputs[source]
            gradient = (self.pre_activation_gradients if is_fused else self.output_gradients)[source]
        else:
            # A network that computes nothing: its output is its input.
            z = a = np.zeros((*self._lead, *self.target.shape[-2:]), self.total.dtype)
            gradient = np.zeros_like(a)
            self.forward.append((np.copyto, (a, self.x[..., :-1, :])))
        # The rows of ones between the networks of a stack break the gradient up: the loss works beside it then.
        whole = gradient if gradient.flags.c_contiguous else np.empty(gradient.shape, gradient.dtype)
        site = LossSite(z, a, self.target, whole, self.total)
        self.judging = loss.fused_calls(site) if is_fused else loss.calls(site)
        self.backward += self.judging
        if whole is not gradient:
            self.backward.append((np.copyto, (gradient, whole)))
        self.total_factor = site.factor

    def _add_slopes(self, fused: str | None) -> None:
        """All slopes first: neighbours with the same activation function are one span, computed at once."""
        spans: list[_Span] = []
        for name, part in self._rows.items():
            activation = self._activations[name]
            if activation.learned:
                arrays = self.pre_activations[name], self.outputs[name], self.slopes[name]
                self.backward += activation.slope(*self._by_units(name, *arrays))
            elif activation is LINEAR or name == fused or not (activation.is_elementwise or self._keeps_all):
                continue
            elif spans and spans[-1].activation is activation and spans[-1].last + 1 == part.start:
                spans[-1].last = part.stop
            else:
                spans.append(_Span(activation, part.start, part.stop))
        for span in spans:
            part = slice(span.first * self._row_length, (span.last + 1) * self._row_length)
            self.backward += span.activation.slope(self._z[part], self._a[part], self._d[part])

    def _add_backward(self, fused: str | None) -> None:
        learning = self._learning()
        written: set[str] = set()
        for name, site in reversed(self._sites.items()):
            if name not in learning:
                continue
            if name != fused:
                arrays = self.pre_activations[name], self.outputs[name], self.slopes[name], self.output_gradients[name]
                self.backward += self._activations[name].backward(*self._by_units(name, *arrays, site.output_gradient))
            additions: list[Call] = []
            for index, source in enumerate(map(self._source, self._spec.node(name).inputs)):
                if source not in learning:
                    continue
                target = site.input_gradients[index] = self.output_gradients[source]
                if source in written:
                    # A second reader of the same output: its gradient is added to the first one's.
                    extra = site.input_gradients[index] = np.zeros(target.shape, target.dtype)
                    additions.append((np.add, (target, extra, target)))
                written.add(source)
            self.backward += self._spec.node(name).layer.backward(site) + additions

    def _learning(self) -> set[str]:
        """The nodes whose gradient anything asks for: those that learn, and those that something learning feeds."""
        learning: set[str] = set()
        for name in self._rows:
            sources = {self._source(source) for source in self._spec.node(name).inputs}
            is_trainable = any(slot.spec.is_trainable for slot in self._spec.node_slots(name))
            if self._keeps_all or is_trainable or sources & learning:
                learning.add(name)
        return learning
