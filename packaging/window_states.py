"""The states in which the window is reviewed: how each is reached, and its picture with any look.

A state is reached once; then a window is made for each look, as the program does for another language. Dialogs are
opened one after another above the same window, because making a window takes longer than opening one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from math import cos, pi, sin
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QTabBar, QTableView

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from nnplay.lessons import load as load_lesson  # noqa: E402
from nnplay.lessons import shipped  # noqa: E402
from nnplay.project import Project  # noqa: E402
from nnplay.project.presets import preset  # noqa: E402
from nnplay.project.starter import starter  # noqa: E402
from nnplay.runs import FULL_SPEED  # noqa: E402
from nnplay.shell.application import Shell  # noqa: E402
from nnplay.shell.images.rest import Rest  # noqa: E402
from nnplay.shell.main_window import MainWindow  # noqa: E402
from nnplay.shell.session import Session  # noqa: E402
from nnplay.shell.settings import Settings  # noqa: E402

Step = Callable[[MainWindow], None]

_SEVEN = [[(80.0, 70.0), (140.0, 66.0), (205.0, 70.0), (175.0, 130.0), (150.0, 180.0), (135.0, 225.0)]]
_BOW = [(126 + 56 * cos(angle * pi / 8), 173.6 - 53.2 * sin(angle * pi / 8)) for angle in range(5, -7, -1)]
_FIVE = [[(184.8, 50.4), (103.6, 50.4), (98.0, 131.6), *_BOW]]
"""The strokes of digits on the pad."""

_TABLE = """city,inhabitants,area,coast,founded
Köln,1073096,405.0,no,-38
Hamburg,1841179,755.2,yes,808
Rostock,208886,181.3,yes,1218
Kassel,201585,106.8,no,913
Bremen,563290,318.2,yes,782
Erfurt,213981,269.9,no,742
Kiel,246601,118.7,yes,1233
Potsdam,178089,188.6,no,993
Lübeck,216277,214.2,yes,1143
Ulm,126329,118.7,no,854
"""

_PEOPLE = """weight,height,age,sex
0,0,0,female
-1.2,-0.8,0.3,female
1.5,1.1,-0.2,male
0.4,0.9,1.6,male
"""


@dataclass(frozen=True)
class Look:
    """A window's theme, language and size."""

    language: str = "en"
    theme: str = "light"
    size: tuple[int, int] = (1280, 800)
    text_scale: float = 1.0

    @property
    def name(self) -> str:
        """The look as part of a file name."""
        width, height = self.size
        return f"{self.language}-{self.theme}-{width}x{height}"


@dataclass(frozen=True)
class State:
    """A state worth reviewing.

    Attributes
    ----------
    epochs
        How many epochs the project has been trained.
    steps
        Actions in the window, one after another; each waits until what it started has finished.
    is_running
        Whether the picture is taken during a run.
    is_dialog
        Whether the steps only open a dialog above the window, in which there is the first example.
    """

    project: Callable[[], Project]
    epochs: int = 0
    steps: tuple[Step, ...] = ()
    is_simple: bool = False
    is_running: bool = False
    is_dialog: bool = False


def _of(name: str) -> Callable[[], Project]:
    return partial(preset, name)


def _open(*names: str) -> Step:
    def step(window: MainWindow) -> None:
        for name in names:
            window.show_panel(name)

    return step


def _select(layer: str) -> Step:
    return lambda window: window.canvas.select(layer)


def _tab(panel: str, number: int) -> Step:
    """Switch to a page of a panel with tabs of its own."""

    def step(window: MainWindow) -> None:
        window.show_panel(panel)
        widget = window.docks[panel].panel
        widget = getattr(widget, "drawing", widget)  # "Try it" has tabs on its pages
        widget.findChild(QTabBar).setCurrentIndex(number)

    return step


def _draw(strokes: list[list[tuple[float, float]]]) -> Step:
    def step(window: MainWindow) -> None:
        window.show_panel("try_it")
        window.docks["try_it"].panel.drawing.pad.set_strokes(strokes)

    return step


def _begin_lesson(window: MainWindow) -> None:
    if not window.gives_lesson:  # a window for another look is already in this state
        window.begin_lesson(load_lesson(shipped()[8]))


def _too_fast() -> Project:
    project = preset("circle")
    optimizer = replace(project.training.optimizer, learning_rate=10.0)
    return replace(project, training=replace(project.training, optimizer=optimizer))


def _open_table(window: MainWindow) -> None:
    path = Path(window.property("folder"), "cities.csv")
    path.write_text(_TABLE, encoding="utf-8")
    window.data.open(path)


def _go_on(window: MainWindow) -> None:
    window.docks["calculation"].panel.stepper.go_on()


def _try_row(*cells: str) -> Step:
    def step(window: MainWindow) -> None:
        window.trying.show()
        window.docks["try_it"].panel.row.ask_cells(cells)

    return step


def _try_rows(window: MainWindow) -> None:
    """Have a table with true answers answered."""
    path = Path(window.property("folder"), "people.csv")
    path.write_text(_PEOPLE, encoding="utf-8")
    window.show_panel("try_it")
    panel = window.docks["try_it"].panel
    panel.findChild(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly).setCurrentIndex(1)
    panel.rows.open(path)


def _select_row(window: MainWindow) -> None:
    window.docks["examples"].panel.findChild(QTableView).selectRow(1)


def _dialog(step: Step) -> State:
    return State(_of("circle"), steps=(step,), is_dialog=True)


STATES: dict[str, State] = {
    "simple": State(_of("circle"), is_simple=True),
    "welcome": State(_of("circle"), steps=(lambda window: window.start.open_welcome(),), is_simple=True),
    "circle": State(_of("circle"), 60),
    "running": State(_of("circle"), is_running=True),
    "spiral": State(_of("spiral"), 400),
    "starter": State(starter),
    "digits": State(starter, 0, (_draw(_SEVEN), _open("results"))),
    "digits-seen": State(starter, 0, (_draw(_SEVEN), _open("examples", "try_it"), _select_row)),
    "convolution": State(_of("mnist-cnn"), 0, (_draw(_SEVEN), _tab("try_it", 1))),
    "body": State(_of("body-measures"), 3, (_open("results", "map"),)),
    "try-row": State(_of("body-measures"), 3, (_try_row("0", "0", "0"), _open("results"))),
    "try-rows": State(_of("body-measures"), 3, (_try_rows,)),
    "try-point": State(_of("circle"), 60, (_try_row("1.5", "-2"), _open("map"))),
    "proposals": _dialog(lambda window: window.docks["data"].panel.request_digits.emit()),
    "classes": _dialog(lambda window: window.data.ask_classes()),
    "diabetes": State(_of("pima"), 0),
    "regression": State(_of("multi-gaussian"), 60, (_open("results"),)),
    "lesson": State(_of("circle"), 0, (_begin_lesson, _open("calculation"))),
    "calculation": State(_of("xor"), 20, (_open("calculation", "code"),)),
    "gradients": State(_of("xor"), 20, (_open("gradients", "history", "glossary"),)),
    "weights": State(_of("circle"), 60, (_open("inside", "weights"),)),
    "landscape": State(_of("circle"), 60, (_open("landscape"),)),
    "inside": State(_of("spiral"), 60, (_open("inside"),)),
    "activation": State(_of("circle"), 60, (_open("activation"), _select("dense"))),
    "examples": State(_of("spiral"), 60, (_open("examples"), _select_row)),
    "doctor": State(_too_fast, 60, (_open("doctor"),)),
    "lessons": State(_of("circle"), 0, (_open("lesson"),), is_simple=True),
    "preferences": _dialog(lambda window: window.preferences.open()),
    "palette": _dialog(lambda window: window.finder.palette.open()),
    "class": _dialog(lambda window: window.view.open_class_dialog()),
    "export": _dialog(lambda window: window.commands.file.open_export("keras")),
    "import": _dialog(_open_table),
    "guide": _dialog(lambda window: window.commands.help.guide.trigger()),
    "readme-digit": State(starter, steps=(_draw(_FIVE),), is_simple=True),
    "readme-spiral": State(_of("spiral"), 400, is_simple=True),
    "readme-calculation": State(_of("two-three-one"), steps=(_open("calculation"), _go_on), is_simple=True),
    "readme-doctor": State(_too_fast, 60, (_open("doctor"),), is_simple=True),
    "about": _dialog(lambda window: window.commands.help.about.trigger()),
}


@dataclass(frozen=True)
class _Sight:
    """A window with a look, and what it shows; new, or the one before with another size."""

    look: Look
    window: MainWindow
    session: Session
    rest: Rest
    is_new: bool


def windows(state: State, looks: Iterable[Look]) -> Iterator[tuple[Look, MainWindow]]:
    """Reach a state, and show it with one look after another; a look that differs in size alone has the same window."""
    for sight in _sights(state, looks):
        if sight.is_new:
            sight.rest.wait()
            _reach(state, sight)
        else:
            _rest(state, sight.rest)
        yield sight.look, sight.window


def dialogs(names: Iterable[str], looks: Iterable[Look]) -> Iterator[tuple[Look, str, MainWindow]]:
    """Open the dialogs of some states, one after another, above a window with one look after another."""
    for sight in _sights(State(_of("circle")), looks):
        sight.rest.wait()
        for name in names:
            _reach(STATES[name], sight)
            yield sight.look, name, sight.window
            _close_others(sight.window)
            sight.rest.wait()


def _sights(state: State, looks: Iterable[Look]) -> Iterator[_Sight]:
    """Make windows with one look after another, which share the project of a state."""
    with TemporaryDirectory() as folder:
        session = Session(state.project())
        rest = Rest(session)
        window, last = None, Look()
        try:
            for look in looks:
                is_new = window is None or replace(last, size=look.size) != look
                if window is not None and is_new:
                    _discard(window, session, rest)
                if window is None or is_new:
                    window = _window(state, session, look, folder)
                window.resize(QSize(*look.size))
                last = look
                yield _Sight(look, window, session, rest, is_new)
            if window is not None:
                _discard(window, session, rest)
        finally:
            session.close()


def _window(state: State, session: Session, look: Look, folder: str) -> MainWindow:
    settings = Settings(QSettings(str(Path(folder, f"{look.name}.ini")), QSettings.Format.IniFormat))
    settings.theme_mode, settings.text_scale = look.theme, look.text_scale
    settings.is_simple = state.is_simple
    window = Shell(session, settings, look.language).window
    window.setProperty("folder", folder)
    window.resize(QSize(*look.size))
    if not window.gives_lesson:  # it has the panels that it needs
        window.arrange()
    window.show()
    return window


def _reach(state: State, sight: _Sight) -> None:
    controller = sight.session.controller
    if state.epochs and not len(controller.history):
        controller.set_speed(FULL_SPEED)
        controller.start(state.epochs)
        sight.rest.wait()
    for step in state.steps:
        step(sight.window)
        sight.rest.wait()
    if state.is_running:
        controller.start()
        _rest(state, sight.rest)


def _rest(state: State, rest: Rest) -> None:
    if state.is_running:
        rest.pause()
    else:
        rest.wait()


def _discard(window: MainWindow, session: Session, rest: Rest) -> None:
    session.settle()
    _close_others(window)
    window.discard()
    rest.wait()


def _close_others(window: MainWindow) -> None:
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()


def picture(window: MainWindow) -> QImage:
    """Return a picture of what a person sees: the window, with its dialogs above it."""
    image = window.grab().toImage()
    painter = QPainter(image)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            painter.drawPixmap(other.geometry().topLeft() - window.geometry().topLeft(), other.grab())
    painter.end()
    return image
