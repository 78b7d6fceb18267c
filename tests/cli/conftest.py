"""What the tests of the commands share."""

import json
from dataclasses import dataclass

import pytest

from nnplay.cli.main import main
from nnplay.engine import Dense
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.storage import file
from tests.data.idx_files import write_folder


@dataclass
class Ran:
    """What a command did."""

    status: int
    out: list[str]
    err: str

    @property
    def result(self):
        return json.loads(self.out[-1])


@pytest.fixture
def nnplay(capsys):
    """Run a command: ``nnplay("train", "circle")``."""

    def run(*words):
        status = main([str(word) for word in words])
        said = capsys.readouterr()
        return Ran(status, said.out.splitlines(), said.err)

    return run


@pytest.fixture
def digits_folder(tmp_path):
    return write_folder(tmp_path / "digits")


@pytest.fixture
def small_mnist(tmp_path, digits_folder):
    """A project file of a small network that reads the digits in the folder."""
    project = edits.replace_layer(preset("mnist-mlp"), "dense", Dense(4, "relu"))
    path = tmp_path / "small.nnplay"
    file.save(project, path)
    return path
