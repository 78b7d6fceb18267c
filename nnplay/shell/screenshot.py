"""``nnplay screenshot``: a picture of the real window, for documents and visual checks; needs no display."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMessageLogContext, QSettings, QSize, QtMsgType, qInstallMessageHandler

from nnplay import startup
from nnplay.appearance import metrics
from nnplay.appearance.qt_types import png_of
from nnplay.appearance.theme import MODES
from nnplay.cli.messages import say_error
from nnplay.data import open_data
from nnplay.disk.writing import write_file
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.exchange import ExchangeError
from nnplay.exchange.opening import kind_of, open_model
from nnplay.languages import translate
from nnplay.languages.help_format import HelpFormatter
from nnplay.project import Project
from nnplay.project.presets import PRESETS, preset
from nnplay.project.storage.file import open_project
from nnplay.runs import FULL_SPEED
from nnplay.shell.application import Shell, make_application
from nnplay.shell.images.rest import Rest
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings


def main(words: Sequence[str]) -> int:
    """Draw the window as the arguments say and return the exit status."""
    options = _parser().parse_args(words)
    if options.scale != 1 or not (startup.has_display() and startup.display_answers()):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = f"{options.scale:g}"
    try:
        _draw(options)
    except NnplayError as error:
        say_error(error)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="nnplay screenshot",
        description=translate("cli", "Save a picture of the window as a PNG file."),
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )

    def add(*names: str, help: str, **settings: Any) -> None:
        parser.add_argument(*names, help=help, **settings)

    source = translate("cli", "the file of a project or model, or the name of a preset")
    add("project", nargs="?", default="circle", metavar="PRESET|FILE", help=source)
    add("-o", "--output", required=True, metavar="FILE", help=translate("cli", "the PNG file to write"))
    add("--data", metavar="FOLDER", help=translate("cli", "a folder with MNIST files to use as data"))
    add("--epochs", type=int, default=0, metavar="N", help=translate("cli", "train for N epochs first"))
    add("--size", type=_size, default=QSize(1280, 800), metavar="WxH", help=translate("cli", "size of the window"))
    add("--scale", type=float, default=1.0, metavar="X", help=translate("cli", "pixels per unit of length"))
    add("--theme", choices=MODES, default="light", help=translate("cli", "the window's colours"))
    add("--view", choices=("simple", "full"), default="full", help=translate("cli", "what is shown (default: full)"))
    add("--text-scale", type=float, choices=metrics.TEXT_SCALES, default=1.0, help=translate("cli", "size of all text"))
    add("--language", default="en", metavar="CODE", help=translate("cli", "language of the window (default: en)"))
    return parser


def _size(text: str) -> QSize:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        refusal = translate("cli", "“{text}” is not a size such as 1280x800")
        raise argparse.ArgumentTypeError(refusal.format(text=text))
    return QSize(int(width), int(height))


def _draw(options: argparse.Namespace) -> None:
    pass_on_qt_messages()
    make_application()
    project = _project(options.project)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat))
        settings.theme_mode = options.theme
        settings.is_simple = options.view == "simple"
        settings.text_scale = options.text_scale
        session = Session(project)
        shell = Shell(session, settings, options.language)
        try:
            window = shell.window
            window.resize(options.size)
            window.arrange()
            window.show()
            if options.data:
                open_data(Path(options.data), project.data)  # the window would only show what is wrong with them
                session.open_data(Path(options.data))
            rest = Rest(session)
            rest.wait()
            if options.epochs:
                session.controller.set_speed(FULL_SPEED)
                session.controller.start(options.epochs)
                rest.wait()
            try:
                write_file(Path(options.output), png_of(window.grab().toImage()))
            except OSError as error:
                raise ExchangeError(
                    QT_TRANSLATE_NOOP("errors", "“{file}” was not written: {reason}."),
                    file=options.output,
                    reason=reason_of(error),
                ) from error
        finally:
            shell.end()


def _project(name: str) -> Project:
    """The preset of that name, or the project or model in that file."""
    if name in PRESETS:
        return preset(name)
    path = Path(name)
    if kind_of(path) is None:
        return open_project(path).project
    project, _ = open_model(path)
    return project


def pass_on_qt_messages() -> None:
    """Print Qt's messages to stderr, except the offscreen platform's remarks about missing screens."""
    qInstallMessageHandler(_print_message)


def _print_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")
