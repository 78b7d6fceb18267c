"""A small project with dropout, so that a run has weights, optimizer moments and a random state to keep."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from nnplay.data import DIGITS, Dataset, IdxFolderChoice, Task, ToyChoice, load
from nnplay.engine import Adam, Dense, Dropout, Examples, Flatten, Input, Network, NetworkSpec, TrainingSettings
from nnplay.project import Project, Seeds
from nnplay.training import Outcome, TrainingController
from nnplay.training.jobs import RunPlan


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


@pytest.fixture
def project(spec, parameters, settings) -> Project:
    """The plan's network, data and seeds as a project that was never trained."""
    return Project(
        title="circle",
        network=spec,
        positions=row_of_layers(spec),
        parameters=parameters,
        data=ToyChoice("circle", n_points=100),
        training=settings,
        seeds=Seeds(data=1, split=2, weights=7, shuffle=3),
    )


@pytest.fixture
def digits_project() -> Project:
    """A project whose data lie in files."""
    spec = NetworkSpec.chain(Input((28, 28, 1)), Flatten(), Dense(10, "softmax"))
    return Project(
        title="digits",
        network=spec,
        positions=row_of_layers(spec),
        parameters=np.zeros(spec.n_parameters, np.float32),
        data=IdxFolderChoice("somewhere"),
        training=TrainingSettings("sparse_categorical_crossentropy"),
    )


@pytest.fixture(scope="session")
def digits() -> Dataset:
    """What those files could hold: twenty pictures of noise, two of each class."""
    pictures = np.random.default_rng(0).integers(0, 256, (20, 28, 28, 1), np.uint8)
    examples = Examples(pictures, np.arange(20) % 10, 1 / 255)
    return Dataset("mnist", Task.MULTICLASS, examples, examples, (28, 28, 1), DIGITS)


def row_of_layers(spec: NetworkSpec) -> dict[str, tuple[float, float]]:
    return {node.name: (200.0 * i, 0.0) for i, node in enumerate(spec.nodes)}


@pytest.fixture
def controller(qtbot) -> Iterator[TrainingController]:
    controller = TrainingController()
    yield controller
    controller.close()


@pytest.fixture
def wait_until(qtbot) -> Callable[[Callable[[], bool]], None]:
    return lambda condition: qtbot.waitUntil(condition, timeout=20_000)


@pytest.fixture
def train(controller, qtbot) -> Callable[[int], Outcome]:
    def train(n_epochs: int) -> Outcome:
        with qtbot.waitSignal(controller.run_committed, timeout=20_000) as committed:
            controller.start(n_epochs)
        return committed.args[0]

    return train
