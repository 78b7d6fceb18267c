"""The palette: a chip for each kind of layer, to be dragged, double-clicked or chosen by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from nnplay.canvas import LayerPalette
from nnplay.canvas.cards import faces
from nnplay.canvas.layer_mime import LAYER_MIME, layer_kind, layer_mime
from nnplay.engine import LAYER_TYPES, Dense, Flatten, Input, NetworkSpec


@pytest.fixture
def palette(qtbot: QtBot) -> LayerPalette:
    palette = LayerPalette()
    qtbot.addWidget(palette)
    palette.show()
    return palette


def test_there_is_a_chip_for_each_layer_but_the_input_which_is_there_already(palette: LayerPalette) -> None:
    assert set(palette.chips) == set(LAYER_TYPES) - {"Input"}
    assert list(palette.chips)[:4] == ["Dense", "Activation", "Dropout", "Flatten"]


def test_layers_for_pictures_are_shown_where_there_are_pictures(palette: LayerPalette) -> None:
    for_pictures = {"Flatten", "Conv2D", "MaxPooling2D", "AveragePooling2D", "GlobalAveragePooling2D"}
    palette.show_for(NetworkSpec.chain(Input((2,)), Dense(1)))
    hidden = {kind for kind, chip in palette.chips.items() if chip.isHidden()}
    assert hidden >= for_pictures
    assert not hidden & {"Dense", "Activation", "Dropout", "BatchNormalization", "GaussianNoise"}
    palette.show_for(NetworkSpec.chain(Input((8, 8, 1)), Flatten(), Dense(1)))
    assert not {kind for kind in for_pictures if palette.chips[kind].isHidden()}


def test_each_chip_has_an_icon_a_name_and_an_explanation(palette: LayerPalette) -> None:
    for chip in palette.chips.values():
        assert not chip.icon().isNull()
        assert chip.text()
        assert chip.accessibleDescription()
        assert chip.accessibleDescription() in chip.toolTip()


@pytest.mark.parametrize("kind", list(LAYER_TYPES))
def test_every_kind_has_a_face_and_can_be_made(kind: str) -> None:
    assert faces.face(kind).explanation
    if kind in faces.kinds():
        layer = faces.new_layer(kind, NetworkSpec.chain(Input((2,)), Dense(1)))
        assert type(layer).__name__ == kind


def test_a_double_click_asks_for_the_layer(palette: LayerPalette, qtbot: QtBot) -> None:
    with qtbot.waitSignal(palette.layer_activated) as asked:
        QTest.mouseDClick(palette.chips["Dropout"], Qt.MouseButton.LeftButton)
    assert asked.args == ["Dropout"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_asks_for_the_layer(palette: LayerPalette, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(palette.layer_activated) as asked:
        QTest.keyClick(palette.chips["Dense"], key)
    assert asked.args == ["Dense"]


def test_a_click_alone_asks_for_nothing(palette: LayerPalette, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(palette.layer_activated):
        QTest.mouseClick(palette.chips["Dense"], Qt.MouseButton.LeftButton)


def test_a_click_alone_says_what_to_do(palette: LayerPalette, qtbot: QtBot) -> None:
    QTest.mouseClick(palette.chips["Dropout"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(QToolTip.isVisible)
    assert QToolTip.text() == "Drag onto the network, or double-click."
    QToolTip.hideText()


def test_a_drag_carries_the_kind(palette: LayerPalette, monkeypatch: pytest.MonkeyPatch) -> None:
    carried = []

    def record(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        carried.append((layer_kind(drag.mimeData()), drag.pixmap().isNull()))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", record)
    chip = palette.chips["Flatten"]
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    QTest.mouseMove(chip, QPoint(60, 5))
    QTest.mouseRelease(chip, Qt.MouseButton.LeftButton)
    assert carried == [("Flatten", False)]


def test_mime_data_name_the_kind_and_nothing_else() -> None:
    data = layer_mime("Dense")
    assert data.formats() == [LAYER_MIME]
    assert layer_kind(data) == "Dense"
    assert layer_kind(layer_mime("Input")) is None
    assert layer_kind(layer_mime("Nonsense")) is None
