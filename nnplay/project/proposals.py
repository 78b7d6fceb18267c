"""Proposals: networks for data from which the present network cannot sensibly learn.

The window shows them as pictures to choose from; the command line takes the first. Both call the same functions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, log2, prod

from nnplay.data import DataChoice
from nnplay.engine import (
    Adam,
    Conv2D,
    Dense,
    Flatten,
    Input,
    Layer,
    MaxPooling2D,
    NetworkSpec,
    NnplayError,
    Node,
    Reshape,
    TrainingSettings,
    initial_parameters,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.editing import edit
from nnplay.project.edits import insert_layer, set_data
from nnplay.project.errors import EditError
from nnplay.project.fitting import OUTPUT_FORMS, adapted, changed, layer_with_units
from nnplay.project.layout import layout
from nnplay.project.project import Project
from nnplay.project.restructuring import restructured
from nnplay.project.titles import followed_title

OWN = "own"
"""Name of the proposal that is the present network, adapted."""

_LEAST_FOR_PICTURES = 8
"""Layers of fewer neurons lose too much of a picture."""

_LEAST_SIDE = 8
"""Smaller pictures have no room for two convolutions with pooling."""

_NARROWEST, _WIDEST = 8, 64
_FEW, _MANY = 300, 2_000
"""With fewer examples, wide layers learn them by heart; from the second number on, two hidden layers have a use."""


class MisfitError(EditError):
    """The network cannot sensibly learn from the chosen data; ``proposals`` returns networks that can.

    Attributes
    ----------
    choice, split_seed
        The data that were chosen, and the seed of their split; None for the project's.
    """

    def __init__(self, reason: NnplayError, choice: DataChoice, split_seed: int | None) -> None:
        super().__init__(reason.template, **reason.values)
        self.choice = choice
        self.split_seed = split_seed


@dataclass(frozen=True)
class Proposal:
    """A network for some data.

    Attributes
    ----------
    name
        Identifies it to ``take_proposal``.
    title, reason
        Its title, and one line about why it fits: templates for ``values``, translated in the context ``proposals``.
    project
        The project with the data, this network, and settings that suit it.
    """

    name: str
    title: str
    reason: str
    project: Project
    values: dict[str, int]


@edit
def choose_data(project: Project, choice: DataChoice, split_seed: int | None = None) -> Project:
    """Learn from other data, split by this seed; the present network adapts its input and output.

    Raises
    ------
    MisfitError
        If it cannot adapt, or could hardly learn afterwards, such as twelve classes behind a layer of two.
    """
    split = _with_split(project, split_seed)
    try:
        chosen = set_data(split, choice)
    except NnplayError as error:
        raise MisfitError(error, choice, split_seed) from error
    narrow = _narrow_layers(chosen.network, project.data, choice)
    if narrow:
        raise MisfitError(_too_narrow(narrow[0], choice), choice, split_seed)
    return chosen


def proposals(project: Project, choice: DataChoice, split_seed: int | None = None) -> tuple[Proposal, ...]:
    """Return networks that fit the data, the best first: the present one if it can be adapted, then new ones.

    They depend on the shape of an example, the number of classes, and the number of examples where it is known.
    """
    project = _with_split(project, split_seed)
    is_row = len(choice.input_shape) == 1
    return (*_own(project, choice), *(_for_rows if is_row else _for_pictures)(project, choice))


@edit
def take_proposal(project: Project, choice: DataChoice, name: str, split_seed: int | None = None) -> Project:
    """Learn from other data with the proposed network of this name."""
    found = {each.name: each for each in proposals(project, choice, split_seed)}
    if name not in found:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "There is no proposal “{name}”. Choose one of: {choices}."),
            name=name,
            choices=", ".join(found),
        )
    return found[name].project


def _with_split(project: Project, seed: int | None) -> Project:
    if seed is None or seed == project.seeds.split:
        return project
    return replace(project, seeds=replace(project.seeds, split=seed), trainer=None)


def _least_units(choice: DataChoice) -> int:
    """Return the fewest neurons that tell all classes apart if each is on or off; more for pictures."""
    least = max(1, ceil(log2(choice.n_outputs)))
    return max(least, _LEAST_FOR_PICTURES) if choice.has_pictures else least


def _narrow_layers(network: NetworkSpec, old: DataChoice, new: DataChoice) -> list[Node]:
    """Return the hidden layers through which too little passes; none in a network with links past layers.

    None either if the network has been made for such data: then its narrow layers are somebody's decision.
    """
    is_made_for_them = (old.input_shape, old.n_outputs) == (new.input_shape, new.n_outputs)
    if is_made_for_them or any(len(node.inputs) > 1 for node in network.nodes):
        return []
    last, least = layer_with_units(network), _least_units(new)
    hidden = [node for node in network.nodes if node is not last]
    return [node for node in hidden if isinstance(node.layer, Dense) and node.layer.units < least]


def _too_narrow(node: Node, choice: DataChoice) -> EditError:
    assert isinstance(node.layer, Dense)
    return EditError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The layer “{layer}” has {units} neuron(s); these data need at least {least} in each layer.",
        ),
        layer=node.name,
        units=node.layer.units,
        least=_least_units(choice),
    )


# -- the present network ----------------------------------------------------------------------------------------------


def _own(project: Project, choice: DataChoice) -> list[Proposal]:
    """Return the present network with wider layers, or with a Dense layer at its end, if that is what it lacks."""
    try:
        if layer_with_units(project.network) is None:
            reason = QT_TRANSLATE_NOOP("proposals", "With a Dense layer of {units} at its end.")
            return [_own_proposal(_ended(project, choice), reason, choice.n_outputs)]
        narrow = _narrow_layers(adapted(project.network, project.data, choice), project.data, choice)
        units = max(_least_units(choice), min(choice.n_outputs, _WIDEST))
        if narrow:
            reason = QT_TRANSLATE_NOOP("proposals", "Layers that were too narrow get {units} neurons.")
        else:
            reason = QT_TRANSLATE_NOOP("proposals", "Its input and its output follow the data.")
        return [_own_proposal(_widened(project, choice, narrow, units), reason, units)]
    except NnplayError:
        return []


def _own_proposal(project: Project, reason: str, units: int) -> Proposal:
    title = QT_TRANSLATE_NOOP("proposals", "Your network, adapted")
    return Proposal(OWN, title, reason, project, {"units": units})


def _widened(project: Project, choice: DataChoice, narrow: list[Node], units: int) -> Project:
    names = {node.name for node in narrow}
    nodes = (
        replace(node, layer=changed(node.layer, units=units)) if node.name in names else node
        for node in project.network.nodes
    )
    return set_data(restructured(project, NetworkSpec(tuple(nodes))), choice)


def _ended(project: Project, choice: DataChoice) -> Project:
    form = OUTPUT_FORMS[project.data.task]
    return set_data(insert_layer(project, Dense(project.data.n_outputs, form.activation)), choice)


# -- new networks -----------------------------------------------------------------------------------------------------


def _for_pictures(project: Project, choice: DataChoice) -> list[Proposal]:
    shape = choice.input_shape
    is_flat = len(shape) == 2
    found = []
    if len(shape) <= 3 and min(shape[:2]) >= _LEAST_SIDE:
        layers: list[Layer] = [Reshape((*shape, 1))] if is_flat else []
        for filters in (8, 16):
            convolution = Conv2D(filters, 3, padding="same", activation="relu", kernel_initializer="he_uniform")
            layers += [convolution, MaxPooling2D(2)]
        found.append(
            _new(
                project,
                choice,
                "cnn",
                QT_TRANSLATE_NOOP("proposals", "Convolutional network"),
                QT_TRANSLATE_NOOP(
                    "proposals", "Finds small patterns wherever they are: the usual choice for pictures."
                ),
                [*layers, Flatten()],
            )
        )
    found.append(
        _new(
            project,
            choice,
            "mlp",
            QT_TRANSLATE_NOOP("proposals", "One hidden layer"),
            QT_TRANSLATE_NOOP("proposals", "{units} neurons that each see all {inputs} pixels: quick to train."),
            [Flatten(), _relu(128)],
            units=128,
        )
    )
    title = QT_TRANSLATE_NOOP("proposals", "No hidden layer")
    reason = QT_TRANSLATE_NOOP("proposals", "One weight for each pixel: its weights can be seen as pictures.")
    return [*found, _new(project, choice, "perceptron", title, reason, [Flatten()])]


def _for_rows(project: Project, choice: DataChoice) -> list[Proposal]:
    units, n_examples = _width(choice), _n_examples(choice)
    if n_examples:
        reason = QT_TRANSLATE_NOOP(
            "proposals",
            "Neurons: {units}, for what the data have (inputs: {inputs}, outputs: {outputs}, examples: {examples:,}).",
        )
    else:
        reason = QT_TRANSLATE_NOOP(
            "proposals", "Neurons: {units}, for what the data have (inputs: {inputs}, outputs: {outputs})."
        )
    title = QT_TRANSLATE_NOOP("proposals", "One hidden layer")
    found = [_new(project, choice, "mlp", title, reason, [_relu(units)], units=units)]
    if n_examples == 0 or n_examples >= _MANY:
        title = QT_TRANSLATE_NOOP("proposals", "Two hidden layers")
        reason = QT_TRANSLATE_NOOP("proposals", "{units} neurons in each: finer distinctions, for many examples.")
        found.append(_new(project, choice, "deep", title, reason, [_relu(units), _relu(units)], units=units))
    title = QT_TRANSLATE_NOOP("proposals", "No hidden layer")
    reason = QT_TRANSLATE_NOOP("proposals", "One weight for each input: easy to read, and hard to overfit.")
    return [*found, _new(project, choice, "perceptron", title, reason, [])]


def _width(choice: DataChoice) -> int:
    """Return a power of two: about as many neurons as there are inputs and outputs, fewer if there are few examples."""
    wanted: int = 2 ** round(log2(prod(choice.input_shape) + choice.n_outputs))
    most = _WIDEST if _n_examples(choice) == 0 or _n_examples(choice) >= _FEW else _WIDEST // 4
    least: int = max(_NARROWEST, 2 ** ceil(log2(choice.n_outputs)) if choice.n_outputs > 1 else 0)
    return max(min(least, _WIDEST), min(most, wanted))


def _n_examples(choice: DataChoice) -> int:
    """Return the number of examples; 0 if it is known only after loading."""
    return int(getattr(choice, "n_rows", 0) or getattr(choice, "n_points", 0) or 0)


def _relu(units: int) -> Dense:
    return Dense(units, "relu", kernel_initializer="he_uniform")


def _new(
    project: Project, choice: DataChoice, name: str, title: str, reason: str, hidden: list[Layer], units: int = 0
) -> Proposal:
    form = OUTPUT_FORMS[choice.task]
    end = Dense(choice.n_outputs, form.activation)
    network = NetworkSpec.chain(Input(choice.input_shape), *hidden, end)
    is_row = len(choice.input_shape) == 1
    made = replace(
        project,
        title=followed_title(project.title, project.data, choice),
        network=network,
        positions=layout(network),
        parameters=initial_parameters(network, project.seeds.generator("weights")),
        data=choice,
        training=TrainingSettings(form.loss, Adam(0.01 if is_row else 0.001), batch_size=_batch_size(choice)),
        run=None,
        muted=(),
        trainer=None,
    )
    values = {
        "units": units,
        "inputs": prod(choice.input_shape),
        "outputs": choice.n_outputs,
        "examples": _n_examples(choice),
    }
    return Proposal(name, title, reason, made, values)


def _batch_size(choice: DataChoice) -> int:
    """Return Keras's usual 32; less for few examples, so that an epoch is more than a few steps."""
    return 8 if 0 < _n_examples(choice) < _FEW else 32
