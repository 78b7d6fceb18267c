"""The values that an axis begins with: each can be typed, and each makes a possible cell."""

import pytest

from nnplay.engine import OPTIMIZERS
from nnplay.project import StopRules
from nnplay.project.presets import preset
from nnplay.project.sweep import Axis, Sweep, parse_axis, swept_controls
from nnplay.project.sweep.defaults import default_values

PROJECTS = ("circle", "spiral", "body-measures")


def check_all(project):
    for control in swept_controls(project).values():
        values = default_values(control, project)
        if control.is_idle or len(values) < 2:
            continue
        Sweep(project, (Axis(control.name, values),), StopRules(n_epochs=1)).check()


@pytest.mark.parametrize("name", PROJECTS)
def test_every_default_value_makes_a_possible_cell(name):
    check_all(preset(name))


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_so_does_that_of_every_optimizer(optimizer):
    project = preset("circle")
    check_all(swept_controls(project)["optimizer"].apply(project, optimizer))


def test_every_default_value_can_be_typed():
    project = preset("circle")
    controls = swept_controls(project)
    for control in controls.values():
        values = default_values(control, project)
        if values:
            written = ",".join(map(str, values))
            assert parse_axis(f"{control.name}={written}", controls).values == values


def test_learning_rates_lie_around_the_present_one():
    project = preset("circle")
    values = default_values(swept_controls(project)["learning_rate"], project)
    assert values[len(values) // 2] == project.training.optimizer.learning_rate
    assert list(values) == sorted(values)


def test_no_more_examples_are_offered_than_there_are():
    project = preset("circle")  # 500 points, half of them to train with
    assert max(default_values(swept_controls(project)["examples"], project)) <= 250
