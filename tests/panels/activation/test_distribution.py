"""Where a layer's weighted sums lie: the same as computed from its weights by hand."""

import numpy as np
import pytest

from nnplay.data import load
from nnplay.engine import Dense, NetworkSpec
from nnplay.engine.layers import Conv2D, Flatten, Input
from nnplay.panels.activation.distribution import N_BINS, Observer
from nnplay.project import edits
from nnplay.project.presets import preset


@pytest.fixture
def project():
    return preset("circle")


def observed(project, layer, span=(-6.0, 6.0), parameters=None):
    dataset = load(project.data, project.seeds.data, project.seeds.split)
    observer = Observer(project.network, dataset.train, project.training.loss)
    return dataset, observer.observe(project.parameters if parameters is None else parameters, layer, span)


def weighted_sums(project, x):
    slots = {s.name: project.parameters[s.span].reshape(s.shape) for s in project.network.node_slots("dense")}
    return x @ slots["kernel"] + slots["bias"]


def test_shares_are_those_of_the_weighted_sums(project):
    dataset, found = observed(project, "dense")
    z = weighted_sums(project, dataset.train.x[:256])
    counts, edges = np.histogram(z, N_BINS, (-6, 6))
    np.testing.assert_allclose(found.shares, counts / z.size, atol=2 / z.size)
    np.testing.assert_allclose(found.edges, edges)
    assert found.shares.sum() + found.outside == pytest.approx(1)


def test_what_lies_outside_is_counted(project):
    dataset, found = observed(project, "dense", (-0.1, 0.1))
    z = weighted_sums(project, dataset.train.x[:256])
    assert found.outside == pytest.approx((np.abs(z) > 0.1).mean(), abs=2 / z.size)


def test_huge_weights_saturate_tanh(project):
    _, calm = observed(project, "dense", parameters=0.01 * project.parameters)
    _, wild = observed(project, "dense", parameters=100 * project.parameters)
    assert calm.statistics.saturated_share == 0
    assert wild.statistics.saturated_share > 0.9


def test_dead_units_of_relu(project):
    project = edits.change_layer(project, "dense", {"activation": "relu"})
    slots = {slot.name: slot for slot in project.network.node_slots("dense")}
    parameters = project.parameters.copy()
    parameters[slots["bias"].span] = [-1000, -1000, 10, 10]
    _, found = observed(project, "dense", parameters=parameters)
    assert found.statistics.dead_share == 0.5


@pytest.mark.parametrize("activation", ["linear", "step", "prelu", "sine"])
def test_every_function_can_be_observed(project, activation):
    project = edits.change_layer(project, "dense", {"activation": activation})
    _, found = observed(project, "dense")
    assert found.shares.sum() > 0


def test_filters_can_be_observed():
    spec = NetworkSpec.chain(Input((6, 6, 1)), Conv2D(3, 3, activation="relu"), Flatten(), Dense(2, "softmax"))
    from nnplay.engine import Examples, Network

    network = Network(spec)
    network.initialize(np.random.default_rng(0))
    rng = np.random.default_rng(1)
    examples = Examples(rng.random((9, 6, 6, 1), np.float32), np.arange(9) % 2)
    for name in list(spec.shapes)[1:]:
        if name != "flatten":
            found = Observer(spec, examples, "sparse_categorical_crossentropy").observe(
                network.parameters, name, (-6, 6)
            )
            assert found.shares.sum() == pytest.approx(1)
