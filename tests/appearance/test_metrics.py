"""The type scale: sizes, equal digits, a Chinese face behind the Latin one."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from nnplay import resources
from nnplay.appearance import metrics
from nnplay.appearance.metrics import Text
from nnplay.appearance.theme import Theme


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


@pytest.fixture
def no_chinese_font(monkeypatch, qapp):
    """A system whose fonts have no Chinese; what was added to the process is taken away again."""
    families = [name for name in QFontDatabase.families() if name not in metrics._CHINESE_FAMILIES]
    added = []

    def add(path):
        added.append(QFontDatabase._add(path))
        return added[-1]

    monkeypatch.setattr(QFontDatabase, "_add", QFontDatabase.addApplicationFont, raising=False)
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", add)
    monkeypatch.setattr(QFontDatabase, "families", lambda *system: [] if system else families)
    metrics._families.cache_clear()
    yield
    for font in added:
        QFontDatabase.removeApplicationFont(font)
    metrics._families.cache_clear()


def test_without_any_chinese_font_ours_is_read(no_chinese_font):
    families = metrics.font(Text.BODY).families()
    assert families[-1] == "nnplay Sans SC"
    assert QFontInfo(QFont("nnplay Sans SC")).family() == "nnplay Sans SC"


def test_a_chinese_font_of_the_system_is_enough(qapp, monkeypatch):
    monkeypatch.setattr(metrics, "_CHINESE_FAMILIES", ())
    monkeypatch.setattr(QFontDatabase, "families", lambda *system: ["Kai"])
    metrics._families.cache_clear()
    assert "nnplay Sans SC" not in metrics.font(Text.BODY).families()
    metrics._families.cache_clear()


def test_our_chinese_font_has_every_character_that_we_write(qapp):
    font = QRawFont(str(resources.path("fonts", "nnplay-sans-sc.ttf")), 13)
    assert font.familyName() == "nnplay Sans SC"
    texts = [*resources.path("lessons").glob("*/zh_CN.md"), *resources.path("guide", "zh_CN").glob("*.md")]
    texts.append(resources.path("translations", "nnplay_zh_CN.ts"))
    signs = {sign for path in texts for sign in path.read_text(encoding="utf-8")}
    assert not [
        sign for sign in signs if sign >= "\N{CJK UNIFIED IDEOGRAPH-4E00}" and not font.supportsCharacter(ord(sign))
    ]


def test_a_line_of_our_chinese_font_is_as_high_as_a_latin_one(qapp):
    """A widget made for Latin text does not cut it: at most the 1.2 times of the size that fonts usually have."""
    font = QRawFont(str(resources.path("fonts", "nnplay-sans-sc.ttf")), 100)
    assert font.ascent() + font.descent() <= 120
