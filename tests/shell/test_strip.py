"""Strip: what does not fit can be reached, and an arrow says that there is more."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QToolButton, QWidget

from nnplay.shell.strip import Strip


@pytest.fixture
def strip(qtbot):
    contents = QWidget()
    row = QHBoxLayout(contents)
    for number in range(8):
        button = QPushButton(f"button {number}")
        button.setFixedWidth(100)
        row.addWidget(button)
    strip = Strip(contents)
    qtbot.addWidget(strip)
    strip.resize(300, strip.sizeHint().height())
    with qtbot.waitExposed(strip):
        strip.show()
    return strip


def arrows(strip):
    """Whether there is an arrow to the left, and one to the right."""
    return tuple(child.isVisible() for child in strip.children() if isinstance(child, QToolButton))


def press(strip, name):
    button = next(button for button in strip.findChildren(QToolButton) if button.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_arrows_stand_where_there_is_more(strip):
    assert arrows(strip) == (False, True)
    press(strip, "More")
    assert arrows(strip) == (True, True)
    for _ in range(8):
        press(strip, "More") if arrows(strip)[1] else None
    assert arrows(strip) == (True, False)
    press(strip, "Back")
    assert arrows(strip) == (True, True)


def test_with_room_for_all_there_is_no_arrow(strip):
    strip.resize(1200, strip.height())
    assert arrows(strip) == (False, False)


def test_the_wheel_moves_it(strip):
    event = QWheelEvent(
        QPointF(50, 10), QPointF(50, 10), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(strip.viewport(), event)
    assert strip.horizontalScrollBar().value() == 120


def test_tab_brings_what_it_reaches_into_sight(strip):
    buttons = strip.widget().findChildren(QPushButton)
    buttons[0].setFocus()
    for _ in range(7):
        QTest.keyClick(strip.focusWidget() or buttons[0], Qt.Key.Key_Tab)
    assert buttons[7].hasFocus()
    last = buttons[7].mapTo(strip, QPoint(0, 0)).x()
    assert 0 <= last <= strip.width() - 100


def test_it_never_makes_the_window_wider(strip):
    assert strip.minimumSizeHint().width() == 0
    assert strip.minimumSizeHint().height() >= strip.widget().minimumSizeHint().height()
