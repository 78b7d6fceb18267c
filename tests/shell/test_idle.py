"""Idle: where nothing moves, nothing is painted, no timer fires and nothing is computed."""

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from nnplay.lessons import find_shipped
from nnplay.training import RunState

REST_MS = 1000
"""In which what has been shown comes to rest: looks are answered, the doctor has looked, plots are made."""

PATIENCE = 20
"""So many times a busy machine may need longer."""


class Unrest(QObject):
    """Counts what happens in the whole application: paint events by widget, and timer events by object."""

    def __init__(self):
        super().__init__()
        self.events = []

    def eventFilter(self, watched, event):
        if event.type() in (QEvent.Type.Paint, QEvent.Type.Timer) and not _is_no_unrest(watched):
            self.events.append((event.type().name, watched.metaObject().className(), repr(watched.parent())))
        return False


_CACHES = {"QPMCache", "QObject"}
"""Qt's caches of pictures and of fonts; the latter has no name of its own. Seconds after they were last used they look
whether anything can go, and rest when it has gone."""


def _is_no_unrest(watched):
    """Whether it is the timer that ends the waiting itself, or that of a cache of Qt's, which belongs to no window."""
    is_cache = watched.parent() is None and watched.metaObject().className() in _CACHES
    return is_cache or isinstance(watched.parent(), QEventLoop)


def unrest_within(qtbot, milliseconds=1000):
    """What happens in a second without a hand."""
    unrest = Unrest()
    QApplication.instance().installEventFilter(unrest)
    qtbot.wait(milliseconds)
    QApplication.instance().removeEventFilter(unrest)
    return unrest.events


def come_to_rest(window, qtbot):
    window.messages.dismiss()
    window.canvas.setFocus()
    qtbot.wait(REST_MS)
    become_still(qtbot)


def become_still(qtbot):
    for _ in range(PATIENCE):
        if not unrest_within(qtbot):
            return


def open_all(window, qtbot):
    for dock in window.docks.values():
        dock.show()
        dock.raise_()
        qtbot.wait(20)


@pytest.mark.parametrize("is_simple", [True, False])
def test_a_second_without_a_hand_has_no_paint(window, qtbot, is_simple):
    window.view.set_simple(is_simple)
    come_to_rest(window, qtbot)
    assert unrest_within(qtbot) == []


def test_every_dock_open(window, qtbot):
    open_all(window, qtbot)
    come_to_rest(window, qtbot)
    assert unrest_within(qtbot) == []


def test_after_training_with_every_dock_open(window, session, qtbot):
    open_all(window, qtbot)
    session.toggle_training()
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch > 5, timeout=20_000)
    session.toggle_training()
    qtbot.waitUntil(lambda: session.controller.state is RunState.PAUSED)
    come_to_rest(window, qtbot)
    assert unrest_within(qtbot) == []


def test_a_lesson_open(window, qtbot):
    window.begin_lesson(find_shipped("01-neuron"))
    come_to_rest(window, qtbot)
    assert unrest_within(qtbot) == []


def test_the_welcome_open(window, qtbot):
    window.start.open_welcome()
    qtbot.waitUntil(lambda: window.start.welcome.isVisible())
    become_still(qtbot)  # its pictures are drawn
    assert unrest_within(qtbot) == []


def test_the_count_would_notice(window, qtbot):
    qtbot.wait(200)
    unrest = Unrest()
    QApplication.instance().installEventFilter(unrest)
    timer = window.startTimer(10)
    window.canvas.viewport().update()
    qtbot.waitUntil(lambda: {kind for kind, *_ in unrest.events} == {"Paint", "Timer"})
    QApplication.instance().removeEventFilter(unrest)
    window.killTimer(timer)
