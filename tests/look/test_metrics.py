"""The type scale: sizes, equal digits, a Chinese face behind the Latin one."""

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from nnplay.look import metrics
from nnplay.look.metrics import Text
from nnplay.look.theme import Theme


@pytest.mark.parametrize("text", list(Text))
def test_font_has_the_size_of_the_scale(qapp, text):
    assert metrics.font(text).pixelSize() == text.value


def test_digits_are_equally_wide(qapp):
    measure = QFontMetricsF(metrics.font(Text.FIGURE))
    assert len({measure.horizontalAdvance(digit * 8) for digit in "0123456789"}) == 1


def test_font_names_a_real_family_first(qapp):
    families = metrics.font(Text.BODY).families()
    assert QFontInfo(metrics.font(Text.BODY)).family() == families[0]


def test_every_installed_chinese_family_is_a_fallback(qapp):
    chinese = {name for name in metrics._CHINESE_FAMILIES if name in QFontDatabase.families()}
    assert chinese <= set(metrics.font(Text.BODY).families()[1:])


def test_a_field_has_the_height_of_the_style_sheet(qtbot, qapp):

    sheet = Theme().style_sheet()
    for kind in (QComboBox, QLineEdit, QSpinBox):
        field = kind()
        qtbot.addWidget(field)
        field.setStyleSheet(sheet)
        field.ensurePolished()
        assert min(field.sizeHint().height(), field.maximumHeight()) == metrics.field_height()
