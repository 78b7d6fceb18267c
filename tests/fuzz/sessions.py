"""Random sessions: edits, huge rates, every optimizer; each state can be saved and opened: ``… sessions N [SEED]``.

Prints one line of JSON: how many states were saved and opened, and the list of those that were not.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnplay.engine import OPTIMIZERS, NnplayError, TrainingSettings
from nnplay.project import Project, edits, run_edits
from nnplay.project.presets import preset
from nnplay.project.storage.file import open_project, save
from tests.fuzz.random_projects import trained

_PRESETS = ("circle", "xor", "body-measures", "line-3x", "plane", "logic-and")
_MOST_STEPS = 6


def random_state(rng: np.random.Generator) -> Project:
    """A state that a session reaches: some edits and some training, one after the other."""
    project = preset(str(rng.choice(_PRESETS)))
    for _ in range(rng.integers(1, 6)):
        try:
            project = _edited(project, rng)
        except NnplayError:
            continue  # as in the window, where a refused edit changes nothing
    return project


def _edited(project: Project, rng: np.random.Generator) -> Project:
    kind = rng.integers(5)
    if kind == 0:
        name = str(rng.choice(["relu", "linear", "tanh"]))
        nodes = [node.name for node in project.network.nodes if "activation" in node.layer.__dict__]
        layer = str(rng.choice(nodes))
        return edits.change_layer(project, layer, {"activation": name})
    if kind == 1:
        vector = project.parameters.copy()
        vector[rng.integers(vector.size)] = np.float32(10.0 ** rng.uniform(-30, 38)) * rng.choice([-1, 1])
        return run_edits.set_trained(project, vector, project.history)
    if kind == 2:
        return edits.reset(project) if rng.random() < 0.5 else edits.new_start(project)
    optimizer = OPTIMIZERS[str(rng.choice(list(OPTIMIZERS)))]()
    if hasattr(optimizer, "learning_rate"):
        optimizer = replace(optimizer, learning_rate=float(10.0 ** rng.uniform(-3, 30)))
    settings = TrainingSettings(project.training.loss, optimizer, int(rng.integers(1, 60)))
    return trained(edits.set_training(project, settings), int(rng.integers(1, _MOST_STEPS)))


def main(n: int, seed: int) -> dict[str, object]:
    """Save and open ``n`` states; the weights of the network and of each earlier run must be what they were."""
    rng = np.random.default_rng(seed)
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "state.nnplay")
        for number in range(n):
            project = random_state(rng)
            try:
                save(project, path)
                opened = open_project(path)
            except NnplayError as error:
                wrong.append(f"{number}: {error}")
                continue
            if opened.missing or _weights(opened.project) != _weights(project):
                wrong.append(f"{number}: {opened.missing}")
    return {"states": n, "wrong": wrong}


def _weights(project: Project) -> list[bytes]:
    return [each.parameters.tobytes() for each in (project, *project.runs)]


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)))
