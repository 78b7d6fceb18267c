"""Asker: runs a network on examples, and says what its outputs mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice, TableChoice, Task
from nnplay.engine import Network, NetworkSpec, Part

Floats = NDArray[np.float32]

Translate = Callable[[str, str], str]
"""``translate(context, text)`` returns a text in the person's language."""

SIGNS = ("-1", "+1")
"""The two classes of a network whose output is -1 or 1, as programs and spreadsheets write them."""

_PROBABILITIES = ("softmax", "sigmoid")


@dataclass(frozen=True)
class Meaning:
    """What the outputs of a network stand for.

    Attributes
    ----------
    classes
        Names of the classes in the order of their numbers; empty for quantities.
    quantities
        A name for each output that is a quantity; empty for classes.
    """

    task: Task
    classes: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()

    @classmethod
    def of(cls, data: DataChoice, translate: Translate | None = None) -> Meaning:
        """Return the meaning of the outputs of a network that learns these data.

        ``translate`` puts nnplay's own names of classes into the person's language.
        """
        if data.task is Task.BINARY:
            return cls(data.task, SIGNS)
        if data.class_names:
            names = data.class_names if translate is None else data.names_in_words(data.class_names, translate)
            return cls(data.task, names)
        if isinstance(data, TableChoice):
            return cls(data.task, (), (data.target.name,))
        return cls(data.task, (), ("y",) if data.n_outputs == 1 else tuple(f"y{i + 1}" for i in range(data.n_outputs)))

    def shares(self, spec: NetworkSpec, outputs: Floats) -> Floats | None:
        """Return the probability of each class, (n, n_classes); None if the outputs (n, k) are no probabilities.

        Several outputs without softmax or sigmoid are numbers before a softmax, which is applied here. A single output
        is the probability of the second class if the network ends with a sigmoid.
        """
        activation = spec.output.layer.activation_name
        if self.task is Task.MULTICLASS:
            return outputs if activation in _PROBABILITIES else softmax(outputs)
        if self.task is Task.YES_NO and activation == "sigmoid":
            return np.column_stack((1 - outputs[:, 0], outputs[:, 0]))
        return None

    def classes_of(self, outputs: Floats) -> NDArray[np.intp] | None:
        """Return the number of the predicted class of each example, (n,); None for quantities."""
        if self.task is Task.MULTICLASS:
            return np.asarray(outputs.argmax(axis=1), np.intp)
        middle = {Task.YES_NO: 0.5, Task.BINARY: 0.0}.get(self.task)
        return None if middle is None else (outputs[:, 0] >= middle).astype(np.intp)


@dataclass(frozen=True, eq=False)
class Answer:
    """A network's answers to n examples.

    Attributes
    ----------
    meaning
        What the numbers stand for.
    outputs
        (n, k) float32, as the network gives them.
    shares
        (n, n_classes) probabilities; None if the outputs are none.
    best
        (n,) numbers of the predicted classes; None for quantities.
    """

    meaning: Meaning
    outputs: Floats
    shares: Floats | None
    best: NDArray[np.intp] | None

    @classmethod
    def of(cls, meaning: Meaning, spec: NetworkSpec, outputs: Floats) -> Answer:
        """Return what outputs (n, k) mean."""
        return cls(meaning, outputs, meaning.shares(spec, outputs), meaning.classes_of(outputs))

    def __len__(self) -> int:
        return len(self.outputs)

    def label(self, number: int = 0) -> str:
        """Return the name of the predicted class of one example; empty for quantities."""
        return "" if self.best is None else self.meaning.classes[int(self.best[number])]

    def share(self, number: int = 0) -> float | None:
        """Return the probability of the predicted class of one example; None if there is none."""
        if self.shares is None or self.best is None:
            return None
        return float(self.shares[number, int(self.best[number])])


class Asker:
    """Keeps a network ready, so that another answer with the same weights costs only a forward pass."""

    def __init__(self) -> None:
        self._network: Network | None = None

    def ask(
        self, meaning: Meaning, spec: NetworkSpec, parameters: Floats, x: Floats, muted: tuple[Part, ...] = ()
    ) -> Answer:
        """Return the answer of a network with these weights, without its muted parts, to examples (n, *input_shape).

        Raises
        ------
        ShapeError
            If the examples do not fit the network.
        """
        if self._network is None or self._network.spec is not spec:
            self._network = Network(spec)
        self._network.load(parameters, muted)
        outputs = self._network.predict(x).reshape(len(x), prod(spec.shapes[spec.output.name]))
        return Answer.of(meaning, spec, outputs)


def softmax(z: Floats) -> Floats:
    """Return the probabilities that numbers (n, k) stand for before a softmax."""
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares
