"""W1 and W2: steps a second of networks so small that calls cost more than arithmetic."""

from __future__ import annotations

import warnings
from importlib.util import find_spec
from threading import Event
from typing import Any

import numpy as np

from nnplay import engine
from tests.benchmarks.lean import LeanChain
from tests.benchmarks.timing import Contestant, seconds
from tests.benchmarks.tutorial import TutorialChain

RATE = 0.03


class SmallNetwork:
    """One workload: sizes of the layers, batch size, and 500 points of a circle's data."""

    def __init__(self, sizes: tuple[int, ...], batch_size: int) -> None:
        rng = np.random.default_rng(1)
        self.sizes, self.batch_size = sizes, batch_size
        self.x = rng.uniform(-1, 1, (500, sizes[0])).astype(np.float32)
        self.y = np.sign((self.x[:, :2] ** 2).sum(axis=1, keepdims=True) - 0.5).astype(np.float32)
        self.steps_per_epoch = -(-500 // batch_size)

    def contestants(self) -> dict[str, Contestant]:
        """Each gives steps a second."""
        found = {"nnplay": self._nnplay(), "lean NumPy": self._lean(), "tutorial NumPy": self._tutorial()}
        if find_spec("torch"):
            found["PyTorch eager"] = self._torch()
        if find_spec("sklearn"):
            found["scikit-learn"] = self._sklearn()
        return found

    def _nnplay(self) -> Contestant:
        layers = [engine.Dense(units, "tanh") for units in self.sizes[1:]]
        network = engine.Network(engine.NetworkSpec.chain(engine.Input(self.sizes[:1]), *layers))
        network.initialize(np.random.default_rng(0))
        settings = engine.TrainingSettings("half_squared_error", engine.SGD(RATE), self.batch_size)
        trainer = engine.Trainer(network, engine.Examples(self.x, self.y), settings, np.random.default_rng(0))
        stop = Event()

        def train() -> None:
            # As the window's worker does it: look at the stop flag between slices of some milliseconds.
            last = trainer.step + 40_000
            while trainer.step < last and not stop.is_set():
                assert trainer.advance(1000).loss < np.inf

        return lambda: 40_000 / seconds(train)

    def _lean(self) -> Contestant:
        chain = LeanChain(self.sizes, self.x, self.y, RATE, self.batch_size)
        return lambda: 40_000 / seconds(lambda: chain.train(40_000))

    def _tutorial(self) -> Contestant:
        chain, x, y = TutorialChain(self.sizes), self.x.astype(np.float64), self.y.astype(np.float64)
        n_epochs = 10_000 // self.steps_per_epoch
        n_steps = n_epochs * self.steps_per_epoch
        return lambda: n_steps / seconds(lambda: chain.train(x, y, RATE, self.batch_size, n_epochs))

    def _torch(self) -> Contestant:
        import torch

        torch.set_num_threads(1)
        layers: list[Any] = []
        for n_in, n_out in zip(self.sizes[:-1], self.sizes[1:], strict=True):
            layers += [torch.nn.Linear(n_in, n_out), torch.nn.Tanh()]
        model = torch.nn.Sequential(*layers)
        optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
        x, y = torch.from_numpy(self.x), torch.from_numpy(self.y)
        n_epochs = 3_000 // self.steps_per_epoch

        def train() -> None:
            for _ in range(n_epochs):
                total = 0.0
                for rows in torch.randperm(len(x)).split(self.batch_size):
                    optimizer.zero_grad()
                    loss = 0.5 * ((model(x[rows]) - y[rows]) ** 2).sum(dim=1).mean()
                    loss.backward()
                    optimizer.step()
                    total += loss.item()

        return lambda: n_epochs * self.steps_per_epoch / seconds(train)

    def _sklearn(self) -> Contestant:
        from sklearn.neural_network import MLPRegressor

        n_epochs = 6_000 // self.steps_per_epoch

        def train() -> None:
            model = MLPRegressor(
                hidden_layer_sizes=self.sizes[1:-1],
                activation="tanh",
                solver="sgd",
                alpha=0.0,
                batch_size=self.batch_size,
                learning_rate_init=RATE,
                max_iter=n_epochs,
                momentum=0.0,
                tol=0.0,
                n_iter_no_change=n_epochs,
            )
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                model.fit(self.x, self.y.ravel())

        return lambda: n_epochs * self.steps_per_epoch / seconds(train)


W1 = SmallNetwork((2, 4, 2, 1), 10)
W2 = SmallNetwork((7, 8, 8, 8, 8, 8, 8, 1), 30)
