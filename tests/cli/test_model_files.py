"""Models of other tools given to the commands: asked, measured and trained like projects."""

import json
import re
import zipfile
from pathlib import Path

import numpy as np
import pytest

from nnplay.cli.main import main

FIXTURES = Path(__file__).parents[1] / "exchange" / "keras_fixtures"
ANSWERS = np.load(FIXTURES / "answers.npz")


def table(path: Path, n_columns: int = 3) -> Path:
    rng = np.random.default_rng(0)
    head = ",".join([*(f"c{i}" for i in range(n_columns)), "kind"])
    rows = [",".join([*(f"{value:.3f}" for value in rng.normal(size=n_columns)), "ab"[i % 2]]) for i in range(30)]
    path.write_text("\n".join([head, *rows]))
    return path


@pytest.mark.parametrize("ending", ["keras", "h5"])
def test_predict_asks_a_model(ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    row = ",".join(map(str, ANSWERS["chain/x"][0]))
    assert main(["predict", str(FIXTURES / f"chain.{ending}"), f"--row={row}", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    np.testing.assert_allclose(found["outputs"], ANSWERS["chain/y"][0], atol=1e-5)


def test_a_model_without_data_says_which_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(FIXTURES / "chain.keras")]) == 1
    assert "add --data FILE, whose examples have the shape (3,) and 2 output(s)" in capsys.readouterr().err


def test_a_model_is_trained_with_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, data, target = FIXTURES / "chain.keras", table(tmp_path / "a.csv"), tmp_path / "b.nnplay"
    words = ["--epochs", "2", "--data", str(data)]
    code = main(["train", str(source), *words, "-o", str(target)])
    assert code == 1
    assert "outputs 2 number(s); the data have (3,) and 1" in capsys.readouterr().err
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
