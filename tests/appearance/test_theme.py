"""The theme: modes, the signal, contrast, and a style sheet that Qt understands."""

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from nnplay.appearance import metrics
from nnplay.appearance.roles import CONTRAST, DARK, LIGHT, SCHEMES, Role
from nnplay.appearance.theme import Theme


@pytest.fixture
def dressed(qapp):
    """A theme that dresses the application, undressed afterwards."""
    style, palette, font = qapp.style().name(), qapp.palette(), qapp.font()
    theme = Theme()
    theme.set_mode("light")
    theme.apply()
    yield theme
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def luminance(color: QColor) -> float:
    """Relative luminance after WCAG 2.2."""
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("colors", SCHEMES.values(), ids=SCHEMES.keys())
class TestColors:
    def test_every_role_has_a_valid_color(self, colors):
        assert set(colors) == set(Role)
        assert all(QColor(name).isValid() for name in colors.values())

    @pytest.mark.parametrize("ground", [Role.WINDOW, Role.CANVAS, Role.SURFACE, Role.RAISED, Role.HOVER])
    @pytest.mark.parametrize("text", [Role.TEXT, Role.MUTED, Role.ERROR])
    def test_text_is_readable_on_every_ground(self, colors, ground, text):
        assert contrast(colors[text], colors[ground]) >= 4.5

    def test_text_on_the_accent_and_on_soft_grounds_is_readable(self, colors):
        assert contrast(colors[Role.ACCENT_TEXT], colors[Role.ACCENT]) >= 4.5
        assert contrast(colors[Role.TEXT], colors[Role.ACCENT_SOFT]) >= 7
        assert contrast(colors[Role.TEXT], colors[Role.ERROR_SOFT]) >= 7

    def test_curves_are_seen_on_the_surface(self, colors):
        assert contrast(colors[Role.TRAIN], colors[Role.SURFACE]) >= 3
        assert contrast(colors[Role.TEST], colors[Role.SURFACE]) >= 3


def test_set_mode_changes_colors_and_says_so(qapp, qtbot):
    theme = Theme()
    theme.set_mode("light")
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert theme.is_dark
    assert theme.color(Role.TEXT) == QColor(DARK[Role.TEXT])


def test_same_mode_again_is_silent(qapp, qtbot):
    theme = Theme()
    theme.set_mode("dark")
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("dark")


def test_unknown_mode_is_refused(qapp):
    with pytest.raises(ValueError, match="purple"):
        Theme().set_mode("purple")


def test_color_is_a_copy(qapp):
    theme = Theme()
    before = theme.color(Role.ACCENT).name()
    theme.color(Role.ACCENT).setRed(0)
    assert theme.color(Role.ACCENT).name() == before


def test_apply_dresses_the_application_in_both_modes(qtbot, dressed):
    label = QLabel("x")
    label.setProperty("look", "caption")
    qtbot.addWidget(label)
    label.show()
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT[Role.MUTED])
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT[Role.WINDOW])
    dressed.set_mode("dark")
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK[Role.MUTED])
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK[Role.WINDOW])


@pytest.mark.parametrize("mode", list(SCHEMES))
def test_style_sheet_is_filled_in_and_its_pictures_exist(qapp, mode):
    import re
    from pathlib import Path

    theme = Theme()
    theme.set_mode(mode)
    sheet = theme.style_sheet()
    assert "$" not in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


@pytest.mark.parametrize("ground", [Role.WINDOW, Role.CANVAS, Role.SURFACE, Role.RAISED, Role.HOVER, Role.ACCENT_SOFT])
def test_high_contrast_is_high(ground):
    """Levels of WCAG 2.2: text at 7:1 (AAA), edges and focus at 3:1."""
    for text in (Role.TEXT, Role.MUTED, Role.ERROR):
        assert contrast(CONTRAST[text], CONTRAST[ground]) >= 7
    for edge in (Role.OUTLINE, Role.BORDER, Role.ACCENT):
        assert contrast(CONTRAST[edge], CONTRAST[ground]) >= 3


def test_larger_text_reaches_widgets_that_are_there(qtbot, dressed):
    label, field = QLabel("x"), QLineEdit()
    label.setProperty("look", "caption")
    for widget in (label, field):
        qtbot.addWidget(widget)
        widget.show()
    try:
        dressed.set_text_scale(1.5)
        label.ensurePolished()
        assert label.font().pixelSize() == round(1.5 * metrics.Text.CAPTION)
        assert QApplication.font().pixelSize() == round(1.5 * metrics.Text.BODY)
        assert field.sizeHint().height() >= QFontMetrics(field.font()).height() + 8
    finally:
        dressed.set_text_scale(1.0)
