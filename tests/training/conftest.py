"""The plan of the tests of runs as a project, and a controller that trains it."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from nnplay.data import DIGITS, Dataset, IdxFolderChoice, Task, ToyChoice
from nnplay.engine import Dense, Examples, Flatten, Input, NetworkSpec, TrainingSettings
from nnplay.project import Project, Seeds
from nnplay.runs import Outcome
from nnplay.training import TrainingController
from tests.runs.conftest import dataset, parameters, plan, settings, spec

__all__ = ["dataset", "parameters", "plan", "settings", "spec"]


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
