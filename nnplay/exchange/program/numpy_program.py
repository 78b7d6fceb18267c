"""The project as a program that needs NumPy alone: a class a layer, and the training loop in full.

Its pieces ship as files under ``resources/programs/numpy``; a program gets those that its network uses. It draws the
numbers that nnplay draws, so that it is the same run.
"""

from __future__ import annotations

from nnplay.data import Task
from nnplay.engine import SGD, Adam, Optimizer
from nnplay.exchange.export import Translate, untranslated
from nnplay.exchange.program.answers import answer_lines
from nnplay.exchange.program.data import data_blocks, has_snippet, import_lines, needs_file, one_hot_lines, snippet
from nnplay.exchange.program.differences import Difference
from nnplay.exchange.program.numpy_fit import fit_lines
from nnplay.exchange.program.numpy_layers import layer_snippets, model_lines
from nnplay.exchange.program.schedule import schedule_lines
from nnplay.exchange.program.text import Call, Line, Program, assemble, assign, lines_of
from nnplay.exchange.program.writing import DEFINE, EVALUATE, LEARN, NO_TEST, Writing
from nnplay.exchange.tensors import Array
from nnplay.project import Project

_CONSTANTS = {
    "momentum": ("momentum", "nesterov"),
    "adam": ("beta_1", "beta_2", "epsilon", "weight_decay"),
    "nadam": ("beta_1", "beta_2", "epsilon"),
    "rmsprop": ("rho", "momentum", "centered", "epsilon"),
    "adagrad": ("initial_accumulator_value", "epsilon"),
    "adadelta": ("rho", "epsilon"),
    "rprop": ("eta_plus", "eta_minus", "min_step", "max_step"),
}


def numpy_program(
    project: Project,
    n_epochs: int,
    *,
    with_weights: bool = False,
    stem: str = "network",
    translate: Translate = untranslated,
) -> Program:
    """The program; ``Writing`` says what the parameters mean."""
    writing = Writing(project, n_epochs, with_weights, stem, translate)
    definitions, data = data_blocks(writing)
    is_gelu = any(node.layer.activation_name == "gelu" for node in writing.network.nodes)
    standard = ("import copy",) if project.stop.patience is not None else ()
    rule = _rule(project.training.optimizer)
    blocks = [
        writing.heading("NumPy", "pip install numpy"),
        import_lines(
            writing, "import numpy as np", standard=(*standard, *(("from math import erf",) if is_gelu else ()))
        ),
        _constants(writing, rule),
        definitions,
        *layer_snippets(writing),
        snippet("numpy", "chain.py" if writing.is_chain else "graph.py"),
        snippet("numpy", "losses", f"{loss_snippet_name(writing)}.py"),
        *_accuracy(writing),
        *([snippet("numpy", "optimizers", f"{rule}.py")] if writing.learns else ()),
        schedule_lines(writing),
        [*data, *one_hot_lines(writing, f'np.eye({project.data.n_outputs}, dtype="float32")[{{y}}]')],
        [*writing.comment(DEFINE), *_first_weights(writing), *model_lines(writing)],
        [*writing.comment(LEARN), *_remarks(writing, rule), *fit_lines(writing)],
        _evaluation(writing),
        answer_lines(writing),
    ]
    data_file = writing.data_file if needs_file(project) else ""
    return Program(assemble(*blocks), data_file, writing.weights_file if writing.has_weights else "")


def numpy_weights(writing: Writing) -> dict[str, Array]:
    """What the file with the weights holds: nnplay's own names and order."""
    return {f"{slot.node}/{slot.name}": writing.array(slot) for slot in writing.network.slots}


def _first_weights(writing: Writing) -> list[Line]:
    if writing.has_weights:
        return assign("weights", Call("np.load", (writing.weights_file,)))
    return [Line(f"rng = np.random.default_rng([2, {writing.project.seeds.weights}])")]


def _remarks(writing: Writing, rule: str) -> list[Line]:
    lines = []
    optimizer = writing.project.training.optimizer
    if writing.learns and rule == "sgd" and not isinstance(optimizer, SGD):
        lines += writing.differs(Difference.STAND_IN, optimizer=optimizer.kind, stand_in="SGD")
    if writing.has_chance:
        lines += writing.differs(Difference.DROPOUT)
    return lines


def _rule(optimizer: Optimizer) -> str:
    if isinstance(optimizer, SGD):
        return "momentum" if optimizer.momentum else "sgd"
    if isinstance(optimizer, Adam):
        return "adam"
    name = optimizer.kind.lower()
    return name if has_snippet("numpy", "optimizers", f"{name}.py") else "sgd"


def loss_snippet_name(writing: Writing) -> str:
    """The piece of program with the loss."""
    if writing.loss.takes_classes:
        return "categorical_crossentropy" if writing.is_one_hot else "sparse_categorical_crossentropy"
    return writing.loss.name


def loss_constants(writing: Writing) -> list[Line]:
    """What the piece with the loss reads."""
    loss = writing.loss
    lines = assign("DELTA", loss.delta) if hasattr(loss, "delta") else []
    if loss_snippet_name(writing) in ("binary_crossentropy", "categorical_crossentropy"):
        lines += assign("SMOOTHING", getattr(loss, "label_smoothing", 0.0))
    return lines


def _constants(writing: Writing, rule: str) -> list[Line]:
    lines = []
    for name in _CONSTANTS.get(rule, ()) if writing.learns else ():
        word = "START" if name == "initial_accumulator_value" else name.upper()
        lines += assign(word, getattr(writing.project.training.optimizer, name, 0.0))
    return lines + loss_constants(writing)


def _accuracy(writing: Writing) -> list[list[Line]]:
    task = writing.project.data.task
    if task is Task.REGRESSION:
        return []
    middle = 0.5 if task is Task.YES_NO else 0
    right = f"(a >= {middle}) == (y >= {middle})"
    if task is Task.MULTICLASS:
        right = "a.argmax(axis=1) == y" + (".argmax(axis=1)" if writing.is_one_hot else "")
    return [lines_of(f"def accuracy(a, y):\n    return np.mean({right})")]


def _evaluation(writing: Writing) -> list[Line]:
    part = writing.judged
    name = "val_" if writing.has_test else ""
    lines = [*writing.comment(EVALUATE), *([] if writing.has_test else writing.comment(NO_TEST))]
    lines.append(Line(f"predictions = forward(x_{part})"))
    lines.append(Line(f'print(f"{name}loss: {{loss(predictions, y_{part}):.4f}}")'))
    if writing.project.data.task is not Task.REGRESSION:
        lines.append(Line(f'print(f"{name}accuracy: {{accuracy(predictions, y_{part}):.4f}}")'))
    return lines
