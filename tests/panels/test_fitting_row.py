"""FittingRow: a row while there is room, a column when there is not, and never wider than its widest part."""

from PySide6.QtWidgets import QLabel

from nnplay.panels.fitting_row import FittingRow


def test_it_becomes_a_column_when_it_is_too_narrow(qtbot):
    first, second = QLabel("one rather long text"), QLabel("another long text")
    row = FittingRow(first, second)
    qtbot.addWidget(row)
    row.resize(first.sizeHint().width() + second.sizeHint().width() + 40, 60)
    row.show()
    assert first.y() == second.y()
    assert second.geometry().right() == row.width() - 1
    row.resize(first.sizeHint().width() + 10, 60)
    qtbot.waitUntil(lambda: second.y() >= first.geometry().bottom())
    assert first.x() == second.x() == 0
    assert row.minimumSizeHint().width() == max(first.minimumSizeHint().width(), second.minimumSizeHint().width())


def test_hidden_widgets_need_no_room(qtbot):
    first, second, third = QLabel("one"), QLabel("a very, very long text that is not shown"), QLabel("three")
    row = FittingRow(first, second, third)
    qtbot.addWidget(row)
    second.hide()
    row.resize(120, 40)
    row.show()
    assert first.y() == third.y()
