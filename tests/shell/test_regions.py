"""F6 goes through the parts of the window, and Tab through everything in it, without a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QButtonGroup, QComboBox, QLineEdit, QTabBar, QWidget

from nnplay.panels.map.decision_map import DecisionMap
from nnplay.shell.regions import tab_stops

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def focused(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.canvas.setFocus()
    qtbot.waitUntil(window.canvas.hasFocus)
    return window


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    return QApplication.focusWidget()


def part_of(window, widget):
    parts = {"bar": window.control_bar, "layers": window.layers, "canvas": window.canvas}
    parts |= window.docks
    return next(name for name, part in parts.items() if part is widget or part.isAncestorOf(widget))


def test_f6_goes_round_from_left_to_right_and_back(focused):
    way = [part_of(focused, press(Qt.Key.Key_F6)) for _ in range(6)]
    assert way == ["map", "loss", "bar", "data", "layers", "canvas"]
    back = [part_of(focused, press(Qt.Key.Key_F6, SHIFT)) for _ in range(6)]
    assert back == ["layers", "data", "bar", "loss", "map", "canvas"]


def test_a_part_is_entered_where_it_was_left(focused):
    press(Qt.Key.Key_F6)
    left = press(Qt.Key.Key_Tab)
    assert not isinstance(left, DecisionMap)
    press(Qt.Key.Key_F6)
    assert press(Qt.Key.Key_F6, SHIFT) is left


def test_tab_comes_to_every_field_that_can_be_seen_and_to_nothing_else(focused):
    seen: list[QWidget] = []
    widget = press(Qt.Key.Key_Tab)
    while widget not in seen or widget is focused.canvas:  # on the canvas it goes from layer to layer
        seen.append(widget)
        widget = press(Qt.Key.Key_Tab)
        assert len(seen) < 500
    assert [each for each in seen if each.size().isEmpty() or not each.isVisibleTo(focused)] == []
    assert [each for each in seen if isinstance(each, QTabBar) and not each.count()] == []
    parts = (focused.control_bar, focused.layers, focused.docks["data"].panel, focused.docks["map"].panel)
    stops = {
        each
        for part in parts
        for each in part.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusProxy() is None and _takes_tab(each)
    }
    groups = [group for group in focused.findChildren(QButtonGroup) if group.exclusive()]
    # Of buttons that exclude each other, the checked one is for all.
    stops -= {button for group in groups for button in group.buttons() if not button.isChecked()}
    assert stops - set(seen) == set()
    assert len(stops) > 25
    for part in parts:
        known = [each for each in tab_stops(part) if each in seen]
        first = seen.index(known[0])
        way = seen[first:] + seen[:first]
        assert [each for each in way if each in known] == known


def _takes_tab(widget):
    is_line = isinstance(widget, QLineEdit) and isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not is_line
