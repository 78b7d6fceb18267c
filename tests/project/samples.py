"""Projects for tests, and what makes two of them the same."""

import numpy as np

from nnplay.data import IdxFolderChoice
from nnplay.engine import Dense
from nnplay.project import History, Project, edits, run_edits
from nnplay.project.history import CURVES
from nnplay.project.presets import preset


def trained(project: Project, n_points: int = 5) -> Project:
    """The project with other weights and some history, as if it had been trained."""
    rng = np.random.default_rng(len(project.parameters))
    parameters = project.parameters + rng.normal(0, 0.3, len(project.parameters)).astype(np.float32)
    curves = {name: rng.random(n_points) for name in CURVES}
    curves["epoch"] = np.arange(1.0, n_points + 1)
    curves["test_accuracy"][-1:] = np.nan
    return run_edits.set_trained(project, parameters, History(**curves, step=25 * n_points, seconds=12.25))


def circle() -> Project:
    return trained(preset("circle"))


def small_digits() -> Project:
    """A project on pictures with few weights."""
    project = edits.replace_layer(preset("mnist-mlp"), "dense", Dense(3, "relu"))
    return trained(edits.set_data(project, IdxFolderChoice("/somewhere/数字")))


def view(project: Project, node: str, name: str):
    """One weight array of a project."""
    slot = next(slot for slot in project.network.node_slots(node) if slot.name == name)
    return project.parameters[slot.span].reshape(slot.shape)


def assert_same(one: Project, other: Project) -> None:
    """All that a project holds is equal, numbers to the bit."""
    for name in ("title", "network", "data", "training", "seeds", "muted", "stop"):
        assert getattr(one, name) == getattr(other, name)
    assert dict(one.positions) == dict(other.positions)
    assert one.parameters.tobytes() == other.parameters.tobytes()
    assert (one.history.step, one.history.seconds) == (other.history.step, other.history.seconds)
    for name in CURVES:
        assert getattr(one.history, name).tobytes() == getattr(other.history, name).tobytes()
