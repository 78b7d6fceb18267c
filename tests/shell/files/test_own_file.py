"""A disk that takes its time: the window goes on, what changes meanwhile is not saved, and the end is waited for."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from nnplay.document import EditName
from nnplay.project import edits
from nnplay.project.storage.file import load
from nnplay.shell import news
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from tests.shell.saving import save_as, wait_saved


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A disk that confirms nothing before this event is set."""
    confirms, fsync = Event(), os.fsync

    def slow(descriptor: int) -> None:
        assert confirms.wait(60)
        fsync(descriptor)

    confirms.set()
    monkeypatch.setattr(os, "fsync", slow)
    monkeypatch.setattr(news, "_SLOW_MS", 1)
    yield confirms
    confirms.set()


@pytest.fixture
def path(disk: Event, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Path:
    """The file of the window's project, with a change that is not in it."""
    path = tmp_path / "mine.nnplay"
    save_as(window, path, qtbot)
    retitle(window, "First")
    disk.clear()
    return path


def retitle(window: MainWindow, title: str) -> None:
    window._session.document.perform(EditName("Title"), lambda project: edits.set_title(project, title))


def question(window: MainWindow) -> QMessageBox | None:
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def test_the_window_goes_on_and_later_changes_stay_unsaved(
    window: MainWindow, session: Session, disk: Event, path: Path, qtbot: QtBot
) -> None:
    window.commands.file.save.trigger()
    assert session.file.being_written == path
    qtbot.waitUntil(lambda: "is being saved" in window.messages.text())
    assert window.messages.isVisible()
    retitle(window, "Second")
    assert window.isWindowModified()
    assert load(path).title == "Circle"
    disk.set()
    wait_saved(window, qtbot)
    assert load(path).title == "First"
    assert window.isWindowModified()
    assert "Saved as" in window.messages.text()
    window.commands.edit.undo.trigger()
    assert not window.isWindowModified()


def test_the_newest_of_several_saves_is_what_is_on_the_disk(
    window: MainWindow, session: Session, disk: Event, path: Path, qtbot: QtBot
) -> None:
    for title in ("First", "Second", "Third"):
        retitle(window, title)
        window.commands.file.save.trigger()
    disk.set()
    with qtbot.waitSignal(session.file.saved):
        pass
    assert session.file.being_written is None
    assert load(path).title == "Third"
    assert not window.isWindowModified()


def test_closing_waits_for_the_save_and_says_so(
    window: MainWindow, session: Session, disk: Event, path: Path, qtbot: QtBot
) -> None:
    window.commands.file.save.trigger()
    window.close()
    assert window.isVisible()
    assert question(window) is None
    assert "Waiting until “mine.nnplay” is saved" in window.messages.text()
    with qtbot.waitSignal(window.closed):
        disk.set()
    assert load(path).title == "First"
    assert not window.isVisible()


def test_closing_after_a_change_during_the_save_asks_about_it(
    window: MainWindow, session: Session, disk: Event, path: Path, qtbot: QtBot
) -> None:
    window.commands.file.save.trigger()
    retitle(window, "Second")
    window.close()
    disk.set()
    qtbot.waitUntil(lambda: question(window) is not None)
    box = question(window)
    assert box is not None
    QTest.mouseClick(box.button(QMessageBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert load(path).title == "Second"


def test_a_save_that_fails_keeps_the_window_and_the_file(
    window: MainWindow, session: Session, disk: Event, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    session.keep_in(tmp_path / "data")
    session.file.claim(path)
    window.files.save_as(tmp_path / "none" / "other.nnplay")
    window.close()
    disk.set()
    wait_saved(window, qtbot)
    assert window.isVisible()
    assert window.messages.isVisible()
    assert (session.document.path, session.document.is_modified) == (path, True)
    other = Session(session.document.project)
    other.keep_in(tmp_path / "data")
    assert not other.file.claim(path)  # it is still this session's
    assert other.file.claim(tmp_path / "none" / "other.nnplay")
    other.close()


def test_another_project_is_not_taken_for_the_one_that_was_being_saved(
    window: MainWindow, session: Session, disk: Event, path: Path, qtbot: QtBot
) -> None:
    window.commands.file.save.trigger()
    window.files.start_with(edits.set_title(session.document.project, "Another"))
    disk.set()
    wait_saved(window, qtbot)
    assert load(path).title == "First"
    assert session.document.path is None
    assert session.document.project.title == "Another"


def test_a_recovery_copy_on_a_slow_disk_keeps_nobody_waiting(
    window: MainWindow, session: Session, disk: Event, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    session.keep_in(tmp_path / "data")
    autosave = session.autosave
    assert autosave is not None
    retitle(window, "Second")
    autosave.write_now()
    assert autosave._writing.is_under_way
    session.document.about_to_save()
    session.document.mark_saved(path)  # the copy is not needed any more, and is still being written
    assert autosave._writing.is_under_way
    disk.set()
    qtbot.waitUntil(lambda: not autosave._writing.is_under_way)
    assert list((tmp_path / "data" / "recovery").glob("*.nnplay")) == []


def test_ending_while_a_recovery_copy_is_written_leaves_none(
    disk: Event, qtbot: QtBot, tmp_path: Path, window: MainWindow
) -> None:
    session = Session(window._session.document.project)
    session.keep_in(tmp_path / "data")
    autosave = session.autosave
    assert autosave is not None
    disk.clear()
    session.document.perform(EditName("Title"), lambda project: edits.set_title(project, "Lost"))
    autosave.write_now()
    writing = autosave._writing._thread
    assert writing is not None
    session.close()
    assert writing.isRunning()
    disk.set()
    qtbot.waitUntil(lambda: list((tmp_path / "data" / "recovery").iterdir()) == [])
