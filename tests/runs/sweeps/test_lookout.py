"""The lookout: what it sees of learning cells is what each network says, and looking changes nothing."""

from pathlib import Path

import numpy as np
import pytest

from nnplay.data import feature_matrix
from nnplay.engine import Network
from nnplay.project import StopRules
from nnplay.project.presets import preset
from nnplay.project.storage.file import open_bytes
from nnplay.project.sweep import Axis, Sweep
from nnplay.runs.sweeps import InThisProcess, run_sweep
from nnplay.runs.sweeps.lookout import SIDE, Lookout, planes_of


@pytest.fixture
def sweep():
    return Sweep(preset("circle"), (Axis("learning_rate", (0.01, 0.1, 100.0)),), StopRules(n_epochs=3))


def test_looking_changes_no_result(sweep):
    lookout = Lookout()
    alone = run_sweep(sweep, InThisProcess())
    watched = run_sweep(sweep, InThisProcess(lookout.watch))
    assert lookout.sights.take()
    assert [each.project for each in watched] == [each.project for each in alone]


def test_a_stack_says_what_each_of_its_networks_says(sweep):
    found = []

    def watch(numbers, glimpse):
        x = np.random.default_rng(0).normal(size=(7, 2)).astype(np.float32)
        each = [network.predict(x) for network in glimpse.networks]
        found.append((numbers, glimpse.predict(x), np.stack(each)))

    run_sweep(sweep, InThisProcess(watch))
    for numbers, together, each in found:
        assert numbers == (0, 1, 2)
        np.testing.assert_allclose(together, each, atol=1e-5)


def test_a_network_that_cannot_be_stacked_is_seen_too():
    lookout = Lookout()
    sweep = Sweep(preset("spiral"), (Axis("units", (2, 3)),), StopRules(n_epochs=2))
    run_sweep(sweep, InThisProcess(lookout.watch))
    sights = lookout.sights.take()
    assert sights
    for sight in sights.values():
        assert sight.planes.shape == (1, SIDE, SIDE)


def test_the_map_of_a_result_is_that_of_its_network(sweep):
    result = run_sweep(sweep, InThisProcess())[1]
    project = open_bytes(result.project, Path("cell")).project
    [plane] = planes_of(project)
    network = Network(project.network)
    network.load(project.parameters)
    corners = np.array([(-6, 6), (6, 6), (-6, -6), (6, -6)], np.float32)
    expected = network.predict(feature_matrix(corners, project.data.features))[:, 0]
    np.testing.assert_allclose([plane[0, 0], plane[0, -1], plane[-1, 0], plane[-1, -1]], expected, atol=1e-6)


def test_data_that_are_no_points_have_no_map():
    assert planes_of(preset("iris")) is None
