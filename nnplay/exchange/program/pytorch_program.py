"""The project as a program for PyTorch: an ``nn.Module`` whose tensors have channels first, trained by a plain loop."""

from __future__ import annotations

from nnplay.data import Task
from nnplay.engine import (
    LBFGS,
    Adam,
    Loss,
    NetworkSpec,
    Optimizer,
    ReduceOnPlateau,
    Regularization,
    find_loss,
)
from nnplay.engine.losses import Huber
from nnplay.engine.regularization import kernels
from nnplay.exchange.program.data import WEIGHTS_FILE, data_blocks, import_lines, needs_file, needs_one_hot
from nnplay.exchange.program.pytorch_layers import (
    fused_output,
    layer_lines,
    start_lines,
    step_lines,
    weight_lines,
)
from nnplay.exchange.program.schedule import schedule_lines
from nnplay.exchange.program.text import Call, Code, Line, Program, assemble, assign, identifiers, lines_of
from nnplay.project import Project

_LOSSES = {
    "half_squared_error": "0.5 * ((a - y) ** 2).sum(dim=1).mean()",
    "squared_error_sum": "((a - y) ** 2).sum(dim=1).mean()",
    "mean_squared_error": "F.mse_loss(a, y)",
    "mean_absolute_error": "F.l1_loss(a, y)",
    "hinge": "torch.relu(1 - torch.where(y > 0, 1, -1) * a).mean()",
}

_TAKEN = (
    *("np", "torch", "F", "nn", "model", "Network", "loss_function", "accuracy", "learning_rate", "rng", "points"),
    *("labels", "order", "x", "y", "x1", "x2", "x_train", "x_test", "y_train", "y_test", "optimizer", "scheduler"),
    *(
        "weights",
        "data",
        "predictions",
        "loader",
        "epoch",
        "step",
        "loss",
        "self",
        "T",
        "input",
        "Path",
        "gzip",
        "folder",
    ),
    # What every nn.Module has.
    *("add_module", "apply", "bfloat16", "buffers", "call_super_init", "children", "compile", "cpu", "cuda", "double"),
    *("dump_patches", "eval", "extra_repr", "float", "forward", "get_buffer", "get_extra_state", "get_parameter"),
    *("get_submodule", "half", "ipu", "load_state_dict", "modules", "mtia", "named_buffers", "named_children"),
    *("named_modules", "named_parameters", "parameters", "register_buffer", "register_module", "register_parameter"),
    *("requires_grad_", "set_extra_state", "set_submodule", "share_memory", "state_dict", "to", "to_empty", "train"),
    *("training", "type", "xpu", "zero_grad", "register_forward_hook", "register_backward_hook"),
)


def pytorch_program(project: Project, n_epochs: int, *, with_weights: bool = False) -> Program:
    """The program; ``with_weights`` it starts from the project's weights, which then lie in a file beside it."""
    network, training = project.network, project.training
    names = identifiers(network, _TAKEN)
    has_weights = with_weights and bool(network.slots)
    definitions, data = data_blocks(project)
    blocks = [
        definitions,
        _network_class(network, names, project),
        lines_of(f"def loss_function(a, y):\n    return {_loss(find_loss(training.loss), project)}"),
        _accuracy(project),
        schedule_lines(training.schedule, training.optimizer.learning_rate),
        [*data, *_tensors(project)],
        [Line("# 2. Define the network."), Line("model = Network()"), Line("print(model)")],
        _weights(network, names) if has_weights else [],
        _frozen(project, names),
        [Line("# 3. Choose the optimizer."), *_optimizer(training.optimizer)],
        [Line("# 4. Fit."), *_fit(project, names, n_epochs)],
        _evaluation(project),
    ]
    imports = ["import numpy as np", "import torch", "from torch import nn"]
    if any("F." in line.text for block in blocks for line in block):
        imports.insert(2, "import torch.nn.functional as F")
    title = [Line(f"# {project.title.strip()}: made with nnplay, for PyTorch.")]
    return Program(assemble(title, import_lines(project, *imports), *blocks), needs_file(project), has_weights)


def _network_class(network: NetworkSpec, names: dict[str, str], project: Project) -> list[Line]:
    is_fused = fused_output(project)
    lines = [Line("class Network(nn.Module):"), Line("    def __init__(self):"), Line("        super().__init__()")]
    for node in network.nodes:
        lines += layer_lines(network, node, names)
    for node in network.nodes:
        lines += start_lines(network, node, names)
    lines += [Line(""), Line(f"    def forward(self, {names[network.input.name]}):")]
    for node in network.nodes[1:]:
        lines += step_lines(network, node, names, is_fused=is_fused and node is network.output)
    return [*lines, Line(f"        return {names[network.output.name]}")]


def _loss(loss: Loss, project: Project) -> str:
    smoothing = getattr(loss, "label_smoothing", 0.0)
    option = f", label_smoothing={smoothing!r}" if smoothing else ""
    if loss.name in _LOSSES:
        return _LOSSES[loss.name]
    if isinstance(loss, Huber):
        return f"F.huber_loss(a, y, delta={loss.delta!r})"
    if loss.takes_classes and fused_output(project):
        return f"F.cross_entropy(a, y{option})"
    if loss.takes_classes and not needs_one_hot(project):
        return "F.nll_loss(torch.log(a.clamp_min(1e-38)), y)"
    target = "y"
    if smoothing:
        doubt = smoothing * (1 / project.data.n_outputs if loss.takes_classes else 0.5)
        target = f"({1 - smoothing!r} * y + {doubt!r})"
    if loss.takes_classes:
        return f"-({target} * torch.log(a.clamp_min(1e-38))).sum(dim=1).mean()"
    if fused_output(project):
        return f"F.binary_cross_entropy_with_logits(a, {target.strip('()')})"
    return f"F.binary_cross_entropy(a.clamp(1e-7, 1 - 1e-7), {target.strip('()')})"


def _accuracy(project: Project) -> list[Line]:
    if project.data.task is Task.REGRESSION:
        return []
    # Before the sigmoid, which then is part of the loss, the middle is 0.
    middle = 0.5 if project.data.task is Task.YES_NO and not fused_output(project) else 0
    target = 0.5 if project.data.task is Task.YES_NO else 0
    right = f"(a >= {middle}) == (y >= {target})"
    if project.data.task is Task.MULTICLASS:
        right = "a.argmax(dim=1) == y" + (".argmax(dim=1)" if needs_one_hot(project) else "")
    return lines_of(f"def accuracy(a, y):\n    return ({right}).float().mean().item()")


def _tensors(project: Project) -> list[Line]:
    n_axes = len(project.data.input_shape)
    first = "" if n_axes == 1 else ".movedim(-1, 1)"
    lines = [Line("# PyTorch has the channels first.")] if first else []
    for part in ("train", "test"):
        lines.append(Line(f"x_{part} = torch.tensor(x_{part}){first}"))
        lines.append(Line(f"y_{part} = torch.tensor(y_{part})"))
    return lines


def _weights(network: NetworkSpec, names: dict[str, str]) -> list[Line]:
    lines = [line for node in network.nodes for line in weight_lines(network, node, names)]
    return [*assign("weights", Call("np.load", (WEIGHTS_FILE,))), Line("with torch.no_grad():"), *lines]


def _frozen(project: Project, names: dict[str, str]) -> list[Line]:
    lines = []
    for part in project.training.frozen:
        if not project.network.node_slots(part.node):
            continue
        if part.unit is None and part.parameter is None:
            lines.append(Line(f"model.{names[part.node]}.requires_grad_(False)", part.node))
        else:
            lines.append(Line("# PyTorch freezes whole arrays only, not single neurons or weights.", part.node))
    return list(dict.fromkeys(lines))


def _optimizer(optimizer: Optimizer) -> list[Line]:
    name = optimizer.kind
    options: dict[str, object] = {"lr": float(optimizer.learning_rate)}
    rest: dict[str, object] = {}
    values = dict(vars(optimizer))
    if isinstance(optimizer, Adam) or optimizer.kind == "Nadam":
        name = {"Nadam": "NAdam"}.get(optimizer.kind, optimizer.kind)
        rest = {"betas": (values["beta_1"], values["beta_2"]), "eps": values["epsilon"]}
        if "weight_decay" in values:
            rest["weight_decay"] = values["weight_decay"]
    elif optimizer.kind == "SGD":
        rest = {key: values[key] for key in ("momentum", "nesterov") if values[key]}
    elif optimizer.kind == "RMSprop":
        rest = {"alpha": values["rho"], "eps": values["epsilon"]}
        rest |= {key: values[key] for key in ("momentum", "centered") if values[key]}
    elif optimizer.kind == "Adagrad":
        rest = {"initial_accumulator_value": values["initial_accumulator_value"], "eps": values["epsilon"]}
    elif optimizer.kind == "Adadelta":
        rest = {"rho": values["rho"], "eps": values["epsilon"]}
    elif optimizer.kind == "Rprop":
        rest = {
            "etas": (values["eta_minus"], values["eta_plus"]),
            "step_sizes": (values["min_step"], values["max_step"]),
        }
    elif isinstance(optimizer, LBFGS):
        rest = {"max_iter": optimizer.max_iterations, "history_size": optimizer.history_size}
        rest["line_search_fn"] = "strong_wolfe"
    return assign("optimizer", Call(f"torch.optim.{name}", (Code("model.parameters()"),), {**options, **rest}))


def _fit(project: Project, names: dict[str, str], n_epochs: int) -> list[Line]:
    training, schedule = project.training, project.training.schedule
    rate = schedule_lines(schedule, training.optimizer.learning_rate)
    lines = []
    if isinstance(schedule, ReduceOnPlateau):
        options: dict[str, object] = {
            "factor": schedule.rate,
            "patience": schedule.patience - 1,
            "threshold": schedule.min_delta,
        }
        options |= {"threshold_mode": "abs", "min_lr": schedule.least * training.optimizer.learning_rate}
        plateau = Call("torch.optim.lr_scheduler.ReduceLROnPlateau", (Code("optimizer"),), options)
        lines += assign("scheduler", plateau)
    size = "len(x_train)" if training.optimizer.is_full_batch else str(training.batch_size)
    lines += lines_of(f"for epoch in range({n_epochs}):\n    model.train()")
    if rate:
        lines += lines_of('    for group in optimizer.param_groups:\n        group["lr"] = learning_rate(epoch)')
    lines += lines_of(f"    for rows in torch.randperm(len(x_train)).split({size}):")
    lines += [Line(text) for text in _step(project, names)]
    lines += lines_of(
        "    model.eval()\n"
        "    with torch.no_grad():\n"
        "        test_loss = loss_function(model(x_test), y_test).item()\n"
        f'    news = f"Epoch {{epoch + 1}}/{n_epochs} - loss: {{loss.item():.4f}}"\n'
        '    print(f"{news} - val_loss: {test_loss:.4f}")'
    )
    if isinstance(schedule, ReduceOnPlateau):
        lines.append(Line("    scheduler.step(test_loss)"))
    return lines


def _step(project: Project, names: dict[str, str]) -> list[str]:
    """One batch: loss, gradients, and the optimizer's step."""
    training = project.training
    body = ["loss = loss_function(model(x_train[rows]), y_train[rows])"]
    body += _penalty(project.network, names, training.regularization)
    body += ["optimizer.zero_grad()", "loss.backward()"]
    if training.clip_value is not None:
        body.append(f"nn.utils.clip_grad_value_(model.parameters(), {training.clip_value!r})")
    if training.clip_norm is not None:
        body.append(f"nn.utils.clip_grad_norm_(model.parameters(), {training.clip_norm!r})")
    deep = " " * 8
    if training.optimizer.is_full_batch:
        lines = ["", f"{deep}def closure():", *(f"{deep}    {line}" for line in body), f"{deep}    return loss", ""]
        lines += [f"{deep}loss = optimizer.step(closure)"]
    else:
        lines = [f"{deep}{line}" for line in (*body, "optimizer.step()")]
    return lines + [f"{deep}{line}" for line in _max_norms(project.network, names, training.regularization)]


def _penalty(network: NetworkSpec, names: dict[str, str], regularization: Regularization) -> list[str]:
    lines = []
    share = 0.5 if regularization.rule == "playground" else 1
    for slot in kernels(network):
        layer, weight = network.node(slot.node).layer, f"model.{names[slot.node]}.weight"
        l1 = regularization.l1 + getattr(layer, "kernel_l1", 0.0)
        l2 = share * (regularization.l2 + getattr(layer, "kernel_l2", 0.0))
        if l1:
            lines.append(f"loss = loss + {l1!r} * {weight}.abs().sum()")
        if l2:
            lines.append(f"loss = loss + {l2!r} * {weight}.square().sum()")
    return lines


def _max_norms(network: NetworkSpec, names: dict[str, str], regularization: Regularization) -> list[str]:
    lines = []
    for slot in kernels(network):
        limits = regularization.max_norm, getattr(network.node(slot.node).layer, "kernel_max_norm", None)
        known = [limit for limit in limits if limit is not None]
        if known:
            weight = f"model.{names[slot.node]}.weight.data"
            lines.append(f"{weight} = {weight}.renorm(2, 0, {min(known)!r})")
    return lines


def _evaluation(project: Project) -> list[Line]:
    lines = lines_of("# 5. Evaluate and predict.\nmodel.eval()\nwith torch.no_grad():\n    outputs = model(x_test)")
    lines.append(Line('print(f"val_loss: {loss_function(outputs, y_test).item():.4f}")'))
    if project.data.task is not Task.REGRESSION:
        lines.append(Line('print(f"val_accuracy: {accuracy(outputs, y_test):.4f}")'))
    after = ""
    if fused_output(project):
        after = "F.softmax(outputs, dim=1)" if find_loss(project.training.loss).takes_classes else "outputs.sigmoid()"
    return [*lines, Line(f"predictions = {after or 'outputs'}.numpy()")]
