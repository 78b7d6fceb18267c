"""The project as a program for PyTorch: an ``nn.Sequential`` where it can be one, else an ``nn.Module`` of its own."""

from __future__ import annotations

from nnplay.data import Task
from nnplay.engine import Loss
from nnplay.engine.losses import Huber
from nnplay.exchange.export import Translate, untranslated
from nnplay.exchange.program.answers import answer_lines
from nnplay.exchange.program.data import data_blocks, import_lines, needs_file, one_hot_lines
from nnplay.exchange.program.differences import Difference
from nnplay.exchange.program.pytorch_fit import fit_lines, optimizer_lines
from nnplay.exchange.program.pytorch_layers import is_fused
from nnplay.exchange.program.pytorch_model import (
    definition_lines,
    held_lines,
    model_lines,
    places,
    weight_arrays,
)
from nnplay.exchange.program.schedule import schedule_lines
from nnplay.exchange.program.text import Line, Program, assemble, identifiers, lines_of, quoted
from nnplay.exchange.program.writing import (
    DEFINE,
    EVALUATE,
    FIT,
    NO_TEST,
    OPTIMIZER,
    Writing,
)
from nnplay.exchange.tensors import Array
from nnplay.project import Project

_LOSSES = {
    "half_squared_error": "0.5 * ((a - y) ** 2).sum(dim=1).mean()",
    "squared_error_sum": "((a - y) ** 2).sum(dim=1).mean()",
    "hinge": "torch.relu(1 - torch.where(y > 0, 1, -1) * a).mean()",
}
_OBJECTS = {"mean_squared_error": "nn.MSELoss()", "mean_absolute_error": "nn.L1Loss()"}

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
        "shift",
        "scale",
        "names",
        "answer",
        "outputs",
        "held",
    ),
    # What every nn.Module has.
    *("add_module", "apply", "bfloat16", "buffers", "call_super_init", "children", "compile", "cpu", "cuda", "double"),
    *("dump_patches", "eval", "extra_repr", "float", "forward", "get_buffer", "get_extra_state", "get_parameter"),
    *("get_submodule", "half", "ipu", "load_state_dict", "modules", "mtia", "named_buffers", "named_children"),
    *("named_modules", "named_parameters", "parameters", "register_buffer", "register_module", "register_parameter"),
    *("requires_grad_", "set_extra_state", "set_submodule", "share_memory", "state_dict", "to", "to_empty", "train"),
    *("training", "type", "xpu", "zero_grad", "register_forward_hook", "register_backward_hook"),
)


def pytorch_program(
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
    blocks = [
        definitions,
        *definition_lines(writing, names),
        *_loss_definition(writing),
        _accuracy(writing),
        schedule_lines(writing),
        _seed(writing),
        [
            *data,
            *one_hot_lines(writing, f'np.eye({project.data.n_outputs}, dtype="float32")[{{y}}]'),
            *_tensors(writing),
        ],
        [*writing.comment(DEFINE), *model_lines(writing, names), Line("print(model)")],
        _weights(writing),
        held_lines(writing, names),
        [*writing.comment(OPTIMIZER), *optimizer_lines(writing)] if writing.learns else [],
        [*writing.comment(FIT), *_loss_object(writing), *fit_lines(writing, places(writing, names))],
        _evaluation(writing),
        answer_lines(writing, "model(torch.tensor({x})).detach().numpy()", "{y}[:10].numpy()"),
    ]
    imports = [
        "import numpy as np",
        "import torch",
        "from torch import nn",
        "from torch.utils.data import DataLoader, TensorDataset",
    ]
    if any("F." in line.text for block in blocks for line in block):
        imports.insert(2, "import torch.nn.functional as F")
    standard = ("import copy",) if project.stop.patience is not None else ()
    head = [
        writing.heading("PyTorch", "pip install torch numpy"),
        import_lines(writing, *imports, standard=standard),
    ]
    data_file = writing.data_file if needs_file(project) else ""
    return Program(assemble(*head, *blocks), data_file, writing.weights_file if writing.has_weights else "")


def pytorch_weights(writing: Writing) -> dict[str, Array]:
    """What the file with the weights holds: a state dict of the model."""
    return weight_arrays(writing, identifiers(writing.network, _TAKEN))


def _seed(writing: Writing) -> list[Line]:
    masks = writing.differs(Difference.DROPOUT) if writing.has_chance else []
    return [
        *writing.differs(Difference.CHANCE, library="PyTorch"),
        *masks,
        Line(f"torch.manual_seed({writing.project.seeds.shuffle})"),
    ]


def _weights(writing: Writing) -> list[Line]:
    if not writing.has_weights:
        return []
    return lines_of(
        f"with np.load({quoted(writing.weights_file)}) as weights:\n"
        "    model.load_state_dict({name: torch.tensor(w) for name, w in weights.items()})"
    )


def _loss_object(writing: Writing) -> list[Line]:
    text = _loss_module(writing.loss, writing)
    return [Line(f"loss_function = {text}")] if text else []


def _loss_definition(writing: Writing) -> list[list[Line]]:
    if _loss_module(writing.loss, writing):
        return []
    return [lines_of(f"def loss_function(a, y):\n    return {_loss(writing.loss, writing)}")]


def _loss_module(loss: Loss, writing: Writing) -> str:
    """The loss as a module of PyTorch's; empty where it has none."""
    smoothing = getattr(loss, "label_smoothing", 0.0)
    if isinstance(loss, Huber):
        return "nn.HuberLoss()" if loss.delta == 1 else f"nn.HuberLoss(delta={loss.delta!r})"
    if is_fused(writing) and loss.takes_classes:
        return f"nn.CrossEntropyLoss(label_smoothing={smoothing!r})" if smoothing else "nn.CrossEntropyLoss()"
    if is_fused(writing) and not smoothing:
        return "nn.BCEWithLogitsLoss()"
    return _OBJECTS.get(loss.name, "")


def _loss(loss: Loss, writing: Writing) -> str:
    """The loss as an expression of the outputs ``a`` and the targets ``y``."""
    smoothing = getattr(loss, "label_smoothing", 0.0)
    if loss.name in _LOSSES:
        return _LOSSES[loss.name]
    if loss.takes_classes and not writing.is_one_hot:
        return "F.nll_loss(torch.log(a.clamp_min(1e-38)), y)"
    target = "y"
    if smoothing:
        doubt = smoothing * (1 / writing.project.data.n_outputs if loss.takes_classes else 0.5)
        target = f"({1 - smoothing!r} * y + {doubt!r})"
    if loss.takes_classes:
        return f"-({target} * torch.log(a.clamp_min(1e-38))).sum(dim=1).mean()"
    if is_fused(writing):
        return f"F.binary_cross_entropy_with_logits(a, {target.strip('()')})"
    return f"F.binary_cross_entropy(a.clamp(1e-7, 1 - 1e-7), {target.strip('()')})"


def _accuracy(writing: Writing) -> list[Line]:
    task = writing.project.data.task
    if task is Task.REGRESSION:
        return []
    # Before the sigmoid, which then is part of the loss, the middle is 0.
    middle = 0.5 if task is Task.YES_NO and not is_fused(writing) else 0
    target = 0.5 if task is Task.YES_NO else 0
    right = f"(a >= {middle}) == (y >= {target})"
    if task is Task.MULTICLASS:
        right = "a.argmax(dim=1) == y" + (".argmax(dim=1)" if writing.is_one_hot else "")
    return lines_of(f"def accuracy(a, y):\n    return ({right}).float().mean().item()")


def _tensors(writing: Writing) -> list[Line]:
    n_axes = len(writing.project.data.input_shape)
    first = "" if n_axes == 1 else ".movedim(-1, 1)"
    lines = [Line("# PyTorch has the channels first.")] if first else []
    for part in ("train", "test") if writing.has_test else ("train",):
        lines.append(Line(f"x_{part} = torch.tensor(x_{part}){first}"))
        lines.append(Line(f"y_{part} = torch.tensor(y_{part})"))
    return lines


def _evaluation(writing: Writing) -> list[Line]:
    part, name = writing.judged, "val_" if writing.has_test else ""
    lines = [*writing.comment(EVALUATE), *([] if writing.has_test else writing.comment(NO_TEST))]
    lines += lines_of(f"model.eval()\nwith torch.no_grad():\n    outputs = model(x_{part})")
    lines.append(Line(f'print(f"{name}loss: {{loss_function(outputs, y_{part}).item():.4f}}")'))
    if writing.project.data.task is not Task.REGRESSION:
        lines.append(Line(f'print(f"{name}accuracy: {{accuracy(outputs, y_{part}):.4f}}")'))
    after = "outputs"
    if is_fused(writing):
        after = "outputs.softmax(dim=1)" if writing.loss.takes_classes else "outputs.sigmoid()"
    return [*lines, Line(f"predictions = {after}.numpy()")]
