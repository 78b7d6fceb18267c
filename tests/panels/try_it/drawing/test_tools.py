"""PadTools: what is saved is what the command line and the pad read, number by number."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton

from nnplay.cli import predict
from nnplay.cli.main import main
from nnplay.data.drawing import from_image, from_strokes, stages_of_strokes
from nnplay.data.picture_input import as_input
from nnplay.panels.try_it.drawing.pad import DigitPad
from nnplay.panels.try_it.drawing.paper import SIDE
from nnplay.panels.try_it.drawing.tools import PadTools

STROKES = [[(60.25, 40), (150, 42), (110.5, 200)], [(80, 120, 0.8), (150, 118, 0.3)]]


@pytest.fixture
def pad(qtbot):
    pad = DigitPad()
    qtbot.addWidget(pad)
    return pad


@pytest.fixture
def tools(qtbot, pad):
    tools = PadTools(pad)
    qtbot.addWidget(tools)
    tools.show()
    return tools


def action(tools, word):
    """An entry of the button's menu."""
    button = next(each for each in tools.findChildren(QToolButton) if each.accessibleName().startswith("Load or save"))
    return next(each for each in button.menu().actions() if word in each.text())


def save(tools, word, path):
    """Choose from the menu, and a file in the dialog that opens."""
    assert action(tools, word).isEnabled()
    action(tools, word).trigger()
    dialog = tools.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_saved_strokes_give_the_command_line_the_same_784_numbers(tools, pad, tmp_path, monkeypatch, capsys):
    pad.set_strokes(STROKES)
    save(tools, "JSON", tmp_path / "drawing.json")
    seen = []
    monkeypatch.setattr(predict, "as_input", lambda *given: seen.append(as_input(*given)) or seen[-1])
    assert main(["predict", "mnist-mlp", "--strokes", str(tmp_path / "drawing.json")]) == 0
    capsys.readouterr()
    np.testing.assert_array_equal(np.rint(seen[0][..., 0] * 255), from_strokes(STROKES))
    on_pad = stages_of_strokes(pad.sketch.strokes, SIDE).result.astype(int)
    assert np.abs(np.rint(seen[0][..., 0] * 255) - on_pad).max() <= 2


def test_a_saved_picture_is_the_same_drawing(tools, pad, tmp_path):
    pad.set_strokes(STROKES)
    save(tools, "PNG", tmp_path / "drawing.png")
    with Image.open(tmp_path / "drawing.png") as picture:
        pixels = np.asarray(picture)
    assert pixels[0, 0] == 255
    np.testing.assert_array_equal(from_image(pixels), from_strokes(STROKES))


def test_a_picture_on_the_pad_is_saved_as_it_is(tools, pad, tmp_path):
    image = np.random.default_rng(1).integers(0, 256, (40, 30), dtype=np.uint8)
    pad.set_image(image)
    save(tools, "PNG", tmp_path / "picture.png")
    with Image.open(tmp_path / "picture.png") as picture:
        np.testing.assert_array_equal(np.asarray(picture), image)
    assert not action(tools, "JSON").isEnabled()


def test_an_empty_pad_has_nothing_to_save(tools, pad):
    for is_drawn in (False, True, False):
        assert [action(tools, word).isEnabled() for word in ("JSON", "PNG")] == [is_drawn, is_drawn]
        pad.clear() if is_drawn else pad.set_strokes(STROKES)


def test_what_cannot_be_saved_is_told(qtbot, tools, pad, tmp_path):
    pad.set_strokes(STROKES)
    with qtbot.waitSignal(pad.refused) as refused:
        save(tools, "JSON", tmp_path / "missing" / "drawing.json")
    assert "was not saved" in str(refused.args[0])
    pad.set_strokes([[(100, 100)]])
    with qtbot.waitSignal(pad.refused) as refused:
        save(tools, "PNG", tmp_path / "dot.png")
    assert "dot" in str(refused.args[0])


@pytest.mark.parametrize("way", ["paste", "load"])
@pytest.mark.parametrize("is_dark_on_light", [True, False])
def test_pictures_come_in_dark_on_light_and_light_on_dark(qtbot, tools, pad, tmp_path, way, is_dark_on_light):
    pixels = np.zeros((50, 40), np.uint8)
    pixels[8:42, 18:23] = 255
    expected = from_image(pixels)
    path = tmp_path / "one.png"
    Image.fromarray(255 - pixels if is_dark_on_light else pixels).save(path)
    if way == "paste":
        QApplication.clipboard().setImage(QImage(str(path)))
        QTest.keySequence(pad, QKeySequence(QKeySequence.StandardKey.Paste))
    else:
        action(tools, "Load").trigger()
        dialog = tools.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(path))
        dialog.close()
    np.testing.assert_array_equal(from_image(pad.sketch.image), expected)
