"""Data that are opened in the window: looked at in a thread, taken as one undoable step, refused with a sentence."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton

from nnplay.data import PictureFolderChoice, TableChoice, ToyChoice
from nnplay.data.table import Role
from nnplay.panels.data_import.dialog import TableDialog
from nnplay.shell.start.proposal_dialog import ProposalDialog

TABLE = "width,colour,kind\n" + "".join(f"{i / 7:.2f},{'rgb'[i % 3]},{'ab'[i % 2]}\n" for i in range(60))


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "my table.csv"
    path.write_text(TABLE)
    return path


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    modifiers, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers))


def accept(window, qtbot):
    """Press the button of the table's dialog, once the table is looked through."""
    dialog = window.findChild(TableDialog)
    qtbot.waitUntil(lambda: dialog.draft is not None)
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "Learn from it").click()


def test_a_table_that_is_dropped_is_learned_from(window, session, table, qtbot, undo_texts):
    drop(window, table)
    assert isinstance(session.document.project.data, ToyChoice)
    accept(window, qtbot)
    qtbot.waitUntil(lambda: isinstance(session.document.project.data, TableChoice))
    assert session.document.project.data.input_names == ("width", "colour=b", "colour=g", "colour=r")
    assert undo_texts() == ["Open data"]
    qtbot.waitUntil(lambda: session.controller.dataset is not None and len(session.controller.dataset.train) == 48)
    session.step()
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch == 1)
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    assert "my table.csv" in shown
    assert any("48 for training" in text and "width: (x" in text for text in shown)
    session.document.undo()
    session.document.undo()
    assert isinstance(session.document.project.data, ToyChoice)


def test_what_cannot_be_read_is_said(window, session, tmp_path, qtbot):
    path = tmp_path / "bad.npz"
    path.write_bytes(b"PK\x03\x04 no arrays")
    with qtbot.waitSignal(session.document.reported):
        window.open_path(path)
    assert "bad.npz" in window.messages.text()
    assert isinstance(session.document.project.data, ToyChoice)


def test_closing_in_the_middle_of_a_look(session, table):
    session.open_data(table)
    session.opener.close()


def test_only_the_last_of_two_counts(session, table, tmp_path, qtbot):
    other = tmp_path / "other.csv"
    other.write_text(TABLE.replace("width", "height"))
    opened = []
    session.opener.done.connect(opened.append)
    session.open_data(table)
    session.open_data(other)
    qtbot.waitUntil(lambda: bool(opened))
    qtbot.wait(50)
    assert [choice.input_names[0] for choice in opened] == ["height"]


def test_a_folder_of_pictures(window, session, tmp_path, qtbot):
    from PIL import Image

    for name, shade in (("dark", 20), ("light", 230)):
        (tmp_path / name).mkdir()
        for i in range(6):
            Image.new("L", (12, 12), shade + i).save(tmp_path / name / f"{i}.png")
    window.open_path(tmp_path)
    qtbot.waitUntil(lambda: window.findChild(ProposalDialog) is not None)
    window.findChild(ProposalDialog).ways["cnn"].click()
    assert isinstance(session.document.project.data, PictureFolderChoice)
    qtbot.waitUntil(
        lambda: session.controller.dataset is not None and session.controller.dataset.classes == ("dark", "light")
    )


def test_the_columns_of_an_open_table_can_be_used_otherwise(window, session, table, qtbot):
    window.open_path(table)
    accept(window, qtbot)
    qtbot.waitUntil(lambda: session.controller.dataset is not None and not session.controller.is_loading)
    next(each for each in window.findChildren(QPushButton) if each.text() == "C&olumns…").click()
    dialog = window.findChildren(TableDialog)[-1]
    qtbot.waitUntil(lambda: dialog.draft is not None)
    dialog._change(lambda draft: draft.with_role({1}, Role.IGNORE))
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "Learn from it").click()
    assert session.document.project.data.input_names == ("width",)
    session.document.undo()
    assert len(session.document.project.data.input_names) == 4
