"""For a class: what is locked and hidden travels with the project, is seen, and can be taken back."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QToolTip, QWidget

from nnplay.data import FEATURES
from nnplay.document import EditName
from nnplay.project.classroom import Classroom
from nnplay.project.controls import CONTROLS, HIDEABLE, LOCKS
from nnplay.project.locks import set_classroom
from nnplay.project.storage.file import load, save
from nnplay.shell.classroom.class_dialog import ClassDialog
from nnplay.shell.classroom.control_names import GROUPS, control_name


@pytest.fixture
def dialog(window):
    window.commands.file.classroom.trigger()
    (dialog,) = window.findChildren(ClassDialog)
    return dialog


def accept(dialog):
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


def test_every_lock_and_control_has_a_name():
    assert set(GROUPS) == set(LOCKS)
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(CONTROLS)
    for group, names in GROUPS.items():
        assert control_name(group)
        for name in names:
            assert control_name(name)
            assert CONTROLS[name] in (group, "")


def test_every_control_is_in_the_window(window):
    for panel in ("data", "map", "settings"):
        window.show_panel(panel)
    on_canvas = {"units", "activations", "layer_settings", "muting", "freezing"}
    assert [name for name in HIDEABLE if not window.findChildren(QWidget, name)] == [
        name for name in HIDEABLE if name in on_canvas
    ]
    assert not set(window.docks) & set(CONTROLS)  # or a panel would go with a control


def test_what_is_ticked_is_saved_in_the_project_and_one_undo_takes_it_back(dialog, session, window, tmp_path):
    dialog.controls.locks["data"].setChecked(True)
    dialog.controls.hidden["optimizer"].setChecked(True)
    dialog.controls.hidden["reset"].setChecked(True)
    dialog.panels["activation"].setChecked(False)
    dialog.teacher.setText("Ms Wang")
    accept(dialog)
    project = session.document.project
    assert project.locked == ("data",)
    assert project.classroom.hidden == ("reset", "optimizer")
    assert not window.training_panel._optimizer.isVisible()
    assert not window.commands.training.reset.isVisible()
    assert window.docks["activation"].isHidden()
    assert not window.docks["activation"].toggleViewAction().isVisible()
    save(project, tmp_path / "class.nnplay")
    again = load(tmp_path / "class.nnplay")
    assert (again.classroom, again.locked) == (project.classroom, project.locked)
    session.document.undo()
    assert window.training_panel._optimizer.isVisible()
    assert window.commands.training.reset.isVisible()
    assert session.document.project.locked == ()


def test_a_padlock_says_what_and_who(window, session):
    sign = window.view.lock_sign
    assert not sign.isVisible()
    classroom = Classroom(teacher="Ms Wang")
    session.document.perform(EditName("lock"), lambda project: set_classroom(project, classroom, ("structure", "data")))
    assert sign.isVisible()
    assert "Ms Wang" in sign.text()
    assert "Layers and links" in sign.toolTip()
    assert "Choice of data" in sign.accessibleName()
    session.document.undo()
    assert not sign.isVisible()


def test_what_is_locked_is_refused_with_a_sentence(window, session):
    classroom = Classroom()
    session.document.perform(EditName("lock"), lambda project: set_classroom(project, classroom, ("structure",)))
    n_layers = len(session.document.project.network.nodes)
    window.canvas.append_layer("Dense")
    assert len(session.document.project.network.nodes) == n_layers
    assert "locked" in window.messages.text()


def test_free_everything(dialog, session):
    dialog.controls.locks["weights"].setChecked(True)
    dialog.panels["data"].setChecked(False)
    button = next(each for each in dialog.findChild(QDialogButtonBox).buttons() if "Unlock" in each.text())
    button.click()
    accept(dialog)
    assert session.document.project.locked == ()
    assert session.document.project.classroom.panels == ()


def lock(session, *names, hidden=(), teacher=""):
    classroom = Classroom(hidden=hidden, teacher=teacher)
    session.document.perform(EditName("lock"), lambda project: set_classroom(project, classroom, names))


def control(window, name):
    """The widget of a control, of those that belong to the present data."""
    widgets = window.findChildren(QWidget, name)
    return next((widget for widget in widgets if widget.isVisible()), widgets[0])


def tip_of(widget):
    """What the widget says to a pointer that rests on it."""
    QToolTip.hideText()
    where = widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, where, widget.mapToGlobal(where)))
    return QToolTip.text()


def test_a_locked_control_is_grey_and_says_who_and_how(window, session):
    window.show_panel("data")
    lock(session, "learning_rate", "noise", "features.x1", "train", teacher="Ms Wang")
    rate = control(window, "learning_rate")
    for widget in (rate, control(window, "noise"), control(window, "features.x1")):
        assert not widget.isEnabled()
        assert "Ms Wang" in tip_of(widget)
        assert "For a class" in tip_of(widget)
    assert not window.training_panel._rate.isEnabled()
    assert "Ms Wang" in tip_of(window.training_panel._rate)
    assert control(window, "features.x2").isEnabled()
    assert not window.commands.training.train.isEnabled()
    assert "Ms Wang" in window.commands.training.train.toolTip()
    session.document.undo()
    assert rate.isEnabled()
    assert "Ms Wang" not in tip_of(window.training_panel._rate)
    assert window.commands.training.train.isEnabled()


def test_a_locked_action_stays_grey_whatever_the_training_does(window, session, qtbot):
    lock(session, "reset", "step")
    window.commands.training.train.trigger()
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch > 1)
    assert not window.commands.training.step.isEnabled()
    assert not window.commands.training.step_ten.isEnabled()
    assert not window.commands.training.reset.isEnabled()
    window.commands.training.train.trigger()
    qtbot.waitUntil(lambda: not session.controller.state.is_active)
    assert not window.commands.training.step.isEnabled()
    lock(session)
    assert window.commands.training.step.isEnabled()


def test_locked_training_does_not_begin(window, session):
    lock(session, "training")
    QTest.keyClick(window.canvas, Qt.Key.Key_Space)
    window.commands.training.train.trigger()
    assert not session.controller.state.is_active


def test_the_cards_buttons_follow(window, session):
    card = window.canvas.scene().cards["dense"]
    lock(session, "units", hidden=("activations",), teacher="Ms Wang")
    assert not card.control("more").isEnabled()
    assert "Ms Wang" in card.control("more").toolTip()
    assert not card.control("activation").isVisible()
    lock(session, "activations")
    assert card.control("more").isEnabled()
    assert card.control("activation").isVisible()
    assert not card.control("activation").isEnabled()


def test_locked_weights_are_read_and_not_typed(window, session):
    window.show_panel("weights")
    model = window.docks["weights"].panel.model
    index = model.index(0, 0)
    assert model.flags(index) & Qt.ItemFlag.ItemIsEditable
    lock(session, "weight_values")
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(index) & Qt.ItemFlag.ItemIsEnabled


def test_a_pupil_s_window_with_two_inputs_and_no_regularization(window, session):
    for panel in ("data", "settings"):
        window.show_panel(panel)
    others = tuple(f"features.{name}" for name in FEATURES if name not in ("x1", "x2"))
    lock(session, "learning_rate", hidden=("regularization", "own_features", *others))
    shown = [name for name in FEATURES if not control(window, f"features.{name}").isHidden()]
    assert shown == ["x1", "x2"]
    assert control(window, "regularization").isHidden()
    assert not control(window, "schedule").isHidden()
    QTest.mouseClick(control(window, "features.x2"), Qt.MouseButton.LeftButton)
    assert session.document.project.data.features == ("x1",)
    lock(session)
    assert all(not control(window, f"features.{name}").isHidden() for name in FEATURES)


def test_a_group_s_lock_covers_the_single_ones(dialog):
    boxes = dialog.controls.locks
    boxes["data"].setChecked(True)
    assert not boxes["noise"].isEnabled()
    assert boxes["units"].isEnabled()
    boxes["data"].setChecked(False)
    boxes["features"].setChecked(True)
    assert not boxes["features.x1"].isEnabled()
    assert boxes["noise"].isEnabled()


def test_the_button_of_an_empty_panel_says_why_it_does_not_train(window, session):
    window.show_panel("loss")
    lock(session, "train", teacher="Ms Wang")
    window.docks["loss"].panel.wished.emit("train")
    assert not session.controller.state.is_active
    assert "Ms Wang" in window.messages.text()


def test_keys_of_what_is_locked_are_answered(window, session):
    teacher = Classroom(teacher="Ada")
    session.document.perform(EditName("class"), lambda project: set_classroom(project, teacher, ("palette",)))
    window.canvas.select("dense")
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert session.document.project.network.node("dense")
    assert window.messages.isVisible()
    assert window.messages.text() == "Locked by Ada. Unlock in File > For a class…"
    window.messages.dismiss()
    window.setFocus()  # where Delete would not be about layers
    QTest.keyClick(window, Qt.Key.Key_Delete)
    assert not window.messages.isVisible()
