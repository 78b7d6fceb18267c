"""A stack: networks of one shape whose weights lie in one array, so that one call computes for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

import numpy as np

from nnplay.engine.calls import Array, run
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError
from nnplay.engine.losses import Loss
from nnplay.engine.network import Network, inputs_as_rows
from nnplay.engine.stack.likeness import spec_key
from nnplay.engine.workspace import Workspace

CHUNK = 512
"""Examples that are computed together, fewer where they would not fit into ``CHUNK_NUMBERS``."""

CHUNK_NUMBERS = 2**21
"""Most outputs of all layers and networks together that are computed at a time: 8 MB, what a cache can hold."""


class Stack:
    """K networks of one shape, trained and asked together.

    Each network's ``parameters`` and ``gradients`` become a row of the stack's, so that it always has its present
    weights and can be asked by itself at any time. ``take_out`` gives a network arrays of its own again.

    What the networks may differ in: weights, muted units, and of their layers the initializers, regularization,
    dropout rates and noise. Dense layers, activations, Add, Concatenate, Dropout, GaussianNoise, Flatten and Reshape
    can be stacked; convolutions, pooling and normalizations fill the processor by themselves and are trained one by
    one.

    It pays from three small networks on: of 2-4-2-1 with batches of 10, four take 1.7 times the steps of the single
    trainer, 16 take 4.7 times, 64 take 9, and 1,024 take 12 (``python -m tests.benchmarks stacks``).

    Memory in bytes, for K networks with n parameters each, h numbers in all layers for one example and batches of b:
    ``itemsize K (n (3 + s + w) + b h (3 or 4))``, where an optimizer gathers s vectors and works in w (SGD 0 and 1,
    Adam 2 and 1).

    Parameters
    ----------
    networks
        Two or more different ones, or one; their parts stay muted as they are.

    Attributes
    ----------
    parameters, gradients
        (K, n_parameters).

    Raises
    ------
    SettingError
        If the networks differ in more than numbers, or one of their layers cannot be stacked.
    """

    def __init__(self, networks: Sequence[Network]) -> None:
        self.networks = tuple(networks)
        _check(self.networks)
        self.spec = self.networks[0].spec
        self.specs = [network.running_spec for network in self.networks]
        self.parameters: Array = np.stack([network.parameters for network in self.networks])
        self.gradients: Array = np.zeros_like(self.parameters)
        for network, row, gradients in zip(self.networks, self.parameters, self.gradients, strict=True):
            network.adopt(row, gradients)
        self._workspaces: dict[tuple[int, bool], Workspace] = {}

    def __len__(self) -> int:
        return len(self.networks)

    def take_out(self, network: int, parameters: Array) -> None:
        """Give a network ``parameters`` (n_parameters,) of its own; its row stays, with weights of 0."""
        vector = parameters.copy()
        self.networks[network].adopt(vector, np.zeros_like(vector))
        self.parameters[network] = 0

    def workspace(
        self,
        batch_size: int,
        rngs: Sequence[np.random.Generator],
        loss: str | Loss | None = None,
        *,
        sees_same: bool = True,
    ) -> Workspace:
        """A new workspace on the stack's arrays; see ``Workspace``."""
        arrays = self.parameters, self.gradients
        return Workspace(self.specs, *arrays, batch_size, rngs, loss, sees_same=sees_same)

    def predict(self, x: Array, *, is_each: bool = False) -> Array:
        """The outputs of all networks: (K, n, *output_shape), a new array.

        Parameters
        ----------
        x
            (n, *input_shape), the same for all; with ``is_each`` (K, n, *input_shape).
        """
        shape = self.spec.shapes[self.spec.output.name]
        n = x.shape[1] if is_each else len(x)
        result = np.empty((len(self), n, prod(shape)), self.parameters.dtype)
        for part, prediction in self._predictions(x, is_each):
            result[:, part] = prediction
        return result.reshape(len(self), n, *shape)

    def _predictions(self, x: Array, is_each: bool) -> Iterator[tuple[slice, Array]]:
        """Chunk by chunk which examples it is and what all networks say, (K, chunk, n_outputs)."""
        rows = np.stack([inputs_as_rows(self.spec, one) for one in (x if is_each else [x])])
        if not is_each:
            rows = rows[0]
        n, n_numbers = rows.shape[-2], len(self) * sum(map(prod, self.spec.shapes.values()))
        workspace = self._predicting(min(n, CHUNK, max(1, CHUNK_NUMBERS // n_numbers)), is_each)
        for start in range(0, n, workspace.batch_size):
            part = slice(start, min(start + workspace.batch_size, n))
            size = part.stop - start
            workspace.x[..., :-1, :size] = rows[..., part, :].swapaxes(-1, -2)
            with np.errstate(all="ignore"):
                run(workspace.forward)
            prediction = np.broadcast_to(workspace.prediction, (len(self), *workspace.prediction.shape[-2:]))
            yield part, prediction[..., :size].swapaxes(-1, -2)

    def _predicting(self, batch_size: int, is_each: bool) -> Workspace:
        # Powers of two, as a single network has them.
        size = 1 << max(0, batch_size - 1).bit_length()
        key = size, is_each
        if key not in self._workspaces:
            self._workspaces[key] = self.workspace(size, [np.random.default_rng(0)], sees_same=not is_each)
        return self._workspaces[key]


def _check(networks: Sequence[Network]) -> None:
    if not networks or len({id(network) for network in networks}) < len(networks):
        raise SettingError(QT_TRANSLATE_NOOP("errors", "A stack takes one network or more, each of them once."))
    first = spec_key(networks[0].running_spec)
    if first is None:
        layers = (node for node in networks[0].running_spec.nodes if not node.layer.can_stack)
        raise SettingError(
            QT_TRANSLATE_NOOP("errors", "The layer “{name}” ({kind}) cannot be trained in a stack."),
            name=(node := next(layers)).name,
            kind=node.layer.kind,
        )
    for number, network in enumerate(networks):
        if spec_key(network.running_spec) != first or network.parameters.dtype != networks[0].parameters.dtype:
            raise SettingError(
                QT_TRANSLATE_NOOP(
                    "errors", "Network {number} of the stack differs from the first one in more than numbers."
                ),
                number=number + 1,
            )
