"""The probe: every neuron over the plane, the same numbers as one point at a time."""

import numpy as np
import pytest

from nnplay.data import feature_matrix
from nnplay.engine import Dense, Flatten, Network, Reshape
from nnplay.project import edits
from nnplay.project.inspection.probe import MAX_PLANES, Probe
from nnplay.project.presets import preset
from tests.project.samples import circle, trained


def probe_of(project):
    probe = Probe(project.network, project.data.features)
    probe.set_parameters(project.parameters)
    return probe


def by_hand(project, x1, x2):
    """Each layer's output for one point, from its weights."""
    outputs = {"input": feature_matrix(np.array([[x1, x2]]), project.data.features)[0]}
    for node in project.network.nodes[1:]:
        slots = {
            slot.name: project.parameters[slot.span].reshape(slot.shape)
            for slot in project.network.slots
            if slot.node == node.name
        }
        outputs[node.name] = np.tanh(outputs[node.inputs[0]] @ slots["kernel"] + slots["bias"])
    return outputs


@pytest.mark.parametrize("name", ["circle", "spiral"])
def test_planes_hold_every_neuron_at_its_place(name):
    project = trained(preset(name))
    planes = probe_of(project).plane(n=7, extent=3.0)
    axis = np.linspace(-3, 3, 7)
    for row, column in [(0, 0), (0, 6), (6, 0), (2, 5)]:
        expected = by_hand(project, axis[column], -axis[row])
        assert planes.keys() == expected.keys()
        for node, values in expected.items():
            np.testing.assert_allclose(planes[node][:, row, column], values, rtol=1e-4, atol=1e-5)


def test_the_top_row_is_where_x2_is_greatest():
    planes = probe_of(circle()).plane()
    assert planes["input"].shape == (2, 100, 100)
    np.testing.assert_array_equal(planes["input"][1, 0], 6)
    np.testing.assert_array_equal(planes["input"][1, -1], -6)
    np.testing.assert_array_equal(planes["input"][0, :, 0], -6)


def test_planes_are_kept_until_the_weights_change():
    project = circle()
    probe = probe_of(project)
    first = probe.plane(20)
    probe.set_parameters(project.parameters)
    assert probe.plane(20) is first
    assert probe.plane(10)["dense"].shape == (4, 10, 10)
    probe.set_parameters(project.parameters * np.float32(2))
    assert probe.plane(20) is not first
    assert (probe.plane(20)["dense_3"] != first["dense_3"]).any()
    with pytest.raises(ValueError, match="read-only"):
        first["dense"][:] = 0


def test_wide_layers_show_their_first_neurons_in_bounded_memory():
    project = edits.insert_layer(circle(), Dense(5000, "tanh"), after="input")
    planes = probe_of(project).plane(50)
    assert planes["dense_4"].shape == (MAX_PLANES, 50, 50)
    np.testing.assert_allclose(planes["dense_4"][:, 0, 0], by_hand(project, -6, 6)["dense_4"][:MAX_PLANES], atol=1e-5)


def test_layers_with_several_axes():
    project = edits.insert_layer(circle(), Flatten(), after="dense")
    project = edits.insert_layer(project, Reshape((2, 2, 1)), after="dense")
    planes = probe_of(project).plane(5)
    np.testing.assert_array_equal(planes["reshape"], planes["dense"])


def test_predict():
    project = circle()
    points = np.array([[0.5, 1.0], [-3.0, 2.0]], np.float32)
    network = Network(project.network)
    network.parameters[...] = project.parameters
    np.testing.assert_array_equal(probe_of(project).predict(points), network.predict(points))
