"""DigitPanel: what is drawn is read by the very network that is shown, live."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from nnplay.data import drawing
from nnplay.engine import Dense, Flatten, Input, Network, NetworkSpec
from nnplay.panels.digit_pad import DigitPad
from nnplay.panels.digit_panel import DigitPanel, reads_digits
from nnplay.panels.digit_preview import DigitPreview
from nnplay.panels.probability_bars import ProbabilityBars
from nnplay.project import edits
from nnplay.project.presets import preset
from tests.panels.fakes import FakeController

SEVEN = ((80, 60), (140, 60), (200, 60), (160, 140), (120, 220))


@pytest.fixture
def controller(qapp):
    return FakeController()


@pytest.fixture
def panel(qtbot, controller):
    controller.show(preset("mnist-mlp"), dataset="not looked at")
    panel = DigitPanel(controller)
    panel.resize(420, 320)
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
    np.testing.assert_array_equal(panel.findChild(DigitPreview).picture, drawing.from_strokes(pad.strokes))


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
    original = drawing.from_strokes
    monkeypatch.setattr(drawing, "from_strokes", lambda strokes: calls.append(1) or original(strokes))
    draw(pad, [(40 + i, 100 + (i % 7)) for i in range(100)])
    wait_for_answer(qtbot, bars)
    assert len(calls) == 1


def test_the_drawing_is_not_made_again_for_new_weights(qtbot, panel, pad, bars, controller, monkeypatch):
    draw(pad)
    wait_for_answer(qtbot, bars)
    monkeypatch.setattr(drawing, "from_strokes", None)
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
    assert panel.findChild(DigitPreview).picture is None
    assert not clear.isEnabled()


def test_another_network_is_used_at_once(qtbot, panel, pad, bars, controller):
    draw(pad)
    wait_for_answer(qtbot, bars)
    controller.show(edits.change_layer(controller.project, "dense", {"units": 5}), dataset="not looked at")
    np.testing.assert_allclose(bars.values, expected(controller, pad), atol=1e-6)


@pytest.mark.parametrize(("word", "signal"), [("Generated", "request_digits"), ("MNIST", "request_mnist")])
def test_says_what_is_missing_and_offers_digits(qtbot, panel, pad, controller, word, signal):
    controller.show(preset("circle"))
    assert not pad.isVisible()
    assert any("28 × 28" in each.text() for each in panel.findChildren(QLabel) if each.isVisible())
    button = next(each for each in panel.findChildren(QPushButton) if each.isVisible() and word in each.text())
    with qtbot.waitSignal(getattr(panel, signal)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    controller.show(preset("mnist-mlp"), dataset="not looked at")
    assert pad.isVisible()


def test_the_drawing_survives_a_network_that_cannot_read_it(qtbot, panel, pad, bars, controller):
    draw(pad)
    wait_for_answer(qtbot, bars)
    controller.show(preset("circle"))
    controller.show(preset("mnist-mlp"), dataset="not looked at")
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
    ("layers", "reads"),
    [
        ((Input((28, 28, 1)), Flatten(), Dense(10, "softmax")), True),
        ((Input((28, 28)), Flatten(), Dense(10, "softmax")), True),
        ((Input((784,)), Dense(10, "softmax")), True),
        ((Input((784,)), Dense(10, "linear")), False),
        ((Input((784,)), Dense(9, "softmax")), False),
        ((Input((2,)), Dense(10, "softmax")), False),
    ],
)
def test_which_networks_read_digits(layers, reads):
    assert reads_digits(NetworkSpec.chain(*layers)) is reads
