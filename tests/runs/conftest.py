"""A small plan with dropout, so that a run has weights, optimizer moments and a random state to keep."""

import numpy as np
import pytest

from nnplay.data import Dataset, ToyChoice, load
from nnplay.engine import Adam, Dense, Dropout, Input, Network, NetworkSpec, TrainingSettings
from nnplay.runs import RunPlan


@pytest.fixture
def spec() -> NetworkSpec:
    return NetworkSpec.chain(Input((2,)), Dense(6, "tanh"), Dropout(0.2), Dense(1, "tanh"))


@pytest.fixture
def parameters(spec) -> np.ndarray:
    network = Network(spec)
    network.initialize(np.random.default_rng(7))
    network.parameters.flags.writeable = False
    return network.parameters


@pytest.fixture
def settings() -> TrainingSettings:
    return TrainingSettings("half_squared_error", Adam(0.01), batch_size=9)


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return load(ToyChoice("circle", n_points=100), 1, 2)


@pytest.fixture
def plan(spec, parameters, dataset, settings) -> RunPlan:
    """Fifty examples in batches of nine: six steps an epoch, the last of five examples."""
    return RunPlan(spec, parameters, dataset, settings, shuffle_seed=3, step=0, epoch=0)
