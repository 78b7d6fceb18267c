"""After a crash the next start offers what was kept; several windows do not write each other's files."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QMessageBox

from nnplay.document import EditName
from nnplay.document.copy import read_copy
from nnplay.document.recovery import leftovers
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save, to_bytes
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
    document.perform(EditName("Title"), lambda project: edits.set_title(project, "Mine"))
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


_CHILD = """
import os, sys
from pathlib import Path
from PySide6.QtTest import QTest
from nnplay.project.presets import preset
from nnplay.shell import application
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings
from nnplay.shell.settings_file import open_store

app = application.make_application()
settings = Settings(open_store()[0])
shell = application.Shell(Session(preset("circle")), settings, None, Path(sys.argv[1]))
shell.window.show()
if len(sys.argv) > 2:
    shell.window.open_path(Path(sys.argv[2]))
    shell.window.commands.training.new_start.trigger()
else:
    shell.window.commands.help.make_lesson.trigger()
    QTest.keyClicks(shell.window.author.dialog.head.title, "Half a lesson")
shell.window._session.autosave.written.connect(lambda: os.kill(os.getpid(), 9))
app.exec()
"""


def die(*arguments):
    """Do something in another process, which is killed once it has a recovery copy."""
    command = [sys.executable, "-c", _CHILD, *map(str, arguments)]
    ended = subprocess.run(command, env=os.environ, capture_output=True, timeout=120, check=False)
    assert ended.returncode == -9, ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_after_a_kill_it_is_the_same_file_again(shell, tmp_path, qtbot):
    path = tmp_path / "my spiral.nnplay"
    save(preset("spiral"), path)
    die(tmp_path / "data", path)
    dialog = dialog_of(shell)
    assert dialog.list.item(0).text().startswith("my spiral.nnplay\n")
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    window, document = shell.window, shell.window._session.document
    assert window.windowTitle().startswith("my spiral.nnplay[*]")
    assert (document.path, document.is_modified) == (path, True)
    seed = document.project.seeds.weights
    window.files.save()
    wait_saved(window, qtbot)
    assert load(path).seeds.weights == seed
    window.commands.file.new.trigger()
    assert not document.is_modified
    assert not window.isWindowModified()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_what_another_program_wrote_after_the_kill_is_not_replaced_unasked(shell, tmp_path, qtbot):
    path = tmp_path / "mine.nnplay"
    save(preset("spiral"), path)
    die(tmp_path / "data", path)
    save(preset("xor"), path)
    qtbot.mouseClick(dialog_of(shell).open_button, Qt.MouseButton.LeftButton)
    shell.window.files.save()
    assert [box for box in shell.window.findChildren(QMessageBox) if box.isVisible()]
    assert load(path).title == "Exclusive or"


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_after_a_kill_a_lesson_being_written_is_there_again(shell, tmp_path, qtbot):
    die(tmp_path / "data")
    dialog = dialog_of(shell)
    assert "lesson" in dialog.list.item(0).text()
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    author = shell.window.author
    assert author.dialog.isVisible()
    assert author.dialog.head.title.text() == "Half a lesson"
    assert author.is_modified
    recovery = tmp_path / "data" / "recovery"
    qtbot.waitUntil(lambda: len(list(recovery.glob("*.nnplay"))) == 1 and not leftovers(recovery))
    (copy,) = recovery.glob("*.nnplay")
    assert "Half a lesson" in read_copy(copy)[0].lesson
    author.dialog.mark_saved("half")  # as a save does
    shell.window._session.document.about_to_save()
    shell.window._session.document.mark_saved(tmp_path / "a.nnplay")
    assert list(recovery.glob("*.nnplay")) == []


def test_the_list_says_what_does_not_come_back(shell, kept, qtbot):
    path = kept / "2.nnplay"
    path.write_bytes(to_bytes(preset("spiral"), "damaged"))
    dialog = dialog_of(shell)
    assert dialog.missing.isVisible()
    assert "lost" in dialog.missing.text()
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert "lost" in shell.window.messages.text()
    assert not dialog.missing.isVisible()


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


def test_a_new_project_after_a_recovery_has_no_changes(window, session):
    window.files.start_with(preset("spiral"), is_saved=False)
    assert window.isWindowModified()
    window.files.start_with(preset("xor"))
    assert not window.isWindowModified()
    assert not session.document.is_modified
