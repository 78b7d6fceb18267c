"""The project as a program for Keras 3: a Sequential model of a chain, the functional API for any other graph."""

from __future__ import annotations

from collections.abc import Callable

from nnplay.data import Task
from nnplay.engine import AveragePooling2D, Loss, Node
from nnplay.engine.losses import Huber
from nnplay.exchange.export import Translate, untranslated
from nnplay.exchange.program.answers import answer_lines
from nnplay.exchange.program.data import data_blocks, import_lines, needs_file, one_hot_lines
from nnplay.exchange.program.differences import Difference
from nnplay.exchange.program.keras_layers import (
    arrays_of,
    hold_definition,
    hold_lines,
    layer_calls,
    mute_definitions,
    prelu_name,
)
from nnplay.exchange.program.keras_training import compile_lines, fit_lines, rate_definitions
from nnplay.exchange.program.text import (
    Call,
    Code,
    Line,
    Program,
    assemble,
    assign,
    identifiers,
    laid_out,
    lines_of,
    quoted,
)
from nnplay.exchange.program.writing import (
    COMPILE,
    DEFINE,
    EVALUATE,
    FIT,
    NO_TEST,
    Writing,
)
from nnplay.exchange.tensors import Array
from nnplay.project import Project

_CUSTOM = {
    "step": 'def step(z):\n    return keras.ops.cast(z >= 0, "float32") + 0 * z  # a slope of 0, not none',
    "gaussian": "def gaussian(z):\n    return keras.ops.exp(-z * z)",
    "arctan": "def arctan(z):\n    return keras.ops.arctan(z)",
    "sine": "def sine(z):\n    return keras.ops.sin(z)",
}
_TAKEN = (
    *("keras", "np", "model", "inputs", *_CUSTOM, "accuracy", "loss", "rng", "points", "labels", "order"),
    *("x", "y", "x1", "x2", "x_train", "x_test", "y_train", "y_test", "history", "predictions", "weights", "data"),
    *("Path", "gzip", "folder", "learning_rate", "shift", "scale", "names", "answer", "steps_per_epoch", "Hold"),
)
_REGISTERED = '@keras.saving.register_keras_serializable("nnplay")\n'
"""Before each of them, so that Keras can load a saved model, and nnplay knows the function again."""
_CUSTOM_LOSSES = {
    "half_squared_error": "0.5 * keras.ops.sum(keras.ops.square(y_pred - y_true), axis=-1)",
    "squared_error_sum": "keras.ops.sum(keras.ops.square(y_pred - y_true), axis=-1)",
}
_ACCURACY = """def accuracy(y_true, y_pred):
    return keras.ops.cast(keras.ops.equal(y_true >= 0, y_pred >= 0), "float32")"""


def keras_program(
    project: Project,
    n_epochs: int,
    *,
    with_weights: bool = False,
    stem: str = "network",
    translate: Translate = untranslated,
) -> Program:
    """The program; ``Writing`` says what the parameters mean."""
    writing = Writing(project, n_epochs, with_weights, stem, translate)
    names = identifiers(writing.network, _TAKEN)
    definitions, data = data_blocks(writing)
    loss = _loss(writing.loss, writing)
    part = writing.judged
    blocks = [
        writing.heading("Keras 3", "pip install keras tensorflow numpy"),
        import_lines(writing, "import keras", "import numpy as np"),
        *_definitions(writing),
        *rate_definitions(writing),
        *mute_definitions(writing, names),
        hold_definition(writing),
        definitions,
        _seed(writing),
        [*data, *one_hot_lines(writing, f"keras.utils.to_categorical({{y}}, {project.data.n_outputs})")],
        [*writing.comment(DEFINE), *_model(writing, names)],
        [*_weights(writing), *hold_lines(writing, names, _reference(writing, names))],
        [*writing.comment(COMPILE), *compile_lines(writing, loss, _metrics(writing))],
        [*writing.comment(FIT), *fit_lines(writing)],
        [
            *writing.comment(EVALUATE),
            *([] if writing.has_test else writing.comment(NO_TEST)),
            Line(f"print(model.evaluate(x_{part}, y_{part}, verbose=0, return_dict=True))"),
            Line(f"predictions = model.predict(x_{part}, verbose=0)"),
        ],
        answer_lines(writing, "model.predict({x}, verbose=0)"),
    ]
    data_file = writing.data_file if needs_file(project) else ""
    return Program(assemble(*blocks), data_file, writing.weights_file if writing.has_weights else "")


def keras_weights(writing: Writing) -> dict[str, Array]:
    """What the file with the weights holds: the arrays in the order of ``set_weights``, by names of Keras's layers."""
    arrays = {}
    names = identifiers(writing.network, _TAKEN)
    for node in writing.network.nodes:
        for slot in arrays_of(writing, node):
            values = writing.array(slot)
            if slot.name == "alpha":  # one slope for all places of a channel
                values = values.reshape(*[1] * (len(writing.network.shapes[node.name]) - 1), -1)
            layer = prelu_name(node, names) if slot.name == "alpha" else names[node.name]
            arrays[f"{layer}/{slot.name}"] = values
    return arrays


def _seed(writing: Writing) -> list[Line]:
    masks = writing.differs(Difference.DROPOUT) if writing.has_chance else []
    seed = writing.project.seeds.shuffle % 2**32
    return [*writing.differs(Difference.CHANCE, library="Keras"), *masks, Line(f"keras.utils.set_random_seed({seed})")]


def _definitions(writing: Writing) -> list[list[Line]]:
    """Functions that Keras does not have, or not by a name that it could load a model by, a block each."""
    used = {node.layer.activation_name for node in writing.network.nodes}
    texts = [text for name, text in _CUSTOM.items() if name in used]
    loss = writing.loss.name
    if loss in _CUSTOM_LOSSES:
        texts.append(f"def {loss}(y_true, y_pred):\n    return {_CUSTOM_LOSSES[loss]}")
    if writing.project.data.task is Task.BINARY:
        texts.append(_ACCURACY)
    return [lines_of(_REGISTERED + text) for text in texts]


def _model(writing: Writing, names: dict[str, str]) -> list[Line]:
    network = writing.network
    calls = {node.name: layer_calls(writing, node, names, is_named=not writing.is_chain) for node in network.nodes}
    if writing.is_chain:
        lines = [Line("model = keras.Sequential("), Line("    [")]
        for name, parts in calls.items():
            lines += _margins(writing, network.node(name), 2)
            for part in parts:
                lines += laid_out(part, name, 2, "", ",")
        return [*lines, Line("    ]"), Line(")"), Line("model.summary()")]
    lines = []
    for node in network.nodes:
        source = names[node.inputs[0]] if node.inputs else ""
        if len(node.inputs) > 1:
            source = f"[{', '.join(names[name] for name in node.inputs)}]"
        target = f"{names[node.name]}_raw" if not node.inputs and len(calls[node.name]) > 1 else names[node.name]
        lines += _margins(writing, node, 0)
        for part in calls[node.name]:
            tail = f"({source})" if source else ""
            lines += assign(target, Call(part.function, part.arguments, part.options, tail), node.name)
            source, target = target, names[node.name]
    first = names[network.input.name]
    ends = Code(f"{first}_raw" if writing.is_scaled else first), Code(names[network.output.name])
    return [*lines, *assign("model", Call("keras.Model", ends)), Line("model.summary()")]


def _margins(writing: Writing, node: Node, indent: int) -> list[Line]:
    """The remark on a mean over windows that reach over one edge only."""
    if not isinstance(node.layer, AveragePooling2D):
        return []
    margins = node.layer.windows.margins(writing.network.shapes[node.inputs[0]])
    if all(before == after for before, after in margins):
        return []
    return writing.differs(Difference.MARGINS, node.name, indent)


def _reference(writing: Writing, names: dict[str, str]) -> Callable[[str], str]:
    """How the program says a layer of the model: by place in a Sequential one, by name in any other."""
    places: dict[str, str] = {}
    number = 0
    for node in writing.network.nodes:
        calls = layer_calls(writing, node, names, is_named=not writing.is_chain)
        for place, _ in enumerate(calls):
            if not node.inputs and not place:
                continue  # the input is no layer of a Sequential model
            key = f"{node.name}/prelu" if place and node.inputs else node.name
            label = prelu_name(node, names) if key.endswith("/prelu") else names[node.name]
            places[key] = f"model.layers[{number}]" if writing.is_chain else f"model.get_layer({quoted(label)})"
            number += 1
    return places.__getitem__


def _weights(writing: Writing) -> list[Line]:
    if not writing.has_weights:
        return []
    lines = [f"with np.load({quoted(writing.weights_file)}) as weights:"]
    if writing.is_chain:
        lines.append("    model.set_weights(list(weights.values()))")
    else:  # Keras puts the layers of a graph into an order of its own
        lines += [
            "    for layer in model.layers:",
            '        own = [w for name, w in weights.items() if name.startswith(f"{layer.name}/")]',
            "        layer.set_weights(own)",
        ]
    return lines_of("\n".join(lines))


def _metrics(writing: Writing) -> list[object]:
    task = writing.project.data.task
    if task is Task.BINARY:
        return [Code("accuracy")]
    return [] if task is Task.REGRESSION else ["accuracy"]


def _loss(loss: Loss, writing: Writing) -> object:
    smoothing = getattr(loss, "label_smoothing", 0.0)
    if loss.name in _CUSTOM_LOSSES:
        return Code(loss.name)
    if isinstance(loss, Huber):
        return "huber" if loss.delta == 1 else Call("keras.losses.Huber", (), {"delta": loss.delta})
    if loss.takes_classes:
        if not writing.is_one_hot:
            return "sparse_categorical_crossentropy"
        options = {"label_smoothing": smoothing}
        return Call("keras.losses.CategoricalCrossentropy", (), options) if smoothing else "categorical_crossentropy"
    if smoothing:
        return Call("keras.losses.BinaryCrossentropy", (), {"label_smoothing": smoothing})
    return loss.name
