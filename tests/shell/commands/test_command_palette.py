"""CommandPalette: everything is found in both languages, with its kind, and done, opened or shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser, QWidget

from nnplay.appearance.qt_types import items_of
from nnplay.shell.commands.catalogue import catalogue
from nnplay.shell.manual import Manual


@pytest.fixture
def palette(window, qtbot):
    palette = window.finder.palette
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


@pytest.mark.parametrize(
    ("typed", "title", "kind"),
    [
        ("保存", "Save", "Command · File"),
        ("学习率", "Learning rate", "Setting"),
        ("batch_size", "Batch size", "Setting"),
        ("theme", "Theme", "Setting"),
        ("add", "Add", "Layer"),
        ("跳跃连接", "Add", "Layer"),
        ("residual network", "Residual network", "Network · Network from template"),
        ("logic-xor", "Logical exclusive or", "Example · New from example"),
        ("backpropagation by hand", "Backpropagation by hand", "Lesson · 9"),
        ("one-hot", "One-hot", "Glossary"),
        ("代价函数", "Loss function", "Setting"),
        ("without a window", "Without a window", "Guide"),
        ("landscape", "Loss landscape", "Panel · Panels"),
    ],
)
def test_everything_is_found_with_its_kind(palette, typed, title, kind):
    palette.search.setText(typed)
    first = palette.list.topLevelItem(0)
    assert (first.text(0), first.text(1)) == (title, kind)


def test_a_term_opens_the_glossary_at_it(palette, window):
    QTest.keyClicks(palette.search, "dendrite")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.docks["glossary"].isVisible()
    assert window.docks["glossary"].panel.words.toPlainText().startswith("Neuron")


def test_a_layer_is_added_and_can_be_undone(palette, window, session):
    n_layers = len(session.document.project.network.nodes)
    QTest.keyClicks(palette.search, "dropout")
    assert palette.list.topLevelItem(0).text(1) == "Layer"
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert len(session.document.project.network.nodes) == n_layers + 1
    session.document.undo_stack.undo()
    assert len(session.document.project.network.nodes) == n_layers


def test_a_setting_that_the_simple_view_hides_is_shown_and_focused(qtbot, window, settings):
    window.view.set_simple(True)
    field = window.findChild(QWidget, "optimizer")
    assert not field.isVisible()
    window.finder.palette.open()
    QTest.keyClicks(window.finder.palette.search, "optimizer")
    QTest.keyClick(window.finder.palette.search, Qt.Key.Key_Return)
    qtbot.waitUntil(field.isVisible)
    assert field.isAncestorOf(window.focusWidget())
    assert not settings.is_simple


def test_a_setting_of_a_layer_opens_at_it(qtbot, palette, window):
    QTest.keyClicks(palette.search, "kernel_initializer")
    palette.list.setCurrentItem(next(item for item in items_of(palette.list) if item.text(0) == "First weights"))
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.focusWidget().accessibleName() == "First weights"


def test_a_page_of_the_guide_opens_where_the_words_are(palette, window):
    palette.search.setText("worksheet")
    page = next(item for item in items_of(palette.list) if item.text(1) == "Guide")
    palette.list.setCurrentItem(page)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    manual = window.findChild(Manual)
    assert manual.search.text() == "worksheet"
    text = manual.findChild(QTextBrowser)
    assert text.extraSelections()
    assert "Worksheet" in text.toPlainText()
    manual.close()


def test_what_cannot_be_done_now_is_grey_and_does_nothing(palette, window, session):
    QTest.keyClicks(palette.search, "undo")
    assert palette.list.topLevelItem(0).isDisabled()
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_nonsense_is_answered(palette):
    QTest.keyClicks(palette.search, "qqqq")
    assert found(palette) == []
    assert palette._none.isVisible()
