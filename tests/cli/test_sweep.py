"""``nnplay sweep`` and ``nnplay compare``: what they print, write and refuse."""

import csv
import os
import signal
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from threading import Event

import pytest

from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.storage import file


def test_a_line_a_cell_and_a_table_best_first(nnplay):
    ran = nnplay("sweep", "circle", "--over", "learning_rate=0.001,0.1", "--over", "units:dense=2,4", "--epochs", "20")
    assert ran.status == 0
    lines, table = ran.out[:4], ran.out[4:]
    assert lines[0].startswith("1/4 - learning_rate=0.001, units:dense=2 - loss: ")
    assert lines[0].endswith(" - 20 epochs")
    assert table[0].split() == ["learning_rate", "units:dense", "accuracy", "loss", "networks", "ended"]
    assert [row.split()[0] for row in table[1:]] == ["0.1", "0.1", "0.001", "0.001"]
    accuracies = [float(row.split()[2]) for row in table[1:]]
    assert accuracies == sorted(accuracies, reverse=True)


def test_repeats_have_a_spread(nnplay):
    ran = nnplay("sweep", "circle", "--seeds", "3", "--epochs", "3", "--json")
    assert ran.status == 0
    (row,) = ran.result["table"]
    assert row["loss"]["least"] < row["loss"]["median"] < row["loss"]["most"]
    assert row["ended"] == {"epochs": 3}
    assert [cell["repeat"] for cell in ran.result["cells"]] == [1, 2, 3]


def test_a_csv_file_has_a_line_a_cell(nnplay, tmp_path):
    path = tmp_path / "found.csv"
    assert nnplay("sweep", "circle", "--over", "l2=0,0.1", "--epochs", "2", "--csv", path).status == 0
    rows = list(csv.DictReader(path.read_text().splitlines()))
    assert [row["l2"] for row in rows] == ["0.0", "0.1"]
    assert [row["cell"] for row in rows] == ["1", "2"]
    assert all(0 <= float(row["validation_accuracy"]) <= 1 for row in rows)


@pytest.mark.parametrize("over", ["examples=20,40,200", "optimizer=SGD,Adam"])
def test_a_picture_is_drawn(nnplay, tmp_path, over):
    path = tmp_path / "found.svg"
    assert nnplay("sweep", "circle", "--over", over, "--seeds", "2", "--epochs", "2", "--plot", path).status == 0
    drawn = ElementTree.parse(path).getroot()
    assert len(drawn.findall("{*}circle")) >= 2


def test_finished_cells_are_kept_and_the_same_command_goes_on(nnplay, tmp_path):
    words = ("sweep", "circle", "--over", "l2=0,0.1", "--epochs", "2", "-o", tmp_path / "kept", "--json")
    first = nnplay(*words)
    assert (tmp_path / "kept" / "cell-0002.nnplay").exists()
    again = nnplay(*words)
    assert "2 of 2 networks are there already" in again.err
    assert again.result == first.result
    other = nnplay("sweep", "circle", "--over", "l2=0,0.2", "--epochs", "2", "-o", tmp_path / "kept")
    assert other.status == 1
    assert "another sweep" in other.err


def test_baselines_learn_from_the_same_examples(nnplay):
    ran = nnplay("sweep", "circle", "--over", "examples=20,200", "--epochs", "2", "--baselines", "--json")
    assert ran.status == 0
    rows = [(row["values"]["method"], row["values"]["examples"]) for row in ran.result["table"]]
    methods = ("network", "naive_bayes", "nearest_neighbours", "logistic_regression", "linear_svm")
    assert sorted(rows) == sorted((method, n) for method in methods for n in (20, 200))


def test_what_can_be_swept_is_listed(nnplay):
    ran = nnplay("sweep", "circle", "--axes")
    listed = {line.split()[0]: line.split()[1] for line in ran.out}
    assert listed["learning_rate"] == "0.03"
    assert listed["units:dense"] == "4"
    assert "beta_1" not in listed
    assert {"name": "batch_size", "value": 10, "range": "1 to 65536"} in nnplay(
        "sweep", "circle", "--axes", "--json"
    ).result


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--over", "lerning_rate=1"], "Did you mean: learning_rate"),
        (["--over", "units:dense=0,2"], "units:dense=0 is impossible"),
        ([], "Nothing is swept"),
        (["--over", "l1=0", "--csv", "no/such/folder/a.csv"], "cannot be saved"),
        (["--over", "l1=0", "--plot", "a.png"], "SVG"),
        (["--over", "l1=0..1"], "--random N or --sobol N"),
        (["--over", "l1=0", "--seeds", "10000000"], "10000000"),
    ],
)
def test_bad_input_is_refused_before_anything_starts(nnplay, words, message):
    ran = nnplay("sweep", "circle", "--epochs", "2", *words)
    assert ran.status == 1
    assert ran.out == []
    assert message in ran.err


def test_files_that_nobody_has_named_are_asked_for(nnplay):
    assert "--data" in nnplay("sweep", "pima", "--seeds", "2").err


def test_many_cells_say_beforehand_how_long_they_take(nnplay):
    ran = nnplay("sweep", "circle", "--seeds", "120", "--epochs", "2")
    assert ran.err.startswith("nnplay: 120 networks in 2 runs, about ")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_workers_and_keeps_what_is_finished(tmp_path):
    words = ["sweep", "circle", "--over", "optimizer=SGD,Adam", "--epochs", "1000000", "--workers", "2"]
    running = subprocess.Popen(
        [sys.executable, "-m", "nnplay", *words, "-o", tmp_path / "kept"], stderr=subprocess.PIPE, text=True
    )
    idle = Event()
    while not (tmp_path / "kept" / "sweep.json").exists():
        assert running.poll() is None
        idle.wait(0.1)
    idle.wait(1)  # until the workers are at work; before that it would end just the same
    os.kill(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "interrupted: 0 of 2 networks are trained" in said


def test_compare_says_what_differs_and_that_the_rest_is_the_same(nnplay, tmp_path):
    changed = edits.change_layer(preset("circle"), "dense", {"units": 6})
    file.save(changed, tmp_path / "wide.nnplay")
    ran = nnplay("compare", "circle", tmp_path / "wide.nnplay")
    assert ran.status == 0
    rows = {line.split()[0]: line.split()[1:] for line in ran.out if line.startswith("dense")}
    assert rows["dense.units"] == ["4", "6"]
    assert any(line.startswith("everything else is the same") for line in ran.out)
    assert ran.out[-2].startswith("circle: loss: ")
    same = nnplay("compare", "circle", "circle")
    assert same.out[0].startswith("the same in everything")
    report = nnplay("compare", "circle", "xor", "--json").result
    assert report["differences"]["data.kind"] == ["circle", "xor"]
    assert report["scores"][0]["loss"] > 0
