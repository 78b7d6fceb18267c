"""Writing: all that a program is written from, as one value that every library's writer takes."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nnplay.data import (
    ArraysChoice,
    DigitsChoice,
    IdxFolderChoice,
    RowsChoice,
    Task,
    ToyChoice,
)
from nnplay.engine import (
    Dropout,
    GaussianNoise,
    Loss,
    NetworkSpec,
    ParameterSlot,
    ReduceOnPlateau,
    Schedule,
    WarmUp,
    find_loss,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.muting import Mute, mute_outputs, muted_weights
from nnplay.engine.parts import weights_of
from nnplay.exchange.export import Translate, untranslated
from nnplay.exchange.program.differences import Difference
from nnplay.exchange.program.text import WIDTH, Line
from nnplay.exchange.scaling import has_scaling
from nnplay.project import Project

LOAD = QT_TRANSLATE_NOOP("program", "1. Load the data.")
DEFINE = QT_TRANSLATE_NOOP("program", "2. Define the network.")
COMPILE = QT_TRANSLATE_NOOP("program", "3. Compile: loss, optimizer, metrics.")
OPTIMIZER = QT_TRANSLATE_NOOP("program", "3. Choose the optimizer.")
FIT = QT_TRANSLATE_NOOP("program", "4. Fit.")
LEARN = QT_TRANSLATE_NOOP("program", "3. and 4. Choose how to learn, and fit.")
EVALUATE = QT_TRANSLATE_NOOP("program", "5. Evaluate and predict.")
NO_TEST = QT_TRANSLATE_NOOP("program", "There are no test data: this is how well it knows what it has learned from.")
ANSWERS = QT_TRANSLATE_NOOP("program", "The first ten: what the network says, and what is right.")
AVERAGE = QT_TRANSLATE_NOOP("program", "Somebody who is average in everything:")
MUTED = QT_TRANSLATE_NOOP("program", "Muted weights stay 0.")
FROZEN = QT_TRANSLATE_NOOP("program", "Frozen: these weights stay as they are.")
LOSS_OF_ALL = QT_TRANSLATE_NOOP("program", "The loss of all examples: a forward pass.")
UPDATE = QT_TRANSLATE_NOOP(
    "program", "Nudge each weight, see how the loss changes, and move the weights against that: no calculus at all."
)
_INSTALL = QT_TRANSLATE_NOOP("program", "Install what it needs: {command}")
_MADE = QT_TRANSLATE_NOOP("program", "A program for {library}, made with nnplay.")
_COLUMNS = QT_TRANSLATE_NOOP("program", "The columns: {names}.")

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Writing:
    """What a program says, and to whom.

    Attributes
    ----------
    n_epochs
        How long it trains.
    with_weights
        Whether it starts from the project's weights, which then lie in a file beside it.
    stem
        Name of the program's file without its ending; the files beside it begin with it.
    translate
        For comments, and for names of classes and inputs that are ours.

    Raises
    ------
    PlaceholderError
        If the network has a layer that nnplay does not have.
    """

    project: Project
    n_epochs: int
    with_weights: bool = False
    stem: str = "network"
    translate: Translate = untranslated

    def __post_init__(self) -> None:
        self.project.network.check_complete()

    # -- the network --------------------------------------------------------------------------------------------------

    @cached_property
    def network(self) -> NetworkSpec:
        """The network, with a ``Mute`` behind each layer that is muted or has muted neurons."""
        return mute_outputs(self.project.network, self.project.muted)

    @property
    def is_chain(self) -> bool:
        """Whether each layer has the one before it as its only input."""
        nodes = self.network.nodes
        return all(node.inputs == (nodes[i].name,) for i, node in enumerate(nodes[1:]))

    @property
    def has_weights(self) -> bool:
        """Whether the program reads weights from a file."""
        return self.with_weights and bool(self.network.slots)

    @cached_property
    def parameters(self) -> NDArray[np.float32]:
        """(n_parameters,) the weights as the network uses them: muted ones are 0."""
        return np.where(self._is_muted, np.float32(0), self.project.parameters)

    def array(self, slot: ParameterSlot) -> NDArray[np.float32]:
        """One array of the weights."""
        return self.parameters[slot.span].reshape(slot.shape)

    def held(self, slot: ParameterSlot) -> Mask:
        """Which weights of an array training leaves alone: frozen and muted ones."""
        mask: Mask = (self._is_frozen | self._is_muted)[slot.span].reshape(slot.shape)
        return mask

    def muted(self, slot: ParameterSlot) -> Mask:
        """Which weights of an array count as 0."""
        mask: Mask = self._is_muted[slot.span].reshape(slot.shape)
        return mask

    @property
    def learns(self) -> bool:
        """Whether training moves any weight."""
        n = self.network.n_trainable
        return bool(n) and not (self._is_frozen | self._is_muted)[:n].all()

    @cached_property
    def _is_muted(self) -> Mask:
        mask: Mask = muted_weights(self.network, self.project.muted)
        return mask

    @cached_property
    def _is_frozen(self) -> Mask:
        mask: Mask = weights_of(self.network, self.project.training.frozen)
        return mask

    # -- the data -----------------------------------------------------------------------------------------------------

    @property
    def data_file(self) -> str:
        """Name of the file with the data."""
        return f"{self.stem}-data.npz"

    @property
    def weights_file(self) -> str:
        """Name of the file with the weights."""
        return f"{self.stem}-weights.npz"

    @property
    def has_test(self) -> bool:
        """Whether some data are kept back for a test."""
        choice = self.project.data
        return not isinstance(choice, RowsChoice) and getattr(choice, "train_share", 0.5) < 1

    @property
    def judged(self) -> str:
        """The part of the data by which the network is judged: ``test``, or ``train`` where there is no other."""
        return "test" if self.has_test else "train"

    @property
    def is_scaled(self) -> bool:
        """Whether the network itself scales the columns of a table."""
        return has_scaling(self.project.data)

    @property
    def is_one_hot(self) -> bool:
        """Whether class numbers have to become rows of 0 and 1: all losses but one ask for it."""
        loss = self.loss
        is_sparse = loss.name == "sparse_categorical_crossentropy" and not getattr(loss, "label_smoothing", 0)
        return self.project.data.task is Task.MULTICLASS and not is_sparse

    @property
    def class_names(self) -> list[str]:
        """Names of the classes in the reader's language; empty where they are their numbers."""
        choice = self.project.data
        names = choice.class_names
        if isinstance(choice, DigitsChoice | IdxFolderChoice | ToyChoice) or (
            isinstance(choice, ArraysChoice) and names == tuple(map(str, range(len(names))))
        ):
            return []
        return list(choice.names_in_words(names, self.translate))

    @property
    def columns(self) -> list[str]:
        """Names of the inputs in the reader's language, where they are columns of numbers."""
        choice = self.project.data
        if isinstance(choice, ToyChoice):
            return []
        return list(choice.names_in_words(choice.input_names, self.translate))

    # -- training -----------------------------------------------------------------------------------------------------

    @property
    def loss(self) -> Loss:
        """The loss."""
        return find_loss(self.project.training.loss)

    @property
    def has_chance(self) -> bool:
        """Whether some layer draws random numbers in each step."""
        return any(isinstance(node.layer, Dropout | GaussianNoise) for node in self.network.nodes)

    @property
    def plateau(self) -> ReduceOnPlateau | None:
        """The schedule that follows the losses, behind a warm-up too."""
        schedule: Schedule = self.project.training.schedule
        while isinstance(schedule, WarmUp):
            schedule = schedule.then
        return schedule if isinstance(schedule, ReduceOnPlateau) else None

    def strengths(self, node: str) -> tuple[float, float]:
        """l1 and l2 of a layer's kernel: its own and the run's."""
        layer, regularization = self.network.node(node).layer, self.project.training.regularization
        return regularization.l1 + getattr(layer, "kernel_l1", 0.0), regularization.l2 + getattr(
            layer, "kernel_l2", 0.0
        )

    def longest(self, node: str) -> float | None:
        """The greatest length of the weights into a unit of a layer; None for any."""
        limits = (
            self.project.training.regularization.max_norm,
            getattr(self.network.node(node).layer, "kernel_max_norm", None),
        )
        return min((limit for limit in limits if limit is not None), default=None)

    # -- words --------------------------------------------------------------------------------------------------------

    def comment(self, text: str, node: str | None = None, indent: int = 0, **values: object) -> list[Line]:
        """A comment of the closed table above, in the reader's language."""
        return _comment(self.translate("program", text).format(**values), node, indent)

    def differs(self, difference: Difference, node: str | None = None, indent: int = 0, **values: object) -> list[Line]:
        """The comment on a line that does otherwise than nnplay."""
        sentence = self.translate("program", difference.value).format(**values)
        return [Line(line.text, node, sentence) for line in _comment(sentence, node, indent)]

    def heading(self, library: str, command: str) -> list[Line]:
        """The first lines of a program.

        The title is third: a word such as ``coding:`` in the first two lines would be taken for the file's encoding.
        """
        lines = self.comment(_MADE, library=library) + self.comment(_INSTALL, command=command)
        title = self.project.title.strip()
        return lines + ([Line(f"# {self.translate('presets', title)}")] if title else [])

    def column_lines(self) -> list[Line]:
        """What the columns of the data are called."""
        return self.comment(_COLUMNS, names=", ".join(self.columns)) if self.columns else []


def index_of(mask: Mask) -> str:
    """An index that picks the places of a mask: all, whole last places, or place by place."""
    if mask.all():
        return "..."
    units = mask.reshape(-1, mask.shape[-1])
    if (units == units[0]).all():
        return f"..., {np.flatnonzero(units[0]).tolist()}" if mask.ndim > 1 else str(np.flatnonzero(mask).tolist())
    return ", ".join(str(places.tolist()) for places in np.nonzero(mask))


def muted_units(layer: Mute, n_units: int) -> list[float]:
    """1 for each unit that is heard and 0 for each that is muted."""
    return [0.0 if not layer.units or unit in layer.units else 1.0 for unit in range(n_units)]


def _comment(text: str, node: str | None, indent: int) -> list[Line]:
    start = "    " * indent + "# "
    return [Line(start + part, node) for part in textwrap.wrap(text, WIDTH - len(start), break_long_words=False)]
