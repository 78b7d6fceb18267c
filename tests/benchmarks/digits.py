"""W3: seconds an epoch of 784-128 ReLU - dropout 0.5 - 10 softmax, Adam, batch 64, on 60,000 digits."""

from __future__ import annotations

import os
import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from nnplay import engine
from tests.benchmarks.timing import Contestant, seconds

BATCH_SIZE = 64
N_EXAMPLES = 60_000

Array = np.ndarray[Any, Any]


@cache
def digits() -> tuple[Array, Array]:
    """MNIST's training part from the folder that NNPLAY_DATA names, or noise of the same size: (n, 784) uint8, (n,)."""
    folder = os.environ.get("NNPLAY_DATA")
    if folder:
        from nnplay.data.idx import read_idx

        images = read_idx(Path(folder) / "mnist" / "train-images-idx3-ubyte.gz")
        labels = read_idx(Path(folder) / "mnist" / "train-labels-idx1-ubyte.gz")
        return images.reshape(-1, 784), labels.astype(np.int64)
    rng = np.random.default_rng(0)
    return rng.integers(0, 256, (N_EXAMPLES, 784), np.uint8), rng.integers(0, 10, N_EXAMPLES)


def contestants() -> dict[str, Contestant]:
    """Each gives seconds an epoch."""
    found: dict[str, Contestant] = {"nnplay": nnplay_epoch(), "its matrix products": products_alone()}
    if find_spec("torch"):
        found |= {"PyTorch eager": torch_epoch(), "PyTorch fused Adam": torch_epoch(is_fused=True)}
    if find_spec("sklearn"):
        found["scikit-learn"] = sklearn_epoch()
    return found


def nnplay_epoch() -> Contestant:
    """The engine on uint8 pictures, with running loss and accuracy."""
    images, labels = digits()
    spec = engine.NetworkSpec.chain(
        engine.Input((784,)), engine.Dense(128, "relu"), engine.Dropout(0.5), engine.Dense(10, "softmax")
    )
    network = engine.Network(spec)
    network.initialize(np.random.default_rng(0))
    settings = engine.TrainingSettings("sparse_categorical_crossentropy", engine.Adam(), BATCH_SIZE)
    examples = engine.Examples(images, labels, 1 / 255)
    trainer = engine.Trainer(network, examples, settings, np.random.default_rng(0))

    def epoch() -> None:
        while not trainer.advance(20).is_epoch_end:
            pass

    return lambda: seconds(epoch)


def products_alone() -> Contestant:
    """The five products of every step, and nothing else."""
    f = np.float32
    x, h, dh = np.ones((BATCH_SIZE, 785), f).T, np.ones((129, BATCH_SIZE), f), np.ones((128, BATCH_SIZE), f)
    w1, w2 = np.ones((785, 128), f), np.ones((129, 10), f)
    out, g1, g2 = np.ones((10, BATCH_SIZE), f), np.empty_like(w1), np.empty_like(w2)

    def epoch() -> None:
        for _ in range(N_EXAMPLES // BATCH_SIZE):
            w1.T.dot(x, dh)
            w2.T.dot(h, out)
            h.dot(out.T, g2)
            w2[:-1].dot(out, dh)
            x.dot(dh.T, g1)

    return lambda: seconds(epoch)


def torch_epoch(*, is_fused: bool = False) -> Contestant:
    """A plain loop over tensors in memory, without a DataLoader, which would be slower."""
    import torch

    torch.set_num_threads(1)
    images, labels = digits()
    nn = torch.nn
    model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 10))
    optimizer = torch.optim.Adam(model.parameters(), fused=is_fused or None)
    x, y = torch.from_numpy(images).float() / 255, torch.from_numpy(labels)

    def epoch() -> None:
        total = 0.0
        n_right = 0
        for rows in torch.randperm(len(x)).split(BATCH_SIZE):
            optimizer.zero_grad()
            output = model(x[rows])
            loss = nn.functional.cross_entropy(output, y[rows])
            loss.backward()
            optimizer.step()
            total += loss.item()
            n_right += int((output.argmax(dim=1) == y[rows]).sum())

    return lambda: seconds(epoch)


def sklearn_epoch() -> Contestant:
    """MLPClassifier; it knows no dropout."""
    from sklearn.neural_network import MLPClassifier

    images, labels = digits()
    x = images.astype(np.float32) / 255

    def epoch() -> None:
        model = MLPClassifier((128,), solver="adam", alpha=0.0, batch_size=BATCH_SIZE, max_iter=1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model.fit(x, labels)

    return lambda: seconds(epoch)
