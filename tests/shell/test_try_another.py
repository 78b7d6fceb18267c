"""Asking for a twin: from the menu, at a setting, at a layer; and what the dialog makes of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QScrollArea

from nnplay.canvas.editing.menus import LayerMenu
from nnplay.document import EditName
from nnplay.engine import Adam
from nnplay.panels.training.training_panel import TrainingPanel
from nnplay.panels.twins.another_dialog import AnotherDialog
from nnplay.project import edits
from nnplay.project.locks import set_locks
from nnplay.runs import FULL_SPEED


@pytest.fixture
def ask(window):
    def ask_now():
        window.commands.training.try_another.trigger()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as while a person thinks
        return window.findChild(AnotherDialog)

    return ask_now


def choose(dialog, control, text):
    dialog.setting.setCurrentIndex(dialog.setting.findData(control))
    if dialog.value.isEditable():
        dialog.value.setEditText(text)
    else:
        dialog.value.setCurrentText(text)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_menu_opens_the_dialog_and_the_button_trains_both(qtbot, window, session, ask):
    session.controller.set_speed(FULL_SPEED)
    dialog = ask()
    assert dialog.setting.currentText() == "Learning rate"
    assert dialog.value.currentText() == "0.1"
    choose(dialog, "activation", "relu")
    click(dialog.train)
    qtbot.waitUntil(lambda: session.controller.state.is_active)
    qtbot.waitUntil(lambda: session.twin.companion.snapshot.epoch > 2)
    assert window.docks["twins"].isVisible()
    assert {node.layer.activation_name for node in session.twin.companion.project.network.nodes} >= {"relu"}
    window.commands.training.end_twin.trigger()
    qtbot.waitUntil(lambda: session.twin.number is None)
    assert "All else was the same" in window.messages.text()
    assert not window.commands.training.end_twin.isEnabled()


def test_what_cannot_be_is_told_and_not_started(window, session, ask):
    dialog = ask()
    choose(dialog, "learning_rate", "-1")
    assert not dialog.train.isEnabled()
    assert "above 0" in dialog._reason.text()
    choose(dialog, "learning_rate", "rubbish")
    assert not dialog.train.isEnabled()
    choose(dialog, "learning_rate", "0.03")
    assert dialog._reason.text() == "That is the value it has now."
    choose(dialog, "learning_rate", "0.25")
    assert dialog.train.isEnabled()
    dialog.reject()


def test_a_network_that_has_learned_asks_from_where(qtbot, window, session, ask):
    dialog = ask()
    assert not dialog.from_start.isVisible()
    dialog.reject()
    session.controller.set_speed(FULL_SPEED)
    session.controller.start(3)
    qtbot.waitUntil(lambda: not session.controller.state.is_active)
    window.commands.training.try_another.trigger()
    dialog = window.findChildren(AnotherDialog)[-1]
    assert dialog.from_here.text().endswith("epoch 3")
    click(dialog.from_here)
    click(dialog.train)
    qtbot.waitUntil(lambda: session.twin.companion is not None and session.twin.companion.snapshot.epoch > 3)
    assert session.document.project.history.epoch[-1] == 3
    session.twinning.end()
    qtbot.waitUntil(lambda: session.twin.number is None)


def context_menu(widget):
    place = QPoint(5, 5)
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place)))
    return QApplication.activePopupWidget()


@pytest.mark.parametrize("name", ["learning_rate", "batch_size", "optimizer", "loss_function"])
def test_each_setting_of_the_bar_has_it_in_its_menu(qtbot, window, name):
    field = window.findChild(TrainingPanel).findChild(object, name)
    menu = context_menu(field.findChild(QLabel))
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    dialog = window.findChild(AnotherDialog)
    assert dialog.setting.currentData() == name
    dialog.reject()


def test_a_text_field_keeps_its_own_menu(qtbot, window):
    field = window.findChild(TrainingPanel).findChild(object, "learning_rate").findChild(QLineEdit)
    menu = context_menu(field)
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "Try another in a twin: Learning rate…"
    assert any("Copy" in text for text in texts)
    menu.close()


def test_a_layer_has_it_in_its_menu(qtbot, window):
    canvas = window.canvas
    canvas.select("dense_2")
    canvas._popups.open_menu(canvas.commands, QPoint(10, 10))
    menu = window.findChild(LayerMenu)
    action = next(each for each in menu.findChildren(QAction) if each.text() == "Try Another in a Twin…")
    action.trigger()
    menu.close()
    dialog = window.findChild(AnotherDialog)
    assert dialog.setting.currentData() == "activation:dense_2"
    assert dialog.setting.currentText() == "Activation function of “dense_2”"
    dialog.reject()


@pytest.mark.parametrize("name", ["momentum", "l2", "clip_norm"])
def test_each_number_of_the_training_panel_has_it_in_its_menu(qtbot, window, name):
    window.show_panel("settings")
    panel = window.docks["settings"].panel
    label = next(each for each in panel.findChildren(QLabel) if each.property("control") == name)
    menu = context_menu(label)
    assert menu.actions()[0].data() == name
    menu.close()


def test_fields_that_come_with_another_optimizer_have_it_too(qtbot, window, session):
    window.show_panel("settings")
    session.document.perform(EditName("Adam"), lambda p: edits.set_training(p, replace(p.training, optimizer=Adam())))
    panel = window.docks["settings"].panel
    label = next(each for each in panel.findChildren(QLabel) if each.property("control") == "beta_1")
    qtbot.waitUntil(label.isVisible)
    panel.findChild(QScrollArea).ensureWidgetVisible(label)
    menu = context_menu(label)
    assert menu.actions()[0].data() == "beta_1"
    menu.close()


def test_where_training_is_locked_there_is_no_twin(window, session):
    session.document.perform(EditName("lock"), lambda project: set_locks(project, ("training",)))
    assert not window.commands.training.try_another.isEnabled()
    window.canvas.commands.another_wanted.emit("units:dense")
    assert window.findChild(AnotherDialog) is None
    assert window.messages.text().startswith("Locked")
