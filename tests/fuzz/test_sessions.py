"""States that sessions reach, however wild their rates: each is saved and opened again."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnplay.engine import OPTIMIZERS
from nnplay.project import ProjectFileError, edits, run_edits
from nnplay.project.history import CURVES
from nnplay.project.presets import preset
from nnplay.project.storage import file
from nnplay.project.storage.file import load, open_project, save, sealed, to_bytes
from nnplay.project.storage.tensor_file import pack, unpack
from tests.fuzz.random_projects import trained
from tests.fuzz.sessions import main


@pytest.mark.parametrize("name", list(OPTIMIZERS))
def test_one_huge_weight_and_two_batches(tmp_path: Path, name: str) -> None:
    project = preset("body-measures")
    project = edits.set_training(project, replace(project.training, optimizer=OPTIMIZERS[name]()))
    vector = project.parameters.copy()
    vector[0] = 1e20
    project = trained(run_edits.set_trained(project, vector, project.history), 2)
    save(project, tmp_path / "a.nnplay")
    np.testing.assert_array_equal(load(tmp_path / "a.nnplay").parameters, project.parameters)


def test_states_of_random_sessions() -> None:
    assert main(200, 1)["wrong"] == []


def test_a_damaged_part_goes_and_the_rest_comes_back(tmp_path: Path) -> None:
    project = preset("circle")
    history = replace(project.history, step=2, **{name: np.arange(3.0) for name in CURVES})
    project = run_edits.set_trained(project, project.parameters + np.float32(1), history)
    tensors, metadata = unpack(to_bytes(project))
    path = tmp_path / "a.nnplay"
    path.write_bytes(pack(tensors | {"history.epoch": np.arange(3.0) + 1}, metadata))  # a flipped bit among the curves
    opened = open_project(path)
    assert [str(each) for each in opened.missing] == ["The curves are damaged: they begin anew."]
    assert opened.project.history.is_empty
    assert opened.project.parameters.tobytes() == project.parameters.tobytes()
    assert opened.project.training == project.training
    path.write_bytes(pack(tensors | {"dense/kernel": np.ones((2, 4), np.float32)}, metadata))
    with pytest.raises(ProjectFileError, match="check sum"):
        open_project(path)


@pytest.mark.parametrize(
    ("key", "value"),
    [("positions", {}), ("lesson", 3), ("classroom", []), ("stop", {"type": "x"}), ("step", -1), ("trainer", {})],
)
def test_a_part_of_the_description_that_makes_no_sense_goes(tmp_path: Path, key: str, value: object) -> None:
    tensors, metadata = unpack(to_bytes(preset("circle")))
    description = json.loads(metadata["nnplay"]) | {key: value}
    path = tmp_path / "a.nnplay"
    path.write_bytes(sealed(json.dumps(description), tensors))
    opened = open_project(path)
    assert len(opened.missing) == 1
    assert opened.project.parameters.tobytes() == preset("circle").parameters.tobytes()
    assert set(opened.project.positions) == set(opened.project.network.shapes)


def test_what_cannot_be_opened_again_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.nnplay"
    save(preset("circle"), path)
    before = path.read_bytes()
    monkeypatch.setattr(file, "to_bytes", lambda project: before[:-1])
    with pytest.raises(ProjectFileError, match="could not be opened again"):
        save(preset("xor"), path)
    assert path.read_bytes() == before
