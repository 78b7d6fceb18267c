"""Reader: runs one network with its weights on pictures of digits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import prod

import numpy as np
from numpy.typing import NDArray

from nnplay.asking import Meaning
from nnplay.data import Task
from nnplay.data.picture_input import as_input, picture_shape
from nnplay.engine import Network, NetworkSpec, Part

Floats = NDArray[np.float32]

_MOST_CLASSES = 100
"""A network with more outputs than this paints pictures, rather than naming classes."""

SURE = 0.5
"""The probability from which a prediction is shown."""


class Fit(Enum):
    """Whether a network can read a picture, or what it lacks."""

    READS = "reads"
    NO_PICTURE = "no picture"
    NO_CLASSES = "no classes"
    PLACEHOLDER = "placeholder"


def fit_of(spec: NetworkSpec) -> Fit:
    """Return whether a network takes a picture and outputs a number for each of several classes, or what it lacks."""
    output = spec.shapes[spec.output.name]
    if picture_shape(spec.shapes[spec.input.name]) is None:
        return Fit.NO_PICTURE
    if not spec.is_complete:
        return Fit.PLACEHOLDER
    return Fit.READS if len(output) == 1 and 2 <= output[0] <= _MOST_CLASSES else Fit.NO_CLASSES


@dataclass(frozen=True, eq=False)
class Reading:
    """A network's prediction for a picture.

    Attributes
    ----------
    spec, parameters, muted
        The network, and its muted parts.
    x
        The input that it saw, (*input_shape).
    probabilities
        (n_classes,) float32.
    """

    spec: NetworkSpec
    parameters: Floats
    x: Floats
    probabilities: Floats
    muted: tuple[Part, ...] = ()

    @property
    def best(self) -> int:
        """The class with the largest probability."""
        return int(self.probabilities.argmax())

    @property
    def is_sure(self) -> bool:
        """Whether that is large enough to show the class."""
        return bool(self.probabilities[self.best] >= SURE)


class Reader:
    """Keeps a network ready, so that another prediction with the same weights costs only a forward pass."""

    def __init__(self) -> None:
        self._network: Network | None = None

    def read(
        self, spec: NetworkSpec, parameters: Floats, picture: NDArray[np.uint8], muted: tuple[Part, ...] = ()
    ) -> Reading:
        """Run a network, without its muted parts, on a picture (28, 28)."""
        return self.read_input(spec, parameters, as_input(picture, spec.shapes[spec.input.name]), muted)

    def read_input(self, spec: NetworkSpec, parameters: Floats, x: Floats, muted: tuple[Part, ...] = ()) -> Reading:
        """Run a network, without its muted parts, on an input (*input_shape)."""
        if self._network is None or self._network.spec is not spec:
            self._network = Network(spec)
        self._network.load(parameters, muted)
        output = self._network.predict(x[np.newaxis])
        shares = Meaning(Task.MULTICLASS).shares(spec, output)
        assert shares is not None  # several classes have probabilities
        return Reading(spec, parameters, x, shares[0], muted)


def is_linear(spec: NetworkSpec) -> bool:
    """Return whether one layer of weights leads from the picture to the classes, so that each class has one picture."""
    n_inputs = prod(spec.shapes[spec.input.name])
    kernels = [slot for slot in spec.slots if slot.name == "kernel"]
    return len(kernels) == 1 and kernels[0].shape == (n_inputs, spec.shapes[spec.output.name][-1])
