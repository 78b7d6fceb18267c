"""Each lesson is walked through in each language by somebody who sees the window.

What is asked is not shown before it is answered; what a step names exists, is visible, and is called that.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPointF, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QTextBrowser, QToolButton, QWidget

from nnplay.appearance.theme import theme
from nnplay.canvas.cards import faces
from nnplay.document import EditName
from nnplay.engine import Part
from nnplay.engine.parts import exists
from nnplay.lessons import Edit, Facts, Lesson, Number, Step, load, shipped
from nnplay.lessons.quantity import Quantity
from nnplay.lessons.secret import Secret, secret_of
from nnplay.panels.widgets.readout import Readout
from nnplay.project.presets import preset
from nnplay.shell import translations
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

LESSONS = {path.name: load(path) for path in shipped()}
LANGUAGES = ("en", "zh_CN")


def plain(text: str) -> str:
    """A name without the mark of its key: ``&Reset``, ``重置(&R)``."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "")


# -- what a lesson names, as the window calls it -----------------------------------------------------------------------

Named = tuple[str, bool]
"""The name of a control, and whether a person can reach it now."""


def panel(name: str) -> Callable[[MainWindow], Named]:
    return lambda window: (window.docks[name].windowTitle(), window.docks[name].isVisible())


def button(name: str) -> Callable[[MainWindow], Named]:
    def find(window: MainWindow) -> Named:
        action = getattr(window.commands.training, name)
        shown = [each for each in window.control_bar.findChildren(QAbstractButton) if each.objectName() == name]
        return plain(action.text()), any(each.isVisible() for each in shown)

    return find


def in_list_of_steps(name: str) -> Callable[[MainWindow], Named]:
    def find(window: MainWindow) -> Named:
        action = getattr(window.commands.training, name)
        lists = [each.menu() for each in window.control_bar.findChildren(QToolButton) if each.isVisible()]
        return plain(action.text()), any(menu is not None and action in menu.actions() for menu in lists)

    return find


def readout(caption: str) -> Callable[[MainWindow], Named]:
    def find(window: MainWindow) -> Named:
        name = QCoreApplication.translate("ControlBar", caption)
        labels = [label for each in window.findChildren(Readout) for label in each.findChildren(QLabel)]
        return name, any(label.isVisible() and label.text() == name for label in labels)

    return find


def layer(kind: str) -> Callable[[MainWindow], Named]:
    return lambda window: (faces.title(kind), window.layers.chips[kind].isVisible())


def all_layers(window: MainWindow) -> Named:
    return window.layers.all_button.text(), window.layers.all_button.isVisible()


def layer_in_drawer(kind: str) -> Callable[[MainWindow], Named]:
    return lambda window: (faces.title(kind), kind in window.layers.chips)


def in_panel(name: str, context: str, text: str) -> Callable[[MainWindow], Named]:
    def find(window: MainWindow) -> Named:
        called = plain(QCoreApplication.translate(context, text))
        shown = window.docks[name].panel.findChildren(QWidget)
        return called, any(each.isVisible() and plain(_text_of(each)) == called for each in shown)

    return find


def in_menu_of(name: str, context: str, text: str, title: str = "") -> Callable[[MainWindow], Named]:
    def find(window: MainWindow) -> Named:
        called = plain(QCoreApplication.translate(context, text).format(title=title))
        actions = [action for menu in window.docks[name].panel.findChildren(QMenu) for action in menu.actions()]
        return called, any(action.isVisible() and plain(action.text()) == called for action in actions)

    return find


def command(menu: str, name: str) -> Callable[[MainWindow], Named]:
    def find(window: MainWindow) -> Named:
        action: QAction = getattr(getattr(window.commands, menu), name)
        return plain(action.text()), action.isVisible() and action.isEnabled()

    return find


NAMES: dict[tuple[str, str], tuple[Callable[[MainWindow], Named], ...]] = {
    ("04", "votes"): (panel("results"),),
    ("04", "hand"): (panel("results"),),
    ("04", "smooth"): (button("train"), button("reset"), readout("Training accuracy")),
    ("04", "xor"): (panel("data"), in_panel("data", "DataPanel", "XOR"), button("train")),
    ("04", "hidden"): (layer("Dense"),),
    ("05", "table"): (panel("weights"),),
    ("07", "loss"): (panel("landscape"),),
    ("07", "step"): (button("train"), button("reset")),
    ("07", "far"): (button("train"), button("reset")),
    ("08", "nudge"): (panel("gradients"),),
    ("09", "backward"): (panel("calculation"),),
    ("10", "train"): (button("train"), in_list_of_steps("step_ten"), readout("Training accuracy")),
    ("11", "whole"): (button("reset"),),
    ("12", "normalize"): (all_layers, layer_in_drawer("BatchNormalization"), button("reset")),
    ("13", "dropout"): (layer("Dropout"), button("reset")),
    ("13", "data"): (panel("data"), in_panel("data", "PointsForm", "Training data"), button("reset")),
    ("14", "train"): (button("train"), readout("Test accuracy")),
    ("14", "mnist"): (
        panel("data"),
        in_panel("data", "DataPanel", "&Open…"),
        in_menu_of("data", "DataPanel", "&MNIST folder…"),
        in_menu_of("data", "DataPanel", "Download {title}…", "MNIST"),
    ),
    ("15", "five"): (panel("data"), panel("code"), panel("loss"), panel("results")),
    ("16", "five"): (
        panel("experiments"),
        in_panel("experiments", "Sheet", "Epochs"),
        in_panel("experiments", "Sheet", "Starts"),
        in_panel("experiments", "Sheet", "&Run the experiment"),
    ),
    ("17", "twenty"): (panel("experiments"), in_panel("experiments", "Sheet", "&Run the experiment")),
    ("17", "test"): (in_panel("experiments", "Sheet", "&Vary something else"),),
    ("15", "plot"): (command("file", "export"),),
}


# -- what a learner sees -----------------------------------------------------------------------------------------------


def _text_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return text or widget.accessibleName()


def figures(window: MainWindow, asked: Secret) -> list[str]:
    """The numbers of a kind that the window computes: on the canvas, in the bar, and in sentences of panels."""
    seen: list[str] = []
    scene = window.canvas.network_scene
    if asked in (Secret.SUMS, Secret.VALUES):
        given = scene.project.network.input.name
        seen += [text for name, card in scene.cards.items() if name != given for text in card.units.values]
    if asked is Secret.COUNTS:
        seen += [card.caption for card in scene.cards.values()]
    if asked is Secret.LOSS:
        seen += [each.text() for each in window.control_bar.findChildren(Readout) if each.isVisible()]
    for name, dock in window.docks.items():
        if name not in ("lesson", "weights", "data", "code", "glossary") and dock.has_panel:
            seen += _texts_in(dock.panel)
    return seen


def _texts_in(panel: QWidget) -> Iterator[str]:
    for label in panel.findChildren(QLabel):
        if label.isVisible():
            yield label.text()
    for browser in panel.findChildren(QTextBrowser):
        if browser.isVisible():
            yield browser.toPlainText()


def shows(texts: list[str], expected: float, digits: int) -> bool:
    """Whether one of the texts gives the answer, in as many digits as are asked for or more."""
    for text in texts:
        for found in re.findall(r"-?\d+(?:\.\d+)?", text.replace("−", "-").replace(",", "")):
            is_exact_enough = len(found.partition(".")[2]) >= digits or expected == round(expected)
            if is_exact_enough and abs(float(found) - expected) <= 0.5 * 10.0**-digits:
                return True
    return False


def pointed_at(window: MainWindow, step: Step) -> list[str]:
    """What the canvas says beside the pointer about the part that a step speaks of."""
    show = step.show
    part = Part(show.node, parameter=show.parameter, index=show.index) if show.parameter else None
    if part is None or not exists(window.canvas.network, part):
        return []
    popups = window.canvas._popups
    popups.on_hovered(part, QPointF())
    QCoreApplication.sendPostedEvents()
    text = popups.hint.text
    popups.on_hovered(None, QPointF())
    # The weight itself is no secret, and stands first.
    return [text.partition(" ")[2]]


# -- the walk ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    before = QLocale()
    translations.install(request.param)
    theme().set_mode("light")
    theme().apply()
    yield request.param
    QLocale.setDefault(before)
    qapp.setStyleSheet("")


@pytest.fixture(scope="module")
def window(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window for all lessons, in the simple view of those who take them; a lesson follows the other."""
    path = tmp_path_factory.mktemp("settings") / "settings.ini"
    session = Session(preset("circle"))
    window = MainWindow(session, Settings(QSettings(str(path), QSettings.Format.IniFormat)))
    window.setProperty("outlives_a_test", True)
    window.resize(1280, 800)
    window.arrange()
    window.show()
    yield window
    window.messages.dismiss()
    session.close()
    window.discard()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def named(lesson: Lesson, language: str, step: Step) -> str:
    text = lesson.texts[language].steps[step.id]
    return "\n".join((text.body, text.hint, text.done))


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_is_walked_by_somebody_who_sees_the_window(
    window: MainWindow, language: str, name: str, qtbot: object
) -> None:
    translations.install(language)  # none outlives its test
    lesson, session = LESSONS[name], window._session
    guide, document = session.guide, session.document
    window.begin_lesson(lesson)
    qtbot.waitUntil(lambda: session.controller.dataset is not None, timeout=20_000)
    assert window.windowTitle().startswith(lesson.texts[language].title)
    answered = set[float]()
    for step in lesson.plan.steps:
        QCoreApplication.sendPostedEvents()
        assert guide.step.id == step.id
        assert window.docks["lesson"].panel.isVisible(), step.id
        if step.show.panel:
            assert window.docks[step.show.panel].isVisible(), step.id
        if step.show.control:
            controls = [each for each in window.findChildren(QWidget) if each.objectName() == step.show.control]
            assert any(each.isVisible() for each in controls), step.id
        for find in NAMES.get((name[:2], step.id), ()):
            called, is_there = find(window)
            assert called in named(lesson, language, step), f"{step.id} does not call it “{called}”"
            assert is_there, f"{step.id}: “{called}” cannot be seen"
        asked = asked_for(step)
        if isinstance(step.check, Number) and asked is not None:
            expected = step.check.expected(Facts(document.project, session.controller.dataset))
            seen = [*figures(window, asked), *pointed_at(window, step)]
            # 8 is the loss, and then the slope: what has just been answered may stand there.
            if expected not in answered:
                assert not shows(seen, expected, step.check.digits), f"{step.id}: {expected} is shown: {seen}"
            assert guide.answer(f"{expected:.{step.check.digits}f}"), step.id
            answered.add(expected)
        for action in step.solution:
            if isinstance(action, Edit):
                document.perform(EditName("solve"), action.edit)
        if step is not lesson.plan.steps[-1]:
            guide.go(1)
    if window.docks["experiments"].has_panel:
        window.docks["experiments"].panel.sheet.close_work()


def asked_for(step: Step) -> Secret | None:
    """The kind of number that a step asks for, if the window shows that kind at all."""
    if step.hides:
        return step.hides[0]
    value = step.check.value if isinstance(step.check, Number) else None
    return secret_of(value) if isinstance(value, Quantity) else None


def test_every_name_belongs_to_a_step() -> None:
    steps = {(name[:2], step.id) for name, lesson in LESSONS.items() for step in lesson.plan.steps}
    assert set(NAMES) <= steps
