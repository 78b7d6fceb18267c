"""W4: images a second of a small convolutional network on digits, batch 64, Adam."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np

from nnplay import engine
from tests.benchmarks.digits import BATCH_SIZE, digits
from tests.benchmarks.timing import Contestant, seconds

N_STEPS = 60


def contestants() -> dict[str, Contestant]:
    """Each gives images a second."""
    found = {"nnplay": _nnplay()}
    if find_spec("torch"):
        found |= {"PyTorch eager": _torch(), "PyTorch channels_last": _torch(is_channels_last=True)}
    return found


def _nnplay() -> Contestant:
    images, labels = digits()
    spec = engine.NetworkSpec.chain(
        engine.Input((28, 28, 1)),
        engine.Conv2D(8, 3, activation="relu"),
        engine.MaxPooling2D(2),
        engine.Conv2D(16, 3, activation="relu"),
        engine.MaxPooling2D(2),
        engine.Flatten(),
        engine.Dense(10, "softmax"),
    )
    network = engine.Network(spec)
    network.initialize(np.random.default_rng(0))
    settings = engine.TrainingSettings("sparse_categorical_crossentropy", engine.Adam(), BATCH_SIZE)
    examples = engine.Examples(images.reshape(-1, 28, 28, 1), labels, 1 / 255)
    trainer = engine.Trainer(network, examples, settings, np.random.default_rng(0))
    return lambda: N_STEPS * BATCH_SIZE / seconds(lambda: trainer.advance(N_STEPS))


def _torch(*, is_channels_last: bool = False) -> Contestant:
    import torch

    torch.set_num_threads(1)
    images, labels = digits()
    nn = torch.nn
    model = nn.Sequential(
        nn.Conv2d(1, 8, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 10),
    )
    layout = torch.channels_last if is_channels_last else torch.contiguous_format
    model = model.to(memory_format=layout)
    optimizer = torch.optim.Adam(model.parameters())
    n = N_STEPS * BATCH_SIZE
    x, y = torch.from_numpy(images[:n]).float().reshape(-1, 1, 28, 28) / 255, torch.from_numpy(labels[:n])
    x = x.to(memory_format=layout)

    def train() -> None:
        total = 0.0
        for rows in torch.randperm(n).split(BATCH_SIZE):
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            total += loss.item()

    return lambda: n / seconds(train)
