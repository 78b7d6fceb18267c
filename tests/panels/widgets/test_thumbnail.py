"""Thumbnail: a picture to choose, made once, made again for another theme, and marked when chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from nnplay.appearance.theme import Role, theme
from nnplay.panels.widgets.thumbnail import Thumbnail


@pytest.fixture
def made():
    return []


@pytest.fixture
def thumbnail(qtbot, made):
    def make(side_px):
        made.append(side_px)
        image = QImage(side_px, side_px, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        return image

    thumbnail = Thumbnail("Circle", 40, make)
    qtbot.addWidget(thumbnail)
    with qtbot.waitExposed(thumbnail):
        thumbnail.show()
    yield thumbnail
    theme().set_mode("light")


def has_accent(thumbnail):
    return has_color(thumbnail, Role.ACCENT)


def has_color(thumbnail, role):
    image = thumbnail.grab().toImage()
    accent = theme().color(role)
    return any(image.pixelColor(x, y) == accent for x in range(image.width()) for y in range(image.height()))


def test_a_click_chooses_it_and_a_ring_says_so(thumbnail):
    assert not has_accent(thumbnail)
    QTest.mouseClick(thumbnail, Qt.MouseButton.LeftButton)
    thumbnail.clearFocus()
    assert thumbnail.isChecked()
    assert has_accent(thumbnail)


def test_the_keyboard_is_shown_to_who_uses_it_and_a_click_leaves_no_ring(thumbnail, qtbot):
    with qtbot.waitActive(thumbnail):
        thumbnail.activateWindow()
    QTest.mouseClick(thumbnail, Qt.MouseButton.LeftButton)
    thumbnail.setFocus(Qt.FocusReason.MouseFocusReason)
    thumbnail.setChecked(False)  # as undo does
    assert thumbnail.hasFocus()
    assert not has_accent(thumbnail)
    thumbnail.clearFocus()
    thumbnail.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_color(thumbnail, Role.FOCUS)


def test_space_chooses_it(thumbnail):
    QTest.keyClick(thumbnail, Qt.Key.Key_Space)
    assert thumbnail.isChecked()


def test_its_picture_is_made_once_for_a_theme(thumbnail, made):
    theme().set_mode("light")
    for _ in range(3):
        thumbnail.grab()
    assert made == [40]
    theme().set_mode("dark")
    thumbnail.grab()
    assert made == [40, 40]


def test_the_name_has_room(thumbnail):
    assert thumbnail.sizeHint().width() >= thumbnail.fontMetrics().horizontalAdvance("Circle")
    assert thumbnail.accessibleName() == "Circle"


def test_where_the_focus_is_does_not_look_like_what_is_selected(thumbnail, qtbot):
    """The ring's upper edge is one line for what is selected, and dashes where the keys are."""

    def colors_above():
        image = thumbnail.grab().toImage()
        middle = image.width() // 2
        return {image.pixelColor(x, 1).name() for x in range(middle - 12, middle + 12)}

    thumbnail.setChecked(True)
    assert colors_above() == {theme().color(Role.ACCENT).name()}
    thumbnail.setChecked(False)
    thumbnail.activateWindow()
    thumbnail.clearFocus()
    thumbnail.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(thumbnail.hasFocus)
    assert len(colors_above()) > 1
    thumbnail.setChecked(True)
    assert len(colors_above()) == 1
