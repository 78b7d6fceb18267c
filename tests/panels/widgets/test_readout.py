"""Readout: the number changes, its place does not."""

import pytest

from nnplay.panels.widgets.readout import Readout


@pytest.fixture
def readout(qtbot):
    readout = Readout("Epoch", "000,000")
    qtbot.addWidget(readout)
    readout.show()
    return readout


def test_it_shows_what_it_is_told(readout):
    readout.set_text("000,123")
    assert readout.text() == "000,123"


def test_its_width_does_not_depend_on_the_number(readout):
    widths = set()
    for text in ("–", "000,000", "888,888", "111,111"):
        readout.set_text(text)
        widths.add(readout.sizeHint().width())
    assert len(widths) == 1


def test_another_number_has_nothing_laid_out_anew_unless_it_needs_more_room(qtbot):
    readout = Readout("Loss", "0.0000")
    qtbot.addWidget(readout)
    readout.show()
    hint = readout.sizeHint()
    readout.set_text("0.1234")
    assert readout.sizeHint() == hint
    readout.set_text("12,345,678.1234")
    assert readout.sizeHint().width() > hint.width()
