"""The cases on which nnplay and PyTorch have to agree, and PyTorch's side of them.

``python -m tests.engine.reference.torch_cases`` writes torch.json, which stands in where PyTorch is not installed.

Both sides run in float64 from the same weights through the same batches, ``N_STEPS`` steps; the last batch of an epoch
is a short one. PyTorch sees the parameters as one flat leaf, laid out as nnplay's, so that the two vectors compare as
they are. Where PyTorch defines an optimizer differently the settings make the definitions meet: the place of epsilon
(RMSprop, AdaGrad) does not matter when it is tiny, Nadam's schedule is ``momentum_decay=1``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nnplay import engine

FILE = Path(__file__).with_name("torch.json")
N_STEPS = 200
N_EXAMPLES = 30
BATCH_SIZE = 8
TINY = 1e-16

OPTIMIZERS: dict[str, tuple[engine.Optimizer, str, dict[str, Any]]] = {
    "sgd": (engine.SGD(0.05), "SGD", {"lr": 0.05}),
    "momentum": (engine.SGD(0.02, momentum=0.9), "SGD", {"lr": 0.02, "momentum": 0.9}),
    "nesterov": (engine.SGD(0.02, 0.9, True), "SGD", {"lr": 0.02, "momentum": 0.9, "nesterov": True}),
    "adagrad": (
        engine.Adagrad(0.05, epsilon=TINY),
        "Adagrad",
        {"lr": 0.05, "initial_accumulator_value": 0.1, "eps": TINY},
    ),
    "adadelta": (engine.Adadelta(1.0, 0.9, 1e-6), "Adadelta", {"lr": 1.0, "rho": 0.9, "eps": 1e-6}),
    "rmsprop": (engine.RMSprop(0.003, epsilon=TINY), "RMSprop", {"lr": 0.003, "alpha": 0.9, "eps": TINY}),
    "rmsprop_momentum_centered": (
        engine.RMSprop(0.001, 0.9, 0.9, TINY, True),
        "RMSprop",
        {"lr": 0.001, "alpha": 0.9, "momentum": 0.9, "eps": TINY, "centered": True},
    ),
    "adam": (engine.Adam(0.01), "Adam", {"lr": 0.01, "eps": 1e-7}),
    "adamw": (engine.AdamW(0.01, weight_decay=0.05), "AdamW", {"lr": 0.01, "eps": 1e-7, "weight_decay": 0.05}),
    "nadam": (engine.Nadam(0.01), "NAdam", {"lr": 0.01, "eps": 1e-7, "momentum_decay": 1.0}),
    "rprop": (engine.Rprop(0.01), "Rprop", {"lr": 0.01}),
}


@dataclass(frozen=True)
class Case:
    """A network with its data; ``torch_loss(torch, x, y, view)`` is the same in PyTorch."""

    spec: engine.NetworkSpec
    loss: str
    x: np.ndarray[Any, Any]
    y: np.ndarray[Any, Any]
    torch_loss: Callable[..., Any]

    @property
    def start(self) -> np.ndarray[Any, Any]:
        """Initial parameters: not the engine's initializers, so that those may change."""
        return np.random.default_rng(3).uniform(-0.6, 0.6, self.spec.n_parameters)

    @property
    def examples(self) -> engine.Examples:
        """The data as the trainer takes them."""
        return engine.Examples(self.x, self.y)


def _chain_loss(torch: Any, x: Any, y: Any, view: Callable[[str, str], Any]) -> Any:
    h = torch.tanh(x @ view("one", "kernel") + view("one", "bias"))
    h = torch.relu(h @ view("two", "kernel") + view("two", "bias"))
    return torch.nn.functional.cross_entropy(h @ view("out", "kernel") + view("out", "bias"), y)


def _skip_loss(torch: Any, x: Any, y: Any, view: Callable[[str, str], Any]) -> Any:
    one = torch.tanh(x @ view("one", "kernel") + view("one", "bias"))
    two = torch.sigmoid(one @ view("two", "kernel") + view("two", "bias"))
    out = (one + two) @ view("out", "kernel") + view("out", "bias")
    return 0.5 * ((out - y) ** 2).sum(dim=1).mean()


def _conv_loss(torch: Any, x: Any, y: Any, view: Callable[[str, str], Any]) -> Any:
    functional = torch.nn.functional
    kernel = view("conv", "kernel").permute(3, 2, 0, 1)  # (height, width, in, out) to (out, in, height, width)
    h = torch.relu(functional.conv2d(x.permute(0, 3, 1, 2), kernel, view("conv", "bias")))
    h = functional.max_pool2d(h, 2).permute(0, 2, 3, 1).flatten(1)
    return functional.cross_entropy(h @ view("out", "kernel") + view("out", "bias"), y)


def cases() -> dict[str, Case]:
    """The networks by name: a chain, one with a skip connection, a small convolutional one."""
    e, rng = engine, np.random.default_rng(5)
    x, classes = rng.normal(size=(N_EXAMPLES, 3)), rng.integers(0, 3, N_EXAMPLES)
    chain = e.NetworkSpec.chain(
        e.Input((3,)), e.Dense(5, "tanh"), e.Dense(4, "relu"), e.Dense(3, "softmax"), names=("in", "one", "two", "out")
    )
    skip = e.NetworkSpec(
        (
            e.Node("in", e.Input((3,))),
            e.Node("one", e.Dense(4, "tanh"), ("in",)),
            e.Node("two", e.Dense(4, "sigmoid"), ("one",)),
            e.Node("sum", e.Add(), ("one", "two")),
            e.Node("out", e.Dense(2), ("sum",)),
        )
    )
    conv = e.NetworkSpec.chain(
        e.Input((6, 6, 2)),
        e.Conv2D(3, 3, activation="relu"),
        e.MaxPooling2D(2),
        e.Flatten(),
        e.Dense(3, "softmax"),
        names=("in", "conv", "pool", "flat", "out"),
    )
    pictures = rng.normal(size=(N_EXAMPLES, 6, 6, 2))
    loss = "sparse_categorical_crossentropy"
    return {
        "chain": Case(chain, loss, x, classes, _chain_loss),
        "skip": Case(skip, "half_squared_error", x, rng.normal(size=(N_EXAMPLES, 2)), _skip_loss),
        "conv": Case(conv, loss, pictures, classes, _conv_loss),
    }


def train_here(case: Case, optimizer: engine.Optimizer) -> np.ndarray[Any, Any]:
    """The parameters after ``N_STEPS`` steps of nnplay."""
    network = engine.Network(case.spec, np.float64)
    network.parameters[...] = case.start
    settings = engine.TrainingSettings(case.loss, optimizer, BATCH_SIZE)
    trainer = engine.Trainer(network, case.examples, settings, np.random.default_rng(11))
    while trainer.step < N_STEPS:
        trainer.advance(N_STEPS - trainer.step)
    return network.parameters


def train_in_torch(torch: Any, case: Case, kind: str, options: dict[str, Any]) -> np.ndarray[Any, Any]:
    """The parameters after ``N_STEPS`` steps of PyTorch, through the batches that the trainer draws."""
    flat = torch.tensor(case.start, requires_grad=True)
    optimizer = getattr(torch.optim, kind)([flat], **options)
    slots = {(slot.node, slot.name): slot for slot in case.spec.slots}
    x, y = torch.tensor(case.x), torch.tensor(case.y)

    def view(node: str, name: str) -> Any:
        slot = slots[node, name]
        return flat[slot.span].reshape(slot.shape)

    rng, order, n_steps = np.random.default_rng(11), np.arange(N_EXAMPLES), 0
    while True:
        rng.shuffle(order)
        for start in range(0, N_EXAMPLES, BATCH_SIZE):
            rows = order[start : start + BATCH_SIZE]
            optimizer.zero_grad()
            case.torch_loss(torch, x[rows], y[rows], view).backward()
            optimizer.step()
            n_steps += 1
            if n_steps == N_STEPS:
                return flat.detach().numpy()


def main() -> None:
    """Write torch.json."""
    import torch

    torch.set_num_threads(1)
    found = {
        name: {
            label: [float(f"{value:.12g}") for value in train_in_torch(torch, case, kind, options)]
            for label, (_, kind, options) in OPTIMIZERS.items()
        }
        for name, case in cases().items()
    }
    FILE.write_text(json.dumps({"torch": torch.__version__, "parameters": found}) + "\n")


if __name__ == "__main__":
    main()
