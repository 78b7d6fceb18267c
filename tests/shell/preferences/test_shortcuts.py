"""Shortcuts: changed, taken from others, remembered, and reset."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from nnplay.shell.preferences.shortcuts_page import ShortcutsPage


@pytest.fixture
def shortcuts(window):
    return window.shortcuts


def entry(shortcuts, key):
    return next(each for each in shortcuts.entries if each.key == key)


def test_changed_keys_do_it_and_are_remembered(shortcuts, settings, window):
    shortcuts.change(entry(shortcuts, "training.reset"), QKeySequence("F9"))
    assert window.commands.training.reset.shortcut() == QKeySequence("F9")
    assert "F9" in window.commands.training.reset.toolTip()
    assert settings.shortcuts == {"training.reset": "F9"}


def test_who_had_the_keys_is_named_and_loses_them(shortcuts, window):
    reset, keys = entry(shortcuts, "training.reset"), QKeySequence("Ctrl+E")
    assert shortcuts.holder(keys, reset).key == "training.step"
    shortcuts.change(reset, keys)
    assert window.commands.training.step.shortcuts() == []
    assert shortcuts.holder(keys, reset) is None


def test_reset_brings_all_back_second_keys_too(shortcuts, window, settings):
    before = window.commands.edit.redo.shortcuts()
    shortcuts.change(entry(shortcuts, "edit.redo"), QKeySequence("F8"))
    shortcuts.reset()
    assert window.commands.edit.redo.shortcuts() == before
    assert settings.shortcuts == {}


def test_no_two_actions_have_the_same_keys_at_first(shortcuts):
    for each in shortcuts.entries:
        for keys in each.action.shortcuts():
            assert shortcuts.holder(keys, each) is None, (each.key, keys.toString())


def test_the_page_names_the_conflict_before_it_changes(shortcuts, qtbot):
    page = ShortcutsPage(shortcuts)
    qtbot.addWidget(page)
    page.list.setCurrentItem(next(item for item in page._items() if item.text(0) == "Reset"))
    page.keys.setKeySequence(QKeySequence("Ctrl+E"))
    assert "Step one epoch" in page._conflict.text()
    page._change.click()
    assert page._conflict.text() == ""
    assert page.list.currentItem().text(2) == "Ctrl+E"


def test_the_page_is_searched_by_name_and_by_keys(shortcuts, qtbot):
    page = ShortcutsPage(shortcuts)
    qtbot.addWidget(page)
    assert page.show_matches("presentation") == 1
    assert page.show_matches("Ctrl+K") >= 1
    assert page.show_matches("qqqq") == 0


@pytest.mark.parametrize("text", ["[1]", "{", '{"a": 3}'])
def test_garbage_in_the_settings_counts_as_nothing(settings, text):
    settings._store.setValue("shortcuts", text)
    assert settings.shortcuts == {}


def test_keys_of_the_canvas_are_changed_like_all_others(window, session):
    shortcuts, canvas = window.shortcuts, window.canvas
    canvas.setFocus()
    canvas.select("dense")
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    QTest.keyClick(canvas, Qt.Key.Key_Equal)
    assert session.document.project.network.node("dense").layer.units == 6
    shortcuts.change(entry(shortcuts, "edit.delete_layer"), QKeySequence("F8"))
    shortcuts.change(entry(shortcuts, "edit.more_units"), QKeySequence("F7"))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Plus):
        QTest.keyClick(canvas, key)
    assert session.document.project.network.node("dense").layer.units == 6
    QTest.keyClick(canvas, Qt.Key.Key_F7)
    assert session.document.project.network.node("dense").layer.units == 7
    QTest.keyClick(canvas, Qt.Key.Key_F8)
    assert "dense" not in session.document.project.network.shapes


def test_every_action_can_have_other_keys_and_its_own_again(shortcuts):
    first = {each.key: each.action.shortcuts() for each in shortcuts.entries}
    for each in shortcuts.entries:
        shortcuts.change(each, QKeySequence("Ctrl+Alt+Shift+F12"))
        assert each.action.shortcuts() == [QKeySequence("Ctrl+Alt+Shift+F12")], each.key
        assert shortcuts.is_changed(each)
        shortcuts.reset_one(each)
        assert each.action.shortcuts() == first[each.key], each.key
        assert not shortcuts.is_changed(each)


def test_keys_that_go_back_leave_who_has_them_now(shortcuts):
    reset, step = entry(shortcuts, "training.reset"), entry(shortcuts, "training.step")
    shortcuts.change(step, QKeySequence("Ctrl+R"))
    assert reset.action.shortcuts() == []
    shortcuts.reset_one(reset)
    assert reset.action.shortcuts() == [QKeySequence("Ctrl+R")]
    assert step.action.shortcuts() == []
