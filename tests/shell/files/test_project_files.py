"""ProjectFiles: unsaved changes are asked about, whatever the way out; nothing waits for an answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from nnplay.project.storage.file import load
from tests.shell.saving import save_as, wait_saved


def question(window):
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    return boxes[0] if boxes else None


def answer(window, button):
    QTest.mouseClick(question(window).button(button), Qt.MouseButton.LeftButton)


def file_dialog(window):
    dialogs = [dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible()]
    return dialogs[0] if dialogs else None


@pytest.fixture
def changed(window, session):
    """A window with something to lose."""
    window.commands.training.new_start.trigger()
    assert session.document.is_modified
    return window


def test_an_untouched_project_is_left_without_a_question(window, session):
    window.commands.file.examples["spiral"].trigger()
    assert question(window) is None
    assert session.document.project.data.kind == "spiral"


def test_changes_are_asked_about_and_cancel_keeps_them(changed, session):
    before = session.document.project
    changed.commands.file.new.trigger()
    assert session.document.project is before
    answer(changed, QMessageBox.StandardButton.Cancel)
    assert session.document.project is before
    assert session.document.is_modified


def test_discard_goes_on(changed, session):
    changed.commands.file.examples["xor"].trigger()
    answer(changed, QMessageBox.StandardButton.Discard)
    assert session.document.project.data.kind == "xor"
    assert not session.document.is_modified


def test_save_saves_and_goes_on(changed, session, tmp_path, qtbot):
    path = tmp_path / "mine.nnplay"
    save_as(changed, path, qtbot)
    changed.commands.training.new_start.trigger()
    seed = session.document.project.seeds.weights
    changed.commands.file.examples["xor"].trigger()
    answer(changed, QMessageBox.StandardButton.Save)
    wait_saved(changed, qtbot)
    assert load(path).seeds.weights == seed
    assert session.document.project.data.kind == "xor"


def test_save_without_a_file_asks_for_one_then_goes_on(changed, session, tmp_path, qtbot):
    changed.commands.file.examples["xor"].trigger()
    answer(changed, QMessageBox.StandardButton.Save)
    dialog = file_dialog(changed)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "new.nnplay"))
    dialog.done(QFileDialog.DialogCode.Accepted)
    wait_saved(changed, qtbot)
    assert (tmp_path / "new.nnplay").is_file()
    assert session.document.project.data.kind == "xor"


def test_a_cancelled_file_dialog_keeps_everything(changed, session):
    before = session.document.project
    changed.commands.file.examples["xor"].trigger()
    answer(changed, QMessageBox.StandardButton.Save)
    file_dialog(changed).reject()
    assert session.document.project is before
    assert session.document.is_modified


def test_a_save_that_fails_does_not_go_on(changed, session, tmp_path, qtbot):
    before = session.document.project
    changed.commands.file.examples["xor"].trigger()
    answer(changed, QMessageBox.StandardButton.Save)
    dialog = file_dialog(changed)
    dialog.fileSelected.emit(str(tmp_path / "no" / "folder.nnplay"))
    dialog.done(QFileDialog.DialogCode.Accepted)
    wait_saved(changed, qtbot)
    assert session.document.project is before
    assert changed.messages.isVisible()


def test_saving_clears_the_mark_in_the_title(changed, session, tmp_path, qtbot):
    assert changed.isWindowModified()
    save_as(changed, tmp_path / "a.nnplay", qtbot)
    assert not changed.isWindowModified()
    assert changed.windowTitle().startswith("a.nnplay")
    assert "a.nnplay" in changed.messages.text()
    changed.commands.edit.undo.trigger()
    assert changed.isWindowModified()


def test_saving_in_a_run_keeps_what_was_learned(window, session, qtbot, tmp_path):
    window.commands.training.train.trigger()
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch >= 2)
    save_as(window, tmp_path / "run.nnplay", qtbot)
    assert load(tmp_path / "run.nnplay").history.epoch[-1] >= 2
    assert not session.document.is_modified


def test_recent_files_are_offered_newest_first(window, settings, tmp_path, qtbot):
    for name in ("a", "b", "a"):
        save_as(window, tmp_path / f"{name}.nnplay", qtbot)
    assert [path.name for path in settings.recent_files] == ["a.nnplay", "b.nnplay"]


def test_a_recent_file_that_is_gone_or_damaged_is_shown_as_such(window, settings, qtbot, tmp_path):
    for name in ("good", "damaged", "gone"):
        save_as(window, tmp_path / f"{name}.nnplay", qtbot)
    (tmp_path / "gone.nnplay").unlink()
    (tmp_path / "damaged.nnplay").write_bytes(b"nothing")
    menu = window.commands.file._recent
    menu.aboutToShow.emit()
    gone, damaged, good = menu.actions()
    qtbot.waitUntil(lambda: not damaged.isEnabled() and not gone.isEnabled())
    assert "missing" in gone.text()
    assert "cannot be read" in damaged.text()
    assert good.isEnabled()
    menu.aboutToHide.emit()


def test_dialogs_open_without_waiting(window):
    for ask, mode in (
        (window.commands.file.open, QFileDialog.FileMode.ExistingFile),
        (window.commands.file.open_digits, QFileDialog.FileMode.Directory),
        (window.commands.file.save_as, QFileDialog.FileMode.AnyFile),
    ):
        ask.trigger()
        assert file_dialog(window).fileMode() is mode
        file_dialog(window).close()


def test_a_project_travels_as_text(window, session):
    QGuiApplication.clipboard().clear()
    window.commands.file.copy_text.trigger()
    line = QGuiApplication.clipboard().text()
    assert line.startswith("nnplay:")
    assert "Copied" in window.messages.text()
    before = session.document.project
    window.commands.file.examples["xor"].trigger()
    window.commands.file.open_text.trigger()
    assert session.document.project.network == before.network
    assert session.document.is_modified
    assert session.document.path is None


def test_a_clipboard_without_a_project_is_refused(window, session):
    QGuiApplication.clipboard().setText("hello")
    before = session.document.project
    window.commands.file.open_text.trigger()
    assert session.document.project is before
    assert "copy the whole line" in window.messages.text()
