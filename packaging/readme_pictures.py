#!/usr/bin/env python3
"""Draw the four pictures of README anew, in each language, from the real window: python packaging/readme_pictures.py

A digit that was drawn and is recognised, the spiral trained, a step of the calculation by hand, and the doctor. What is
to be seen is done in the window by its own parts; nothing is painted in.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from math import cos, pi, sin
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from PySide6.QtCore import QEventLoop, QSettings, QTimer  # noqa: E402

from nnplay.panels.digit.paper import SIDE  # noqa: E402
from nnplay.project.file import load  # noqa: E402
from nnplay.project.presets import preset  # noqa: E402
from nnplay.project.project import Project  # noqa: E402
from nnplay.shell.application import Shell, make_application  # noqa: E402
from nnplay.shell.main_window import MainWindow  # noqa: E402
from nnplay.shell.screenshot import pass_on_qt_messages  # noqa: E402
from nnplay.shell.session import Session  # noqa: E402
from nnplay.shell.settings import Settings  # noqa: E402
from nnplay.training import FULL_SPEED  # noqa: E402

FOLDER = ROOT / "packaging/screenshots"
LANGUAGES = {"en": "en", "zh_CN": "zh"}
SIZE = (1280, 800)
_SETTLE_MS = 1_500


def digit(window: MainWindow, session: Session) -> None:
    """A five, drawn with a pen and read by the starter network."""
    window.show_panel("digit")
    bow = [(0.45 + 0.2 * cos(angle * pi / 8), 0.62 - 0.19 * sin(angle * pi / 8)) for angle in range(5, -7, -1)]
    five = [(0.66, 0.18), (0.37, 0.18), (0.35, 0.47), *bow]
    window.docks["digit"].panel.pad.set_strokes([[(x * SIDE, y * SIDE) for x, y in five]])


def spiral(window: MainWindow, session: Session) -> None:
    """The spiral, learned."""
    _train(session, 400)


def calculation(window: MainWindow, session: Session) -> None:
    """A step of the forward pass in its formula, beside the network."""
    window.show_panel("calculation")
    _rest()
    window.docks["calculation"].panel.stepper.go_on()


def doctor(window: MainWindow, session: Session) -> None:
    """Training that goes wrong, and what can be done."""
    window.show_panel("doctor")
    _train(session, 60)


def _too_fast() -> Project:
    start = preset("circle")
    return replace(
        start, training=replace(start.training, optimizer=replace(start.training.optimizer, learning_rate=10.0))
    )


Act = Callable[[MainWindow, Session], None]

PICTURES: dict[str, tuple[Callable[[], Project], Act, str]] = {
    "digit": (lambda: load(ROOT / "resources/starter/digits.nnplay"), digit, "light"),
    "spiral": (lambda: preset("spiral"), spiral, "dark"),
    "calculation": (lambda: preset("two-three-one"), calculation, "light"),
    "doctor": (_too_fast, doctor, "dark"),
}


def main() -> None:
    """Draw every picture in every language."""
    pass_on_qt_messages()
    make_application()
    for name, (make, act, theme) in PICTURES.items():
        for language, ending in LANGUAGES.items():
            path = FOLDER / f"{name}-{ending}.png"
            _draw(make(), act, theme, language, path)
            print(path.relative_to(ROOT))


def _draw(project: Project, act: Act, theme: str, language: str, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat))
        settings.theme_mode = theme
        session = Session(project)
        try:
            window = Shell(session, settings, language).window
            window.resize(*SIZE)
            window.arrange()
            window.show()
            _rest()
            act(window, session)
            _rest()
            window.grab().save(str(path))
            window.discard()
        finally:
            session.close()


def _train(session: Session, n_epochs: int) -> None:
    session.controller.set_speed(FULL_SPEED)
    session.controller.start(n_epochs)


def _rest() -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
