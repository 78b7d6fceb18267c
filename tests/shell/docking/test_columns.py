"""Columns: in a narrow window the docks give way, in a wide one they take their part, and a chosen width is kept."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest


def widths(window):
    return window.docks["data"].width(), window.canvas.width(), window.docks["map"].width()


def resized(qtbot, window, width, height):
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.size().width() == width)
    qtbot.wait(20)  # the layout comes after the size
    return widths(window)


def test_the_network_keeps_its_part_of_a_small_window(qtbot, window):
    qtbot.waitUntil(window.docks["map"].panel.isVisible)
    before = widths(window)
    _, canvas, _ = resized(qtbot, window, 800, 600)
    assert canvas >= 0.3 * 800
    assert resized(qtbot, window, 1280, 800) == before


def test_the_right_column_does_not_stay_wide(qtbot, window):
    qtbot.waitUntil(window.docks["map"].panel.isVisible)
    before = widths(window)
    resized(qtbot, window, 1920, 1080)
    window.arrange()
    wide = widths(window)
    assert wide[2] > before[2]
    assert resized(qtbot, window, 1280, 800)[2] < wide[2]


def test_a_chosen_width_is_kept_in_proportion(qtbot, window):
    qtbot.waitUntil(window.docks["map"].panel.isVisible)
    dock = window.docks["map"]
    between = (window.centralWidget().geometry().right() + 1 + dock.geometry().left()) // 2
    edge, end = QPoint(between, window.height() // 2), QPoint(between - 60, window.height() // 2)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    before = dock.width()
    QTest.mousePress(window, left, none, edge)
    QTest.mouseMove(window, end)
    qtbot.waitUntil(lambda: dock.width() > before)  # Qt moves the edge a moment after the mouse
    QTest.mouseRelease(window, left, none, end)
    chosen = dock.width()
    assert resized(qtbot, window, 1600, 900)[2] > chosen
    assert abs(resized(qtbot, window, 1280, 800)[2] - chosen) <= 2
