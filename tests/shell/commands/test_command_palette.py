"""CommandPalette: every action is found in both languages, and done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnplay.appearance import languages
from nnplay.shell.commands.catalogue import catalogue


@pytest.fixture
def palette(window, qtbot):
    palette = window.command_palette
    window.commands.help.palette.trigger()
    qtbot.waitUntil(palette.isVisible)
    yield palette
    palette.hide()


def found(palette):
    return [palette.list.topLevelItem(number).text(0) for number in range(palette.list.topLevelItemCount())]


def test_it_lists_every_action_of_every_menu_and_every_panel(palette, window):
    def leaves(menu):
        for action in menu.actions():
            if action.menu() is not None:
                yield from leaves(action.menu())
            elif not action.isSeparator():
                yield action

    in_menus = {action for menu in window.menuBar().actions() for action in leaves(menu.menu())}
    listed = {entry.action for entry in catalogue(window.commands, window.docks)}
    assert in_menus <= listed
    assert len(found(palette)) == len(listed)


def test_keys_of_the_catalogue_are_unique_and_stay_in_other_languages(window):
    keys = [entry.key for entry in catalogue(window.commands, window.docks)]
    assert len(keys) == len(set(keys))
    assert {"training.step", "view.themes.dark", "panel.loss", "file.examples.xor"} <= set(keys)


def test_every_action_has_a_name_to_be_translated(window):
    for entry in catalogue(window.commands, window.docks):
        own_words = entry.key.startswith("view.languages")  # each in its own language
        assert entry.action.property("sources") or own_words, entry.key


def test_typing_finds_and_enter_does(palette, window, session):
    QTest.keyClicks(palette.search, "exclusive")
    assert found(palette)[0] == "Exclusive or"
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert session.document.project.data.kind == "xor"


def test_the_arrow_keys_choose_while_the_field_keeps_the_focus(palette, window):
    QTest.keyClicks(palette.search, "zoom")
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.list.currentItem().text(0) == found(palette)[1]


def test_a_name_in_the_other_language_finds_it_too(palette, monkeypatch):
    monkeypatch.setattr(
        languages, "in_all_languages", lambda context, source: [source, {"&Save": "保存(&S)"}.get(source, "")]
    )
    palette.search.setText("保存")
    assert found(palette) == ["Save"]


def test_what_cannot_be_done_now_is_grey_and_does_nothing(palette, window, session):
    QTest.keyClicks(palette.search, "undo")
    assert palette.list.topLevelItem(0).isDisabled()
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_nonsense_is_answered(palette):
    QTest.keyClicks(palette.search, "qqqq")
    assert found(palette) == []
    assert palette._none.isVisible()
