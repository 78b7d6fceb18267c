"""The gradient by the input against central differences, in predicting: no dropout, standing averages."""

import numpy as np
import pytest

from nnplay.engine import (
    Activation,
    Add,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    Input,
    LayerNormalization,
    Network,
    NetworkSpec,
    Node,
    ShapeError,
    input_gradient,
)

CHAINS = {
    "dense": (Input((5,)), Dense(7, "tanh"), Dropout(0.5), Dense(3, "softmax")),
    "picture": (
        Input((8, 8, 1)),
        Conv2D(3, 3, activation="tanh"),
        BatchNormalization(),
        AveragePooling2D(2),
        GaussianNoise(0.5),
        Flatten(),
        LayerNormalization(),
        Dense(3, "softmax"),
    ),
    "softmax apart": (Input((4,)), Dense(3), Activation("softmax")),
    "batch normalization of a row": (Input((4,)), BatchNormalization(scale=False), Dense(3, "sigmoid")),
}


def logits(spec, parameters, x):
    """The outputs before the last activation function, computed from what predicting gives."""
    network = Network(spec, np.float64)
    network.parameters[...] = parameters
    a = network.predict(x[np.newaxis])[0]
    return np.log(a / (1 - a)) if spec.output.layer.activation_name == "sigmoid" else np.log(a)


def differences(f, x, step=1e-6):
    gradient = np.empty(x.shape)
    for place in np.ndindex(x.shape):
        move = np.zeros(x.shape)
        move[place] = step
        gradient[place] = (f(x + move) - f(x - move)) / (2 * step)
    return gradient


@pytest.mark.parametrize("name", CHAINS)
def test_central_differences(name):
    spec = NetworkSpec.chain(*CHAINS[name])
    rng = np.random.default_rng(4)
    parameters = np.abs(rng.normal(0.3, 0.4, spec.n_parameters)) - 0.2
    parameters[spec.n_trainable :] = rng.uniform(0.5, 2, spec.n_parameters - spec.n_trainable)
    x = rng.normal(size=spec.shapes["input"])
    # ln softmax is z less a number that is the same for all: weights that add up to 0 do not see it.
    weights = np.array([1.0, -1.5, 0.5])
    expected = differences(lambda at: weights @ logits(spec, parameters, at), x)
    np.testing.assert_allclose(input_gradient(spec, parameters, x, weights), expected, rtol=1e-5, atol=1e-7)


def test_a_linear_network_gives_its_weights():
    spec = NetworkSpec.chain(Input((4,)), Dense(3, "softmax"))
    parameters = np.arange(15.0)
    kernel = parameters[:12].reshape(4, 3)
    for unit in range(3):
        np.testing.assert_allclose(input_gradient(spec, parameters, np.ones(4), np.eye(3)[unit]), kernel[:, unit])


def test_paths_add_up():
    nodes = (
        Node("input", Input((3,))),
        Node("dense", Dense(3), ("input",)),
        Node("add", Add(), ("input", "dense")),
    )
    spec = NetworkSpec(nodes)
    parameters = np.arange(12.0)
    expected = np.eye(3) + parameters[:9].reshape(3, 3)
    np.testing.assert_allclose(input_gradient(spec, parameters, np.zeros(3), [0, 1, 0]), expected[:, 1])


def test_the_weights_stay_and_a_wrong_shape_is_refused():
    spec = NetworkSpec.chain(*CHAINS["picture"])
    parameters = np.ones(spec.n_parameters, np.float32)
    parameters.flags.writeable = False
    assert input_gradient(spec, parameters, np.ones((8, 8, 1)), np.ones(3)).shape == (8, 8, 1)
    with pytest.raises(ShapeError):
        input_gradient(spec, parameters, np.ones((8, 8)), np.ones(3))
