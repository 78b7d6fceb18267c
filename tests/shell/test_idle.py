"""Idle: where nothing moves, nothing is painted and nothing is computed."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication


class Paints(QObject):
    """Counts the paint events of the whole application."""

    def __init__(self):
        super().__init__()
        self.n = 0

    def eventFilter(self, watched, event):
        self.n += event.type() == QEvent.Type.Paint
        return False


@pytest.mark.parametrize("is_simple", [True, False])
def test_a_second_without_a_hand_has_no_paint(window, qtbot, is_simple):
    window.face.set_simple(is_simple)
    window.canvas.setFocus()
    qtbot.wait(1000)  # what has been shown comes to rest
    paints = Paints()
    QApplication.instance().installEventFilter(paints)
    qtbot.wait(1000)
    QApplication.instance().removeEventFilter(paints)
    assert paints.n == 0


def test_the_count_would_notice(window, qtbot):
    qtbot.wait(200)
    paints = Paints()
    QApplication.instance().installEventFilter(paints)
    window.canvas.viewport().update()
    qtbot.waitUntil(lambda: paints.n > 0)
    QApplication.instance().removeEventFilter(paints)
