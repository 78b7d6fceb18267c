"""The commands' words and exit statuses."""

import subprocess
import sys

import pytest

from nnplay.cli import presets
from nnplay.project.presets import PRESETS


def test_presets(nnplay):
    ran = nnplay("presets")
    assert ran.status == 0
    assert [line.split()[0] for line in ran.out] == list(PRESETS)
    listed = nnplay("presets", "--json").result
    assert [each["name"] for each in listed] == list(PRESETS)
    assert all(each["title"] and each["summary"] for each in listed)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["tarin", "circle"],
        ["train"],
        ["train", "circle", "--epochs", "0"],
        ["train", "circle", "--epochs", "many"],
        ["train", "circle", "--seed", "x"],
        ["predict", "a.nnplay"],
        ["predict", "a.nnplay", "--row", "1,2", "--image", "b.png"],
        ["export", "circle"],
    ],
)
def test_words_that_make_no_command(nnplay, words):
    ran = nnplay(*words)
    assert ran.status == 2
    assert "usage" in ran.err
    assert ran.out == []


@pytest.mark.parametrize("words", [["--help"], ["train", "--help"], ["predict", "--help"]])
def test_help(nnplay, words):
    assert nnplay(*words).status == 0


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["train", "cirle"], "neither a preset nor a file"),
        (["train", "mnist-mlp", "--data", "/nowhere"], "No such file"),
        (["train", "circle", "--data", "."], "neither MNIST files"),
        (["train", "circle", "--seed", "-1"], "seed"),
        (["train", "circle", "-o", "/nowhere/a.nnplay"], "folder"),
        (["train", "circle", "-o", "/"], "folder"),
        (["evaluate", "/dev/null"], "ordinary file"),
        (["predict", "nowhere.nnplay", "--row", "1,2"], "nowhere.nnplay"),
    ],
)
def test_a_failure_is_one_sentence(nnplay, words, part):
    ran = nnplay(*words)
    assert ran.status == 1
    assert ran.out == []
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("nnplay: ")
    assert part in ran.err


def test_ctrl_c_outside_of_training(nnplay, monkeypatch):
    def interrupted(options):
        raise KeyboardInterrupt

    monkeypatch.setattr(presets, "run", interrupted)
    ran = nnplay("presets")
    assert ran.status == 130
    assert "interrupted" in ran.err


def test_a_reader_that_leaves_early():
    script = "import sys; from nnplay.cli.main import main; sys.exit(main(['train', 'circle', '--epochs', '2000']))"
    child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout.readline().startswith(b"Epoch 1/2000")
    child.stdout.close()
    assert child.wait(60) in (0, 1)
    assert child.stderr.read() == b""
    child.stderr.close()
