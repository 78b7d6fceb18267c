"""Icons: every drawing renders in the theme's colour and follows the theme."""

import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QToolButton

from nnplay import resources
from nnplay.appearance import icons
from nnplay.appearance.theme import Role, theme

NAMES = sorted(path.stem for path in resources.path("icons").glob("*.svg"))


def ink(icon: QIcon) -> QColor:
    """The colour of the most opaque pixel."""
    image = icon.pixmap(24).toImage()
    pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    color = max(pixels, key=QColor.alpha)
    color.setAlpha(255)
    return color


@pytest.fixture(autouse=True)
def light(qapp):
    theme().set_mode("light")
    yield
    theme().set_mode("light")


@pytest.mark.parametrize("name", NAMES)
def test_drawing_is_one_square_in_the_current_color(name):
    root = ElementTree.parse(resources.path("icons", f"{name}.svg")).getroot()
    assert root.get("viewBox") == ("0 0 64 64" if name == "nnplay" else "0 0 24 24")
    assert name == "nnplay" or root.get("stroke") == "currentColor"


@pytest.mark.parametrize("name", [name for name in NAMES if name != "nnplay"])
def test_icon_shows_the_theme_s_color(name):
    wanted = theme().color(Role.TEXT)
    shown = ink(icons.icon(name))
    assert max(abs(a - b) for a, b in zip(shown.getRgb(), wanted.getRgb(), strict=True)) <= 3


@pytest.mark.parametrize("make", [QAction, QToolButton])
def test_set_icon_follows_the_theme_and_the_last_call_wins(make, qtbot):
    target = make()
    icons.set_icon(target, "play")
    icons.set_icon(target, "pause", Role.ACCENT)
    assert ink(target.icon()) == theme().color(Role.ACCENT)
    theme().set_mode("dark")
    assert ink(target.icon()) == theme().color(Role.ACCENT)
    target.deleteLater()


def test_unknown_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")
