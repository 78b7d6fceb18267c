"""The facts of a run: times as people write them, and how long it still takes."""

from dataclasses import replace
from math import inf

import pytest

from nnplay.panels.training.run_facts import seconds_left, time_text
from nnplay.project.presets import preset
from nnplay.runs import Snapshot


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (7.9, "0:07"), (754, "12:34"), (3723, "1:02:03"), (inf, "–")]
)
def test_times(seconds, text):
    assert time_text(seconds) == text


def test_time_left_is_what_is_left_by_the_speed():
    snapshot = replace(
        Snapshot.of_project(1, preset("circle")),
        epoch=4,
        step_in_epoch=10,
        steps_per_epoch=20,
        examples_per_second=500.0,
        goal_epoch=10,
    )
    assert seconds_left(snapshot, 250) == pytest.approx(5.5 * 250 / 500)
    assert seconds_left(replace(snapshot, goal_epoch=inf), 250) == inf
    assert seconds_left(replace(snapshot, examples_per_second=0.0), 250) == inf
