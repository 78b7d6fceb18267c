"""The optimizer and the training loop of a PyTorch program."""

from __future__ import annotations

from nnplay.engine import LBFGS, Adam, BatchNormalization, Constant, Optimizer, ReduceOnPlateau
from nnplay.engine.regularization import kernels
from nnplay.exchange.program.differences import Difference
from nnplay.exchange.program.endings import end_lines, start_lines
from nnplay.exchange.program.pytorch_model import Place, has_partly_held
from nnplay.exchange.program.schedule import schedule_lines
from nnplay.exchange.program.text import Call, Code, Line, assign, lines_of
from nnplay.exchange.program.writing import Writing

_DEFAULTS: dict[str, dict[str, object]] = {
    "Adam": {"lr": 0.001, "betas": (0.9, 0.999), "eps": 1e-8},
    "AdamW": {"lr": 0.001, "betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.01},
    "NAdam": {"lr": 0.002, "betas": (0.9, 0.999), "eps": 1e-8},
    "RMSprop": {"lr": 0.01, "alpha": 0.99, "eps": 1e-8, "momentum": 0.0, "centered": False},
    "Adagrad": {"lr": 0.01, "initial_accumulator_value": 0.0, "eps": 1e-10},
    "Adadelta": {"lr": 1.0, "rho": 0.9, "eps": 1e-6},
    "Rprop": {"lr": 0.01, "etas": (0.5, 1.2), "step_sizes": (1e-6, 50.0)},
    "LBFGS": {"max_iter": 20, "history_size": 100},
    "SGD": {"lr": 0.001, "momentum": 0.0, "nesterov": False},
}
"""PyTorch's own: they are left out."""


def optimizer_lines(writing: Writing) -> list[Line]:
    """The optimizer, with what differs from its defaults."""
    optimizer = writing.project.training.optimizer
    kind = {"Nadam": "NAdam"}.get(optimizer.kind, optimizer.kind)
    defaults = _DEFAULTS[kind]
    options = {
        name: value
        for name, value in {"lr": float(optimizer.learning_rate), **_options(optimizer)}.items()
        if value != defaults.get(name) or (name == "lr" and kind == "SGD")
    }
    lines: list[Line] = []
    if isinstance(optimizer, LBFGS):
        lines += writing.differs(Difference.LINE_SEARCH)
    if kind in ("RMSprop", "Adagrad"):
        lines += writing.differs(Difference.EPSILON_OUTSIDE)
    has_rate = not isinstance(writing.project.training.schedule, Constant)
    if getattr(optimizer, "momentum", 0) and has_rate:
        lines += writing.differs(Difference.MOMENTUM)
    return lines + assign("optimizer", Call(f"torch.optim.{kind}", (Code("model.parameters()"),), options))


def fit_lines(writing: Writing, places: list[Place]) -> list[Line]:
    """The loader, the scheduler where there is one, and the loop."""
    training, schedule = writing.project.training, writing.project.training.schedule
    lines = _loader(writing)
    is_plateau = isinstance(schedule, ReduceOnPlateau) and writing.learns
    if isinstance(schedule, ReduceOnPlateau) and writing.learns:
        options: dict[str, object] = {"factor": schedule.rate, "patience": schedule.patience - 1}
        options |= {"threshold": schedule.min_delta, "threshold_mode": "abs"}
        least = schedule.least * training.optimizer.learning_rate
        options |= {"min_lr": least} if least else {}
        plateau = Call("torch.optim.lr_scheduler.ReduceLROnPlateau", (Code("optimizer"),), options)
        lines += assign("scheduler", plateau)
    lines += map(Line, start_lines(writing, has_plateau=not is_plateau))
    has_rate = bool(schedule_lines(writing)) and writing.learns
    loop = "for step, (x, y) in enumerate(loader):" if has_rate else "for x, y in loader:"
    lines += lines_of(f"for epoch in range({writing.n_epochs}):\n    model.train()\n    total = 0.0\n    {loop}")
    lines += [Line(f"        {text}" if text else "") for text in _step(writing, places, has_rate=has_rate)]
    lines += [
        Line("    train_loss = total / len(x_train)"),
        Line(f'    news = f"Epoch {{epoch + 1}}/{writing.n_epochs} - loss: {{train_loss:.4f}}"'),
    ]
    if writing.has_test:
        lines += lines_of(
            "    model.eval()\n"
            "    with torch.no_grad():\n"
            "        test_loss = loss_function(model(x_test), y_test).item()\n"
            '    print(f"{news} - val_loss: {test_loss:.4f}")'
        )
    else:
        lines.append(Line("    print(news)"))
    if is_plateau:
        lines.append(Line(f"    scheduler.step({'test_loss' if writing.has_test else 'train_loss'})"))
    if writing.project.stop.loss_below is not None:
        text = (
            "    model.eval()\n    with torch.no_grad():\n        now = loss_function(model(x_train), y_train).item()"
        )
        lines += lines_of(text)
    ending = end_lines(
        writing,
        "copy.deepcopy(model.state_dict())",
        "model.load_state_dict(kept)",
        "now",
        has_plateau=not is_plateau,
    )
    return [*lines, *(Line(f"    {text}") for text in ending)]


def _options(optimizer: Optimizer) -> dict[str, object]:
    values = dict(vars(optimizer))
    if isinstance(optimizer, Adam) or optimizer.kind == "Nadam":
        rest: dict[str, object] = {"betas": (values["beta_1"], values["beta_2"]), "eps": values["epsilon"]}
        if "weight_decay" in values:
            rest["weight_decay"] = values["weight_decay"]
        # Nadam's momentum grows as in the paper and in Keras; PyTorch's own default is slower.
        return rest | ({"momentum_decay": 1} if optimizer.kind == "Nadam" else {})
    if isinstance(optimizer, LBFGS):
        return {
            "max_iter": optimizer.max_iterations,
            "history_size": optimizer.history_size,
            "line_search_fn": "strong_wolfe",
        }
    match optimizer.kind:
        case "SGD":
            return {key: values[key] for key in ("momentum", "nesterov")}
        case "RMSprop":
            rest = {"alpha": values["rho"], "eps": values["epsilon"]}
            return rest | {key: values[key] for key in ("momentum", "centered")}
        case "Adagrad":
            return {"initial_accumulator_value": values["initial_accumulator_value"], "eps": values["epsilon"]}
        case "Adadelta":
            return {"rho": values["rho"], "eps": values["epsilon"]}
        case _:
            etas, sizes = (values["eta_minus"], values["eta_plus"]), (values["min_step"], values["max_step"])
            return {"etas": etas, "step_sizes": sizes}


def _loader(writing: Writing) -> list[Line]:
    training = writing.project.training
    size = "len(x_train)" if training.optimizer.is_full_batch else str(training.batch_size)
    options: dict[str, object] = {"batch_size": Code(size), "shuffle": True}
    lines: list[Line] = []
    shapes = [
        writing.network.shapes[node.name]
        for node in writing.network.nodes
        if isinstance(node.layer, BatchNormalization)
    ]
    if any(len(shape) == 1 or shape[:-1] == (1, 1) for shape in shapes) and size != "len(x_train)":
        lines += writing.differs(Difference.BATCH_OF_ONE)
        size = str(max(2, training.batch_size))
        options |= {"batch_size": Code(size), "drop_last": Code(f"len(x_train) % {size} == 1")}
    dataset = Call("TensorDataset", (Code("x_train"), Code("y_train")))
    return [*lines, *assign("loader", Call("DataLoader", (dataset,), options))]


def _step(writing: Writing, places: list[Place], *, has_rate: bool) -> list[str]:
    """One batch: loss, gradients, and the optimizer's step."""
    training = writing.project.training
    forward = "loss = loss_function(model(x), y)"
    count = "total += loss.item() * len(x)"
    if not writing.learns:
        return ["with torch.no_grad():", f"    {forward}", count]
    kernel_places = [place for place in places if place.slot in kernels(writing.network)]
    is_held = has_partly_held(writing)
    is_penalty = training.regularization.rule == "penalty"
    penalties = _penalties(writing, kernel_places) if is_penalty else []
    pulls = (
        [] if is_penalty else _pulls(writing, kernel_places, "rate" if has_rate else 'optimizer.param_groups[0]["lr"]')
    )
    backward = [*penalties, "optimizer.zero_grad()", "loss.backward()"]
    if is_held:
        backward += ["for w, is_held in held:", "    w.grad[is_held] = 0"]
    if not training.optimizer.is_full_batch:
        if training.clip_value is not None:
            backward.append(f"nn.utils.clip_grad_value_(model.parameters(), {training.clip_value!r})")
        if training.clip_norm is not None:
            backward.append(f"nn.utils.clip_grad_norm_(model.parameters(), {training.clip_norm!r})")
    lines = []
    if has_rate:
        lines.append("rate = learning_rate(epoch + step / len(loader))")
        if training.optimizer.kind != "Rprop":  # its steps begin with the rate itself, and no schedule changes them
            lines.append('optimizer.param_groups[0]["lr"] = rate')
    if is_held:
        lines.append("before = [w.detach().clone() for w, _ in held]")
    lines += [pull for pull, _ in pulls]
    if training.optimizer.is_full_batch:
        lines += ["", "def closure():", f"    {forward}", *(f"    {line}" for line in backward), "    return loss", ""]
        lines += ["loss = optimizer.step(closure)", count]
    else:
        lines += [forward, count, *backward, "optimizer.step()"]
    after = [line for _, following in pulls for line in following]
    after += _max_norms(writing, kernel_places)
    if is_held:
        after += ["for (w, is_held), old in zip(held, before):", "    w[is_held] = old[is_held]"]
    return lines + (["with torch.no_grad():", *(f"    {line}" for line in after)] if after else [])


def _penalties(writing: Writing, kernel_places: list[Place]) -> list[str]:
    lines = []
    for place in kernel_places:
        l1, l2 = writing.strengths(place.slot.node)
        if l1:
            lines.append(f"loss = loss + {l1!r} * {place.text}.abs().sum()")
        if l2:
            lines.append(f"loss = loss + {l2!r} * {place.text}.square().sum()")
    return lines


def _pulls(writing: Writing, kernel_places: list[Place], rate: str) -> list[tuple[str, list[str]]]:
    """For each kernel the pull of the playground's rule, and the statements that follow it after the step."""
    found = []
    for number, place in enumerate(kernel_places):
        l1, l2 = writing.strengths(place.slot.node)
        weight, pull = f"{place.text}.data", f"pull_{number}"
        terms = [f"{l1!r} * {weight}.sign()"] if l1 else []
        terms += [f"{l2!r} * {weight}"] if l2 else []
        if not terms or writing.held(place.slot).all():
            continue
        after = [f"{weight} -= {rate} * {pull}"]
        if l1:  # a weight that is pulled across 0 stops there
            after = [f"moved = {weight} - {rate} * {pull}", f"{weight} = moved.where({weight} * moved >= 0, 0)"]
        found.append((f"{pull} = {' + '.join(terms)}", after))
    return found


def _max_norms(writing: Writing, kernel_places: list[Place]) -> list[str]:
    lines = []
    for place in kernel_places:
        most = writing.longest(place.slot.node)
        if most is not None and not writing.held(place.slot).all():
            lines.append(f"{place.text}.data = {place.text}.data.renorm(2, 0, {most!r})")
    return lines
