"""Drawing points: they become part of the project, and nothing else of it changes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import DrawnChoice, load
from nnplay.project import edits
from nnplay.project.drawn_edits import add_points, erase_points, jitter_points
from nnplay.project.errors import EditError
from nnplay.project.presets import preset


@pytest.fixture
def circle():
    project = preset("circle")
    return project, load(project.data, project.seeds.data, project.seeds.split)


def test_a_point_joins_those_that_are_there(circle) -> None:
    project, dataset = circle
    drawn = add_points(project, dataset, [(1.5, -2.5)], -1)
    assert isinstance(drawn.data, DrawnChoice)
    assert len(drawn.data.points) == 501
    assert (drawn.data.points[-1], drawn.data.labels[-1]) == ((1.5, -2.5), -1)
    before = {(float(a), float(b)) for a, b in np.concatenate([dataset.points_train, dataset.points_test])}
    assert before <= set(drawn.data.points)
    assert np.array_equal(drawn.parameters, project.parameters)
    further = add_points(drawn, dataset, [(0, 0), (1, 1)], 1)
    assert further.data.points[-3:] == ((1.5, -2.5), (0, 0), (1, 1))


def test_erasing_takes_what_lies_in_the_circle(circle) -> None:
    project, dataset = circle
    drawn = erase_points(project, dataset, (0.0, 0.0), 3.0)
    assert drawn.data.points
    assert (np.hypot(*np.array(drawn.data.points).T) > 3).all()
    assert erase_points(drawn, dataset, (0.0, 0.0), 3.0) is drawn
    assert erase_points(drawn, dataset, (0.0, 0.0), 100.0) is drawn


def test_jitter_moves_only_what_is_near(circle) -> None:
    project, dataset = circle
    start = add_points(project, dataset, [], 1)
    moved = jitter_points(start, dataset, (0.0, 0.0), 1.0, 0.2, np.random.default_rng(0))
    before, after = np.array(start.data.points), np.array(moved.data.points)
    near = np.hypot(*before.T) <= 1
    assert np.array_equal(before[~near], after[~near])
    assert 0.1 < (after - before)[near].std() < 0.3


def test_points_that_are_repeated_are_drawn_once(circle) -> None:
    project, _ = circle
    project = edits.set_data(project, replace(project.data, is_balanced=True))
    dataset = load(project.data, project.seeds.data, project.seeds.split)
    drawn = add_points(project, dataset, [(1.5, -2.5)], 1)
    assert len(drawn.data.points) == len(set(drawn.data.points)) == 501
    assert drawn.data.is_balanced


def test_other_data_are_refused() -> None:
    project = preset("body-measures")
    with pytest.raises(EditError):
        add_points(project, load(project.data, 1, 1), [(0, 0)], 1)
