"""Actions: each has a name, an explanation and a shortcut of its own, and offers only what can be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from nnplay.canvas.navigation.detail import Detail
from nnplay.project.presets import preset
from nnplay.shell.commands.group import CommandGroup
from nnplay.training import RunState


@pytest.fixture
def menus(window):
    """Every menu but the recent files, which are the person's, and those that belong to other widgets."""
    return [menu for menu in window.findChildren(QMenu) if menu.title() and menu.title() != "Open &recent"]


@pytest.fixture
def actions(menus):
    entries = [action for menu in menus for action in menu.actions() if not action.isSeparator()]
    openers = {menu.menuAction() for menu in menus}
    return [action for action in entries if action not in openers and action.text() != "Open &recent"]


def test_every_action_has_a_name(actions):
    assert len(actions) > 30
    for action in actions:
        assert action.text().strip(), action


def test_every_menu_opens_by_a_letter(window, menus):
    """What is in a menu is then reached by arrow keys, whether it has a shortcut of its own or not."""
    bar = [action.text() for action in window.menuBar().actions()]
    assert len(bar) >= 5
    assert all("&" in text for text in bar)


def test_no_shortcut_is_given_twice(actions):
    keys = [shortcut.toString() for action in actions for shortcut in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_no_mnemonic_is_used_twice_in_a_menu(window, menus):
    for menu in [window.menuBar(), *menus]:
        letters = [action.text().partition("&")[2][:1].lower() for action in menu.actions() if "&" in action.text()]
        assert len(letters) == len(set(letters)), letters


def test_what_a_button_shows_is_explained_with_its_keys(window):
    commands = window.commands.training
    for action in (commands.train, commands.step, commands.reset, commands.new_start):
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        assert keys in action.toolTip()
        assert not action.icon().isNull()


def test_every_action_of_the_window_is_in_a_menu(window, actions):
    made = [action for group in window.findChildren(CommandGroup) for action in group.findChildren(QAction)]
    of_formats = {action.text() for action in window.commands.file.exports.values()}  # of the dialog that is in a menu
    assert {action.text() for action in made} - of_formats <= {action.text() for action in actions}


def test_train_becomes_pause_and_comes_back(window, session, qtbot):
    train = window.commands.training.train
    assert train.text() == "Train"
    train.trigger()
    assert train.text() == "Pause"
    qtbot.waitUntil(lambda: session.controller.snapshot.step > 0)
    with qtbot.waitSignal(session.controller.run_committed):
        train.trigger()
        assert session.controller.state is RunState.STOPPING
        assert not train.isEnabled()
    assert train.text() == "Train"
    assert train.isEnabled()


def test_undo_says_what_it_would_undo(window):
    undo, redo = window.commands.edit.undo, window.commands.edit.redo
    assert not undo.isEnabled()
    window.commands.training.new_start.trigger()
    assert undo.text() == "&Undo: New start"
    undo.trigger()
    assert not undo.isEnabled()
    assert redo.text() == "&Redo: New start"
    redo.trigger()
    assert undo.isEnabled()


def test_delete_needs_a_chosen_layer(window, session):
    delete = window.commands.edit.delete_layer
    assert not delete.isEnabled()
    window.canvas.select("dense_2")
    assert delete.isEnabled()
    delete.trigger()
    assert "dense_2" not in session.document.project.network.shapes
    assert not delete.isEnabled()


def test_without_data_there_is_nothing_to_train(window, session, tmp_path, qtbot):
    session.document.replace(preset("mnist-mlp"), None)
    with qtbot.waitSignal(session.controller.failed):
        session.open_digits(tmp_path)
    assert not window.commands.training.train.isEnabled()
    assert not window.commands.training.step.isEnabled()


def test_an_empty_start_has_input_and_output_only(window, session):
    window.commands.file.new_empty.trigger()
    assert [node.layer.kind for node in session.document.project.network.nodes] == ["Input", "Dense"]
    assert session.document.project.title == "Empty"


@pytest.mark.parametrize(
    ("name", "kinds"), [("spiral", ["Input", "Dense"]), ("mnist-cnn", ["Input", "Flatten", "Dense"])]
)
def test_removing_everything_leaves_input_and_output(window, session, undo_texts, name, kinds):
    session.document.replace(preset(name), None)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert [node.layer.kind for node in session.document.project.network.nodes] == kinds
    assert undo_texts() == ["Remove Layers"]


@pytest.mark.parametrize("name", ["xor", "spiral", "mnist-mlp"])
def test_an_example_opens(window, session, name, qtbot):
    window.commands.file.examples[name].trigger()
    expected = {"xor": "xor", "spiral": "spiral"}.get(name)
    assert getattr(session.document.project.data, "kind", None) == expected
    assert session.document.path is None


def test_the_detail_is_chosen_in_the_menu(window):
    details, scene = window.commands.view.details, window.canvas.scene()
    assert details[""].isChecked()
    for detail in Detail:
        details[detail.name].trigger()
        assert scene.detail is detail
    details[""].trigger()
    assert scene.detail is Detail.NEURONS
