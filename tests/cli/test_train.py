"""``nnplay train``: lines, JSON, what is saved, and what happens when it does not go to the end."""

import json
import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnplay.data import DigitsChoice, IdxFolderChoice, open_data
from nnplay.data import load as load_data
from nnplay.engine import SGD, Network
from nnplay.project import StopRules, edits
from nnplay.project.presets import preset
from nnplay.project.proposals import take_proposal
from nnplay.project.storage import file
from nnplay.runs import train
from tests.project.samples import assert_same

SCORES = ["loss", "accuracy", "validation_loss", "validation_accuracy"]
KEYS = ["epochs", *SCORES, "seconds", "examples_per_second", "ended"]
LINE = re.compile(
    r"Epoch (\d+)/(\d+) - loss: \d+\.\d{4} - accuracy: \d\.\d{4} - val_loss: \d+\.\d{4} - val_accuracy: \d\.\d{4}"
)


def epochs(ran):
    return [int(line.split()[1].split("/")[0]) for line in ran.out if line.startswith("Epoch")]


def test_a_line_an_epoch_and_json_last(nnplay):
    ran = nnplay("train", "circle", "--epochs", "3", "--json")
    assert ran.status == 0
    assert ran.err == ""
    assert all(LINE.fullmatch(line) for line in ran.out[:-1])
    assert epochs(ran) == [1, 2, 3]
    assert list(ran.result) == KEYS
    assert ran.result["epochs"] == 3
    assert ran.result["ended"] == "epochs"
    assert ran.result["seconds"] > 0
    assert ran.result["examples_per_second"] > 0


def test_many_epochs_are_few_lines_with_the_last(nnplay):
    ran = nnplay("train", "gaussian", "--epochs", "101")
    assert 10 <= len(ran.out) <= 22
    assert epochs(ran)[0] == 1
    assert epochs(ran)[-1] == 101


@pytest.fixture
def ruled(tmp_path):
    """Call it with rules for a project's file that has them."""

    def make(**rules):
        path = tmp_path / "ruled.nnplay"
        file.save(edits.set_stop(preset("circle"), StopRules(**rules)), path)
        return path

    return make


def test_a_projects_epochs_end_it_unless_others_are_named(nnplay, ruled):
    path = ruled(n_epochs=4)
    assert epochs(nnplay("train", path)) == [1, 2, 3, 4]
    assert epochs(nnplay("train", path, "--epochs", "2")) == [1, 2]


def test_a_loss_that_is_low_enough_ends_it(nnplay, ruled, tmp_path):
    nnplay("train", "circle", "--epochs", "40", "-o", tmp_path / "a.nnplay")
    losses = file.load(tmp_path / "a.nnplay").history.train_loss
    limit = float(losses[29]) + 1e-9
    n_epochs = 1 + int(np.argmax(losses < limit))
    ran = nnplay("train", ruled(loss_below=limit), "--json")
    assert ran.result["ended"] == "loss"
    assert ran.result["epochs"] == n_epochs > 1
    assert ran.result["loss"] < limit
    assert ran.out[-2].startswith(f"Epoch {n_epochs} - loss")
    assert "is below" in ran.err


def test_lines_grow_rarer_where_nobody_knows_how_many_there_will_be(nnplay, ruled):
    numbers = epochs(nnplay("train", ruled(patience=89, min_delta=1e6)))
    assert numbers == [*range(1, 21), *range(22, 41, 2), *range(44, 81, 4), 88, 90]


def test_early_stopping_brings_the_best_weights_back(nnplay, ruled, tmp_path):
    saved, first = tmp_path / "trained.nnplay", tmp_path / "first.nnplay"
    # Nothing counts as better: the first epoch stays the best, and three more are waited for.
    ran = nnplay("train", ruled(patience=3, min_delta=1e6), "--json", "-o", saved)
    assert ran.result["ended"] == "early_stopping"
    assert ran.result["epochs"] == 4
    assert "weights of epoch 1 restored" in ran.err
    once = nnplay("train", "circle", "--epochs", "1", "--json", "-o", first)
    np.testing.assert_array_equal(file.load(saved).parameters, file.load(first).parameters)
    assert [ran.result[name] for name in SCORES] == [once.result[name] for name in SCORES]


def test_early_stopping_goes_on_waiting_behind_a_saved_file(nnplay, ruled, tmp_path):
    project, path, first = file.load(ruled(patience=3, min_delta=1e6)), tmp_path / "half.nnplay", tmp_path / "first"
    data = load_data(project.data, project.seeds.data, project.seeds.split)
    half = train(project, data, replace(project.stop, n_epochs=2))
    file.save(half.project, path)
    ran = nnplay("train", path, "--json", "-o", path)
    assert ran.result["ended"] == "early_stopping"
    assert ran.result["epochs"] == 2
    assert "best weights, from an earlier run, restored" in ran.err
    nnplay("train", "circle", "--epochs", "1", "-o", first)
    np.testing.assert_array_equal(file.load(path).parameters, file.load(first).parameters)


def test_regression_has_no_accuracy(nnplay):
    ran = nnplay("train", "plane", "--epochs", "1", "--json")
    assert "accuracy" not in ran.out[0]
    assert ran.result["accuracy"] is None
    assert ran.result["validation_accuracy"] is None


def test_the_numbers_are_those_of_the_saved_network(nnplay, tmp_path):
    path = tmp_path / "a.nnplay"
    ran = nnplay("train", "circle", "--epochs", "5", "--json", "-o", path)
    project = file.load(path)
    data = load_data(project.data, project.seeds.data, project.seeds.split)
    network = Network(project.network)
    network.parameters[...] = project.parameters
    for part, prefix in ((data.train, ""), (data.test, "validation_")):
        evaluation = network.evaluate(part, project.training.loss)
        assert ran.result[prefix + "loss"] == evaluation.loss
        assert ran.result[prefix + "accuracy"] == evaluation.accuracy
    assert project.history.epoch.tolist() == [1, 2, 3, 4, 5]
    assert project.history.test_loss[-1] == ran.result["validation_loss"]
    assert project.history.step == 5 * 25
    start = preset("circle")
    assert_same(edits.reset(project), start)


def test_the_same_seed_gives_the_same_run_another_another(nnplay):
    one, again, other = (nnplay("train", "xor", "--epochs", "2", "--seed", seed).out for seed in (5, 5, 6))
    assert one == again != other


def test_training_goes_on_from_a_project(nnplay, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    nnplay("train", "circle", "--epochs", "30", "-o", first)
    before = nnplay("evaluate", first, "--json").result
    ran = nnplay("train", first, "--epochs", "20", "--json", "-o", second)
    assert ran.result["loss"] < before["loss"]
    assert file.load(second).history.epoch.tolist() == list(range(1, 51))
    assert file.load(second).history.step == 50 * 25


def test_circle_and_spiral_are_learned(nnplay):
    assert nnplay("train", "circle", "--json").result["validation_loss"] < 0.02
    assert nnplay("train", "spiral", "--json").result["validation_loss"] < 0.1


def test_digits_from_a_folder(nnplay, tmp_path, small_mnist, digits_folder):
    path = tmp_path / "trained"
    ran = nnplay("train", small_mnist, "--data", digits_folder, "--epochs", "2", "--json", "-o", path)
    assert ran.result["epochs"] == 2
    assert ran.result["validation_accuracy"] in [k / 10 for k in range(11)]
    assert file.load(path).data.folder == str(digits_folder)
    # The project remembers the folder.
    assert nnplay("evaluate", path, "--json").result["validation_loss"] == ran.result["validation_loss"]


def diverging(folder):
    project = preset("plane")
    settings = replace(project.training, optimizer=SGD(1e9))
    path = folder / "fast.nnplay"
    file.save(edits.set_training(project, settings), path)
    return path


def test_divergence_is_a_sentence_with_the_step_and_what_to_do(nnplay, tmp_path):
    ran = nnplay("train", diverging(tmp_path), "-o", tmp_path / "out", "--json")
    assert ran.status == 1
    assert re.search(r"step \d+", ran.err)
    assert "learning rate" in ran.err
    assert ran.out == []
    if (tmp_path / "out").exists():
        assert np.isfinite(file.load(tmp_path / "out").parameters).all()


SCRIPT = "import sys; from nnplay.cli.main import main; sys.exit(main(sys.argv[1:]))"


def started(*words):
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-c", SCRIPT, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_keeps_what_was_trained(tmp_path):
    path = tmp_path / "kept.nnplay"
    with started("train", "circle", "--epochs", "1000000", "--json", "-o", path) as child:
        assert child.stdout.readline().startswith("Epoch 1/1000000")
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "interrupted" in err
    assert "Traceback" not in err
    result = json.loads(out.splitlines()[-1])
    assert result["ended"] == "interrupted"
    project = file.load(path)
    assert project.history.test_loss[-1] == result["validation_loss"]
    assert project.history.epoch[-1] >= result["epochs"]


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_what_ctrl_c_kept_goes_on_to_the_bit(nnplay, tmp_path):
    kept, whole, parts = (tmp_path / f"{name}.nnplay" for name in ("kept", "whole", "parts"))
    with started("train", "circle", "--epochs", "1000000", "-o", kept) as child:
        assert child.stdout.readline().startswith("Epoch 1/1000000")
        child.send_signal(signal.SIGINT)
        child.communicate(timeout=60)
    trainer = file.load(kept).trainer
    nnplay("train", kept, "--epochs", "3", "-o", parts)
    nnplay("train", "circle", "--epochs", trainer.epoch + 3, "-o", whole)
    assert file.load(parts).parameters.tobytes() == file.load(whole).parameters.tobytes()


def test_five_epochs_and_five_more_are_ten_in_every_array_that_is_exported(nnplay, tmp_path):
    nnplay("train", "circle", "--epochs", "5", "-o", tmp_path / "a.nnplay")
    ran = nnplay("train", tmp_path / "a.nnplay", "--epochs", "5", "-o", tmp_path / "b.nnplay")
    nnplay("train", "circle", "--epochs", "10", "-o", tmp_path / "c.nnplay")
    assert epochs(ran) == [1, 2, 3, 4, 5]
    for name in "bc":
        nnplay("export", tmp_path / f"{name}.nnplay", "--to", "npz", "-o", tmp_path / f"{name}.npz")
    b, c = (np.load(tmp_path / f"{name}.npz") for name in "bc")
    assert b.files == c.files != []
    assert all(b[name].tobytes() == c[name].tobytes() for name in b.files)
    assert (tmp_path / "b.nnplay").read_bytes() == (tmp_path / "c.nnplay").read_bytes()


def test_a_seed_begins_anew(nnplay, tmp_path):
    trained, again, fresh = (tmp_path / f"{name}.nnplay" for name in ("trained", "again", "fresh"))
    nnplay("train", "circle", "--epochs", "2", "-o", trained)
    nnplay("train", trained, "--seed", "7", "--epochs", "2", "-o", again)
    nnplay("train", "circle", "--seed", "7", "--epochs", "2", "-o", fresh)
    one, other = file.load(again), file.load(fresh)
    assert one.parameters.tobytes() == other.parameters.tobytes()
    assert one.history.train_loss.tobytes() == other.history.train_loss.tobytes()
    assert one.trainer.values == other.trainer.values
    # What was trained before stays among the earlier runs.
    assert [run.parameters.tobytes() for run in one.runs] == [file.load(trained).parameters.tobytes()]


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
def test_generated_digits_need_no_folder(nnplay, tmp_path):
    path = tmp_path / "digits.nnplay"
    file.save(edits.set_data(preset("mnist-mlp"), DigitsChoice(400, 0.75)), path)
    ran = nnplay("train", path, "--epochs", "8", "--json", "-o", path)
    assert ran.status == 0
    assert ran.result["accuracy"] > 0.5
    assert file.load(path).data == DigitsChoice(400, 0.75)
    # 100 digits to test: the share that is right is a whole number of them.
    share = nnplay("evaluate", path, "--json").result["validation_accuracy"]
    assert round(share, 2) == pytest.approx(share, abs=1e-6)


def test_a_project_that_has_lost_its_folder(nnplay, tmp_path):
    path = tmp_path / "digits.nnplay"
    file.save(edits.set_data(preset("mnist-mlp"), IdxFolderChoice()), path)
    ran = nnplay("train", path)
    assert ran.status == 1
    assert "--data FOLDER" in ran.err


def test_a_terminal_shows_a_bar_and_a_pipe_no_control_characters(small_mnist, digits_folder):
    import pty

    master, slave = pty.openpty()
    environment = {**os.environ, "COLUMNS": "200"}
    command = [sys.executable, "-c", SCRIPT, "train", str(small_mnist), "--data", str(digits_folder), "--epochs", "2"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=slave, env=environment, timeout=60)
    os.close(slave)
    shown = os.read(master, 10_000).decode()
    os.close(master)
    assert done.returncode == 0
    assert b"\r" not in done.stdout
    assert b"\x1b" not in done.stdout
    assert "Reading files" in shown
    assert re.search(r"Epoch 1/2 \[[=>.]+\] 1/1 - loss: \d", shown)
    assert shown.endswith("\r\x1b[K")


@pytest.mark.skipif("NNPLAY_DATA" not in os.environ, reason="needs the folder NNPLAY_DATA with mnist/")
def test_the_real_mnist(nnplay, tmp_path):
    path = tmp_path / "a.nnplay"
    folder = Path(os.environ["NNPLAY_DATA"]) / "mnist"
    ran = nnplay("train", "mnist-mlp", "--data", folder, "--epochs", "2", "--json", "-o", path)
    assert ran.result["validation_accuracy"] > 0.95
    (tmp_path / "seven.json").write_text("[[[12, 18], [85, 14], [60, 60], [42, 125]]]")
    assert nnplay("predict", path, "--strokes", tmp_path / "seven.json", "--json").result["class"] == "7"
    (tmp_path / "one.json").write_text("[[[50, 10], [48, 60], [45, 120]]]")
    assert nnplay("predict", path, "--strokes", tmp_path / "one.json", "--json").result["class"] == "1"


class TestTables:
    def test_pima_reaches_what_the_article_has(self, nnplay, csv_folder):
        table = str(csv_folder / "pima-indians-diabetes.csv")
        words = ["train", "pima", "--data", table, "--epochs", "150", "--json"]
        plain, scaled = (json.loads(nnplay(*words, *more).out[-1]) for more in ([], ["--scale", "standardise"]))
        assert 0.75 <= plain["accuracy"] <= 0.80
        assert scaled["accuracy"] > plain["accuracy"]

    def test_iris_and_a_row_of_it(self, nnplay, csv_folder, tmp_path):
        project = str(tmp_path / "iris.nnplay")
        trained = nnplay("train", "iris", "--data", str(csv_folder / "iris.csv"), "-o", project, "--json")
        assert json.loads(trained.out[-1])["accuracy"] > 0.9
        asked = nnplay("predict", project, "--row", "5.1,3.5,1.4,0.2", "--json")
        assert json.loads(asked.out[0])["class"] == "Iris-setosa"
        assert "4 values" in nnplay("predict", project, "--row", "5.1,3.5").err

    def test_a_table_that_a_network_cannot_learn_gets_the_best_that_can(self, nnplay, tmp_path):
        path, saved = tmp_path / "table.csv", tmp_path / "p.nnplay"
        path.write_text("a,b,label\n" + "".join(f"{i},{i % 7},{'xyz'[i % 3]}\n" for i in range(60)))
        ran = nnplay("train", "mnist-cnn", "--data", str(path), "--epochs", "1", "-o", saved)
        assert ran.status == 0
        assert "Another network is used: One hidden layer. Neurons: 8, for what the data have (inputs: 2" in ran.err
        assert file.load(saved).network == take_proposal(preset("mnist-cnn"), open_data(path), "mlp").network

    def test_any_network_takes_a_table(self, nnplay, tmp_path):
        path = tmp_path / "table.csv"
        path.write_text("a,b,label\n" + "".join(f"{i},{i % 7},{'xyz'[i % 3]}\n" for i in range(60)))
        report = json.loads(nnplay("train", "circle", "--data", str(path), "--epochs", "3", "--json").out[-1])
        assert report["accuracy"] is not None
        assert report["validation_accuracy"] is not None
        assert "Leave out --scale" in nnplay("train", "circle", "--scale", "none").err
        assert "add --data FILE" in nnplay("train", "pima").err
