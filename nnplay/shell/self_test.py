"""``nnplay --self-test``: the program tests itself, wherever it is installed, and reports what does not work.

It is the acceptance test of a bundle: a missing file, a plugin that Qt does not find, a library that does not load show
up here, not on the user's screen. None of the user's files are read or written: settings and files are in a temporary
folder. Any output on stderr counts as a failure, even if the step itself seems to have worked.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMimeData, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from nnplay import resources
from nnplay.appearance.languages import in_language
from nnplay.canvas.layer_mime import layer_mime
from nnplay.data import Dataset
from nnplay.data.drawing import from_strokes
from nnplay.document import Document, EditName
from nnplay.exchange.export import ExportOptions, export
from nnplay.exchange.formats import FORMATS
from nnplay.languages import available
from nnplay.panels.try_it.drawing.reader import Reader
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.starter import starter
from nnplay.project.storage.file import load, save
from nnplay.shell.application import Shell, make_application
from nnplay.shell.screenshot import pass_on_qt_messages
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings
from nnplay.training import RunState

_N_STEPS = 20
_PATIENCE_S = 60


class SelfTest:
    """The steps, in the order in which a user would meet them.

    Parameters
    ----------
    folder
        For settings and files.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self._session = Session(preset("circle"))
        self._shell = Shell(self._session, Settings(store), "en")

    def _dataset(self) -> Dataset:
        dataset = self._session.controller.dataset
        assert dataset is not None
        return dataset

    @property
    def _document(self) -> Document:
        return self._session.document

    def steps(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Yield the name and the function of each step; the function raises an error if something is wrong."""
        yield "load every resource", self.load_resources
        yield "open the window", self.open_window
        yield f"train {_N_STEPS} steps", self.train
        yield "drop a layer", self.drop_layer
        yield "read a digit with the starter network", self.read_digit
        yield "save and open a project", self.save_and_open
        yield "export a picture and a program", self.export
        yield "switch the language", self.switch_language

    def close(self) -> None:
        """End the training thread and close the window."""
        self._shell.end()

    def load_resources(self) -> None:
        """Read each file, and load it with Qt according to its type."""
        files = [path for path in resources.path().rglob("*") if path.is_file()]
        assert_that(len(files) > 0, "there are no resources")
        for path in files:
            assert_that(path.stat().st_size > 0, f"{path.name} is empty")
            if path.suffix == ".svg":
                assert_that(not QIcon(str(path)).pixmap(32).isNull(), f"{path.name} cannot be drawn")
            elif path.suffix == ".png":
                assert_that(not QPixmap(str(path)).isNull(), f"{path.name} cannot be read")

    def open_window(self) -> None:
        window = self._shell.window
        window.show()
        wait_until(lambda: self._session.controller.dataset is not None, "the data did not load")
        picture = window.grab().toImage()
        colors = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
        assert_that(len(colors) > 50, "the window is blank")

    def train(self) -> None:
        controller = self._session.controller
        before = self._document.project.parameters
        controller.start(1)
        wait_until(lambda: controller.state is RunState.PAUSED or controller.state is RunState.IDLE, "training hangs")
        snapshot = controller.snapshot
        assert_that(snapshot is not None and snapshot.step >= _N_STEPS, "too few steps were trained")
        assert_that(bool((self._document.project.parameters != before).any()), "no weight has changed")

    def drop_layer(self) -> None:
        n_layers = len(self._document.project.network.nodes)
        _drop(layer_mime("Dense"), self._shell.window.canvas.viewport())
        assert_that(len(self._document.project.network.nodes) == n_layers + 1, "the layer did not arrive")
        self._document.undo()

    def read_digit(self) -> None:
        project = starter()
        picture = from_strokes([[(50, 5), (50, 95)]])
        reading = Reader().read(project.network, project.parameters, picture)
        assert_that(reading.best == 1, f"a vertical stroke was read as {reading.best}")

    def export(self) -> None:
        for name in ("svg", "numpy"):
            path = self._folder / f"exported.{name}"
            export(FORMATS[name], self._document.project, path, ExportOptions(), self._dataset)
            assert_that(path.stat().st_size > 0, f"{name} is empty")
        root = ElementTree.parse(self._folder / "exported.svg").getroot()
        assert_that(root.tag.endswith("svg"), "the picture is not an SVG")

    def save_and_open(self) -> None:
        path = self._folder / "网络 one.nnplay"
        save(self._document.project, path)
        loaded = load(path)
        assert_that(loaded.parameters.tobytes() == self._document.project.parameters.tobytes(), "weights have changed")
        self._document.perform(EditName("title"), lambda project: edits.set_title(project, "self-test"))

    def switch_language(self) -> None:
        for code in available():
            self._shell.set_language(code)
            title = self._shell.window.commands.file.save.text()
            assert_that(title == in_language(code, "FileCommands", "&Save"), f"the window is not translated to {code}")
        self._shell.set_language("zh_CN")
        dialog = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert_that(dialog.buttons()[0].text() == "取消", "Qt's own dialogs are not translated to zh_CN")


def _drop(data: QMimeData, target: QWidget) -> None:
    """Drop the data in the middle of a widget."""
    at, buttons, keys = target.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(at, Qt.DropAction.CopyAction, data, buttons, keys))
    QApplication.sendEvent(target, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, buttons, keys))


def assert_that(is_so: bool, otherwise: str) -> None:
    """Raise an error with a sentence; an ``assert`` would be left out of a bundle."""
    if not is_so:
        raise SelfTestError(otherwise)


class SelfTestError(Exception):
    """The sentence says what does not work."""


def wait_until(condition: Callable[[], bool], otherwise: str) -> None:
    """Run the event loop until a condition holds."""
    loop, timer = QEventLoop(), QTimer(interval=20)
    deadline = time.monotonic() + _PATIENCE_S
    timer.timeout.connect(lambda: loop.quit() if condition() or time.monotonic() > deadline else None)
    timer.start()
    loop.exec()
    timer.stop()
    assert_that(condition(), otherwise)


@contextmanager
def captured_stderr() -> Iterator[Callable[[], str]]:
    """Redirect this process's stderr, including Qt and C libraries, to a file; the function returns its text."""
    sys.stderr.flush()
    kept = os.dup(2)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 2)

        def text() -> str:
            sys.stderr.flush()
            file.seek(0)
            return file.read().decode(errors="replace")

        try:
            yield text
        finally:
            sys.stderr.flush()
            os.dup2(kept, 2)
            os.close(kept)


def main() -> int:
    """Run every step, print a line for each, and return 1 if anything failed."""
    failures = []
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as name, captured_stderr() as said:
        pass_on_qt_messages()
        make_application()
        test = SelfTest(Path(name))
        try:
            for title, step in test.steps():
                start = time.perf_counter()
                try:
                    step()
                except Exception as error:
                    failures.append(f"{title}: {error or type(error).__name__}")
                    print(f"FAILED  {title}: {error or type(error).__name__}", flush=True)
                else:
                    print(f"ok      {title} ({1000 * (time.perf_counter() - start):.0f} ms)", flush=True)
        finally:
            test.close()
        words = said()
    if words:
        failures.append("there was output on stderr")
        print(f"FAILED  silence on stderr:\n{words}")
    print(f"self-test: {len(failures)} failures" if failures else "self-test: everything works")
    return 1 if failures else 0
