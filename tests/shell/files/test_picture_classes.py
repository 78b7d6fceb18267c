"""Pictures in a minute: classes by typing names, examples drawn or dropped, and learned from; no folders needed."""

from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from nnplay.data import HeldPicturesChoice
from nnplay.document import EditName
from nnplay.panels.picture_classes.dialog import ClassesDialog
from nnplay.shell.files.telling import Told, tell
from nnplay.shell.start.proposal_dialog import ProposalDialog


def drop(target, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    modifiers, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    target.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers))


@pytest.fixture
def photos(tmp_path):
    """Twelve pictures in three colours."""
    paths = {}
    for name, colour in (("red", (220, 30, 30)), ("green", (30, 200, 30)), ("blue", (30, 30, 220))):
        paths[name] = [tmp_path / f"{name}{i}.png" for i in range(4)]
        for i, path in enumerate(paths[name]):
            Image.new("RGB", (40 + i, 30), tuple(max(0, c - 5 * i) for c in colour)).save(path)
    return paths


def draw(dialog, lines):
    pad = dialog._pad
    for start, end in lines:
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*start))
        QTest.mouseMove(pad, QPoint(*end))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*end))


def press(dialog, text):
    next(each for each in dialog.findChildren(QPushButton) if each.text() == text).click()


def rename(card, name):
    card.name.selectAll()
    QTest.keyClicks(card.name, name)


def test_classes_are_drawn_dropped_and_learned(window, session, photos, qtbot, undo_texts):
    window.commands.file.make_classes.trigger()
    dialog = window.findChild(ClassesDialog)
    rename(dialog.cards[0], "strokes")
    for shift in (0, 10, 20):
        draw(dialog, [((110 + shift, 40), (110 + shift, 180))])
        dialog.cards[0].draw.click()
        assert dialog._pad.is_empty
    assert not dialog._ok.isEnabled()
    assert dialog._problem.text() == "The class “Class 2” has no picture yet: draw or drop one."
    rename(dialog.cards[1], "green")
    drop(dialog.cards[1], *photos["green"])
    press(dialog, "Add a cl&ass")
    rename(dialog.cards[2], "blue")
    drop(dialog.cards[2], *photos["blue"])
    qtbot.waitUntil(lambda: dialog._ok.isEnabled())
    press(dialog, "Learn from them")
    window.findChild(ProposalDialog).ways["cnn"].click()
    choice = session.document.project.data
    assert isinstance(choice, HeldPicturesChoice)
    assert choice.class_names == ("strokes", "green", "blue")
    assert [choice.labels.count(number) for number in range(3)] == [3, 4, 4]
    assert choice.input_shape == (28, 28, 3)
    assert session.document.project.title == "My pictures"
    qtbot.waitUntil(lambda: session.controller.dataset is not None and not session.controller.is_loading)
    session.step()
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch == 1)


def test_several_pictures_dropped_on_the_window_become_a_class(window, photos, qtbot):
    drop(window, *photos["red"])
    dialog = window.findChild(ClassesDialog)
    qtbot.waitUntil(lambda: len(dialog.draft.classes[0].pictures) == 4)


def test_a_folder_of_loose_pictures_becomes_a_class(window, photos, tmp_path, qtbot):
    drop(window, tmp_path)
    dialog = window.findChild(ClassesDialog)
    qtbot.waitUntil(lambda: len(dialog.draft.classes[0].pictures) == 12)
    assert dialog.cards[0].name.text() == tmp_path.name[:60]


def test_closing_the_dialog_loses_nothing(window, photos, qtbot):
    drop(window, *photos["red"])
    dialog = window.findChild(ClassesDialog)
    qtbot.waitUntil(lambda: len(dialog.draft.classes[0].pictures) == 4)
    dialog.reject()
    window.commands.file.make_classes.trigger()
    assert len(window.findChildren(ClassesDialog)[-1].draft.classes[0].pictures) == 4


def test_pictures_and_classes_are_removed(window, photos, qtbot):
    drop(window, *photos["red"])
    dialog = window.findChild(ClassesDialog)
    qtbot.waitUntil(lambda: len(dialog.draft.classes[0].pictures) == 4)
    strip = dialog.cards[0].pictures
    strip.setCurrentRow(1)
    QTest.keyClick(strip, Qt.Key.Key_Delete)
    assert len(dialog.draft.classes[0].pictures) == 3
    assert strip.count() == 3
    dialog.cards[0].removed.emit()
    assert [each.name for each in dialog.draft.classes] == ["Class 2"]
    assert dialog.cards[0].name.text() == "Class 2"


def test_a_picture_dropped_on_the_window_is_an_example_to_try(window, session, photos, qtbot):
    session.document.perform(EditName("title"), lambda project: replace(project, title="changed"))
    drop(window, photos["red"][0])
    assert window.findChild(QMessageBox) is None  # nobody is asked to save
    panel = window.docks["try_it"].panel
    assert panel.isVisible()
    assert panel.drawing.pad.sketch.image is not None


def test_what_nnplay_cannot_read_is_said(window, session, tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"PK\x03\x04\x00\x00 not an archive")
    drop(window, path)
    assert window.messages.text().startswith("“letter.docx” is neither a project nor a model")


def test_files_are_told_by_their_content(photos, tmp_path):
    renamed = tmp_path / "picture.dat"
    renamed.write_bytes(photos["red"][0].read_bytes())
    table = tmp_path / "table.dat"
    table.write_text("a,b\n1,2\n")
    assert tell(renamed) is Told.PICTURE
    assert tell(photos["red"][0]) is Told.PICTURE
    assert tell(table) is Told.DATA
    assert tell(tmp_path) is Told.DATA
    assert tell(tmp_path / "missing.png") is Told.UNKNOWN
