"""Templates: each fits whatever data there are, and is the network that its name promises."""

from dataclasses import replace

import pytest

from nnplay.data import DigitsChoice, ToyChoice
from nnplay.engine import Conv2D, Part
from nnplay.project import EditError, edits, part_edits
from nnplay.project.presets import preset
from nnplay.project.templates import TEMPLATES, apply_template
from tests.project.samples import assert_same, circle, small_digits, trained

POINTS = [name for name in TEMPLATES if name != "small-cnn"]


@pytest.mark.parametrize("name", POINTS)
@pytest.mark.parametrize("data", [ToyChoice("circle"), ToyChoice("plane"), ToyChoice("xor", features=("x1", "x1_x2"))])
def test_for_points(name, data):
    project = trained(edits.set_data(preset("circle"), data))
    after = apply_template(project, name)
    assert after.network.shapes[after.network.output.name] == (1,)
    assert after.network.output.layer.activation == project.network.output.layer.activation
    assert after.history.is_empty
    assert_same(after, edits.reset(after))


@pytest.mark.parametrize("name", list(TEMPLATES))
def test_for_pictures(name):
    after = apply_template(small_digits(), name)
    assert after.network.shapes[after.network.output.name] == (10,)
    assert after.network.output.layer.activation == "softmax"
    assert isinstance(after.data, type(small_digits().data))


def test_the_playgrounds_network_is_that_of_its_preset():
    after = apply_template(trained(preset("circle")), "playground")
    assert_same(after, preset("circle"))


def test_a_perceptron_for_digits_is_one_layer_of_ten_times_785_numbers():
    assert apply_template(preset("mnist-mlp"), "perceptron").network.n_parameters == 10 * 785


def test_mnists_network_has_the_textbooks_number_of_parameters():
    assert apply_template(edits.set_data(preset("mnist-mlp"), DigitsChoice(50)), "mnist-mlp").network.n_parameters == (
        784 * 128 + 128 + 128 * 10 + 10
    )


def test_a_cnn_needs_pictures():
    with pytest.raises(EditError, match=r"pictures.*\(2,\)"):
        apply_template(circle(), "small-cnn")
    kinds = [type(node.layer) for node in apply_template(small_digits(), "small-cnn").network.nodes]
    assert kinds.count(Conv2D) == 2


def test_the_code_of_an_autoencoder_has_two_numbers():
    network = apply_template(circle(), "autoencoder").network
    assert network.shapes["code"] == (2,)
    assert network.shapes["reconstruction"] == network.shapes["input"]


def test_frozen_and_muted_parts_of_the_former_network_are_forgotten():
    project = circle()
    project = edits.set_training(project, replace(project.training, frozen=(Part("dense", 3),)))
    project = part_edits.mute(project, [Part("dense_2", 1)])
    after = apply_template(project, "perceptron")
    assert after.training.frozen == after.muted == ()


def test_unknown_names_are_refused():
    with pytest.raises(EditError, match="perceptron"):
        apply_template(circle(), "nonsense")
