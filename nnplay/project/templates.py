"""Templates: networks to begin with, each made to fit the data that the project has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import prod

from nnplay.engine import (
    Add,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Input,
    Layer,
    MaxPooling2D,
    NetworkSpec,
    Node,
    Reshape,
    free_name,
    initial_parameters,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.layers import Shape
from nnplay.project.editing import edit
from nnplay.project.errors import EditError
from nnplay.project.fitting import OUTPUT_FORMS, layer_with_activation
from nnplay.project.layout import layout
from nnplay.project.project import Project
from nnplay.project.restructuring import restructured, with_frozen

_MANY = 64
"""From so many inputs on layers are as wide as for pictures."""


@dataclass(frozen=True)
class Template:
    """One network to begin with.

    Attributes
    ----------
    name
        By which programs know it.
    title, summary
        What it is called, and what it is good for; translation context ``templates``.
    make
        The nodes between the input, whose shape is given, and the last layer. The first one, if it is fed by nothing,
        is fed by the input.
    """

    name: str
    title: str
    summary: str
    make: Callable[[Shape], list[Node]]
    has_playground_start: bool = False


@edit
def apply_template(project: Project, name: str) -> Project:
    """Put the network of a template in the place of the project's: weights drawn anew, nothing trained."""
    if name not in TEMPLATES:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "There is no template “{name}”. Choose one of: {choices}."),
            name=name,
            choices=", ".join(TEMPLATES),
        )
    network = template_network(project, TEMPLATES[name])
    return replace(
        project,
        network=network,
        positions=layout(network),
        parameters=initial_parameters(network, project.seeds.generator("weights")),
        training=with_frozen(project.training, ()),
        run=None,
        muted=(),
    )


@edit
def leave_ends(project: Project) -> Project:
    """Leave only the input and the output, which every project needs to be ready to train."""
    network = template_network(project, TEMPLATES["perceptron"])
    if [node.layer for node in network.nodes] == [node.layer for node in project.network.nodes]:
        return project
    return replace(restructured(project, network), positions=layout(network))


def template_network(project: Project, template: Template) -> NetworkSpec:
    """The network of a template for the data of a project; its end is that of the network before, as the loss asks."""
    data, shaped = project.data, layer_with_activation(project.network)
    activation = OUTPUT_FORMS[data.task].activation if shaped is None else shaped.layer.activation_name
    nodes = [Node("input", Input(data.input_shape)), *template.make(data.input_shape)]
    last: Layer = Dense(data.n_outputs, activation)
    if template.has_playground_start:
        last = _playground(data.n_outputs, activation)
    nodes.append(Node(free_name("dense", [node.name for node in nodes]), last))
    previous = nodes[:1] + nodes
    linked = (
        node if node.inputs or isinstance(node.layer, Input) else replace(node, inputs=(before.name,))
        for before, node in zip(previous, nodes, strict=False)
    )
    return NetworkSpec(tuple(linked))


def _chain(*layers: Layer) -> list[Node]:
    nodes: list[Node] = []
    for layer in layers:
        nodes.append(Node(free_name(layer.usual_name, [node.name for node in nodes]), layer))
    return nodes


def _row(shape: Shape) -> list[Layer]:
    """What makes one row of an example, if it is none."""
    return [] if len(shape) == 1 else [Flatten()]


def _width(shape: Shape, narrow: int, wide: int) -> int:
    return wide if prod(shape) >= _MANY else narrow


def _relu(units: int) -> Dense:
    return Dense(units, "relu", kernel_initializer="he_uniform")


def _playground(units: int, activation: str) -> Dense:
    return Dense(units, activation, kernel_initializer="playground_uniform", bias_initializer="playground_bias")


def _perceptron(shape: Shape) -> list[Node]:
    return _chain(*_row(shape))


def _playground_default(shape: Shape) -> list[Node]:
    return _chain(*_row(shape), _playground(4, "tanh"), _playground(2, "tanh"))


def _deep(shape: Shape) -> list[Node]:
    return _chain(*_row(shape), *[_relu(_width(shape, 8, 64))] * 5)


def _mnist(shape: Shape) -> list[Node]:
    return _chain(*_row(shape), _relu(128), Dropout(0.5))


def _convolutional(shape: Shape) -> list[Node]:
    if len(shape) not in (2, 3):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "errors", "A convolutional network looks at pictures; an example of these data has the shape {shape}."
            ),
            shape=shape,
        )
    layers: list[Layer] = [] if len(shape) == 3 else [Reshape((*shape, 1))]
    for filters in (8, 16):
        layers += [
            Conv2D(filters, 3, padding="same", activation="relu", kernel_initializer="he_uniform"),
            MaxPooling2D(2),
        ]
    return _chain(*layers, Flatten())


def _residual(shape: Shape) -> list[Node]:
    width = _width(shape, 8, 64)
    nodes = _chain(*_row(shape), _relu(width))
    for number in (1, 2):
        skipped = nodes[-1].name
        for layer in (_relu(width), Dense(width)):
            nodes.append(Node(free_name("dense", [node.name for node in nodes]), layer))
        nodes.append(Node("add" if number == 1 else f"add_{number}", Add(), (nodes[-1].name, skipped)))
    return nodes


def _autoencoder(shape: Shape) -> list[Node]:
    middle = _width(shape, 4, 64)
    layers = [_relu(middle), Dense(2, "tanh"), _relu(middle), Dense(prod(shape))]
    names = ["encoder", "code", "decoder", "reconstruction"]
    return [*_chain(*_row(shape)), *(Node(name, layer) for name, layer in zip(names, layers, strict=True))]


TEMPLATES: dict[str, Template] = {
    each.name: each
    for each in (
        Template(
            "perceptron",
            QT_TRANSLATE_NOOP("templates", "Perceptron"),
            QT_TRANSLATE_NOOP("templates", "No hidden layer at all: one straight line, or one for each class."),
            _perceptron,
        ),
        Template(
            "playground",
            QT_TRANSLATE_NOOP("templates", "Playground"),
            QT_TRANSLATE_NOOP("templates", "Four and two tanh neurons: what TensorFlow Playground begins with."),
            _playground_default,
            has_playground_start=True,
        ),
        Template(
            "deep-mlp",
            QT_TRANSLATE_NOOP("templates", "Deep network"),
            QT_TRANSLATE_NOOP("templates", "Five hidden layers of the same width, ReLU throughout."),
            _deep,
        ),
        Template(
            "mnist-mlp",
            QT_TRANSLATE_NOOP("templates", "MNIST classic"),
            QT_TRANSLATE_NOOP("templates", "One hidden layer of 128 with dropout, as in most first lessons on digits."),
            _mnist,
        ),
        Template(
            "small-cnn",
            QT_TRANSLATE_NOOP("templates", "Small CNN"),
            QT_TRANSLATE_NOOP("templates", "Two convolutions with pooling for pictures, then one dense layer."),
            _convolutional,
        ),
        Template(
            "residual-mlp",
            QT_TRANSLATE_NOOP("templates", "Residual network"),
            QT_TRANSLATE_NOOP("templates", "Two blocks that each add their result to their input."),
            _residual,
        ),
        Template(
            "autoencoder",
            QT_TRANSLATE_NOOP("templates", "Autoencoder"),
            QT_TRANSLATE_NOOP(
                "templates",
                "Down to a code of two numbers and back to the size of the input; the last layer gives the answer.",
            ),
            _autoencoder,
        ),
    )
}
