"""Networks that are proposed for data which the present one cannot learn, and the data that it can."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import BodyMeasuresChoice, DigitsChoice, PictureFolderChoice, TableChoice, Task, ToyChoice
from nnplay.data.table import Column, Role
from nnplay.engine import Dense, Flatten, Input, NetworkSpec, initial_parameters
from nnplay.project import Project, edits, layout
from nnplay.project.presets import preset
from nnplay.project.proposals import OWN, MisfitError, choose_data, proposals, take_proposal

TWELVE = TableChoice(
    "months.csv",
    columns=(Column("a"), Column("b"), Column("month", Role.TARGET, tuple("ABCDEFGHIJKL"))),
    goal=Task.MULTICLASS,
    n_rows=5_000,
)
PICTURES = PictureFolderChoice("/pictures/fruit", ("apple", "pear", "plum"))


def names(project, choice):
    return [each.name for each in proposals(project, choice)]


def kinds(project):
    return [node.layer.kind for node in project.network.nodes]


def test_data_that_the_network_can_learn_are_taken_as_before():
    circle = preset("circle")
    assert choose_data(circle, BodyMeasuresChoice()).network == edits.set_data(circle, BodyMeasuresChoice()).network


def test_a_convolutional_network_cannot_learn_a_table_but_the_proposals_can():
    network = preset("mnist-cnn")
    with pytest.raises(MisfitError, match="conv2d") as caught:
        choose_data(network, TWELVE, 7)
    assert (caught.value.choice, caught.value.split_seed) == (TWELVE, 7)
    assert names(network, TWELVE) == ["mlp", "deep", "perceptron"]
    for name in names(network, TWELVE):
        made = take_proposal(network, TWELVE, name, 7)
        assert made.data is TWELVE
        assert made.seeds == replace(network.seeds, split=7)
        assert made.network.shapes[made.network.output.name] == (12,)


def test_twelve_classes_behind_a_layer_of_two_are_refused_and_the_layer_is_widened():
    circle = preset("circle")
    with pytest.raises(MisfitError, match=r"“dense_2” has 2 neuron\(s\); these data need at least 4"):
        choose_data(circle, TWELVE)
    own = proposals(circle, TWELVE)[0]
    assert own.name == OWN
    units = [node.layer.units for node in own.project.network.nodes if isinstance(node.layer, Dense)]
    assert units == [4, 12, 12]  # four can tell sixteen classes apart; two cannot
    first, old = (each.network.slots[0].view(each.parameters) for each in (own.project, circle))
    assert np.array_equal(first, old)


def test_a_narrow_layer_that_somebody_made_for_such_data_stays():
    digits = take_proposal(preset("circle"), DigitsChoice(), "mlp")
    hidden = next(node for node in digits.network.nodes if isinstance(node.layer, Dense))
    coded = edits.change_layer(digits, hidden.name, {"units": 2})
    assert choose_data(coded, DigitsChoice(n_points=100)).network is coded.network


def test_pictures_get_a_convolutional_network_first_unless_they_are_tiny():
    table = preset("iris")
    assert names(table, PICTURES)[-3:] == ["cnn", "mlp", "perceptron"]
    assert names(table, replace(PICTURES, height=6, width=6))[-2:] == ["mlp", "perceptron"]
    made = take_proposal(table, PICTURES, "cnn")
    assert kinds(made) == ["Input", "Conv2D", "MaxPooling2D", "Conv2D", "MaxPooling2D", "Flatten", "Dense"]


def test_few_examples_get_no_second_hidden_layer():
    few = replace(TWELVE, n_rows=100)
    assert names(preset("mnist-cnn"), few) == ["mlp", "perceptron"]


def test_a_network_without_a_dense_layer_gets_one():
    layers = Input((28, 28, 1)), Flatten()
    network = NetworkSpec.chain(*layers)
    data = PictureFolderChoice("p", tuple(str(i) for i in range(100)), height=10, width=10)
    training = preset("mnist-mlp").training
    assert network.shapes["flatten"] == (784,)
    network = NetworkSpec.chain(Input((10, 10, 1)), Flatten())
    rng = np.random.default_rng(1)
    project = Project("p", network, layout(network), initial_parameters(network, rng), data, training)
    other = replace(data, classes=("a", "b"))
    with pytest.raises(MisfitError):
        choose_data(project, other)
    own = proposals(project, other)[0]
    assert own.name == OWN
    assert own.project.network.shapes[own.project.network.output.name] == (2,)


def test_a_proposal_is_named_exactly():
    with pytest.raises(edits.EditError, match="There is no proposal “cnn”"):
        take_proposal(preset("mnist-cnn"), TWELVE, "cnn")


@pytest.mark.parametrize(
    ("choice", "title"),
    [(ToyChoice("spiral"), "Spiral"), (TWELVE, "months"), (PICTURES, "fruit"), (DigitsChoice(), "Generated digits")],
)
def test_the_title_follows_the_data(choice, title):
    start = preset("iris")
    assert take_proposal(start, choice, "perceptron").title == title


def test_the_title_that_a_person_gave_stays():
    mine = edits.set_title(preset("circle"), "My work")
    assert edits.set_data(mine, ToyChoice("spiral")).title == "My work"
    again = edits.set_data(edits.set_data(preset("circle"), ToyChoice("moons")), ToyChoice("xor"))
    assert again.title == "Exclusive or"
