"""FlowRow: controls go on below where there is no room beside, and what can grow fills its line."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from nnplay.panels.widgets.flow_row import FlowRow


def box(width, policy=QSizePolicy.Policy.Fixed):
    class Box(QWidget):
        def sizeHint(self):
            return self.minimumSize()

    result = Box()
    result.setMinimumSize(width, 20)
    result.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
    return result


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    return page


def lay_out(page, row, width):
    page.setLayout(row)
    page.show()
    page.resize(width, 200)
    row.activate()
    return row


def test_one_line_where_there_is_room_and_as_many_as_it_takes_where_not(page):
    boxes = [box(100), box(100), box(100)]
    row = lay_out(page, FlowRow(*boxes, spacing=10), 330)
    assert [(each.x(), each.y()) for each in boxes] == [(0, 0), (110, 0), (220, 0)]
    page.resize(220, 200)
    assert [(each.x(), each.y()) for each in boxes] == [(0, 0), (110, 0), (0, 30)]
    assert (row.heightForWidth(320), row.heightForWidth(319), row.heightForWidth(100)) == (20, 50, 80)
    assert row.minimumSize().width() == 100


def test_what_is_hidden_takes_no_room(page):
    boxes = [box(100), box(100), box(100)]
    boxes[1].hide()
    row = lay_out(page, FlowRow(*boxes, spacing=10), 330)
    assert boxes[2].x() == 110
    assert row.sizeHint().width() == 210


def test_what_can_grow_shares_what_is_left_of_its_line(page):
    boxes = [box(100), box(100, QSizePolicy.Policy.Expanding)]
    lay_out(page, FlowRow(*boxes, spacing=10), 330)
    assert [each.width() for each in boxes] == [100, 220]


def test_a_caption_stays_with_its_field(page):
    pair, caption, field = QHBoxLayout(), QLabel("Up"), box(100)
    pair.addWidget(caption)
    pair.addWidget(field)
    first = box(100)
    lay_out(page, FlowRow(first, pair, spacing=10), 150)
    assert first.geometry().bottom() < caption.geometry().top()
    assert caption.geometry().center().y() == pytest.approx(field.geometry().center().y(), abs=1)
