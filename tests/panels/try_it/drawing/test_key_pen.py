"""The pad without a mouse: a pen that keys move, put down and lift."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from nnplay.appearance import accessible
from nnplay.appearance.theme import Role, theme
from nnplay.panels.try_it.drawing.pad import DigitPad


@pytest.fixture
def pad(qtbot):
    accessible.install()
    pad = DigitPad()
    pad.resize(280, 280)
    qtbot.addWidget(pad)
    with qtbot.waitActive(pad):
        pad.show()
        pad.activateWindow()
    pad.setFocus()
    return pad


def press(pad, *keys):
    for key in keys:
        QTest.keyClick(pad, key)


def test_a_line_is_drawn_with_keys_alone(pad):
    press(pad, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Left)
    # From the middle, 140, a twentieth of the paper a key.
    assert pad.strokes == [[(140, 126), (140, 140), (154, 154)]]
    press(pad, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert len(pad.strokes) == 2
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(pad.strokes) == 1


def test_the_pen_stays_on_the_paper_and_goes_finely_with_shift(pad):
    press(pad, *[Qt.Key.Key_Left] * 30, Qt.Key.Key_Space)
    QTest.keyClick(pad, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pad.strokes == [[(0, 140), (3.5, 140)]]


def test_the_eraser_rubs_out_with_keys(pad):
    press(pad, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space)
    pad.set_eraser(True)
    press(pad, Qt.Key.Key_Space, Qt.Key.Key_Left)
    assert pad.is_empty


def test_the_pen_is_put_away_with_the_focus(pad):
    press(pad, Qt.Key.Key_Space, Qt.Key.Key_Right)
    pad.clearFocus()
    pad.setFocus()
    press(pad, Qt.Key.Key_Right)
    assert pad.strokes == [[(140, 140), (154, 140)]]


def test_where_the_pen_is_can_be_heard(pad):
    press(pad, Qt.Key.Key_Right, Qt.Key.Key_Space)
    told = QAccessible.queryAccessibleInterface(pad)
    assert told.role() is QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Value) == "Pen down: 15, 14"  # pixels of 28


def test_the_ring_is_there_with_the_focus_only(pad):
    focus = theme().color(Role.FOCUS).name()
    edge = [pad.grab().toImage().pixelColor(x, 1).name() for x in range(60, 220)]
    assert focus in edge  # dashed
    pad.clearFocus()
    assert focus not in {pad.grab().toImage().pixelColor(x, 1).name() for x in range(60, 220)}
