"""The gradient without calculus, as a NumPy program: nudge each weight, look at the loss, and move against it.

It is the program that stands beside the panel “Two gradients”: ``feed_forward`` gives the loss, ``update_weights``
nudges. What it prints are the numbers of that panel.
"""

from __future__ import annotations

import numpy as np

from nnplay.engine import SGD, Activation, Dense, Flatten, Input, ParameterSlot
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.regularization import kernels
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.export import Translate, untranslated
from nnplay.exchange.program.data import data_blocks, import_lines, needs_file, one_hot_lines, snippet
from nnplay.exchange.program.differences import Difference
from nnplay.exchange.program.numpy_program import loss_constants, loss_snippet_name
from nnplay.exchange.program.text import Call, Line, Program, assemble, laid_out, lines_of
from nnplay.exchange.program.writing import DEFINE, LEARN, LOSS_OF_ALL, UPDATE, Writing
from nnplay.project import Project

NUDGE = 0.0001
"""How far each weight is moved to see what the loss does."""

MOST_WEIGHTS = 200
"""Each step takes a forward pass for every weight, and the weights stand in the program."""

_UPDATE = """def update_weights(x, y, weights):
    before = feed_forward(x, y, weights)
    gradients = [np.zeros_like(w) for w in weights]
    for w, gradient in zip(weights, gradients):
        for place in np.ndindex(w.shape):
            kept = w[place]
            w[place] = kept + NUDGE
            gradient[place] = (feed_forward(x, y, weights) - before) / NUDGE
            w[place] = kept
    return [w - RATE * g for w, g in zip(weights, gradients)], gradients"""


_LOOP = """for epoch in range({n_epochs}):
    weights, gradients = update_weights(x_train, y_train, weights)
    if epoch == 0:
        print("gradients:", *gradients)
print("weights:", *weights)
print("loss:", feed_forward(x_train, y_train, weights))"""


def perturbation_program(
    project: Project,
    n_epochs: int,
    *,
    with_weights: bool = True,
    stem: str = "network",
    translate: Translate = untranslated,
) -> Program:
    """The program; ``Writing`` says what the parameters mean. It always starts from the project's weights.

    Raises
    ------
    ExchangeError
        If the network is more than a short chain of Dense layers.
    """
    writing = Writing(project, n_epochs, True, stem, translate)
    _check(writing)
    definitions, data = data_blocks(writing)
    optimizer = project.training.optimizer
    used = dict.fromkeys(node.layer.activation_name for node in writing.network.nodes)
    is_gelu = "gelu" in used
    loss = snippet("numpy", "losses", f"{loss_snippet_name(writing)}.py")
    remarks = []
    if not isinstance(optimizer, SGD) or optimizer.momentum:
        remarks = writing.differs(Difference.STAND_IN, optimizer=optimizer.kind, stand_in="SGD")
    blocks = [
        writing.heading("NumPy", "pip install numpy"),
        import_lines(writing, "import numpy as np", standard=("from math import erf",) if is_gelu else ()),
        [Line(f"NUDGE = {NUDGE}"), *remarks, Line(f"RATE = {optimizer.learning_rate!r}"), *loss_constants(writing)],
        definitions,
        *[block for name in used if name not in ("linear", "softmax") for block in _first_functions(name)],
        _without(loss, "loss_gradient"),
        _feed_forward(writing),
        [*writing.comment(UPDATE), *lines_of(_UPDATE)],
        [*data, *one_hot_lines(writing, f'np.eye({project.data.n_outputs}, dtype="float32")[{{y}}]')],
        [*writing.comment(DEFINE), *_weights(writing)],
        [*writing.comment(LEARN), *lines_of(_LOOP.format(n_epochs=n_epochs))],
    ]
    return Program(assemble(*blocks), writing.data_file if needs_file(project) else "")


def _check(writing: Writing) -> None:
    network = writing.network
    is_simple = writing.is_chain and all(
        isinstance(node.layer, Input | Dense | Activation | Flatten) for node in network.nodes
    )
    has_slopes = any(node.layer.activation_name == "prelu" for node in network.nodes)
    if not is_simple or has_slopes or writing.is_scaled or network.n_parameters > MOST_WEIGHTS:
        raise ExchangeError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Nudging each weight is for a short chain of Dense layers with at most {most} weights, none of them"
                " muted and no column scaled.",
            ),
            most=MOST_WEIGHTS,
        )


def _feed_forward(writing: Writing) -> list[Line]:
    """The loss of all examples, layer by layer."""
    lines = [*writing.comment(LOSS_OF_ALL), Line("def feed_forward(x, y, weights):")]
    number = 0
    a = "x"
    for node in writing.network.nodes[1:]:
        layer = node.layer
        value = a
        if isinstance(layer, Flatten):
            value = f"{a}.reshape(len({a}), -1)"
        if isinstance(layer, Dense):
            value = f"{a} @ weights[{number}]"
            number += 1
            if layer.use_bias:
                value += f" + weights[{number}]"
                number += 1
        name = layer.activation_name
        if name == "softmax":
            lines.append(Line(f"    e = np.exp({value})", node.name))
            value = "e / e.sum(axis=1, keepdims=True)"
        elif name != "linear":
            value = f"{name}({value})"
        lines.append(Line(f"    a = {value}", node.name))
        a = "a"
    terms = ["loss(a, y)"]
    if writing.project.training.regularization.rule == "penalty":
        places = [slot for slot in writing.network.slots if slot.spec.is_trainable]
        for slot in kernels(writing.network):
            l1, l2 = writing.strengths(slot.node)
            weight = f"weights[{places.index(slot)}]"
            terms += [f"{l1!r} * np.abs({weight}).sum()"] if l1 else []
            terms += [f"{l2!r} * ({weight} ** 2).sum()"] if l2 else []
    if a == "x":
        lines.append(Line("    a = x"))
    return [*lines, Line(f"    return {' + '.join(terms)}")]


def _weights(writing: Writing) -> list[Line]:
    lines = [Line("weights = [")]
    for slot in writing.network.slots:
        lines += laid_out(Call("np.array", (_shortest(writing, slot),)), slot.node, 1, "", ",")
    return [*lines, Line("]")]


def _shortest(writing: Writing, slot: ParameterSlot) -> object:
    """An array's numbers as short as they were typed."""
    values = writing.array(slot)
    return np.array([float(str(value)) for value in values.ravel()]).reshape(values.shape).tolist()


def _first_functions(name: str) -> list[list[Line]]:
    """The activation function, without its slope."""
    return [_without(snippet("numpy", "activations", f"{name}.py"), f"{name}_slope")]


def _without(lines: list[Line], function: str) -> list[Line]:
    """Definitions without the last one, which is called so."""
    place = next((i for i, line in enumerate(lines) if line.text.startswith(f"def {function}(")), len(lines))
    kept = lines[:place]
    while kept and not kept[-1].text:
        kept.pop()
    return kept
