"""nnplay export: files that hold what they say."""

import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from safetensors.numpy import load_file

from nnplay.cli.main import main
from nnplay.project.presets import preset


@pytest.mark.parametrize("library", ["keras", "pytorch", "numpy"])
def test_a_program_is_written_with_what_it_needs(library: str, tmp_path: Path) -> None:
    output = tmp_path / "circle.py"
    assert main(["export", "circle", "--to", library, "-o", str(output), "--weights"]) == 0
    text = output.read_text(encoding="utf-8")
    assert "# Circle" in text.splitlines()
    assert "200" in text  # the preset's epochs
    with np.load(tmp_path / "circle-weights.npz") as arrays:
        kernel = arrays["0.weight"].T if library == "pytorch" else arrays["dense/kernel"]
        np.testing.assert_array_equal(kernel.ravel(), preset("circle").parameters[:8])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["circle-weights.npz", "circle.py"]


def test_weights_are_the_projects(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "xor.safetensors"
    assert main(["export", "xor", "--to", "safetensors", "-o", str(output), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"files": [str(output)]}
    np.testing.assert_array_equal(load_file(output)["dense/kernel"].ravel(), preset("xor").parameters[:8])


def test_tables_have_a_row_for_each_number(tmp_path: Path) -> None:
    output = tmp_path / "xor.csv"
    assert main(["export", "xor", "--to", "csv", "-o", str(output)]) == 0
    assert len(output.read_text(encoding="utf-8").splitlines()) == 1 + len(preset("xor").parameters)


@pytest.mark.parametrize("background", ["white", "dark", "transparent"])
def test_the_picture_names_every_layer(background: str, tmp_path: Path) -> None:
    output = tmp_path / "spiral.svg"
    assert main(["export", "spiral", "--to", "svg", "-o", str(output), "--background", background]) == 0
    words = {element.text for element in ElementTree.parse(output).iter("{http://www.w3.org/2000/svg}text")}
    assert {"input", "dense", "dense_2", "dense_3"} <= words


def test_what_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "xor", "--to", "npz", "-o", str(tmp_path / "away" / "xor.npz")]) == 1
    assert "was not written" in capsys.readouterr().err


def test_a_file_beside_the_named_one_is_replaced_only_with_consent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, beside = tmp_path / "circle.py", tmp_path / "circle-weights.npz"
    output.write_bytes(b"named")
    beside.write_bytes(b"theirs")
    words = ["export", "circle", "--to", "numpy", "-o", str(output), "--weights"]
    assert main(words) == 1
    said = capsys.readouterr().err
    assert str(beside) in said
    assert "--replace" in said
    assert (output.read_bytes(), beside.read_bytes()) == (b"named", b"theirs")
    assert main([*words, "--replace"]) == 0
    assert output.read_bytes() != b"named"
    with np.load(beside) as arrays:
        assert "dense/kernel" in arrays
    assert main(words) == 0  # the same content replaces nothing


@pytest.mark.parametrize("name", ["weights.npz", "WEIGHTS.NPZ", "circle-weights.npz"])
def test_a_program_is_not_called_like_the_arrays_beside_it(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "circle", "--to", "numpy", "--weights", "-o", str(tmp_path / name)]) == 1
    assert "ends in .py" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
