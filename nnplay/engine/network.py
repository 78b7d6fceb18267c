"""A runnable network: a description with its flat parameter vector."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import nan, prod

import numpy as np
from numpy.typing import DTypeLike

from nnplay.engine.calls import Array, run
from nnplay.engine.checks import check_array, check_dtype, check_kind
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DataError, ShapeError
from nnplay.engine.examples import Examples
from nnplay.engine.losses import Loss, find_loss
from nnplay.engine.metrics import rightness
from nnplay.engine.muting import mute_outputs, muted_weights
from nnplay.engine.parts import Part
from nnplay.engine.specs import NetworkSpec
from nnplay.engine.transfer import initial_parameters
from nnplay.engine.workspace import Workspace

_CHUNK = 512
"""Examples per pass when predicting: enough for an efficient matrix product, few enough for the cache."""

_CHUNK_NUMBERS = 2**24
"""Most outputs of all layers together that it computes at a time: 64 MB."""


@dataclass(frozen=True)
class Evaluation:
    """Mean loss over some examples, and the share classified right (None where there are no classes)."""

    loss: float
    accuracy: float | None


class Network:
    """A runnable network.

    Attributes
    ----------
    parameters
        (n_parameters,) flat vector, all weights of the network; write into it in place.
    gradients
        The same layout: the result of ``loss_and_gradients`` or of a training step.
    muted
        The parts that are muted now; ``mute`` changes them.
    running_spec
        The description with its muted parts muted.

    Raises
    ------
    SettingError
        If ``spec`` is no description of a network, or ``dtype`` neither float32 nor float64.
    """

    def __init__(self, spec: NetworkSpec, dtype: DTypeLike = np.float32) -> None:
        check_kind("network", spec, NetworkSpec)
        check_dtype(dtype)
        self.spec = spec
        self.parameters: Array = np.zeros(spec.n_parameters, dtype)
        self.gradients: Array = np.zeros(spec.n_parameters, dtype)
        self.muted: tuple[Part, ...] = ()
        self.running_spec = spec
        self._silenced: Array = np.zeros(0, np.intp)
        self._silenced_values: Array = np.zeros(0, dtype)
        self._workspaces: dict[int, Workspace] = {}

    def initialize(self, rng: np.random.Generator) -> None:
        """Draw all weights again, layer by layer, from ``rng``."""
        self.parameters[...] = initial_parameters(self.spec, rng)

    def adopt(self, parameters: Array, gradients: Array) -> None:
        """Go on with these flat vectors instead of the network's own: they hold its weights from now on."""
        self.parameters, self.gradients = parameters, gradients
        self._workspaces.clear()

    def view(self, node: str, name: str, vector: Array | None = None) -> Array:
        """One parameter array of a node, as a view into ``vector`` (by default into ``parameters``).

        Raises
        ------
        KeyError
            If the node has no such parameter.
        """
        found = self.spec.view(self.parameters if vector is None else vector, node, name)
        if found is None:
            raise KeyError((node, name))
        return found

    def first_not_finite(self) -> str | None:
        """Name of the first node with a parameter that is NaN or infinite; None if all are finite."""
        if np.isfinite(self.parameters).all():
            return None
        return next(slot.node for slot in self.spec.slots if not np.isfinite(self.parameters[slot.span]).all())

    def mute(self, parts: Iterable[Part]) -> None:
        """Mute exactly these parts, in prediction and training; an empty collection unmutes everything.

        A muted neuron or layer gives 0. A muted weight is 0 in ``parameters``, and gets its value back afterwards.

        Raises
        ------
        SettingError
            If the network has no such part, or something is not a ``Part``; nothing has changed then.
        """
        parts = tuple(parts)
        running_spec, silenced = mute_outputs(self.spec, parts), np.flatnonzero(muted_weights(self.spec, parts))
        self.parameters[self._silenced] = self._silenced_values
        self._silenced, self._silenced_values = silenced, self.parameters[silenced]
        self.parameters[silenced] = 0
        self.muted, self.running_spec = parts, running_spec
        self._workspaces.clear()

    def load(self, vector: Array, muted: Iterable[Part] = ()) -> None:
        """Load weights (n_parameters,) and mute ``muted`` parts; cheap while these stay the same.

        Raises
        ------
        SettingError
            If the network has no such part; nothing has changed then.
        """
        muted = tuple(muted)
        if muted != self.muted:
            self.mute(muted)
        self.parameters[...] = vector
        self._silenced_values = self.parameters[self._silenced]
        self.parameters[self._silenced] = 0

    def unmuted_parameters(self) -> Array:
        """Return a copy of ``parameters`` in which muted weights have their own values."""
        vector = self.parameters.copy()
        vector[self._silenced] = self._silenced_values
        return vector

    def workspace(
        self,
        batch_size: int,
        rng: np.random.Generator,
        loss: str | Loss | None = None,
        *,
        keeps_all: bool = False,
    ) -> Workspace:
        """A new workspace on this network's vectors, with muted parts muted."""
        spec = self.running_spec
        return Workspace(spec, self.parameters, self.gradients, batch_size, rng, loss, keeps_all=keeps_all)

    def predict(self, x: Array) -> Array:
        """Return the network's output for inputs (n, *input_shape): (n, *output_shape), a new array.

        Raises
        ------
        PlaceholderError
            If the network has a placeholder.
        """
        self.spec.check_complete()
        name = self.running_spec.output.name
        return self._collect(x, (name,))[name]

    def activations(self, x: Array) -> dict[str, Array]:
        """Return every node's output for inputs (n, *input_shape): (n, *shape) by node name, new arrays.

        After a placeholder they are NaN.
        """
        return self._collect(x, tuple(node.name for node in self.spec.nodes))

    def evaluate(
        self, examples: Examples, loss: str | Loss, should_stop: Callable[[], bool] | None = None
    ) -> Evaluation:
        """Return mean loss and accuracy over examples; training workspaces are not touched.

        Parameters
        ----------
        should_stop
            Called repeatedly; once it returns true, nothing is measured and the loss is NaN.

        Raises
        ------
        DataError
            If there are no examples.
        """
        if not len(examples):
            raise DataError(QT_TRANSLATE_NOOP("errors", "There are no examples to measure on."))
        per_example = find_loss(loss).per_example
        n_outputs = prod(self.spec.shapes[self.spec.output.name])
        is_right = rightness(examples.y)
        total, n_right = 0.0, 0
        for start in range(0, len(examples), _CHUNK):
            if should_stop is not None and should_stop():
                return Evaluation(nan, None)
            part = slice(start, start + _CHUNK)
            prediction = self.predict(examples.inputs(part)).reshape(-1, n_outputs)
            target = targets_as_rows(examples.y[part], n_outputs)
            with np.errstate(all="ignore"):
                total += float(per_example(prediction, target).sum(dtype=np.float64))
            if is_right:
                n_right += int(np.count_nonzero(is_right(prediction, target)))
        return Evaluation(total / len(examples), n_right / len(examples) if is_right else None)

    def loss_and_gradients(self, x: Array, y: Array, loss: str | Loss, rng: np.random.Generator | None = None) -> float:
        """Mean loss over a batch, and its gradient into ``gradients``.

        Parameters
        ----------
        x, y
            (n, *input_shape) and (n, k), or (n,) class numbers.
        rng
            Source of dropout masks; by default freshly seeded with 0, so that calls repeat.
        """
        workspace = self._forward(x, y, loss, rng)
        run(workspace.backward)
        return workspace.mean_loss

    def training_loss(self, x: Array, y: Array, loss: str | Loss, rng: np.random.Generator | None = None) -> float:
        """The mean loss that ``loss_and_gradients`` returns, without the gradient."""
        workspace = self._forward(x, y, loss, rng)
        run(workspace.judging)
        return workspace.mean_loss

    def _forward(self, x: Array, y: Array, loss: str | Loss, rng: np.random.Generator | None) -> Workspace:
        """Return a new workspace after the forward pass of a batch, as in training."""
        workspace = self.workspace(len(x), rng or np.random.default_rng(0), loss)
        workspace.x[:-1] = inputs_as_rows(self.spec, x).T
        workspace.target[...] = targets_as_rows(y, len(workspace.target)).T
        run(workspace.forward)
        return workspace

    def _collect(self, x: Array, names: tuple[str, ...]) -> dict[str, Array]:
        rows = inputs_as_rows(self.spec, x)
        shapes = self.running_spec.shapes
        n_fitting = max(1, _CHUNK_NUMBERS // sum(map(prod, shapes.values())))
        workspace = self._predicting(min(len(rows), _CHUNK, n_fitting))
        results = {name: np.empty((len(rows), *shapes[name]), self.parameters.dtype) for name in names}
        for start in range(0, len(rows), workspace.batch_size):
            part = rows[start : start + workspace.batch_size]
            workspace.x[:-1, : len(part)] = part.T
            # Weights may be arbitrarily large: an overflow gives infinity, which is not worth a warning.
            with np.errstate(all="ignore"):
                run(workspace.forward)
            for name, result in results.items():
                result.reshape(len(rows), -1)[start : start + len(part)] = workspace.outputs[name][:, : len(part)].T
        return results

    def _predicting(self, batch_size: int) -> Workspace:
        # Powers of two, so that a changing number of examples does not fill memory with workspaces.
        size = 1 << max(0, batch_size - 1).bit_length()
        if size not in self._workspaces:
            self._workspaces[size] = self.workspace(size, np.random.default_rng(0))
        return self._workspaces[size]


def inputs_as_rows(spec: NetworkSpec, x: Array) -> Array:
    """Inputs (n, *input_shape) as (n, n_inputs), the same memory where possible.

    Raises
    ------
    DataError
        If ``x`` is not an array.
    ShapeError
        If the inputs do not fit the network.
    """
    check_array("x", x)
    shape = spec.shapes[spec.input.name]
    if x.shape[1:] != shape:
        raise ShapeError(
            QT_TRANSLATE_NOOP("errors", "The network takes inputs of shape {expected}; these have shape {found}."),
            expected=shape,
            found=x.shape[1:],
        )
    return x.reshape(len(x), prod(shape))


def check_targets(y: Array, n_outputs: int) -> None:
    """Raise ShapeError unless the targets (class numbers (n,) or quantities (n, k)) fit ``n_outputs`` outputs."""
    if y.ndim == 1:
        if len(y) and int(y.max()) >= n_outputs:
            raise ShapeError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The data have {classes} classes, but the network has {outputs} output(s): they must agree.",
                ),
                classes=int(y.max()) + 1,
                outputs=n_outputs,
            )
    elif y.shape[1] != n_outputs:
        raise ShapeError(
            QT_TRANSLATE_NOOP(
                "errors", "The data have {targets} target(s) per example, but the network has {outputs} output(s)."
            ),
            targets=y.shape[1],
            outputs=n_outputs,
        )


def targets_as_rows(y: Array, n_outputs: int) -> Array:
    """Targets as (n, n_outputs) numbers: class numbers become one-hot rows; ShapeError if they do not fit."""
    check_targets(y, n_outputs)
    return np.eye(n_outputs, dtype=np.float32)[y] if y.ndim == 1 else y
