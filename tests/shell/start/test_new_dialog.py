"""NewDialog: every example and every network with its picture, one click or key away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnplay.project.presets import PRESETS, preset
from nnplay.project.templates import TEMPLATES
from nnplay.shell.start.new_dialog import NewDialog


@pytest.fixture
def open_dialog(window):
    """Call it for the dialog as it opens then."""

    def open_now():
        window.commands.file.new_from_template.trigger()
        return window.findChildren(NewDialog)[-1]

    yield open_now
    for dialog in window.findChildren(NewDialog):
        dialog.reject()


def test_everything_is_offered_with_a_picture(open_dialog, qtbot):
    dialog = open_dialog()
    assert list(dialog.examples.tiles) == list(PRESETS)
    assert list(dialog.networks.tiles) == list(TEMPLATES)
    tiles = dialog.examples.tiles.values()
    qtbot.waitUntil(lambda: not any(tile.picture.isNull() for tile in tiles), timeout=10_000)


def test_no_picture_is_made_of_what_nobody_sees(open_dialog, qtbot):
    dialog = open_dialog()
    qtbot.waitUntil(lambda: not dialog.examples.tiles["mnist-cnn"].picture.isNull(), timeout=10_000)
    assert all(tile.picture.isNull() for tile in dialog.networks.tiles.values())
    dialog.pages.setCurrentIndex(1)
    qtbot.waitUntil(lambda: not dialog.networks.tiles["autoencoder"].picture.isNull())


def test_an_example_is_one_click(open_dialog, session):
    dialog = open_dialog()
    QTest.mouseClick(dialog.examples.tiles["xor"], Qt.MouseButton.LeftButton)
    assert session.document.project.data.kind == "xor"
    assert not dialog.isVisible()


def test_a_network_for_the_data_is_one_undoable_step(open_dialog, session, undo_texts):
    before = session.document.project
    dialog = open_dialog()
    dialog.pages.setCurrentIndex(1)
    QTest.mouseClick(dialog.networks.tiles["deep-mlp"], Qt.MouseButton.LeftButton)
    assert len(session.document.project.network.nodes) == 7
    assert session.document.project.data == before.data
    assert undo_texts() == ["New from Template"]


def test_what_does_not_fit_the_data_says_why(open_dialog, session):
    dialog = open_dialog()
    cnn = dialog.networks.tiles["small-cnn"]
    assert not cnn.isEnabled()
    assert "pictures" in cnn.toolTip()
    dialog.reject()
    session.document.replace(preset("mnist-mlp"), None)
    assert open_dialog().networks.tiles["small-cnn"].isEnabled()


def test_keys_go_through_the_pictures(open_dialog, session, qtbot):
    dialog = open_dialog()
    tiles = list(dialog.examples.tiles.values())
    qtbot.waitUntil(tiles[0].hasFocus)
    QTest.keyClick(tiles[0], Qt.Key.Key_Right)
    assert tiles[1].hasFocus()
    QTest.keyClick(tiles[1], Qt.Key.Key_Down)
    assert tiles[7].hasFocus()
    tiles[-1].setFocus()
    assert not tiles[-1].visibleRegion().isEmpty()
    QTest.keyClick(tiles[-1], Qt.Key.Key_Return)
    assert session.document.project.title == PRESETS[list(PRESETS)[-1]].title
