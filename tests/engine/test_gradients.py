"""Backpropagation against central differences: every layer x activation function x loss, in float64."""

import numpy as np
import pytest

from nnplay import engine
from nnplay.engine import (
    ACTIVATIONS,
    LAYER_TYPES,
    LOSSES,
    Activation,
    Add,
    AveragePooling2D,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    GlobalAveragePooling2D,
    Input,
    LayerNormalization,
    MaxPooling2D,
    NetworkSpec,
    Node,
    Reshape,
)
from nnplay.engine.calls import Array
from nnplay.engine.losses import BinaryCrossentropy, CategoricalCrossentropy, Huber
from tests.engine.central_differences import error_by_direction, error_by_weight, random_network

N_EXAMPLES = 6
TOLERANCE = 1e-6
PICTURE = Input((5, 4, 2))
ROW = Input((3,))

# What ends a network for a loss: outputs that are probabilities where the loss needs them.
LAST_ACTIVATION = {"binary_crossentropy": "sigmoid"} | {
    name: "softmax" for name, loss in LOSSES.items() if loss.takes_classes
}


def _network(kind: str, activation: str, last: str = "linear") -> NetworkSpec:
    """A small network around a layer of one kind, with the activation function before, in or behind it."""
    out = Dense(3, last)
    conv = Conv2D(2, 2, activation=activation)
    chains = {
        "Input": (ROW, out),
        "Dense": (ROW, Dense(4, activation), out),
        "Activation": (ROW, Dense(4), Activation(activation), out),
        "Dropout": (ROW, Dense(4, activation), Dropout(0.4), out),
        "GaussianNoise": (ROW, Dense(4, activation), GaussianNoise(0.3), Dense(3, activation), out),
        "BatchNormalization": (ROW, Dense(4), BatchNormalization(), Activation(activation), out),
        "LayerNormalization": (ROW, Dense(4, activation), LayerNormalization(), out),
        "Conv2D": (PICTURE, Conv2D(3, 2), conv, Flatten(), out),
        "MaxPooling2D": (PICTURE, conv, MaxPooling2D(2, 1), Flatten(), out),
        "AveragePooling2D": (PICTURE, conv, AveragePooling2D(2), Flatten(), out),
        "GlobalAveragePooling2D": (PICTURE, conv, GlobalAveragePooling2D(), out),
        "Flatten": (PICTURE, conv, Flatten(), out),
        "Reshape": (PICTURE, Reshape((4, 5, 2)), conv, Reshape((-1,)), out),
    }
    if kind in chains:
        return NetworkSpec.chain(*chains[kind])
    merge = {"Add": Add(), "Concatenate": Concatenate()}[kind]
    return NetworkSpec(
        (
            Node("in", ROW),
            Node("one", Dense(4, activation), ("in",)),
            Node("two", Dense(4, activation), ("one",)),
            Node("merge", merge, ("one", "two", "one")),
            Node("out", out, ("merge",)),
        )
    )


def _batch(spec: NetworkSpec, loss: str, seed: int = 0) -> tuple[Array, Array]:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(N_EXAMPLES, *spec.shapes[spec.input.name]))
    if LOSSES[loss].takes_classes:
        return x, rng.integers(0, 3, N_EXAMPLES)
    if loss == "binary_crossentropy":
        return x, rng.random((N_EXAMPLES, 3))
    return x, rng.choice([-1.0, 1.0], (N_EXAMPLES, 3)) if loss == "hinge" else rng.normal(size=(N_EXAMPLES, 3))


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("kind", LAYER_TYPES)
def test_every_layer_with_every_activation_and_loss(kind: str, loss: str) -> None:
    for activation in ACTIVATIONS:
        spec = _network(kind, activation, LAST_ACTIVATION.get(loss, "linear"))
        error = error_by_direction(random_network(spec), *_batch(spec, loss), loss)
        assert error < TOLERANCE, f"{kind}, {activation}, {loss}: {error:.1e}"


@pytest.mark.parametrize("loss", LOSSES)
def test_every_loss_behind_every_activation_whose_range_it_takes(loss: str) -> None:
    """Fused with its activation or not, the gradient is the same mathematics."""
    needs_probabilities = loss in LAST_ACTIVATION
    for name in ("sigmoid", "softmax") if needs_probabilities else ACTIVATIONS:
        spec = _network("Dense", "tanh", name)
        error = error_by_weight(random_network(spec), *_batch(spec, loss), loss)
        assert error < TOLERANCE, f"{name}, {loss}: {error:.1e}"


@pytest.mark.parametrize(
    ("loss", "last"),
    [
        (BinaryCrossentropy(label_smoothing=0.2), "sigmoid"),
        (BinaryCrossentropy(label_smoothing=0.2), "softmax"),
        (CategoricalCrossentropy(label_smoothing=0.1), "softmax"),
        (CategoricalCrossentropy(label_smoothing=0.1), "sigmoid"),
        (Huber(delta=0.3), "linear"),
    ],
)
def test_losses_with_fields(loss: engine.Loss, last: str) -> None:
    spec = _network("Dense", "tanh", last)
    assert error_by_weight(random_network(spec), *_batch(spec, loss.name), loss) < TOLERANCE


@pytest.mark.parametrize("kind", LAYER_TYPES)
def test_every_layer_weight_by_weight(kind: str) -> None:
    spec = _network(kind, "tanh")
    assert error_by_weight(random_network(spec), *_batch(spec, "half_squared_error"), "half_squared_error") < TOLERANCE


# Noise is drawn in the network's own precision, so that it cannot be the same.
@pytest.mark.parametrize("kind", [kind for kind in LAYER_TYPES if kind != "GaussianNoise"])
def test_float32_agrees_with_float64(kind: str) -> None:
    for activation in ACTIVATIONS:
        spec = _network(kind, activation)
        exact = random_network(spec)
        single = engine.Network(spec)
        single.parameters[...] = exact.parameters
        exact.parameters[...] = single.parameters  # the same rounded weights in both
        x, y = (part.astype(np.float32) for part in _batch(spec, "half_squared_error"))
        losses = [made.loss_and_gradients(x, y, "half_squared_error") for made in (exact, single)]
        assert losses[1] == pytest.approx(losses[0], rel=1e-5)
        scale = np.abs(exact.gradients).max()
        np.testing.assert_allclose(single.gradients, exact.gradients, atol=2e-5 * scale, rtol=0, err_msg=activation)
