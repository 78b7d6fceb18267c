"""For a class: what is locked and hidden travels with the project, is seen, and can be taken back."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from nnplay.project.classroom import CONTROLS, Classroom
from nnplay.project.file import load, save
from nnplay.project.locks import set_classroom
from nnplay.project.project import LOCKS
from nnplay.shell.face.class_dialog import CONTROL_NAMES, LOCK_NAMES, ClassDialog


@pytest.fixture
def dialog(window):
    window.commands.file.classroom.trigger()
    (dialog,) = window.findChildren(ClassDialog)
    return dialog


def accept(dialog):
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


def test_every_lock_and_control_has_a_name():
    assert set(LOCK_NAMES) == set(LOCKS)
    assert set(CONTROL_NAMES) == set(CONTROLS)


def test_every_control_is_in_the_window(window):
    for panel in ("data", "map"):
        window.show_panel(panel)
    assert [name for name in CONTROLS if not window.findChildren(QWidget, name)] == []


def test_what_is_ticked_is_saved_in_the_project_and_one_undo_takes_it_back(dialog, session, window, tmp_path):
    dialog.locks["data"].setChecked(True)
    dialog.hidden["optimizer"].setChecked(True)
    dialog.hidden["reset"].setChecked(True)
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
    sign = window.face.lock_sign
    assert not sign.isVisible()
    classroom = Classroom(teacher="Ms Wang")
    session.document.perform("lock", lambda project: set_classroom(project, classroom, ("structure", "data")))
    assert sign.isVisible()
    assert "Ms Wang" in sign.text()
    assert "Layers and links" in sign.toolTip()
    assert "Choice of data" in sign.accessibleName()
    session.document.undo()
    assert not sign.isVisible()


def test_what_is_locked_is_refused_with_a_sentence(window, session):
    classroom = Classroom()
    session.document.perform("lock", lambda project: set_classroom(project, classroom, ("structure",)))
    n_layers = len(session.document.project.network.nodes)
    window.canvas.append_layer("Dense")
    assert len(session.document.project.network.nodes) == n_layers
    assert "locked" in window.messages.text()


def test_free_everything(dialog, session):
    dialog.locks["weights"].setChecked(True)
    dialog.panels["data"].setChecked(False)
    button = next(each for each in dialog.findChild(QDialogButtonBox).buttons() if "Free" in each.text())
    button.click()
    accept(dialog)
    assert session.document.project.locked == ()
    assert session.document.project.classroom.panels == ()
