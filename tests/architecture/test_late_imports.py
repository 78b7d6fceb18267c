"""What a start must not import: time is not measured here, but modules are named that it has no need of."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

LIBRARIES = (
    "scipy",
    "numpy.ma",
    "pyqtgraph",
    "PIL",
    "http",
    "email",
    "ssl",
    "urllib.request",
    "importlib.metadata",
    "xml",
)
"""Large, and of use only for what a person asks for later."""

WRITERS = ("nnplay.exchange.program", "nnplay.exchange.onnx", "nnplay.exchange.report", "nnplay.data.download")

DIALOGS = (
    "nnplay.panels.data_import",
    "nnplay.panels.data.data_question",
    "nnplay.panels.data.download_dialog",
    "nnplay.panels.lesson.author",
    "nnplay.shell.preferences.preferences",
    "nnplay.shell.finding",
    "nnplay.shell.commands.command_palette",
    "nnplay.shell.start",
    "nnplay.shell.manual",
    "nnplay.shell.files.recovery_dialog",
    "nnplay.shell.report",
)

SEEN_LATER = (
    "nnplay.appearance.figures",
    "nnplay.panels.activation",
    "nnplay.panels.calculation",
    "nnplay.panels.code",
    "nnplay.panels.try_it.drawing",
    "nnplay.panels.try_it.row_page",
    "nnplay.panels.try_it.try_it_panel",
    "nnplay.panels.doctor.doctor_panel",
    "nnplay.panels.examples",
    "nnplay.panels.glossary",
    "nnplay.panels.inside",
    "nnplay.panels.landscape",
    "nnplay.panels.lesson.lesson_panel",
    "nnplay.panels.results.results_panel",
    "nnplay.panels.weights",
    "nnplay.project.calculation",
    "nnplay.project.doctor",
)
"""Panels that the first picture does not show, and the models that only they ask."""

_FIRST_PICTURE = """
import linecache, os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(*(linecache.cache if "sources" in sys.argv else sys.modules), flush=True)
            os._exit(0)
        return False

watch = FirstPaint()
show = QMainWindow.show
def show_watched(window):
    window.installEventFilter(watch)
    show(window)
QMainWindow.show = show_watched

from nnplay.__main__ import main
main([])
"""

_COMMAND = """
import sys
from nnplay.__main__ import main
sys.stdout, stdout = sys.stderr, sys.stdout
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*sys.modules, file=stdout)
"""


def _modules(script: str, *words: str, home: Path) -> list[str]:
    """The modules of a process of its own at its end."""
    surroundings = os.environ | {f"XDG_{kind}_HOME": str(home) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-c", script, *words], cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def _of(modules: list[str], packages: tuple[str, ...]) -> list[str]:
    return [name for name in modules if any(f"{name}.".startswith(f"{package}.") for package in packages)]


def test_the_first_picture_needs_no_more_than_it_shows(tmp_path: Path) -> None:
    modules = _modules(_FIRST_PICTURE, home=tmp_path)
    assert "nnplay.panels.map.decision_map_panel" in modules  # which is in the picture
    assert _of(modules, (*LIBRARIES, *WRITERS, *DIALOGS, *SEEN_LATER)) == []


def test_no_source_is_read_for_features_of_the_bindings(tmp_path: Path) -> None:
    sources = _modules(_FIRST_PICTURE, "sources", home=tmp_path)
    assert [path for path in sources if Path(path).parent.name in ("shell", "panels", "canvas")] == []


def test_help_needs_not_even_numpy(tmp_path: Path) -> None:
    assert _of(_modules(_COMMAND, "--help", home=tmp_path), ("numpy", "PySide6", *LIBRARIES)) == []


@pytest.mark.parametrize("words", ["presets", "train circle --epochs 1", "train --help"])
def test_a_command_without_a_window_needs_nothing_of_one(tmp_path: Path, words: str) -> None:
    modules = _modules(_COMMAND, *words.split(), home=tmp_path)
    assert "nnplay.project.presets" in modules
    assert _of(modules, ("PySide6", "shiboken6", *LIBRARIES, *WRITERS, "nnplay.appearance", "nnplay.canvas")) == []
