"""No text is cut off: in both languages, on a laptop and on a projector, in the usual and in the largest type."""

import importlib.util
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.theme import theme
from nnplay.shell import translations
from tests.shell.cut_off import cut_off, sideways

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "zh_CN")
LAPTOP, PROJECTOR = (1280, 800), (1024, 768)


def _window_states():
    if "window_states" not in sys.modules:
        spec = importlib.util.spec_from_file_location("window_states", ROOT / "packaging/window_states.py")
        sys.modules["window_states"] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules["window_states"]


STATES = {name: state for name, state in _window_states().STATES.items() if not name.startswith("readme-")}
"""All but those of README's pictures, which look like others."""

DIALOGS = [name for name, state in STATES.items() if state.is_dialog]


@pytest.fixture
def states(dressed):
    yield _window_states()
    theme().set_text_scale(1.0)
    translations.install("en")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _faults(window, look):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # a run may have written longer numbers just now
    shown = [other for other in QApplication.topLevelWidgets() if other.isVisible()]
    faults = [fault for top in shown for fault in cut_off(top)]
    if look.text_scale == 1.0:
        faults += sideways(window)
    if window.size().toTuple() != look.size:
        faults.append(f"the window is {window.size().toTuple()}")
    return faults


def _looks(states):
    return [
        states.Look(code, "light", size, text_scale)
        for code in LANGUAGES
        for size, text_scale in ((LAPTOP, 1.0), (PROJECTOR, 1.0), (PROJECTOR, max(metrics.TEXT_SCALES)))
    ]


@pytest.mark.parametrize("name", [name for name in STATES if name not in DIALOGS])
def test_every_state(states, name):
    found = [
        f"{look.name} {look.text_scale}: {fault}"
        for look, window in states.windows(STATES[name], _looks(states))
        for fault in _faults(window, look)
    ]
    assert not found, "\n".join(found)


def test_every_dialog(states):
    found, opened = [], set()
    for look, name, window in states.dialogs(DIALOGS, _looks(states)):
        found += [f"{name} {look.name} {look.text_scale}: {fault}" for fault in _faults(window, look)]
        opened |= {name for other in QApplication.topLevelWidgets() if other.isVisible() and other is not window}
    assert not found, "\n".join(found)
    assert opened == set(DIALOGS)


@pytest.fixture
def page(qtbot):
    page = QWidget()
    page.setLayout(QVBoxLayout())
    page.resize(300, 200)
    qtbot.addWidget(page)
    return page


def test_a_narrow_label_is_found_until_it_has_room(page, qtbot):
    label = QLabel("The learning rate is ten times too large.")
    page.layout().addWidget(label)
    label.setFixedWidth(60)
    page.show()
    assert len(cut_off(page)) == 1
    label.setFixedWidth(label.sizeHint().width())
    page.layout().activate()
    assert cut_off(page) == []


def test_wrapped_words_need_height(page):
    label = QLabel("The learning rate is ten times too large, as the doctor says.")
    label.setWordWrap(True)
    page.layout().addWidget(label)
    label.setFixedSize(80, 15)
    page.show()
    assert len(cut_off(page)) == 1
    label.setFixedSize(80, label.heightForWidth(80))
    page.layout().activate()
    assert cut_off(page) == []


def test_buttons_and_tabs_are_found_and_what_has_a_tip_is_not(page):
    button, tabs = QPushButton("Take the new weights"), QTabBar()
    tabs.setExpanding(False)
    tabs.addTab("Decision map of the network")
    tabs.setStyleSheet("QTabBar::tab { width: 40px; }")
    for widget in (button, tabs):
        page.layout().addWidget(widget)
    button.setFixedWidth(40)
    page.show()
    assert len(cut_off(page)) == 2
    tabs.setTabToolTip(0, "Decision map of the network")
    assert len(cut_off(page)) == 1


def test_what_reaches_out_of_its_place_is_found(page):
    label = QLabel("Epoch", page)
    label.move(280, 10)
    page.show()
    label.adjustSize()
    assert len(cut_off(page)) == 1
