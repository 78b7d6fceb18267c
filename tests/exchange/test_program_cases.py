"""Programs of projects that are easily got wrong: what is muted, scaled, frozen, named or left out."""

import csv
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnplay.cli.source import open_source
from nnplay.data import BodyMeasuresChoice, RowsChoice, ToyChoice, load
from nnplay.engine import (
    Activation,
    Add,
    BatchNormalization,
    Dense,
    Input,
    Layer,
    Network,
    NetworkSpec,
    Node,
    Part,
    Regularization,
    TrainingSettings,
    WarmUp,
)
from nnplay.engine.optimizers import AdamW
from nnplay.engine.schedules import ReduceOnPlateau
from nnplay.exchange.export import ExportOptions, export
from nnplay.exchange.formats import FORMATS
from nnplay.exchange.program import keras_program, numpy_program, pytorch_program
from nnplay.project import Project, StopRules, edits
from nnplay.project.presets import preset
from tests.exchange.equivalence import WRITERS, trial, verdicts
from tests.exchange.rounding import train
from tests.exchange.samples import project
from tests.exchange.test_programs import installed

POINTS = ToyChoice("circle", n_points=66)
CIRCLE = preset("circle")


def of(*layers: Layer, **settings: object) -> Project:
    network = NetworkSpec.chain(Input((2,)), *layers, Dense(1, "tanh"))
    return project(network, POINTS, TrainingSettings("mean_squared_error", AdamW(0.01), 16, **settings))


CASES = {
    "a title with an encoding": replace(of(Dense(2, "tanh")), title="coding: nothing that Python knows"),
    "layers named sum and print": project(
        NetworkSpec(
            (
                Node("input", Input((2,))),
                Node("sum", Dense(3, "tanh"), ("input",)),
                Node("print", Dense(3, "relu"), ("input",)),
                Node("len", Activation("tanh"), ("sum",)),
                Node("int", Add(), ("len", "print")),
                Node("list", Dense(1, "tanh"), ("int",)),
            )
        ),
        POINTS,
        TrainingSettings("mean_squared_error", batch_size=16),
    ),
    "frozen slopes": of(Dense(3, "prelu"), frozen=(Part("dense", None, "alpha"),)),
    "frozen layer of slopes": of(Dense(3), Activation("prelu"), frozen=(Part("activation"),)),
    "a last batch of one": of(Dense(3, "tanh"), BatchNormalization()),
    "everything frozen": of(Dense(3, "tanh"), frozen=(Part("dense"), Part("dense_2"))),
    "a frozen neuron that decays": of(Dense(3, "tanh", kernel_max_norm=0.1), frozen=(Part("dense", 1),)),
    "single frozen weights": of(
        Dense(3, "prelu"), Dense(3), frozen=(Part("dense", None, "kernel", (0, 1)), Part("dense", None, "alpha", (2,)))
    ),
    "muted neuron, weight and layer": replace(
        of(Dense(3, "tanh"), Dense(3, "tanh")),
        muted=(Part("dense", 1), Part("dense_2", None, "kernel", (0, 1)), Part("dense_2", None, "bias", (2,))),
    ),
    "no gamma": of(Dense(3, "tanh"), BatchNormalization(scale=False)),
    "clipping beside a frozen layer": of(Dense(3, "tanh"), Dense(3), clip_norm=0.05, frozen=(Part("dense"),)),
    "a warm-up before a plateau": of(Dense(3), schedule=WarmUp(3.0, 0.1, ReduceOnPlateau(0.5, 2))),
    "the playground's rule": of(Dense(3), regularization=Regularization(0.01, 0.01, None, "playground")),
}


@pytest.mark.parametrize("library", WRITERS)
def test_cases(library: str, tmp_path: Path) -> None:
    installed(library)
    trials = [trial(each, library, name) for name, each in CASES.items()]
    judged = verdicts([each for each in trials if each], sys.executable, tmp_path)
    words = {name: verdict.word for name, verdict in judged.items()}
    assert {name: word for name, word in words.items() if word.startswith("wrong")} == {}
    if library == "numpy":
        assert set(words.values()) == {"equal"}


def exported(name: str, made: Project, path: Path, *, with_weights: bool = False) -> list[Path]:
    seeds = made.seeds
    options = ExportOptions(n_epochs=2, with_weights=with_weights)
    return export(FORMATS[name], made, path, options, lambda: load(made.data, seeds.data, seeds.split))


def test_keras_puts_single_frozen_weights_back() -> None:
    program = keras_program(CASES["single frozen weights"], 1)
    assert "model.layers[0].kernel.constraint = Hold(model.layers[0].kernel, np.s_[[0], [1]])" in program.text
    assert "model.layers[1].alpha.constraint = Hold(model.layers[1].alpha, np.s_[[2]])" in program.text
    assert not any("frozen" in text for text in program.differences)


def test_two_exports_lie_side_by_side(tmp_path: Path) -> None:
    even = edits.set_data(CIRCLE, replace(CIRCLE.data, is_balanced=True))
    for name in ("first", "second"):
        exported("numpy", even, tmp_path / f"{name}.py", with_weights=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("first-data.npz", "first-weights.npz", "first.py"),
        *("second-data.npz", "second-weights.npz", "second.py"),
    ]
    command = [sys.executable, "second.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def iris(folder: Path) -> Project:
    return open_source("iris", str(folder / "iris.csv"), "standardise")


def test_a_raw_row_of_iris_says_setosa(csv_folder: Path, tmp_path: Path) -> None:
    """The program scales the columns as nnplay does, so that it takes them as they stand in the table."""
    made = iris(csv_folder)
    exported("numpy", made, tmp_path / "iris.py")
    code = (tmp_path / "iris.py").read_text(encoding="utf-8").replace("range(2)", "range(30)")
    (tmp_path / "iris.py").write_text(
        code + "\nrow = np.array([[5.1, 3.5, 1.4, 0.2]])\nprint(names[forward(row).argmax()])\n", encoding="utf-8"
    )
    done = subprocess.run([sys.executable, "iris.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["Iris-setosa"], done.stderr
    with np.load(tmp_path / "iris-data.npz") as data, (csv_folder / "iris.csv").open() as table:
        rows = {tuple(map(float, row[:4])) for row in csv.reader(table) if row and row[0][0].isdigit()}
        assert {tuple(np.round(row.astype(float), 3)) for row in data["x_train"]} <= rows
        assert "sepal length" in data["columns"][0].replace("_", " ")


def test_no_program_calls_training_data_test_data() -> None:
    rows = RowsChoice(("a", "b"), ((0.0, 1.0), (1.0, 0.0)), ((1.0,), (0.0,)))
    made = project(NetworkSpec.chain(Input((2,)), Dense(1)), rows, TrainingSettings("mean_squared_error"))
    for each in (made, preset("body-measures")):
        for write in (keras_program, numpy_program, pytorch_program):
            text = write(each, 3).text
            assert "test" not in text.replace("There are no test data", "").replace("latest", "")


def test_body_measures_read_as_in_the_article(tmp_path: Path) -> None:
    def chinese(context: str, text: str) -> str:
        return {"male": "男生", "female": "女生", "weight": "体重"}.get(text, text)

    made = preset("body-measures")
    keras = keras_program(made, 10, translate=chinese).text
    for words in ("keras.Sequential(", ".compile(", ".fit(", ".evaluate(", ".predict(", "to_categorical(", "女生"):
        assert words in keras
    assert 'loss="categorical_crossentropy"' in keras
    (tmp_path / "people.py").write_text(numpy_program(made, 10, translate=chinese).text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "people.py"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    lines = done.stdout.splitlines()
    assert lines[-1:] == ["女生"], done.stderr
    accuracy = next(float(line.split()[-1]) for line in lines if line.startswith("accuracy"))
    assert accuracy > 0.77  # the best that can be told from the three numbers is 0.807


def test_the_numpy_program_is_the_very_run(tmp_path: Path) -> None:
    """Data, first weights and order are nnplay's own, so that the program ends where nnplay ends."""

    people = edits.set_data(preset("body-measures"), BodyMeasuresChoice(200, 0.8))
    for made in (preset("circle"), people, preset("two-three-one")):
        dataset = load(made.data, made.seeds.data, made.seeds.split)
        network = Network(made.network)
        network.load(made.parameters)
        expected = train(network, made, dataset, 5)
        text = numpy_program(made, 5).text + "\nimport json\nprint(json.dumps([w.tolist() for w in parameters]))\n"
        (tmp_path / "a.py").write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, "a.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found = np.concatenate([np.ravel(w) for w in json.loads(done.stdout.splitlines()[-1])])
        np.testing.assert_allclose(found, expected[: made.network.n_trainable], atol=1e-4)


@pytest.mark.parametrize("library", WRITERS)
def test_early_stopping_brings_the_best_weights_back(library: str, tmp_path: Path) -> None:
    installed(library)
    made = replace(of(Dense(3, "tanh")), stop=StopRules(patience=2, min_delta=0.5, loss_below=0.0001))
    each = trial(made, library, "early")
    assert each is not None
    for name, text in (("untrained.py", each.untrained.text), ("program.py", each.program.text)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for file, arrays in each.files.items():
        np.savez(tmp_path / file, **arrays)
    done = subprocess.run(
        [sys.executable, "program.py"],
        cwd=tmp_path,
        env={**os.environ, "KERAS_BACKEND": "torch"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len([line for line in done.stdout.splitlines() if line.startswith("Epoch")]) == 3


def test_differences_are_comments_and_remarks() -> None:
    made = replace(CIRCLE, training=replace(CIRCLE.training, optimizer=AdamW()))
    program = keras_program(made, 3)
    sentences = FORMATS["keras"].remarks(made, ExportOptions())
    assert sentences == program.differences
    assert any("epsilon" in each for each in sentences)
    comments = " ".join(line.text.lstrip("# ") for line in program.lines if line.difference)
    assert all(each in comments for each in sentences)
