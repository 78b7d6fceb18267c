"""A project that learns from files: asked before any of them is opened."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from nnplay.data import TableChoice, open_data
from nnplay.panels.data.data_question import DataQuestion
from nnplay.project.presets import preset
from nnplay.project.proposals import choose_data
from nnplay.project.storage.file import save


@pytest.fixture
def project_file(tmp_path):
    """A project that names a table beside it."""
    table = tmp_path / "numbers.csv"
    table.write_text("a,b\n" + "".join(f"{i},{2 * i}\n" for i in range(50)))
    choice = replace(open_data(table), content=b"")
    assert isinstance(choice, TableChoice)
    path = tmp_path / "line.nnplay"
    save(choose_data(preset("circle"), choice, 1), path)
    return path


def question(window):
    return next((each for each in window.findChildren(DataQuestion) if each.isVisible()), None)


def press(dialog, text):
    next(each for each in dialog.findChildren(QPushButton) if each.text() == text).click()


def test_nothing_is_opened_before_it_is_agreed(window, session, project_file, qtbot, monkeypatch):
    opened = []
    really_open = Path.open
    monkeypatch.setattr(Path, "open", lambda path, *a, **k: opened.append(path) or really_open(path, *a, **k))
    window.files.open(project_file)
    asked = question(window)
    text = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert str(project_file.parent / "numbers.csv") in text
    assert "Size: " in text
    assert session.document.project.data.checksum[:32] in text
    qtbot.wait(50)
    assert not any(path.suffix == ".csv" for path in opened)
    assert session.controller.dataset is None
    press(asked, "Open")
    qtbot.waitUntil(lambda: session.controller.dataset is not None)
    assert len(session.controller.dataset.train) == 40
    session.step()  # what is agreed to once is not asked again
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch == 1)
    assert question(window) is None


def test_not_now_leaves_the_project_without_data_and_asks_again_later(window, session, project_file, qtbot):
    window.files.open(project_file)
    press(question(window), "Not now")
    assert session.controller.dataset is None
    assert not session.controller.is_loading
    session.controller.reload()
    assert question(window) is not None
    press(question(window), "Not now")


def test_a_file_that_is_gone_is_said(window, session, project_file, qtbot):
    (project_file.parent / "numbers.csv").unlink()
    window.files.open(project_file)
    asked = question(window)
    assert "nothing at this path" in " ".join(label.text() for label in asked.findChildren(QLabel))
    assert not next(each for each in asked.findChildren(QPushButton) if each.text() == "Open").isEnabled()
    press(asked, "Not now")


def test_what_lies_in_the_project_asks_nobody(window, session, tmp_path, qtbot):
    table = tmp_path / "small.csv"
    table.write_text("a,b\n" + "".join(f"{i},{2 * i}\n" for i in range(50)))
    path = tmp_path / "small.nnplay"
    save(choose_data(preset("circle"), open_data(table), 1), path)
    window.files.open(path)
    assert question(window) is None
    qtbot.waitUntil(lambda: session.controller.dataset is not None)
