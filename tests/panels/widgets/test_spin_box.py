"""SpinBox and DoubleSpinBox: full-width digits are numbers as they are typed; what is out of range is told."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from nnplay.panels.widgets.spin_box import DoubleSpinBox, SpinBox
from tests.chinese_keyboard import commit


def opened(qtbot, box, language):
    qtbot.addWidget(box)
    box.setLocale(QLocale(language))
    box.show()
    box.lineEdit().selectAll()
    return box


@pytest.mark.parametrize("language", ["en", "zh_CN", "de"])
def test_full_width_signs_are_read_in_every_language(qtbot, language):
    whole, number = SpinBox(), DoubleSpinBox()
    whole.setRange(1, 500)
    number.setRange(-10, 10)
    commit(opened(qtbot, whole, language).lineEdit(), "１２")
    commit(opened(qtbot, number, language).lineEdit(), "－１。５")
    assert (whole.value(), number.value()) == (12, -1.5)
    assert number.text() == ("-1,50" if language == "de" else "-1.50")[: len(number.text())]


def test_what_is_out_of_range_goes_back_with_a_reason(qtbot):
    box = SpinBox()
    box.setRange(1, 500)
    box.setValue(12)
    opened(qtbot, box, "en")
    QTest.keyClicks(box, "0")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.value()) == ("12", 12)
    assert QToolTip.text() == "“0” is not a number from 1 to 500: it stays 12."
    QToolTip.hideText()
