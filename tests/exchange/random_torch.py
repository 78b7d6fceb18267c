"""PyTorch networks of random shape, and how many of their state dicts come in right.

``python -m tests.exchange.random_torch 60`` needs PyTorch and safetensors. Each network is saved as ``.pt`` and as
``.safetensors``, its weights are read into a network of the same layers with other weights, and both are asked about
the same inputs.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from nnplay.engine import (
    Activation,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Input,
    Layer,
    LayerNormalization,
    MaxPooling2D,
    Network,
    NetworkSpec,
)
from nnplay.exchange.model import Model
from nnplay.exchange.placing import project_of
from nnplay.exchange.weights import with_weights_of

TOLERANCE = 1e-5
_EPSILON = 1e-5  # PyTorch's in both normalizations


class Pair:
    """The same layers for PyTorch and for nnplay, added two by two."""

    def __init__(self, torch: Any, rng: np.random.Generator) -> None:
        self._nn, self._torch, self._rng = torch.nn, torch, rng
        is_picture = rng.random() < 0.5
        self.shape = (
            (int(rng.integers(1, 4)), *rng.integers(6, 11, 2).tolist()) if is_picture else (rng.integers(1, 7),)
        )
        self.shape = tuple(int(n) for n in self.shape)
        self.theirs: list[Any] = []
        self.ours: list[Layer] = [Input((*self.shape[1:], self.shape[0]) if is_picture else self.shape)]
        if is_picture:
            for _ in range(int(rng.integers(1, 3))):
                self._convolution()
            self._add(self._nn.Flatten(), Flatten())
            if rng.random() < 0.3:  # behind a flattened picture: channels come first there
                self._normalize(is_picture=False)
        for _ in range(int(rng.integers(1, 4))):
            self._linear()

    def _add(self, theirs: Any, ours: Layer) -> None:
        self.theirs.append(theirs)
        self.ours.append(ours)

    def _chance(self, share: float) -> bool:
        return bool(self._rng.random() < share)

    def _width(self) -> int:
        """How many channels or numbers come next."""
        model = self._nn.Sequential(*self.theirs)
        model.train(mode=False)
        return int(model(self._torch.zeros(1, *self.shape)).shape[1])

    def _convolution(self) -> None:
        filters, has_bias = int(self._rng.integers(1, 5)), self._chance(0.7)
        size, padding = (
            (int(self._rng.integers(1, 4)), int(self._rng.integers(1, 4))),
            self._rng.choice(["valid", "same"]),
        )
        convolution = self._nn.Conv2d(self._width(), filters, size, padding=str(padding), bias=has_bias)
        self._add(convolution, Conv2D(filters, size, padding=str(padding), use_bias=has_bias))
        if self._chance(0.4):
            self._normalize(is_picture=True)
        self._activate()
        if self._chance(0.3):
            is_max = self._chance(0.5)
            theirs = self._nn.MaxPool2d(2) if is_max else self._nn.AvgPool2d(2)
            self._add(theirs, MaxPooling2D() if is_max else AveragePooling2D())

    def _linear(self) -> None:
        units, has_bias = int(self._rng.integers(1, 6)), self._chance(0.8)
        self._add(self._nn.Linear(self._width(), units, bias=has_bias), Dense(units, use_bias=has_bias))
        if self._chance(0.5):
            self._normalize(is_picture=False)
        self._activate()
        if self._chance(0.2):
            self._add(self._nn.Dropout(0.3), Dropout(0.3))

    def _normalize(self, *, is_picture: bool) -> None:
        n = self._width()
        if is_picture:
            self._add(self._nn.BatchNorm2d(n), BatchNormalization(_EPSILON))
        elif self._chance(0.5):
            self._add(self._nn.LayerNorm(n), LayerNormalization(_EPSILON))
        else:
            has_both = self._chance(0.7)
            ours = BatchNormalization(_EPSILON, center=has_both, scale=has_both)
            self._add(self._nn.BatchNorm1d(n, affine=has_both), ours)

    def _activate(self) -> None:
        nn = self._nn
        choices: dict[str, Callable[[], Any]] = {
            "relu": nn.ReLU, "tanh": nn.Tanh, "sigmoid": nn.Sigmoid, "gelu": nn.GELU, "silu": nn.SiLU,
            "prelu": lambda: nn.PReLU(self._width() if self._chance(0.5) else 1),
        }  # fmt: skip
        name = str(self._rng.choice(list(choices)))
        self._add(choices[name](), Activation(name))

    def model(self) -> Any:
        """PyTorch's, with random weights and moving averages that have moved."""
        model = self._nn.Sequential(*self.theirs)
        for parameter in model.parameters():
            self._nn.init.normal_(parameter, std=0.5)
        model.train()
        for _ in range(3):
            model(self._torch.randn(8, *self.shape))
        model.train(mode=False)
        return model


def differences(torch: Any, save_file: Any, seed: int, folder: Path) -> dict[str, float]:
    """How far the outputs are from PyTorch's by the file's suffix, for outputs beyond 1 as a share."""
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    pair = Pair(torch, rng)
    model = pair.model()
    torch.save(model.state_dict(), folder / "a.pt")
    save_file(model.state_dict(), folder / "a.safetensors")
    x = torch.randn(5, *pair.shape)
    with torch.no_grad():
        expected = model(x).numpy()
    network = NetworkSpec.chain(*pair.ours)
    others = rng.normal(size=network.n_parameters).astype(np.float32)
    project = project_of(Model(network, others), "Random")[0]
    ours = x.numpy().transpose(0, 2, 3, 1) if x.ndim == 4 else x.numpy()
    found = {}
    for suffix in (".pt", ".safetensors"):
        read = with_weights_of(project, folder / f"a{suffix}")
        running = Network(read.network)
        running.load(read.parameters)
        given = running.predict(np.ascontiguousarray(ours))
        found[suffix] = float((np.abs(given - expected) / np.maximum(1, np.abs(expected))).max())
    return found


def main() -> int:
    import torch
    from safetensors.torch import save_file

    n = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    n_wrong, worst = 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(n):
            for suffix, difference in differences(torch, save_file, seed, Path(folder)).items():
                worst = max(worst, difference)
                if not difference < TOLERANCE:
                    n_wrong += 1
                    print(f"seed {seed}, {suffix}: {difference:g} apart")
    print(f"{n} networks, each as .pt and .safetensors: {n_wrong} wrong, at most {worst:.1e} apart")
    return 1 if n_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
