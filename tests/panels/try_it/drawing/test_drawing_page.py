"""DrawingPage: what is drawn is read by the very network that is shown, live."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from nnplay.data import DigitsChoice, drawing, load
from nnplay.engine import DataError, Dense, Flatten, Input, Network, NetworkSpec
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.try_it.bars import ProbabilityBars
from nnplay.panels.try_it.drawing.drawing_page import DrawingPage
from nnplay.panels.try_it.drawing.pad import DigitPad
from nnplay.panels.try_it.drawing.reader import Fit, fit_of
from nnplay.panels.try_it.drawing.stages import StagesView
from nnplay.project import edits
from nnplay.project.presets import preset
from tests.panels.fakes import FakeController

DATASET = load(DigitsChoice(20), 1, 1)
SEVEN = ((80, 60), (140, 60), (200, 60), (160, 140), (120, 220))


@pytest.fixture
def controller(qapp):
    return FakeController()


@pytest.fixture
def panel(qtbot, controller, tmp_path):
    controller.show(preset("mnist-mlp"), dataset=DATASET)
    panel = DrawingPage(Asked(controller, controller), controller, tmp_path)
    panel.resize(420, 520)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def pad(panel):
    return panel.findChild(DigitPad)


@pytest.fixture
def bars(panel):
    return panel.findChild(ProbabilityBars)


def draw(pad, points=SEVEN):
    scale = min(pad.width(), pad.height()) / 280
    places = [QPoint(round(x * scale), round(y * scale)) for x, y in points]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[-1])


def wait_for_answer(qtbot, bars):
    qtbot.waitUntil(lambda: bars.values is not None)


def expected(controller, pad):
    """The network's answer, computed apart from the panel."""
    network = Network(controller.project.network)
    network.parameters[:] = controller.snapshot.parameters
    return network.predict(drawing.from_strokes(pad.strokes).reshape(1, 28, 28, 1) / 255)[0]


def biased_to(controller, logits):
    """Weights with which the network answers softmax(logits) to anything."""
    network = Network(controller.project.network)
    network.view(controller.project.network.output.name, "bias")[:] = logits
    return network.parameters


def answer(panel):
    return next(each for each in panel.findChildren(QLabel) if each.accessibleName() == "Answer").text()


def test_bars_are_the_networks_answer(qtbot, panel, pad, bars, controller):
    draw(pad)
    wait_for_answer(qtbot, bars)
    np.testing.assert_allclose(bars.values, expected(controller, pad), atol=1e-6)
    assert bars.values.sum() == pytest.approx(1, abs=1e-5)


def test_the_preview_is_what_the_network_sees(qtbot, panel, pad, bars):
    draw(pad)
    wait_for_answer(qtbot, bars)
    seen = panel.findChild(StagesView).pictures[-1].grey.astype(int)
    assert np.abs(seen - drawing.from_strokes(pad.strokes)).max() <= 2


def test_the_answer_follows_the_training(qtbot, panel, pad, bars, controller):
    draw(pad)
    wait_for_answer(qtbot, bars)
    for digit in (7, 3):
        controller.train_to(biased_to(controller, 5.0 * (np.arange(10) == digit)))
        np.testing.assert_allclose(bars.values, expected(controller, pad), atol=1e-6)
        assert answer(panel) == str(digit)


def test_below_one_half_it_is_not_sure(qtbot, panel, pad, bars, controller):
    draw(pad)
    wait_for_answer(qtbot, bars)
    other = np.log(1 / 9)  # nine others of 1/9 each: exactly one half is left
    controller.train_to(biased_to(controller, np.where(np.arange(10) == 4, -0.01, other)))
    assert answer(panel) == "not sure"
    controller.train_to(biased_to(controller, np.where(np.arange(10) == 4, 0.01, other)))
    assert answer(panel) == "4"


def test_many_movements_cost_one_prediction(qtbot, panel, pad, bars, monkeypatch):
    calls = []
    original = drawing.stages_of_strokes
    monkeypatch.setattr(drawing, "stages_of_strokes", lambda *given: calls.append(1) or original(*given))
    draw(pad, [(40 + i, 100 + (i % 7)) for i in range(100)])
    wait_for_answer(qtbot, bars)
    assert len(calls) == 1


def test_the_drawing_is_not_made_again_for_new_weights(qtbot, panel, pad, bars, controller, monkeypatch):
    draw(pad)
    wait_for_answer(qtbot, bars)
    monkeypatch.setattr(drawing, "stages_of_strokes", None)
    controller.train_to(biased_to(controller, np.zeros(10)))
    np.testing.assert_allclose(bars.values, 0.1, atol=1e-6)


def test_undo_and_clear_buttons(qtbot, panel, pad, bars):
    undo, clear = (
        next(each for each in panel.findChildren(QToolButton) if word in each.accessibleName())
        for word in ("Undo", "Clear")
    )
    assert not undo.isEnabled()
    assert not clear.isEnabled()
    draw(pad)
    draw(pad, ((60, 140), (200, 140)))
    wait_for_answer(qtbot, bars)
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert len(pad.strokes) == 1
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bars.values is None)
    assert pad.is_empty
    assert answer(panel) == ""
    assert not clear.isEnabled()


def test_another_network_is_used_at_once(qtbot, panel, pad, bars, controller):
    draw(pad)
    wait_for_answer(qtbot, bars)
    controller.show(edits.change_layer(controller.project, "dense", {"units": 5}), dataset=DATASET)
    np.testing.assert_allclose(bars.values, expected(controller, pad), atol=1e-6)


def test_the_starter_network_reads_where_the_canvas_has_none_for_pictures(qtbot, panel, pad, bars, controller):
    draw(pad)
    wait_for_answer(qtbot, bars)
    qtbot.waitUntil(lambda: panel.asked.example is not None)
    shown = []
    panel.asked.lit.connect(shown.append)
    controller.show(preset("circle"))
    assert answer(panel) == "7"
    assert shown[-1] is None
    assert any("does not take pictures" in each.text() for each in panel.findChildren(QLabel) if each.isVisible())
    button = next(each for each in panel.findChildren(QPushButton) if each.isVisible() and each.text() == "Open it")
    with qtbot.waitSignal(panel.starter_wanted):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_starter_network_can_be_preferred(qtbot, panel, pad, bars, controller):
    draw(pad)
    wait_for_answer(qtbot, bars)
    button = next(each for each in panel.findChildren(QPushButton) if "Use the starter" in each.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert answer(panel) == "7"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    np.testing.assert_allclose(bars.values, expected(controller, pad), atol=1e-6)


def test_a_dot_and_a_full_pad_are_told_in_words(qtbot, panel, pad, bars):
    draw(pad, ((140, 140), (141, 141)))
    qtbot.waitUntil(lambda: "dot" in answer(panel))
    assert bars.values is None
    draw(pad, [(x, y) for y in range(4, 280, 12) for x in (4, 276)])
    qtbot.waitUntil(lambda: "everywhere" in answer(panel))
    assert bars.values is None


def test_what_the_canvas_network_reads_is_told_for_the_canvas(qtbot, panel, pad, bars):
    shown = []
    panel.asked.lit.connect(shown.append)
    draw(pad)
    wait_for_answer(qtbot, bars)
    qtbot.waitUntil(lambda: bool(shown) and shown[-1] is not None)
    np.testing.assert_allclose(shown[-1][..., 0], drawing.from_strokes(pad.strokes) / np.float32(255), atol=0.005)
    panel.hide()
    assert shown[-1] is None


def test_the_drawing_survives_a_network_that_cannot_read_it(qtbot, panel, pad, bars, controller):
    draw(pad)
    wait_for_answer(qtbot, bars)
    controller.show(preset("circle"))
    controller.show(preset("mnist-mlp"), dataset=DATASET)
    np.testing.assert_allclose(bars.values, expected(controller, pad), atol=1e-6)


def test_hidden_it_does_nothing_and_catches_up(qtbot, panel, pad, bars, controller):
    draw(pad)
    wait_for_answer(qtbot, bars)
    before = bars.values
    panel.hide()
    controller.train_to(biased_to(controller, 5.0 * (np.arange(10) == 7)))
    assert bars.values is before
    panel.show()
    assert answer(panel) == "7"


@pytest.mark.parametrize(
    ("layers", "fit"),
    [
        ((Input((28, 28, 1)), Flatten(), Dense(10, "softmax")), Fit.READS),
        ((Input((28, 28)), Flatten(), Dense(10, "softmax")), Fit.READS),
        ((Input((784,)), Dense(10, "linear")), Fit.READS),
        ((Input((16, 12, 3)), Flatten(), Dense(2, "softmax")), Fit.READS),
        ((Input((784,)), Dense(784, "sigmoid")), Fit.NO_CLASSES),
        ((Input((2,)), Dense(10, "softmax")), Fit.NO_PICTURE),
        ((Input((783,)), Dense(10, "softmax")), Fit.NO_PICTURE),
    ],
)
def test_which_networks_read_digits(layers, fit):
    assert fit_of(NetworkSpec.chain(*layers)) is fit


def test_an_empty_pad_pretends_nothing(panel, bars):
    assert bars.values is None
    assert answer(panel) == ""
    assert panel.reading is None


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (np.eye(1, 10_000, 5_000) * 255, "too long and thin"),
        (np.full((60, 60), 255), "Nothing is drawn"),
        (np.zeros((60, 60)), "Nothing is drawn"),
        (np.pad(np.full((58, 58), 0), 1, constant_values=255), "everywhere"),
        (255 * (np.arange(3600).reshape(60, 60) == 1830), "dot"),
    ],
)
def test_pictures_that_are_no_digit_are_told_in_words(qtbot, panel, pad, bars, picture, words):
    pad.set_image(picture.astype(np.uint8))
    qtbot.waitUntil(lambda: words in answer(panel))
    assert bars.values is None
    assert panel.reading is None


def test_a_stroke_outside_ends_at_the_papers_border(qtbot, panel, pad, bars):
    draw(pad, ((140, 40), (700, 140), (140, 240)))
    wait_for_answer(qtbot, bars)
    assert max(x for x, _ in pad.strokes[0]) == 280
    np.testing.assert_allclose(bars.values.sum(), 1, atol=1e-5)


def test_a_corrupt_picture_is_told(panel, pad, bars):
    pad.refused.emit(DataError("“{file}” is damaged", file="broken.png"))
    assert "damaged" in answer(panel)
    assert bars.values is None


def test_on_a_small_screen_the_pad_is_large_enough_to_draw_on(qtbot, panel, pad, bars):
    panel.resize(267, 436)  # its room in a window of 1024x768
    assert pad.width() >= 150
    assert bars.width() >= bars.minimumSizeHint().width()
