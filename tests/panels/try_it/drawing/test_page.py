"""PadPage: the pad is a square, nothing overlaps, nothing is cut off."""

from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from nnplay.panels.try_it.drawing.page import PadPage


class Box(QWidget):
    """A widget of a given size."""

    def __init__(self, width, height):
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self):
        return self._size

    def minimumSizeHint(self):
        return self._size


@pytest.fixture
def boxes(qapp):
    return [Box(120, 120), Box(70, 32), Box(120, 58), Box(110, 160)]


@pytest.fixture
def page(qtbot, boxes):
    page = PadPage(*boxes)
    qtbot.addWidget(page)
    return page


@pytest.mark.parametrize("size", [(360, 300), (620, 420), (300, 480), (280, 700), (900, 250), (1000, 1000), "least"])
def test_a_square_pad_and_everything_in_its_place(page, boxes, size):
    page.resize(page.minimumSizeHint() if size == "least" else QSize(*size))
    page.show()
    pad = boxes[0].geometry()
    assert pad.width() == pad.height() >= 96
    for box in boxes:
        assert page.rect().contains(box.geometry())
    for one, other in combinations(boxes, 2):
        assert not one.geometry().intersects(other.geometry())
    assert boxes[3].height() >= boxes[3].minimumSizeHint().height()


def test_tools_that_are_wider_than_the_pad_leave_the_bars_beside_it(qtbot):
    boxes = [Box(120, 120), Box(220, 32), Box(120, 58), Box(140, 150)]
    page = PadPage(*boxes)
    qtbot.addWidget(page)
    page.resize(344, 270)
    page.show()
    assert boxes[3].geometry().left() > boxes[0].geometry().right()
    assert boxes[3].height() >= 150
    assert boxes[1].width() >= 220
    for one, other in combinations(boxes, 2):
        assert not one.geometry().intersects(other.geometry())


def test_the_pad_grows_with_the_page(page, boxes):
    page.show()
    page.resize(600, 400)
    before = boxes[0].width()
    page.resize(800, 600)
    assert boxes[0].width() == before + 200


def test_narrow_pages_have_the_bars_below(page, boxes):
    page.resize(280, 700)
    page.show()
    assert boxes[3].geometry().top() > boxes[0].geometry().bottom()
    page.resize(500, 400)
    assert boxes[3].geometry().left() > boxes[0].geometry().right()
