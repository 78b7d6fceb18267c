"""A run of many projects at once leaves what a run of each would."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay.data import load
from nnplay.project import StopRules
from nnplay.project.presets import preset
from nnplay.project.sweep import Sweep, parse_axis, swept_controls
from nnplay.runs import train
from nnplay.runs.sweeps import train_together


def cells(text: str, rules: StopRules, n_repeats: int = 2):
    project = preset("circle")
    sweep = Sweep(project, (parse_axis(text, swept_controls(project)),), rules, n_repeats=n_repeats)
    projects = [cell.project for cell in sweep.cells()]
    return projects, [load(each.data, each.seeds.data, each.seeds.split) for each in projects]


@pytest.mark.parametrize(
    "rules",
    [StopRules(30), StopRules(60, loss_below=0.2), StopRules(60, patience=3), StopRules(60, patience=1, min_delta=1)],
)
def test_endings_curves_and_weights(rules):
    projects, datasets = cells("learning_rate=0.01,0.3,1", rules)
    found = train_together(projects, datasets)
    for project, dataset, trained in zip(projects, datasets, found, strict=True):
        alone = train(project, dataset, rules)
        assert trained.error is None
        assert trained.ending.reason is alone.ending.reason
        assert trained.ending.epoch == alone.ending.epoch
        assert (trained.n_epochs, trained.end.step) == (alone.n_epochs, alone.end.step)
        np.testing.assert_allclose(trained.project.parameters, alone.project.parameters, rtol=1e-4, atol=1e-5)
        np.testing.assert_array_equal(trained.project.history.epoch, alone.project.history.epoch)
        np.testing.assert_allclose(trained.project.history.test_loss, alone.project.history.test_loss, rtol=1e-3)
        np.testing.assert_allclose(trained.end.scores.test_loss, alone.end.scores.test_loss, rtol=1e-3)
        assert trained.end.scores.test_accuracy == alone.end.scores.test_accuracy


def test_one_that_diverges_keeps_its_last_good_weights_and_says_when():
    projects, datasets = cells("learning_rate=0.01,100", StopRules(20), n_repeats=1)
    projects = [project_with_linear_output(project) for project in projects]
    calm, wild = train_together(projects, datasets)
    alone = train(projects[1], datasets[1], StopRules(20))
    assert calm.error is None
    assert calm.n_epochs == 20
    assert (wild.error.step, wild.error.layer) == (alone.error.step, alone.error.layer)
    np.testing.assert_array_equal(wild.project.parameters, alone.project.parameters)
    assert wild.ending is None


def project_with_linear_output(project):
    from nnplay.project import edits

    for name in ("dense", "dense_2", "dense_3"):
        project = edits.change_layer(project, name, {"activation": "linear"})
    return project


def test_it_stops_when_it_is_told_and_tells_how_far_it_is():
    projects, datasets = cells("learning_rate=0.01,0.03", StopRules(1000))
    shares: list[float] = []
    found = train_together(projects, datasets, shares.append, lambda: len(shares) >= 3)
    assert shares == pytest.approx([0.001, 0.002, 0.003])
    assert all(trained.ending is None and trained.error is None for trained in found)
