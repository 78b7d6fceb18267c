"""The project as a program that needs NumPy alone: a class a layer, and the training loop in full.

Its pieces ship as files under ``resources/programs/numpy``; a program gets those that its network uses.
"""

from __future__ import annotations

from nnplay.data import Task
from nnplay.engine import SGD, Adam, NetworkSpec, Optimizer, Regularization, TrainingSettings, find_loss
from nnplay.engine.regularization import kernels
from nnplay.exchange.program.data import (
    WEIGHTS_FILE,
    data_blocks,
    has_snippet,
    import_lines,
    needs_file,
    needs_one_hot,
    snippet,
)
from nnplay.exchange.program.numpy_layers import is_chain, layer_snippets, model_lines, steps
from nnplay.exchange.program.schedule import schedule_lines
from nnplay.exchange.program.text import Call, Line, Program, assemble, assign, lines_of
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


def numpy_program(project: Project, n_epochs: int, *, with_weights: bool = False) -> Program:
    """The program; ``with_weights`` it starts from the project's weights, which then lie in a file beside it."""
    network, training = project.network, project.training
    has_weights = with_weights and bool(network.slots)
    definitions, data = data_blocks(project)
    is_gelu = any(node.layer.activation_name == "gelu" for node in network.nodes)
    imports = ("from math import erf", "", "import numpy as np") if is_gelu else ("import numpy as np",)
    rule = _rule(training.optimizer)
    blocks = [
        [Line(f"# {project.title.strip()}: made with nnplay, for NumPy alone.")],
        import_lines(project, *imports),
        _constants(project, rule),
        definitions,
        *layer_snippets(network),
        snippet("numpy", "chain.py" if is_chain(network) else "graph.py"),
        snippet("numpy", "losses", f"{_loss_name(project)}.py"),
        *_accuracy(project),
        snippet("numpy", "optimizers", f"{rule}.py"),
        schedule_lines(training.schedule, training.optimizer.learning_rate),
        data,
        [
            Line("# 2. Define the network."),
            Line(f"rng = np.random.default_rng([2, {project.seeds.weights}])"),
            *(assign("weights", Call("np.load", (WEIGHTS_FILE,))) if has_weights else ()),
            *model_lines(network, with_weights=has_weights),
        ],
        [Line("# 3. and 4. Choose how to learn, and fit."), *_fit(project, rule, n_epochs)],
        _evaluation(project),
    ]
    return Program(assemble(*blocks), needs_file(project), has_weights)


def _rule(optimizer: Optimizer) -> str:
    if isinstance(optimizer, SGD):
        return "momentum" if optimizer.momentum else "sgd"
    if isinstance(optimizer, Adam):
        return "adam"
    name = optimizer.kind.lower()
    return name if has_snippet("numpy", "optimizers", f"{name}.py") else "sgd"


def _loss_name(project: Project) -> str:
    loss = find_loss(project.training.loss)
    if loss.takes_classes:
        return "categorical_crossentropy" if needs_one_hot(project) else "sparse_categorical_crossentropy"
    return loss.name


def _constants(project: Project, rule: str) -> list[Line]:
    training, loss = project.training, find_loss(project.training.loss)
    lines = []
    for name in _CONSTANTS.get(rule, ()):
        word = "START" if name == "initial_accumulator_value" else name.upper()
        lines += assign(word, getattr(training.optimizer, name, 0.0))
    if hasattr(loss, "delta"):
        lines += assign("DELTA", loss.delta)
    if _loss_name(project) in ("binary_crossentropy", "categorical_crossentropy"):
        lines += assign("SMOOTHING", getattr(loss, "label_smoothing", 0.0))
    return lines


def _accuracy(project: Project) -> list[list[Line]]:
    if project.data.task is Task.REGRESSION:
        return []
    middle = 0.5 if project.data.task is Task.YES_NO else 0
    right = f"(a >= {middle}) == (y >= {middle})"
    if project.data.task is Task.MULTICLASS:
        right = "a.argmax(axis=1) == y" + (".argmax(axis=1)" if needs_one_hot(project) else "")
    return [lines_of(f"def accuracy(a, y):\n    return np.mean({right})")]


def _fit(project: Project, rule: str, n_epochs: int) -> list[Line]:
    training = project.training
    lines = []
    if rule == "sgd" and not isinstance(training.optimizer, SGD):
        lines.append(Line(f"# Plain gradient descent stands in for {training.optimizer.kind}."))
    size = "len(x_train)" if training.optimizer.is_full_batch else str(training.batch_size)
    has_schedule = bool(schedule_lines(training.schedule, training.optimizer.learning_rate))
    rate = "learning_rate(epoch)" if has_schedule else repr(float(training.optimizer.learning_rate))
    if not is_chain(project.network):
        lines += lines_of("layers = [layer for layer, _ in graph.values()]")
    body = [
        "states = [[{} for _ in layer.parameters] for layer in layers]",
        f"for epoch in range({n_epochs}):",
        f"    rate = {rate}",
        "    order = rng.permutation(len(x_train))",
        f"    for start in range(0, len(order), {size}):",
        f"        rows = order[start : start + {size}]",
        "        a = forward(x_train[rows], is_training=True)",
        "        backward(loss_gradient(a, y_train[rows]))",
        *(f"        {line}" for line in _gradient_changes(project.network, training)),
        "        for layer, layer_states in zip(layers, states):",
        *_skipping(project),
        "            for i, w in enumerate(layer.parameters):",
        "                update(w, layer.gradients[i], rate, layer_states[i])",
        *(f"        {line}" for line in _max_norms(project.network, training.regularization)),
        "    train_loss = loss(forward(x_train), y_train)",
        "    test_loss = loss(forward(x_test), y_test)",
        f'    news = f"Epoch {{epoch + 1}}/{n_epochs} - loss: {{train_loss:.4f}}"',
        '    print(f"{news} - val_loss: {test_loss:.4f}")',
    ]
    return lines + [Line(line) for line in body]


def _skipping(project: Project) -> list[str]:
    """The condition that leaves frozen layers alone."""
    parts = project.training.frozen
    names = [node.name for node in project.network.nodes]
    frozen = [part.node for part in parts if part.unit is None and part.parameter is None]
    if not frozen:
        return []
    places = sorted({_first_place(project.network, name) for name in frozen if name in names})
    return [f"            if layers.index(layer) in {tuple(places)}:  # frozen", "                continue"]


def _first_place(network: NetworkSpec, name: str) -> int:
    """Where a layer stands among ``layers`` of the program."""
    return [step.node for step in steps(network)].index(name)


def _gradient_changes(network: NetworkSpec, training: TrainingSettings) -> list[str]:
    """Statements between the gradients and the update: penalties and clipping."""
    regularization = training.regularization
    lines = []
    share = 0.5 if regularization.rule == "playground" else 1
    for slot in kernels(network):
        layer, place = network.node(slot.node).layer, _first_place(network, slot.node)
        l1 = regularization.l1 + getattr(layer, "kernel_l1", 0.0)
        l2 = share * (regularization.l2 + getattr(layer, "kernel_l2", 0.0))
        kernel, gradient = f"layers[{place}].parameters[0]", f"layers[{place}].gradients[0]"
        if l1:
            lines.append(f"{gradient} += {l1!r} * np.sign({kernel})")
        if l2:
            lines.append(f"{gradient} += {2 * l2!r} * {kernel}")
    clip_value, clip_norm = training.clip_value, training.clip_norm
    if clip_value is not None or clip_norm is not None:
        lines.append("gradients = [g for layer in layers if layer.parameters for g in layer.gradients]")
    if clip_value is not None:
        lines += ["for g in gradients:", f"    np.clip(g, {-clip_value!r}, {clip_value!r}, out=g)"]
    if clip_norm is not None:
        lines.append("length = np.sqrt(sum((g**2).sum() for g in gradients))")
        lines += ["for g in gradients:", f"    g *= min(1, {clip_norm!r} / max(length, 1e-38))"]
    return lines


def _max_norms(network: NetworkSpec, regularization: Regularization) -> list[str]:
    lines = []
    for slot in kernels(network):
        limits = regularization.max_norm, getattr(network.node(slot.node).layer, "kernel_max_norm", None)
        known = [limit for limit in limits if limit is not None]
        if known:
            axes = 0 if len(slot.shape) == 2 else (0, 1, 2)
            lines.append(f"kernel = layers[{_first_place(network, slot.node)}].parameters[0]")
            lines.append(f"length = np.sqrt((kernel**2).sum(axis={axes}))")
            lines.append(f"kernel *= {min(known)!r} / np.maximum(length, {min(known)!r})")
    return lines


def _evaluation(project: Project) -> list[Line]:
    lines = [Line("# 5. Evaluate and predict."), Line("predictions = forward(x_test)")]
    lines.append(Line('print(f"val_loss: {loss(predictions, y_test):.4f}")'))
    if project.data.task is not Task.REGRESSION:
        lines.append(Line('print(f"val_accuracy: {accuracy(predictions, y_test):.4f}")'))
    return lines
