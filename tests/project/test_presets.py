"""The presets: what they are, to the letter of their descriptions."""

import numpy as np
import pytest

from nnplay.data import FEATURES, DigitsChoice, ToyChoice
from nnplay.engine import SGD, Adam, Dense, Dropout, Flatten, Input, TrainingSettings
from nnplay.project import ProjectError, layout
from nnplay.project.presets import PRESETS, preset

PLAYGROUND = {"kernel_initializer": "playground_uniform", "bias_initializer": "playground_bias"}


def layers(project):
    return [node.layer for node in project.network.nodes]


def test_names():
    assert list(PRESETS) == [
        *("circle", "xor", "gaussian", "spiral", "plane", "multi-gaussian"),
        *("forward-by-hand", "two-three-one", "one-weight", "line-3x", "weight-matrix", "matrix-chain"),
        *("perceptron", "logic-and", "logic-or", "logic-xor", "logic-nand"),
        *("body-measures", "pima", "iris"),
        *("mnist-mlp", "mnist-cnn"),
        "empty",
    ]


@pytest.mark.parametrize("name", PRESETS)
def test_each_is_a_project_at_its_start(name):
    project = preset(name)
    assert project.title == PRESETS[name].title
    assert project.history.is_empty
    assert dict(project.positions) == layout(project.network)
    assert preset(name).parameters.tobytes() == project.parameters.tobytes()
    assert PRESETS[name].summary.endswith(".")


def test_circle():
    project = preset("circle")
    assert layers(project) == [
        Input((2,)),
        Dense(4, "tanh", **PLAYGROUND),
        Dense(2, "tanh", **PLAYGROUND),
        Dense(1, "tanh", **PLAYGROUND),
    ]
    assert project.data == ToyChoice("circle", 0.0, 0.5, ("x1", "x2"))
    assert project.training == TrainingSettings("half_squared_error", SGD(0.03), 10)
    for slot in project.network.slots:
        values = project.parameters[slot.span]
        if slot.name == "bias":
            np.testing.assert_array_equal(values, np.float32(0.1))
        else:
            assert np.abs(values).max() <= 0.5


def test_spiral():
    project = preset("spiral")
    assert project.data.features == tuple(FEATURES)
    assert [each.units for each in layers(project)[1:]] == [8, 8, 1]
    assert {each.activation for each in layers(project)[1:]} == {"tanh"}
    assert project.training.loss == "half_squared_error"


@pytest.mark.parametrize("name", ["plane", "multi-gaussian"])
def test_regression_ends_linear(name):
    assert preset(name).network.output.layer.activation == "linear"


def test_mnist():
    project = preset("mnist-mlp")
    assert layers(project) == [Input((28, 28, 1)), Flatten(), Dense(128, "relu"), Dropout(0.5), Dense(10, "softmax")]
    assert project.data == DigitsChoice()
    assert project.training == TrainingSettings("sparse_categorical_crossentropy", Adam(0.001), 64)
    assert project.network.n_parameters == 784 * 128 + 128 + 128 * 10 + 10


def test_an_unknown_name_lists_the_known():
    with pytest.raises(ProjectError, match="circle, xor"):
        preset("cirle")
