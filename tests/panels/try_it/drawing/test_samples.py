"""SamplesView and PictureExample: pictures of the data, asked about as they are, and pictures from outside."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabBar, QToolButton

from nnplay.asking import Origin
from nnplay.data import DigitsChoice, HeldPicturesChoice, load
from nnplay.data.pictures.held import packed
from nnplay.engine import Network
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.try_it.bars import ProbabilityBars
from nnplay.panels.try_it.drawing.drawing_page import DrawingPage
from nnplay.panels.try_it.drawing.pad import DigitPad
from nnplay.panels.try_it.drawing.samples import Sample, SamplesView
from nnplay.project import edits
from nnplay.project.presets import preset
from tests.panels.fakes import FakeController

DATASET = load(DigitsChoice(80), 1, 1)


def made(qtbot, controller, tmp_path):
    page = DrawingPage(Asked(controller, controller), controller, tmp_path)
    page.resize(420, 620)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def controller(qapp):
    controller = FakeController()
    controller.show(preset("mnist-mlp"), dataset=DATASET)
    return controller


@pytest.fixture
def page(qtbot, controller, tmp_path):
    page = made(qtbot, controller, tmp_path)
    tabs = page.findChild(QTabBar)
    tabs.setCurrentIndex(next(i for i in range(tabs.count()) if tabs.tabText(i) == "Examples"))
    return page


def predicted(controller, x):
    network = Network(controller.project.network)
    network.load(controller.snapshot.parameters)
    return network.predict(x)


def test_the_first_ten_test_examples_have_ten_answers(page, controller):
    said = predicted(controller, DATASET.test.inputs(slice(0, 10))).argmax(axis=1)
    expected = [str(a) if a == y else f"{a} ✗" for a, y in zip(said, DATASET.test.y[:10], strict=True)]
    assert page.findChild(SamplesView).captions == expected
    assert any(label.text() == "Test examples 1 to 10, and the answers" for label in page.findChildren(QLabel))


def test_the_next_ten_end_with_the_data(page):
    on = next(each for each in page.findChildren(QToolButton) if each.toolTip() == "The next ten")
    QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    assert any(label.text() == "Test examples 11 to 16, and the answers" for label in page.findChildren(QLabel))
    assert page.findChild(SamplesView).captions[6:] == [" "] * 4
    assert not on.isEnabled()


def test_a_clicked_example_is_read_as_it_is(page, controller, qtbot):
    QTest.mouseClick(page.findChildren(Sample)[3], Qt.MouseButton.LeftButton)
    assert page.asked.example.origin == Origin("test", 3)
    x = DATASET.test.inputs(slice(3, 4))
    np.testing.assert_allclose(page.findChild(ProbabilityBars).values, predicted(controller, x)[0], atol=1e-6)
    np.testing.assert_array_equal(page.reading.x, x[0])
    text = f"Test example 4 · true answer: {DATASET.test.y[3]}"
    assert any(label.text() == text for label in page.findChildren(QLabel) if label.isVisible())


def test_drawing_puts_the_example_away(page, qtbot):
    page.asked.ask_about(Origin("train", 0))
    pad = page.findChild(DigitPad)
    assert not pad.is_empty
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    QTest.mouseMove(pad, pad.rect().center() / 2)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center() / 2)
    qtbot.waitUntil(lambda: page.asked.example is not None and page.asked.example.origin is None)
    assert len(pad.strokes) == 1
    page.asked.forget()
    assert len(pad.strokes) == 1  # the drawing stays on the paper


@pytest.fixture
def colours(qapp):
    """Two classes of coloured pictures."""
    red, green = (np.full((28, 28, 3), color, np.uint8) for color in ((220, 20, 20), (20, 220, 20)))
    choice = HeldPicturesChoice(
        ("red", "green"), tuple(map(packed, (red, green, red, green))), (0, 1, 0, 1), is_color=True, train_share=1.0
    )
    project = edits.set_data(preset("mnist-mlp"), choice)
    controller = FakeController()
    controller.show(replace(project, data=choice), dataset=load(choice, 1, 1))
    return controller


def test_a_coloured_picture_is_read_as_a_whole(qtbot, colours, tmp_path):
    page = made(qtbot, colours, tmp_path)
    path = tmp_path / "red.png"
    Image.new("RGB", (90, 60), (220, 20, 20)).save(path)
    page.show_picture(path)
    expected = np.broadcast_to(np.array((220, 20, 20), np.float32) / np.float32(255), (28, 28, 3))
    np.testing.assert_allclose(page.asked.example.x, expected, atol=1e-6)
    assert page.findChild(ProbabilityBars).labels == ("red", "green")
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFDC1414)
    QGuiApplication.clipboard().setImage(image)
    page.pad.setFocus()
    QTest.keyClick(page.pad, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_allclose(page.asked.example.x, expected, atol=1e-6)


def test_what_is_no_picture_is_said(qtbot, colours, tmp_path):
    page = made(qtbot, colours, tmp_path)
    path = tmp_path / "no.png"
    path.write_text("nothing")
    page.show_picture(path)
    assert "not a picture" in page.answer
    assert page.asked.example is None
