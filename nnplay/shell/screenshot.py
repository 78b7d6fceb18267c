"""``nnplay screenshot``: a picture of the real window, for documents and for checking it by eye; needs no display."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from math import isnan
from pathlib import Path

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QObject,
    QSettings,
    QSize,
    QTimer,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)

from nnplay import startup
from nnplay.engine import NnplayError
from nnplay.look import metrics
from nnplay.look.theme import MODES
from nnplay.project.file import load
from nnplay.project.presets import PRESETS, preset
from nnplay.shell.application import Shell, make_application
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings
from nnplay.training import FULL_SPEED

_SETTLE_MS = 600
"""Time for what moves after an edit to come to rest."""


def main(words: Sequence[str]) -> int:
    """Draw the window as the words say and return the exit status."""
    options = _parser().parse_args(words)
    if not startup.has_display() or options.scale != 1:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = f"{options.scale:g}"
    try:
        _draw(options)
    except (NnplayError, OSError) as error:
        sys.stderr.write(f"nnplay: {error}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nnplay screenshot", description="Draw the window into a PNG file.")
    parser.add_argument("project", nargs="?", default="circle", help="a preset's name or a project file")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="the PNG file to write")
    parser.add_argument("--data", metavar="FOLDER", help="a folder with MNIST files to learn from")
    parser.add_argument("--epochs", type=int, default=0, metavar="N", help="train so long first")
    parser.add_argument("--size", type=_size, default=QSize(1280, 800), metavar="WxH", help="of the window")
    parser.add_argument("--scale", type=float, default=1.0, help="pixels for one unit of length")
    parser.add_argument("--theme", choices=MODES, default="light")
    parser.add_argument("--view", choices=("simple", "full"), default="full", help="what is shown (default: full)")
    parser.add_argument("--text-scale", type=float, choices=metrics.TEXT_SCALES, default=1.0, help="of all text")
    parser.add_argument("--language", default="en", metavar="CODE")
    return parser


def _size(text: str) -> QSize:
    width, _, height = text.partition("x")
    return QSize(int(width), int(height))


def _draw(options: argparse.Namespace) -> None:
    pass_on_qt_messages()
    make_application()
    is_preset = options.project in PRESETS
    project = preset(options.project) if is_preset else load(Path(options.project))
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat))
        settings.theme_mode = options.theme
        settings.is_simple = options.view == "simple"
        settings.text_scale = options.text_scale
        session = Session(project)
        try:
            window = Shell(session, settings, options.language).window
            window.resize(options.size)
            window.arrange()
            window.show()
            if options.data:
                session.open_data(Path(options.data))
            rest = _Rest(session)
            rest.wait()
            if options.epochs:
                session.controller.set_speed(FULL_SPEED)
                session.controller.start(options.epochs)
                rest.wait()
            if not window.grab().save(options.output):
                raise OSError(f"{options.output} cannot be written")
        finally:
            session.close()


def pass_on_qt_messages() -> None:
    """Print what Qt says to stderr, but for the offscreen platform's remarks on what only a screen has."""
    qInstallMessageHandler(_print_message)


def _print_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


class _Rest(QObject):
    """Runs the event loop until nothing loads, trains or moves."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._controller = session.controller
        self._loop = QEventLoop()
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._on_timeout)

    def wait(self) -> None:
        """Return when there is nothing to wait for."""
        self._timer.start()
        self._loop.exec()

    @Slot()
    def _on_timeout(self) -> None:
        controller = self._controller
        is_busy = controller.state.is_active or controller.is_loading
        snapshot = controller.snapshot
        # Data may have no test part, and a large training part is not measured before a run.
        is_measured = controller.dataset is None or not (isnan(snapshot.test_loss) and isnan(snapshot.train_loss))
        if is_measured and not is_busy:
            self._loop.quit()
        else:
            self._timer.start()
