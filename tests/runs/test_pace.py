"""The pace: steps fall due as time goes by, and lost time is not made up for without end."""

from nnplay.runs.pace import FULL_SPEED, Pace, Speed


def pace_of(speed: Speed) -> Pace:
    pace = Pace()
    pace.begin(speed, now=100.0, position=7.0)
    return pace


def test_full_speed_is_no_limit():
    assert not pace_of(FULL_SPEED).is_limited
    assert pace_of(Speed(60.0)).is_limited


def test_steps_fall_due_with_time():
    pace = pace_of(Speed(2.0))
    assert pace.steps_due(100.0, 7.0, steps_per_epoch=10) == 0
    assert pace.steps_due(100.25, 7.0, steps_per_epoch=10) == 5
    assert pace.steps_due(100.25, 7.5, steps_per_epoch=10) == 0
    assert pace.steps_due(100.5, 7.5, steps_per_epoch=10) == 5


def test_a_run_that_is_ahead_waits():
    assert pace_of(Speed(1.0)).steps_due(101.0, 9.0, steps_per_epoch=10) == 0


def test_what_is_more_than_a_second_behind_is_forgiven():
    pace = pace_of(Speed(10.0))
    assert pace.steps_due(200.0, 7.0, steps_per_epoch=4) == 0
    assert pace.steps_due(200.1, 7.0, steps_per_epoch=4) == 4


def test_a_speed_in_steps_counts_steps():
    pace = pace_of(Speed(1.0, is_in_steps=True))
    assert pace.steps_due(100.5, 7, steps_per_epoch=500) == 1
    assert pace.steps_due(100.5, 8, steps_per_epoch=500) == 0
    assert pace.steps_due(101.01, 8, steps_per_epoch=500) == 1
