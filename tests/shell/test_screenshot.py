"""``nnplay screenshot``: the real window as a picture, without a display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from nnplay import startup
from nnplay.appearance.roles import DARK, LIGHT, Role
from nnplay.project.presets import preset
from nnplay.project.storage.file import save

KERAS_MODEL = Path(__file__).parents[1] / "exchange" / "keras_fixtures" / "chain.keras"


def screenshot(*words):
    environ = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environ.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "nnplay", "screenshot", *map(str, words)],
        env=environ, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip


def test_a_trained_preset_in_the_dark(tmp_path):
    path = tmp_path / "a.png"
    done = screenshot("xor", "-o", path, "--size", "1100x720", "--theme", "dark", "--epochs", "3", "--scale", "2")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    image = QImage(str(path))
    assert (image.width(), image.height()) == (2200, 1440)
    assert image.pixelColor(2, 2).name() == DARK[Role.WINDOW]


def test_a_project_file(tmp_path):
    project, path = tmp_path / "a.nnplay", tmp_path / "a.png"
    save(preset("plane"), project)
    done = screenshot(project, "-o", path)
    assert done.returncode == 0, done.stderr
    assert QImage(str(path)).pixelColor(2, 2).name() == LIGHT[Role.WINDOW]


def test_a_model_of_another_library(tmp_path):
    done = screenshot(KERAS_MODEL, "-o", tmp_path / "a.png")
    assert (done.returncode, done.stderr) == (0, "")
    assert not QImage(str(tmp_path / "a.png")).isNull()


@pytest.mark.parametrize(("project", "output"), [("no-such-project", "a.png"), ("circle", "no/such/folder/a.png")])
def test_what_cannot_be_done_is_said_in_one_line(tmp_path, project, output):
    done = screenshot(project, "-o", tmp_path / output)
    assert done.returncode == 1
    assert done.stderr.startswith("nnplay: ")
    assert done.stderr.count("\n") == 1


def test_a_model_given_as_data_is_told_with_the_way(tmp_path):
    done = screenshot("circle", "--data", KERAS_MODEL, "-o", tmp_path / "a.png")
    assert done.returncode == 1
    assert "is a model (Keras), not data. Open it with File > Open" in done.stderr
    assert not (tmp_path / "a.png").exists()


def test_data_without_a_test_part_are_not_waited_for(tmp_path):
    done = screenshot("one-weight", "-o", tmp_path / "a.png")
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(bool(startup.missing_libraries(startup.Start.WINDOW)), reason="the libraries of X11 are not there")
def test_a_display_that_does_not_answer_is_not_needed(tmp_path):
    environ = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environ["DISPLAY"] = ":987"
    words = [sys.executable, "-m", "nnplay", "screenshot", "circle", "-o", str(tmp_path / "shot.png")]
    done = subprocess.run(words, env=environ, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, (tmp_path / "shot.png").exists()) == (0, True), done.stderr
