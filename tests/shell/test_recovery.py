"""After a crash the next start offers what was kept; several windows do not write each other's files."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QMessageBox

from nnplay.document.recovery import leftovers
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save
from nnplay.shell.application import Shell
from nnplay.shell.files.recovery_dialog import RecoveryDialog
from nnplay.shell.session import Session
from tests.shell.saving import save_as, wait_saved


@pytest.fixture
def shell(qtbot, dressed, settings, tmp_path):
    shell = Shell(Session(preset("circle")), settings, data_folder=tmp_path / "data")
    yield shell
    for window in shell.windows:
        window.leave()
        window.discard()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def kept(shell, tmp_path):
    """Two projects that crashes left behind."""
    folder = tmp_path / "data" / "recovery"
    folder.mkdir(parents=True)
    paths = [folder / "1.nnplay", folder / "2.nnplay"]
    for path, name in zip(paths, ("xor", "spiral"), strict=True):
        save(preset(name), path)
    return folder


def dialog_of(shell):
    shell.offer_recovery()
    return shell.window.findChild(RecoveryDialog)


def test_nothing_is_offered_where_nothing_was_left(shell):
    assert dialog_of(shell) is None


def test_later_keeps_everything(shell, kept, qtbot):
    dialog = dialog_of(shell)
    assert dialog.list.count() == 2
    assert not dialog.list.item(0).icon().isNull()
    dialog.reject()
    assert len(leftovers(kept)) == 2


def test_opening_takes_the_free_window_and_then_a_new_one(shell, kept, qtbot):
    dialog = dialog_of(shell)
    titles = {dialog.list.item(row).text().splitlines()[0] for row in range(2)}
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert len(shell.windows) == 2
    assert {window.windowTitle().split("[*]")[0] for window in shell.windows} == titles
    assert all(window.isWindowModified() for window in shell.windows)
    # the copies belong to the new sessions now
    qtbot.waitUntil(lambda: len(list(kept.glob("*.nnplay"))) == 2 and not leftovers(kept))
    assert sorted(load(path).title for path in kept.glob("*.nnplay")) == ["Exclusive or", "Spiral"]


def test_only_deleting_deletes(shell, kept, qtbot):
    dialog = dialog_of(shell)
    chosen = dialog.list.currentItem().data(Qt.ItemDataRole.UserRole)[0]
    qtbot.mouseClick(dialog.delete_button, Qt.MouseButton.LeftButton)
    assert not chosen.exists()
    assert len(leftovers(kept)) == 1


def test_a_damaged_copy_is_listed_and_cannot_be_opened(shell, kept, qtbot):
    for path in kept.glob("*.nnplay"):
        path.write_bytes(b"damaged")
    dialog = dialog_of(shell)
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert dialog.list.count() == 2


def test_a_file_of_another_window_opens_as_a_copy(shell, tmp_path, qtbot):
    path = tmp_path / "shared.nnplay"
    save(preset("xor"), path)
    first, second = shell.window, shell.open_window()
    first.open_path(path)
    second.open_path(path)
    assert first._session.document.path == path
    assert second._session.document.path is None
    assert "is open in another window" in second.messages.text()
    save_as(second, path, qtbot)
    assert "is open in another window" in second.messages.text()
    assert second._session.document.path is None


def test_a_closed_window_gives_its_file_back(shell, tmp_path):
    path = tmp_path / "shared.nnplay"
    save(preset("xor"), path)
    first, second = shell.window, shell.open_window()
    second.open_path(path)
    second.leave()
    assert shell.windows == [first]
    first.open_path(path)
    assert first._session.document.path == path


def test_what_another_program_wrote_is_not_replaced_unasked(shell, tmp_path, qtbot):
    path = tmp_path / "mine.nnplay"
    window = shell.window
    save_as(window, path, qtbot)
    save(preset("spiral"), path)
    document = window._session.document
    document.perform("Title", lambda project: edits.set_title(project, "Mine"))
    window.files.save()
    wait_saved(window, qtbot)
    assert load(path).title == "Spiral"
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    wait_saved(window, qtbot)
    assert load(path).title == "Mine"
    assert not document.is_modified
    window.files.save()
    wait_saved(window, qtbot)
    assert load(path).title == "Mine"


def test_training_progress_is_what_is_kept(shell, qtbot):
    session = shell.window._session
    session.controller.start()
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch > 2)
    assert session.present().parameters is session.controller.snapshot.parameters
    assert session.document.project.parameters is not session.present().parameters
    session.settle()


def test_a_home_that_cannot_be_written_to_stops_nobody(qtbot, dressed, settings, tmp_path):
    (tmp_path / "file").touch()
    shell = Shell(Session(preset("circle")), settings, data_folder=tmp_path / "file")
    path = tmp_path / "mine.nnplay"
    save_as(shell.window, path, qtbot)
    assert shell.window._session.document.path == path
    assert load(path).title == "Circle"
    shell.offer_recovery()
    shell.window.leave()
    shell.window.discard()
