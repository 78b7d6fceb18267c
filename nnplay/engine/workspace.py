"""A workspace: a network's arrays for one batch size, and the calls that compute in them.

All outputs lie in one buffer, features first and the batch last, each layer's rows followed by a row of ones. A bias is
then one more row of the kernel, and a derivative such as 1 - a^2 is computed for many layers at once. See
ARCHITECTURE.md, "Speed".
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np

from nnplay.engine.activations import ACTIVATIONS
from nnplay.engine.calls import Array, Call
from nnplay.engine.layers.base import Site
from nnplay.engine.losses import LOSSES, LossSite
from nnplay.engine.specs import NetworkSpec, Node

WIDE = 32
"""Inputs from which on a batch is gathered example by example rather than feature by feature."""


@dataclass
class _Span:
    """Rows of the buffers that share one activation function."""

    activation: str
    first: int
    last: int


class Workspace:
    """Arrays and calls for one batch size.

    Parameters
    ----------
    spec
        The network.
    parameters, gradients
        Its flat vectors (n,); ``gradients`` may be the same array where nothing is trained.
    batch_size
        Examples in one pass.
    rng
        Source of dropout masks and noise.
    loss
        Name of the loss; with it the workspace can train (``backward``), without it it only predicts.

    Attributes
    ----------
    x
        (n_inputs + 1, batch): the inputs, which the caller fills, and a row of ones.
    target
        (n_outputs, batch), which the caller fills; class numbers come one-hot.
    record
        (n_inputs + 1 + n_outputs, batch): x and target in one array, so that one gather fills both; None where inputs
        are ``WIDE``, whose memory has the batch first because such rows are copied one by one.
    prediction
        (n_outputs, batch), the network's output.
    total
        0-d array: loss of the last batch, summed over its examples.
    forward, backward
        Lists of calls; ``backward`` includes the loss and leaves the mean gradient in ``gradients``.
    """

    def __init__(
        self,
        spec: NetworkSpec,
        parameters: Array,
        gradients: Array,
        batch_size: int,
        rng: np.random.Generator,
        loss: str | None = None,
    ) -> None:
        self._spec = spec
        self._is_training = loss is not None
        self.batch_size = batch_size
        dtype = parameters.dtype
        n_inputs, n_outputs = (prod(spec.shapes[node.name]) for node in (spec.input, spec.output))
        # Each contiguous in one order or the other: a strided operand costs `dot` a copy.
        self.record: Array | None = None
        if n_inputs < WIDE:
            self.record = np.zeros((n_inputs + 1 + n_outputs, batch_size), dtype)
            self.x, self.target = self.record[: n_inputs + 1], self.record[n_inputs + 1 :]
        else:
            self.x = np.zeros((batch_size, n_inputs + 1), dtype).T
            self.target = np.zeros((n_outputs, batch_size), dtype)
        self.x[-1] = 1
        rows = self._allot_rows()
        n_rows = max((first + count + 1 for first, count in rows.values()), default=1)
        keeps_z = self._is_training and any(ACTIVATIONS[node.layer.activation_name].needs_z for node in spec.nodes)
        self._a = np.zeros((n_rows, batch_size), dtype)
        self._z = np.zeros_like(self._a) if keeps_z else self._a
        self._outputs_and_one: dict[str, Array] = {spec.input.name: self.x}
        for node in spec.nodes[1:]:
            if node.name in rows:
                first, count = rows[node.name]
                self._a[first + count] = 1
                self._outputs_and_one[node.name] = self._a[first : first + count + 1]
            else:
                self._outputs_and_one[node.name] = self._outputs_and_one[node.inputs[0]]
        self.outputs: dict[str, Array] = {name: block[:-1] for name, block in self._outputs_and_one.items()}
        self.total = np.zeros((), dtype)
        self.prediction = self.outputs[spec.output.name]
        self._build(rows, parameters, gradients, rng, loss)

    def first_not_finite(self) -> str:
        """Name of the first node whose last output has a number that is not finite; the output node's if none has."""
        for node in self._spec.nodes:
            if not np.isfinite(self.outputs[node.name]).all():
                return node.name
        return self._spec.output.name

    def _allot_rows(self) -> dict[str, tuple[int, int]]:
        rows: dict[str, tuple[int, int]] = {}
        first = 0
        for node in self._spec.nodes[1:]:
            if not node.layer.is_view(self._is_training):
                rows[node.name] = (first, prod(self._spec.shapes[node.name]))
                first += rows[node.name][1] + 1
        return rows

    def _build(
        self,
        rows: dict[str, tuple[int, int]],
        parameters: Array,
        gradients: Array,
        rng: np.random.Generator,
        loss_name: str | None,
    ) -> None:
        spec = self._spec
        g = np.zeros_like(self._a) if self._is_training else self._a
        d = np.zeros_like(self._a) if self._is_training else self._a
        output_name = self._source(spec.output.name, rows)
        loss = LOSSES[loss_name] if loss_name else None
        output_activation = ACTIVATIONS[spec.node(output_name).layer.activation_name]
        is_fused = loss is not None and loss.fused_activation == output_activation.name

        sites: dict[str, Site] = {}
        self.forward: list[Call] = []
        spans: list[_Span] = []
        for node in spec.nodes[1:]:
            if node.name not in rows:
                continue
            first, count = rows[node.name]
            site = sites[node.name] = self._site(node, first, count, parameters, gradients, g, rng)
            activation = ACTIVATIONS[node.layer.activation_name]
            self.forward += node.layer.forward(site)
            if is_fused and node.name == output_name:
                continue
            self.forward += activation.forward(site.z, self.outputs[node.name])
            if activation.name == "linear":
                continue
            if spans and spans[-1].activation == activation.name and spans[-1].last + 1 == first:
                spans[-1].last = first + count
            else:
                spans.append(_Span(activation.name, first, first + count))

        self.backward: list[Call] = []
        if loss is None:
            return
        first, count = rows[output_name]
        end = LossSite(
            self._z[first : first + count],
            self._a[first : first + count],
            self.target,
            g[first : first + count],
            self.total,
        )
        self.backward += loss.fused_calls(end) if is_fused and loss.fused_calls else loss.calls(end)
        for span in spans:
            part = slice(span.first, span.last)
            self.backward += ACTIVATIONS[span.activation].slope(self._z[part], self._a[part], d[part])
        self._add_backward(sites, rows, g, d, output_name if is_fused else None)

    def _site(
        self,
        node: Node,
        first: int,
        count: int,
        parameters: Array,
        gradients: Array,
        g: Array,
        rng: np.random.Generator,
    ) -> Site:
        slots = self._spec.node_slots(node.name)
        own = [slot for slot in slots if slot.spec.is_trainable]
        block = slice(own[0].offset, own[-1].span.stop) if own else slice(0, 0)
        return Site(
            inputs=[self.outputs[source] for source in node.inputs],
            inputs_and_one=[self._outputs_and_one[source] for source in node.inputs],
            input_shapes=[self._spec.shapes[source] for source in node.inputs],
            z=self._z[first : first + count],
            shape=self._spec.shapes[node.name],
            parameters={slot.name: parameters[slot.span].reshape(slot.shape) for slot in slots},
            gradients={slot.name: gradients[slot.span].reshape(slot.shape) for slot in slots},
            block=parameters[block],
            block_gradient=gradients[block],
            dz=g[first : first + count] if self._is_training else None,
            input_gradients=[None] * len(node.inputs),
            is_training=self._is_training,
            rng=rng,
        )

    def _source(self, name: str, rows: dict[str, tuple[int, int]]) -> str:
        """The node whose memory ``name`` shows: itself, or what feeds it where it computes nothing."""
        while name not in rows and name != self._spec.input.name:
            name = self._spec.node(name).inputs[0]
        return name

    def _add_backward(
        self, sites: dict[str, Site], rows: dict[str, tuple[int, int]], g: Array, d: Array, fused: str | None
    ) -> None:
        written: set[str] = set()
        for node in reversed(self._spec.nodes[1:]):
            if node.name not in sites:
                continue
            first, count = rows[node.name]
            part = slice(first, first + count)
            activation = ACTIVATIONS[node.layer.activation_name]
            if activation.name != "linear" and node.name != fused:
                self.backward += activation.backward(self._a[part], d[part], g[part])
            site = sites[node.name]
            additions: list[Call] = []
            targets: list[Array | None] = []
            for name in node.inputs:
                source = self._source(name, rows)
                if source == self._spec.input.name:
                    targets.append(None)
                    continue
                source_first, source_count = rows[source]
                target = g[source_first : source_first + source_count]
                if source in written:
                    # A second reader of the same output: its gradient is added to the first one's.
                    extra = np.zeros_like(target)
                    additions.append((np.add, (target, extra, target)))
                    target = extra
                written.add(source)
                targets.append(target)
            site.input_gradients = targets
            self.backward += node.layer.backward(site) + additions
