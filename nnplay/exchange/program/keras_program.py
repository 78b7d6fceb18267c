"""The project as a program for Keras 3: a Sequential model of a chain, the functional API for any other graph."""

from __future__ import annotations

from nnplay.data import Task
from nnplay.engine import (
    LBFGS,
    SGD,
    Adagrad,
    Adam,
    AdamW,
    CosineDecay,
    ExponentialDecay,
    Loss,
    NetworkSpec,
    Optimizer,
    ReduceOnPlateau,
    RMSprop,
    StepDecay,
    WarmUp,
    find_loss,
)
from nnplay.engine.losses import Huber
from nnplay.exchange.program.data import WEIGHTS_FILE, data_blocks, import_lines, needs_file, needs_one_hot
from nnplay.exchange.program.keras_layers import layer_calls, weight_lines
from nnplay.exchange.program.schedule import schedule_lines
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
from nnplay.project import Project

_TAKEN = (
    *("keras", "np", "model", "inputs", "step", "gaussian", "accuracy", "loss", "rng", "points", "labels", "order"),
    *("x", "y", "x1", "x2", "x_train", "x_test", "y_train", "y_test", "history", "predictions", "weights", "data"),
    *("Path", "gzip", "folder", "learning_rate", "input"),
)
_CUSTOM = {
    "step": 'def step(z):\n    return keras.ops.cast(z >= 0, "float32") + 0 * z  # a slope of 0, not none',
    "gaussian": "def gaussian(z):\n    return keras.ops.exp(-z * z)",
}
_CUSTOM_LOSSES = {
    "half_squared_error": "0.5 * keras.ops.sum(keras.ops.square(y_pred - y_true), axis=-1)",
    "squared_error_sum": "keras.ops.sum(keras.ops.square(y_pred - y_true), axis=-1)",
}
_ACCURACY = """def accuracy(y_true, y_pred):
    return keras.ops.cast(keras.ops.equal(y_true >= 0, y_pred >= 0), "float32")"""


def keras_program(project: Project, n_epochs: int, *, with_weights: bool = False) -> Program:
    """The program; ``with_weights`` it starts from the project's weights, which then lie in a file beside it."""
    network = project.network
    names = identifiers(network, _TAKEN)
    has_weights = with_weights and bool(network.slots)
    definitions, data = data_blocks(project)
    blocks = [
        [Line(f"# {project.title.strip()}: made with nnplay, for Keras 3.")],
        import_lines(project, "import keras", "import numpy as np"),
        *_definitions(project),
        definitions,
        data,
        [Line("# 2. Define the network."), *_model(network, names, project)],
        _weights(network, names) if has_weights else [],
        _frozen(project, names),
        [Line("# 3. Compile: loss, optimizer, metrics."), *_compile(project)],
        [Line("# 4. Fit."), *_fit(project, n_epochs)],
        lines_of(
            "# 5. Evaluate and predict.\n"
            "print(model.evaluate(x_test, y_test, verbose=0, return_dict=True))\n"
            "predictions = model.predict(x_test, verbose=0)"
        ),
    ]
    return Program(assemble(*blocks), needs_file(project), has_weights)


def _weights(network: NetworkSpec, names: dict[str, str]) -> list[Line]:
    lines = [line for node in network.nodes for line in weight_lines(network, node, names)]
    return [*assign("weights", Call("np.load", (WEIGHTS_FILE,))), *lines]


def _definitions(project: Project) -> list[list[Line]]:
    """Functions that Keras does not have, a block each."""
    training = project.training
    used = {node.layer.activation_name for node in project.network.nodes}
    texts = [text for name, text in _CUSTOM.items() if name in used]
    loss = find_loss(training.loss).name
    if loss in _CUSTOM_LOSSES:
        texts.append(f"def {loss}(y_true, y_pred):\n    return {_CUSTOM_LOSSES[loss]}")
    if project.data.task is Task.BINARY:
        texts.append(_ACCURACY)
    return [*map(lines_of, texts), schedule_lines(training.schedule, training.optimizer.learning_rate)]


def _model(network: NetworkSpec, names: dict[str, str], project: Project) -> list[Line]:
    regularization = project.training.regularization
    calls = {node.name: layer_calls(network, node, names, regularization) for node in network.nodes}
    is_chain = all(node.inputs == ((network.nodes[i - 1].name,) if i else ()) for i, node in enumerate(network.nodes))
    if is_chain:
        lines = [Line("model = keras.Sequential("), Line("    [")]
        for name, parts in calls.items():
            for part in parts:
                lines += laid_out(part, name, 2, "", ",")
        return [*lines, Line("    ]"), Line(")"), Line("model.summary()")]
    lines = []
    for node in network.nodes:
        source: object = Code(names[node.inputs[0]]) if node.inputs else None
        if len(node.inputs) > 1:
            source = Code(f"[{', '.join(names[name] for name in node.inputs)}]")
        for part in calls[node.name]:
            assert isinstance(part, Call)
            tail = f"({source.text})" if isinstance(source, Code) else ""
            lines += assign(names[node.name], Call(part.function, part.arguments, part.options, tail), node.name)
            source = Code(names[node.name])
    ends = Code(names[network.input.name]), Code(names[network.output.name])
    return [*lines, *assign("model", Call("keras.Model", ends)), Line("model.summary()")]


def _frozen(project: Project, names: dict[str, str]) -> list[Line]:
    lines = []
    for part in project.training.frozen:
        if part.unit is None and part.parameter is None:
            lines.append(Line(f"model.get_layer({quoted(names[part.node])}).trainable = False", part.node))
        else:
            lines.append(Line("# Keras freezes whole layers only, not single neurons or weights.", part.node))
    return list(dict.fromkeys(lines))


def _compile(project: Project) -> list[Line]:
    training = project.training
    lines = []
    options: dict[str, object] = {"learning_rate": float(training.optimizer.learning_rate)}
    optimizer, is_known = _optimizer(training.optimizer, options)
    if not is_known:
        lines.append(Line(f"# Keras has no {training.optimizer.kind}: Adam stands in for it."))
    if training.clip_norm is not None:
        options["global_clipnorm"] = training.clip_norm
        if training.clip_value is not None:
            lines.append(Line(f"# Keras clips in one way only: single gradients ({training.clip_value}) stay."))
    elif training.clip_value is not None:
        options["clipvalue"] = training.clip_value
    arguments: dict[str, object] = {
        "loss": _loss(find_loss(training.loss), project),
        "optimizer": Call(f"keras.optimizers.{optimizer}", (), options),
    }
    if project.data.task in (Task.MULTICLASS, Task.YES_NO):
        arguments["metrics"] = ["accuracy"]
    elif project.data.task is Task.BINARY:
        arguments["metrics"] = [Code("accuracy")]
    return [*lines, *laid_out(Call("model.compile", (), arguments))]


def _loss(loss: Loss, project: Project) -> object:
    smoothing = getattr(loss, "label_smoothing", 0.0)
    if loss.name in _CUSTOM_LOSSES:
        return Code(loss.name)
    if isinstance(loss, Huber):
        return Call("keras.losses.Huber", (), {"delta": loss.delta})
    if loss.takes_classes and not needs_one_hot(project):
        return "sparse_categorical_crossentropy"
    if loss.takes_classes:
        return Call("keras.losses.CategoricalCrossentropy", (), {"label_smoothing": smoothing})
    if smoothing:
        return Call("keras.losses.BinaryCrossentropy", (), {"label_smoothing": smoothing})
    return loss.name


def _optimizer(optimizer: Optimizer, options: dict[str, object]) -> tuple[str, bool]:
    """The optimizer's name in Keras and whether it has it; ``options`` gets all that is not Keras's default."""
    if isinstance(optimizer, LBFGS) or optimizer.kind == "Rprop":
        return "Adam", False
    fields = {
        SGD: ("momentum", "nesterov"),
        RMSprop: ("rho", "momentum", "epsilon", "centered"),
        Adagrad: ("initial_accumulator_value", "epsilon"),
        Adam: ("beta_1", "beta_2", "epsilon"),
        AdamW: ("beta_1", "beta_2", "epsilon", "weight_decay"),
    }.get(type(optimizer), ("beta_1", "beta_2", "rho", "epsilon"))
    defaults = {"momentum": 0.0, "nesterov": False, "rho": 0.9, "epsilon": 1e-7, "centered": False}
    defaults |= {"initial_accumulator_value": 0.1, "beta_1": 0.9, "beta_2": 0.999, "weight_decay": 0.004}
    if optimizer.kind == "Adadelta":
        defaults["rho"] = 0.95
    for name in fields:
        value = getattr(optimizer, name, defaults[name])
        if value != defaults[name]:
            options[name] = value
    return optimizer.kind, True


def _fit(project: Project, n_epochs: int) -> list[Line]:
    training = project.training
    schedule = training.schedule
    options: dict[str, object] = {
        "batch_size": Code("len(x_train)") if training.optimizer.is_full_batch else training.batch_size,
        "epochs": n_epochs,
        "validation_data": (Code("x_test"), Code("y_test")),
    }
    if isinstance(schedule, StepDecay | ExponentialDecay | CosineDecay | WarmUp):
        options["callbacks"] = [Call("keras.callbacks.LearningRateScheduler", (Code("learning_rate"),))]
    elif isinstance(schedule, ReduceOnPlateau):
        least = schedule.least * training.optimizer.learning_rate
        plateau = {
            "factor": schedule.rate,
            "patience": schedule.patience,
            "min_delta": schedule.min_delta,
            "min_lr": least,
        }
        options["callbacks"] = [Call("keras.callbacks.ReduceLROnPlateau", (), plateau)]
    return assign("history", Call("model.fit", (Code("x_train"), Code("y_train")), options))
