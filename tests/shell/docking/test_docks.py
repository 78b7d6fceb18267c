"""PanelDock: what has too little room scrolls, and a panel takes room from its neighbours when it is first seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnplay.asking import Origin


def test_a_high_panel_does_not_make_the_window_higher(qtbot, window):
    for name in ("try_it", "landscape", "examples", "calculation"):
        window.show_panel(name)
        qtbot.waitUntil(window.docks[name].panel.isVisible)
    assert window.minimumSizeHint().height() < 736  # what a desktop leaves of 768
    assert (window.width(), window.height()) == (1280, 800)


def test_the_digit_pad_takes_room_from_the_curves(qtbot, window):
    loss = window.docks["loss"]
    qtbot.waitUntil(loss.panel.isVisible)
    before = loss.height()
    window.tabifyDockWidget(window.docks["map"], window.docks["try_it"])  # where the person may drag it
    window.show_panel("try_it")
    qtbot.waitUntil(lambda: loss.height() < before)
    assert loss.height() >= loss.minimumSizeHint().height()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
@pytest.mark.parametrize("panel", ["results", "map"])
def test_an_example_is_tried_beside_the_panel_where_it_was_chosen(qtbot, window, size, panel):
    window.resize(*size)
    window.show_panel(panel)
    qtbot.waitUntil(lambda: window._session.controller.dataset is not None)
    window._session.asked.ask_about(Origin("test", 0))
    qtbot.waitUntil(lambda: not window.docks["try_it"].panel.visibleRegion().isEmpty())
    assert not window.docks[panel].panel.visibleRegion().isEmpty()
    assert not window.docks["loss"].panel.visibleRegion().isEmpty()


def test_a_panel_scrolls_in_a_low_window_and_not_in_a_high_one(qtbot, window):
    window.show_panel("try_it")
    area = window.docks["try_it"]._area
    window.resize(1280, 560)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    window.resize(1280, 1400)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    assert area.missing_height() <= 0


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_4])
def test_the_key_of_a_panel_behind_a_tab_brings_it_to_the_front(qtbot, window, key):
    names = {Qt.Key.Key_2: ("data", "settings"), Qt.Key.Key_4: ("data", "try_it")}
    front, behind = names[key]
    window.show_panel(front)
    qtbot.waitUntil(window.docks[front].panel.isVisible)
    QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    assert not window.docks[behind].isHidden()
    qtbot.waitUntil(lambda: not window.docks[behind].panel.visibleRegion().isEmpty())
    assert window.docks[behind].toggleViewAction().isChecked()
    QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(window.docks[behind].isHidden)
    assert not window.docks[behind].toggleViewAction().isChecked()


def test_no_panel_makes_a_window_of_800_by_600_larger(qtbot, window):
    window.resize(800, 600)
    too_large = {}
    for name, dock in window.docks.items():
        window.show_panel(name)
        qtbot.waitUntil(dock.panel.isVisible)
        qtbot.wait(1)  # the layout follows
        if (window.width(), window.height()) != (800, 600):
            too_large[name] = (window.width(), window.height())
            window.resize(800, 600)
        if dock.isFloating() or name not in ("data", "map", "loss"):
            dock.close()
    assert too_large == {}
