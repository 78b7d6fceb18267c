"""Models of other tools given to the commands: asked, measured and trained like projects."""

import ast
import re
import zipfile
from pathlib import Path

import numpy as np
import pytest

from nnplay.cli.main import main
from nnplay.cli.opening import check_opening
from nnplay.project import ProjectError

FOLDER = Path(__file__).parents[1] / "exchange"
FIXTURES = FOLDER / "keras_fixtures"
ANSWERS = np.load(FIXTURES / "answers.npz")
TORCH_ANSWERS = np.load(FOLDER / "torch_fixtures" / "answers.npz")
ONNX_ANSWERS = np.load(FOLDER / "onnx_fixtures" / "answers.npz")
_KERAS = ANSWERS["chain/x"][:1], ANSWERS["chain/y"][:1]
_TORCH = TORCH_ANSWERS["row"], TORCH_ANSWERS["row_answer"]
MODELS = {
    "keras_fixtures/chain.keras": _KERAS,
    "keras_fixtures/chain.h5": _KERAS,
    "torch_fixtures/rows.pt": _TORCH,
    "torch_fixtures/rows.safetensors": _TORCH,
    "onnx_fixtures/rows.onnx": (ONNX_ANSWERS["rows/x"][:1], ONNX_ANSWERS["rows/y"][:1]),
}
"""Models of three numbers that tell classes: an example and the probabilities that their own libraries answer."""


@pytest.fixture(params=MODELS)
def model(request, tmp_path):
    """A model's file, an example, its answer, and data: the example twenty times, its class by the model's answer."""
    x, expected = MODELS[request.param]
    data = tmp_path / "data.npz"
    np.savez(data, X=np.repeat(x, 20, axis=0), y=np.repeat(expected == expected.max(), 20, axis=0).astype(np.float32))
    return FOLDER / request.param, x[0], expected[0], data


def test_a_model_is_asked(model, nnplay):
    path, x, expected, _ = model
    ran = nnplay("predict", path, "--row", ",".join(map(str, x)), "--json")
    np.testing.assert_allclose(ran.result["outputs"], expected, atol=1e-5)
    assert ran.result["class"] == str(expected.argmax())


def test_a_model_is_measured(model, nnplay):
    path, _, expected, data = model
    ran = nnplay("evaluate", path, "--data", data, "--json")
    assert ran.result["accuracy"] == 1
    assert ran.result["loss"] == pytest.approx(-np.log(expected.max()), abs=1e-5)


def test_a_model_is_trained_and_saved_as_a_project(model, nnplay, tmp_path):
    path, x, _, data = model
    target = tmp_path / "trained.nnplay"
    assert nnplay("train", path, "--data", data, "--epochs", "2", "-o", target).status == 0
    assert nnplay("predict", target, "--row", ",".join(map(str, x))).status == 0


def test_a_model_becomes_another_and_a_program(model, nnplay, tmp_path):
    path, x, expected, data = model
    target, program = tmp_path / "b.onnx", tmp_path / "b.py"
    assert nnplay("export", path, "--to", "onnx", "-o", target).status == 0
    again = nnplay("predict", target, "--row", ",".join(map(str, x)), "--json")
    np.testing.assert_allclose(again.result["outputs"], expected, atol=1e-5)
    ran = nnplay("export", path, "--to", "keras", "-o", program)
    assert "add --data FILE" in ran.err
    assert nnplay("export", path, "--to", "keras", "-o", program, "--data", data).status == 0
    ast.parse(program.read_text())


@pytest.mark.parametrize("command", [["train"], ["evaluate"]])
def test_a_model_alone_says_which_data_it_needs(command, model, nnplay):
    path, x, expected, _ = model
    ran = nnplay(*command, path)
    assert ran.status == 1
    shape = " × ".join(map(str, x.shape))
    assert f"add --data FILE with data that fit it (inputs: {shape}, outputs: {expected.size})" in ran.err


def test_two_outputs_for_a_table_of_two_classes_say_the_way(nnplay, tmp_path):
    ran = nnplay("evaluate", FIXTURES / "chain.keras", "--data", table(tmp_path / "a.csv"))
    assert ran.status == 1
    assert "Give the answers as two columns of 0 and 1, in an .npz file with X and y" in ran.err


def test_a_misspelled_model_is_suggested(tmp_path):
    for name in ("model.keras", "model.csv"):
        (tmp_path / name).touch()
    with pytest.raises(ProjectError, match=r"Did you mean “nnplay .*model\.keras”"):
        check_opening(str(tmp_path / "modle.keras"))


def table(path: Path, n_columns: int = 3) -> Path:
    rng = np.random.default_rng(0)
    head = ",".join([*(f"c{i}" for i in range(n_columns)), "kind"])
    rows = [",".join([*(f"{value:.3f}" for value in rng.normal(size=n_columns)), "ab"[i % 2]]) for i in range(30)]
    path.write_text("\n".join([head, *rows]))
    return path


def test_a_model_is_trained_with_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, data, target = FIXTURES / "chain.keras", table(tmp_path / "a.csv"), tmp_path / "b.nnplay"
    words = ["--epochs", "2", "--data", str(data)]
    code = main(["train", str(source), *words, "-o", str(target)])
    assert code == 1
    assert "an output for each of two classes" in capsys.readouterr().err
    data.write_text(data.read_text() + "\n0,0,0,c")
    assert main(["train", str(source), *words]) == 1
    arrays = {"X": np.zeros((20, 3), np.float32), "y": np.eye(2, dtype=np.float32)[np.arange(20) % 2]}
    np.savez(tmp_path / "a.npz", **arrays)
    assert main(["train", str(source), "--epochs", "2", "--data", str(tmp_path / "a.npz"), "-o", str(target)]) == 0
    assert target.exists()


FOREIGN = {
    "keras_fixtures/chain.keras": r"is a model \(Keras\)",
    "keras_fixtures/graph.h5": r"is a model \(Keras, HDF5\)",
    "keras_fixtures/chain.weights.h5": r"has the weights of a network \(Keras, HDF5\)",
    "onnx_fixtures/rows.onnx": r"is a model \(ONNX\)",
    "torch_fixtures/pictures.pt": r"has the weights of a network \(PyTorch\)",
    "torch_fixtures/pictures.safetensors": r"has the weights of a network \(safetensors\)",
}
AS_DATA = ("train circle --epochs 1 --data", "evaluate circle --data", "trace circle --data", "predict circle --rows")


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("command", AS_DATA)
def test_a_model_given_as_data_is_told_with_the_way(
    name: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(FIXTURES.parent / name)
    assert main([*command.split(), path]) == 1
    error = capsys.readouterr().err
    assert re.search(rf"{re.escape(path)}” {FOREIGN[name]}, not data\. Open it with File > Open", error)
    assert (f"nnplay train {path}" in error) == ("is a model" in error)


def test_a_project_given_as_data_is_told_with_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.nnplay"
    assert main(["train", "circle", "--epochs", "1", "-o", str(path)]) == 0
    assert main(["train", "xor", "--epochs", "1", "--data", str(path)]) == 1
    assert f"“{path}” is a project of nnplay, not data" in capsys.readouterr().err


def test_a_spreadsheet_given_as_data_is_still_asked_for_as_csv(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    assert main(["train", "circle", "--data", str(tmp_path / "a.xlsx")]) == 1
    assert "unpack it, or save it as CSV first" in capsys.readouterr().err
