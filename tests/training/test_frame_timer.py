"""FrameTimer: thirty pictures a second while they are cheap, a share of the time when they are not."""

import pytest
from PySide6.QtCore import QObject

from nnplay.training.frame_timer import (
    LEAST_INTERVAL_MS,
    MOST_INTERVAL_MS,
    MOST_SHARE,
    MOST_SHARE_UNHURRIED,
    FrameTimer,
)


class Clock:
    """CPU time of a thread whose every picture costs the same."""

    def __init__(self):
        self.now = 0.0
        self.cost = 0.0

    def __call__(self):
        self.now += self.cost
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def timer(qtbot, clock):
    parent = QObject()
    timer = FrameTimer(parent, clock)
    timer.parent_kept = parent
    yield timer
    timer.stop()


def settle(timer):
    timer.start()
    for _ in range(60):
        timer._on_timeout()


@pytest.mark.parametrize("cost_ms", [0, 1, 3])
def test_cheap_pictures_come_thirty_times_a_second(timer, clock, cost_ms):
    clock.cost = cost_ms / 1000
    settle(timer)
    assert timer.interval_ms == LEAST_INTERVAL_MS


@pytest.mark.parametrize("cost_ms", [6, 12, 30])
def test_costly_ones_take_their_share_of_the_time(timer, clock, cost_ms):
    clock.cost = cost_ms / 1000
    settle(timer)
    assert cost_ms / timer.interval_ms == pytest.approx(MOST_SHARE, rel=0.15)


def test_a_run_with_a_limit_leaves_more_time_for_pictures(timer, clock):
    timer.is_hurried = False
    clock.cost = 0.012
    settle(timer)
    assert timer.interval_ms == LEAST_INTERVAL_MS
    clock.cost = 0.1
    settle(timer)
    assert 100 / timer.interval_ms == pytest.approx(MOST_SHARE_UNHURRIED, rel=0.15)


def test_however_costly_there_are_two_a_second(timer, clock):
    clock.cost = 5.0
    settle(timer)
    assert timer.interval_ms == MOST_INTERVAL_MS


def test_a_new_run_begins_quickly(timer, clock):
    clock.cost = 0.05
    settle(timer)
    timer.start()
    assert timer.interval_ms == LEAST_INTERVAL_MS


def test_it_ticks_and_stops(timer, qtbot):
    with qtbot.waitSignal(timer.due, timeout=2000):
        timer.start()
    timer.stop()
    assert not timer._timer.isActive()
