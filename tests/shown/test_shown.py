"""Everything of the beginner's articles is at most one search or three clicks away, in both languages."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPointF, QSettings
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnplay.appearance.matching import ranked
from nnplay.document import Document
from nnplay.panels.calculation.calculation_panel import CalculationPanel
from nnplay.panels.calculation.loss_formula import loss_atoms
from nnplay.panels.calculation.pieces import Glyphs
from nnplay.panels.calculation.typesetter import Typesetter
from nnplay.panels.code import CodePanel
from nnplay.panels.landscape.landscape_panel import LandscapePanel
from nnplay.panels.landscape.slice_plot import SlicePlot
from nnplay.panels.training.loss_form import LossForm
from nnplay.panels.try_it.asked import Asked
from nnplay.project.calculation import NumberFormat
from nnplay.project.presets import preset
from nnplay.shell import translations
from nnplay.shell.finding.find import Find
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings
from nnplay.training import TrainingController
from tests.shown.table import CONTENTS, FIRST, SEARCHES, Content, Search

LANGUAGES = ("en", "zh_CN")
Panel = TypeVar("Panel", bound=QWidget)


@pytest.fixture
def speak(qapp: object) -> Iterator[Callable[[str], None]]:
    locale = QLocale()
    yield translations.install
    translations.install("en")
    QLocale.setDefault(locale)


@pytest.fixture
def finds(speak: Callable[[str], None], qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], list[Find]]]:
    """Return everything that can be found in a window that speaks a language."""
    session = Session(preset("circle"))
    windows = []

    def in_language(code: str) -> list[Find]:
        speak(code)
        settings = Settings(QSettings(f"{tmp_path}/settings.ini", QSettings.Format.IniFormat))
        windows.append(MainWindow(session, settings))
        return windows[-1].finder.finds()

    yield in_language
    for window in windows:
        window.discard()
    session.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# All rows of a table in one test: a window for each would take minutes.
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_search_finds_it(finds: Callable[[str], list[Find]], language: str) -> None:
    everything = finds(language)
    missed = [search for search in SEARCHES if not is_found(search, everything)]
    assert missed == []


def is_found(search: Search, everything: list[Find]) -> bool:
    best = ranked(search.word, everything, lambda find: find.names, lambda find: find.text)[:FIRST]
    return any(find.kind.name == search.kind and search.name in find.names for find in best)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: f"{content.example}-{content.panel}")
def test_it_is_read_in_its_panel(speak: Callable[[str], None], qtbot: QtBot, content: Content, language: str) -> None:
    speak(language)
    document, controller = Document(preset(content.example)), TrainingController()
    controller.show(document.project)
    try:
        read = _READ[content.panel](document, controller, qtbot)
    finally:
        controller.close()
    wanted = [text[LANGUAGES.index(language)] for text in content.texts]
    assert [text for text in wanted if text not in read] == []


def _calculation(document: Document, controller: TrainingController, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: controller.dataset is not None)
    panel = _shown(CalculationPanel(document, controller, Asked(controller, controller)), qtbot)
    read = []
    for _ in panel.stepper.stepping.phases:
        panel.refresh()
        read.append(panel.sheet.accessibleDescription())
        panel.stepper.go_on()
    return "\n".join(read)


def _landscape(document: Document, controller: TrainingController, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: controller.dataset is not None)
    panel = _shown(LandscapePanel(controller), qtbot)
    qtbot.waitUntil(lambda: any(plot.labels.words for plot in panel.findChildren(SlicePlot)))
    labels = [label.text() for label in panel.findChildren(QLabel)]
    return "\n".join((*panel.findChild(SlicePlot).labels.words.values(), *labels))


def _program(library: str) -> Callable[[Document, TrainingController, QtBot], str]:
    def read(document: Document, controller: TrainingController, qtbot: QtBot) -> str:
        panel = _shown(CodePanel(document), qtbot)
        panel._library.setCurrentIndex(panel._library.findData(library))
        panel.refresh()
        return panel.text

    return read


def _loss(document: Document, controller: TrainingController, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: controller.dataset is not None)
    form = _shown(LossForm(document, controller), qtbot)
    form.refresh()
    atoms = loss_atoms(document.project.training.loss, Typesetter(NumberFormat()))
    pieces = [piece for sides in atoms for side in sides for piece in side]
    inks = [ink for piece in pieces for ink in piece.laid_out(QPointF())]
    return "".join(ink.text for ink in inks if isinstance(ink, Glyphs)) + form.own.accessibleDescription()


def _shown(panel: Panel, qtbot: QtBot) -> Panel:
    qtbot.addWidget(panel)
    panel.show()
    return panel


_READ = {
    "calculation": _calculation,
    "landscape": _landscape,
    "keras": _program("keras"),
    "perturbation": _program("perturbation"),
    "loss": _loss,
}
