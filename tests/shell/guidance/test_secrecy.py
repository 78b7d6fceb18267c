"""Secrecy: what a lesson asks for is a question mark or a sentence until it is answered, and then it is there."""

import pytest

from nnplay.lessons import load, shipped
from nnplay.panels.widgets.readout import Readout


@pytest.fixture
def begin(window, session, qtbot):
    def begin(number):
        window.begin_lesson(load(shipped()[number - 1]))
        qtbot.waitUntil(lambda: session.controller.dataset is not None)

    return begin


def tiles(window):
    cards = window.canvas.network_scene.cards
    return [text for name in ("dense", "dense_2") if name in cards for text in cards[name].units.values]


def losses(window):
    return window.control_bar.findChildren(Readout)[1].text()


def test_neurons_show_their_numbers_when_these_have_been_computed(window, session, begin):
    begin(1)
    assert tiles(window) == ["?", "?", "?"]
    session.guide.go(1)
    session.guide.answer("5")
    assert tiles(window) == ["?", "?", "?"]  # the other neuron is asked for next
    session.guide.go(1)
    session.guide.answer("1")
    assert tiles(window) == ["5", "1", "9"]


def test_the_loss_and_its_landscape_open_one_after_the_other(window, session, begin, qtbot):
    begin(7)
    landscape = window.docks["landscape"]
    assert (losses(window), landscape.panel.isVisible()) == ("?", False)
    session.guide.answer("10")
    session.guide.go(1)
    session.guide.answer("8")
    assert landscape.panel.isVisible()
    qtbot.waitUntil(lambda: landscape.panel._summary.text() == "w = 5, loss 8.000.")
    for answer in ("8", "4.2"):
        session.guide.go(1)
        session.guide.answer(answer)
    text = "w = 5, loss 8.000, slope 8. The next step takes it to 4.2."
    qtbot.waitUntil(lambda: landscape.panel._summary.text() == text)


def test_a_hidden_panel_exports_nothing(window, session, begin):
    begin(7)
    menu = window.docks["landscape"].menu
    menu.aboutToShow.emit()
    assert len([action for action in menu.actions() if not action.isSeparator()]) == 1


def test_whoever_leaves_a_lesson_sees_everything(window, session, begin):
    begin(7)
    session.guide.end()
    assert losses(window) != "?"
    assert "?" not in tiles(window)
