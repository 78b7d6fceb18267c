"""Programs for other libraries: each runs, and gives nnplay's outputs; without a library its test is skipped."""

import importlib.util
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnplay.data import load
from nnplay.engine import Network
from nnplay.exchange.program import (
    Program,
    Writing,
    keras_program,
    keras_weights,
    numpy_program,
    numpy_weights,
    pytorch_program,
    pytorch_weights,
)
from nnplay.exchange.program.data import data_arrays
from nnplay.project import Project, edits
from nnplay.project.presets import preset
from tests.exchange.samples import LOPSIDED, graph, points, samples

WRITERS = {"numpy": numpy_program, "torch": pytorch_program, "keras": keras_program}
WEIGHTS = {numpy_program: numpy_weights, pytorch_program: pytorch_weights, keras_program: keras_weights}
SAMPLES = dict(samples())


def installed(library: str) -> None:
    """Skip unless the library is there; Keras runs on PyTorch."""
    for name in {"numpy": ("numpy",), "torch": ("torch",), "keras": ("keras", "torch")}[library]:
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed")


def run_all(library: str, programs: dict[str, tuple[Project, Program]], folder: Path) -> dict[str, np.ndarray]:
    """Run programs one after another in one process, each in a folder of its own; their predictions by name."""
    parts = ["import os", "import numpy as np"]
    for number, (project, program) in enumerate(programs.values()):
        place = folder / str(number)
        place.mkdir()
        if program.data_file:
            dataset = load(project.data, project.seeds.data, project.seeds.split)
            np.savez(place / program.data_file, **data_arrays(project, dataset))
        if program.weights_file:
            arrays = WEIGHTS[WRITERS[library]](Writing(project, 0, with_weights=True))
            np.savez(place / program.weights_file, **arrays)
        parts += [f"os.chdir({str(place)!r})", program.text, "np.save('predictions.npy', predictions)"]
    (folder / "all.py").write_text("\n".join(parts), encoding="utf-8")
    environment = {**os.environ, "KERAS_BACKEND": "torch", "OPENBLAS_NUM_THREADS": "1", "KMP_DUPLICATE_LIB_OK": "1"}
    command = [sys.executable, "-W", "ignore", "all.py"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return {name: np.load(folder / str(i) / "predictions.npy") for i, name in enumerate(programs)}


def outputs(project: Project) -> np.ndarray:
    network = Network(project.network)
    network.parameters[...] = project.parameters
    dataset = load(project.data, project.seeds.data, project.seeds.split)
    return network.predict((dataset.test if len(dataset.test) else dataset.train).inputs())


@pytest.mark.parametrize("library", WRITERS)
def test_programs_with_weights_give_the_same_outputs(library: str, tmp_path: Path) -> None:
    installed(library)
    programs = {name: (each, WRITERS[library](each, 0, with_weights=True)) for name, each in SAMPLES.items()}
    found = run_all(library, programs, tmp_path)
    worst = {name: float(np.abs(found[name] - outputs(each)).max()) for name, each in SAMPLES.items()}
    if library == "keras":
        del worst[LOPSIDED]  # on PyTorch, Keras counts margins that lie on one side only; on TensorFlow it does not
    assert {name: error for name, error in worst.items() if not error <= 1e-5} == {}


@pytest.mark.parametrize("library", WRITERS)
def test_programs_train(library: str, tmp_path: Path) -> None:
    installed(library)
    programs = {name: (each, WRITERS[library](each, 2)) for name, each in SAMPLES.items()}
    found = run_all(library, programs, tmp_path)
    assert [name for name, values in found.items() if not np.isfinite(values).all()] == []


@pytest.mark.parametrize("library", WRITERS)
@pytest.mark.parametrize("name", SAMPLES)
def test_programs_are_laid_out_as_ruff_does(library: str, name: str, tmp_path: Path) -> None:
    ruff = Path(sys.executable).with_name("ruff")
    if not ruff.exists():
        pytest.skip("ruff is not installed")
    for with_weights in (False, True):
        program = WRITERS[library](SAMPLES[name], 100, with_weights=with_weights)
        (tmp_path / f"{library}_{with_weights}.py").write_text(program.text, encoding="utf-8")
    command = [ruff, "format", "--isolated", "--diff", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    rules = "E4,E7,E9,F,I"  # ruff's defaults and the order of imports
    done = subprocess.run([ruff, "check", "--isolated", "--select", rules, tmp_path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_numpy_program_learns_as_nnplay_does(tmp_path: Path) -> None:
    circle = preset("circle")
    found = run_all("numpy", {"circle": (circle, numpy_program(circle, 100))}, tmp_path)["circle"]
    labels = load(circle.data, 1, 1).test.y
    assert np.mean((found >= 0) == (labels >= 0)) > 0.95


@pytest.mark.parametrize("library", WRITERS)
def test_what_is_repeated_lies_beside_the_program(library: str) -> None:
    project = preset("circle")
    assert not WRITERS[library](project, 1).data_file
    even = edits.set_data(project, replace(project.data, is_balanced=True))
    program = WRITERS[library](even, 1)
    assert program.data_file
    assert "np.load" in program.text


def test_the_numpy_program_is_short_enough_to_read() -> None:
    assert len(numpy_program(preset("circle"), 100).lines) < 140


@pytest.mark.parametrize("library", WRITERS)
def test_lines_belong_to_layers(library: str) -> None:
    for project in (points(), graph()):
        program = WRITERS[library](project, 10)
        named = {line.node for line in program.lines} - {None}
        assert named >= {node.name for node in project.network.nodes[1:]}
