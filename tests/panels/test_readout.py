"""Readout: the number changes, its place does not."""

import pytest

from nnplay.panels.readout import Readout


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
