"""Workspaces: what shares memory, what is merged, what is left out, and that nothing of it changes a number."""

import tracemalloc

import numpy as np
import pytest

from nnplay import engine
from nnplay.engine import (
    ACTIVATIONS,
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
    Layer,
    LayerNormalization,
    MaxPooling2D,
    Network,
    NetworkSpec,
    Node,
    Reshape,
)
from nnplay.engine.calls import Array, run
from nnplay.engine.workspace import Workspace
from tests.engine.central_differences import error_by_weight, random_network


def _passes(network: Network, x: Array, y: Array, loss: str, *, keeps_all: bool = False) -> Workspace:
    workspace = Workspace(
        network.spec, network.parameters, network.gradients, len(x), np.random.default_rng(2), loss, keeps_all=keeps_all
    )
    workspace.x[:-1] = x.reshape(len(x), -1).T
    workspace.target[...] = y.T
    run(workspace.forward)
    run(workspace.backward)
    return workspace


def _count(workspace: Workspace, function: object) -> int:
    return sum(called is function for called, _ in workspace.backward)


def test_neighbours_with_the_same_activation_share_their_derivative(rng: np.random.Generator) -> None:
    one = random_network(NetworkSpec.chain(Input((2,)), Dense(3, "tanh")))
    three = random_network(NetworkSpec.chain(Input((2,)), Dense(4, "tanh"), Dense(4, "tanh"), Dense(3, "tanh")))
    x, y = rng.normal(size=(5, 2)), rng.normal(size=(5, 3))
    apart, merged = (_passes(network, x, y, "half_squared_error") for network in (one, three))
    # The derivative 1 - a^2 is the only thing subtracted besides the target: once, however many layers there are.
    assert _count(apart, np.subtract) == _count(merged, np.subtract) == 2
    assert error_by_weight(three, x, y, "half_squared_error") < 1e-6


def test_layers_in_between_end_a_merged_derivative(rng: np.random.Generator) -> None:
    spec = NetworkSpec.chain(
        Input((2,)), Dense(3, "sine"), Dense(3, "sine"), Dense(3), Dense(3, "sine"), Dropout(0.0), Dense(2, "sine")
    )
    network = random_network(spec)
    x, y = rng.normal(size=(5, 2)), rng.normal(size=(5, 2))
    workspace = _passes(network, x, y, "half_squared_error")
    assert _count(workspace, np.cos) == 2  # a dropout that drops nothing is no layer in between
    assert error_by_weight(network, x, y, "half_squared_error") < 1e-6


def test_views_compute_nothing(rng: np.random.Generator) -> None:
    spec = NetworkSpec.chain(Input((2, 2, 1)), Flatten(), Reshape((2, 2)), Flatten(), Dropout(0.0), Dense(1), Flatten())
    workspace = Workspace(spec, np.zeros(5), np.zeros(5), 3, rng)
    assert len(workspace.forward) == 1
    assert workspace.outputs["flatten"].base is workspace.outputs["dropout"].base
    assert np.shares_memory(workspace.prediction, workspace.outputs["dense"])


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("last", ["linear", "sigmoid", "softmax", "prelu"])
def test_keeping_every_number_changes_none(last: str, loss: str, rng: np.random.Generator) -> None:
    spec = NetworkSpec(
        (
            Node("in", Input((3,))),
            Node("one", Dense(4, "relu"), ("in",)),
            Node("two", Dense(4, "silu"), ("one",)),
            Node("sum", Add(), ("one", "two")),
            Node("drop", Dropout(0.4), ("sum",)),
            Node("out", Dense(3, last), ("drop",)),
        )
    )
    network = random_network(spec)
    x, y = rng.normal(size=(5, 3)), np.eye(3)[rng.integers(0, 3, 5)]
    with np.errstate(all="ignore"):  # the logarithm of what is no probability
        usual = _passes(network, x, y, loss)
        gradients = network.gradients.copy()
        kept = _passes(network, x, y, loss, keeps_all=True)
    np.testing.assert_allclose(network.gradients, gradients, rtol=1e-9, atol=1e-12)
    assert float(kept.total) * kept.total_factor == pytest.approx(float(usual.total) * usual.total_factor)
    np.testing.assert_array_equal(kept.prediction, usual.prediction)


def test_kept_numbers_are_those_of_the_chain_rule(rng: np.random.Generator) -> None:
    network = random_network(NetworkSpec.chain(Input((2,)), Dense(3, "tanh"), Dense(2, "sigmoid")))
    x, y = rng.normal(size=(4, 2)), rng.normal(size=(4, 2))
    kept = _passes(network, x, y, "half_squared_error", keeps_all=True)
    z1 = x @ network.view("dense", "kernel") + network.view("dense", "bias")
    z2 = np.tanh(z1) @ network.view("dense_2", "kernel") + network.view("dense_2", "bias")
    a2 = 1 / (1 + np.exp(-z2))
    da2 = (a2 - y) / 4
    dz2 = da2 * a2 * (1 - a2)
    da1 = dz2 @ network.view("dense_2", "kernel").T
    for node, z, a, slope, da, dz in (
        ("dense", z1, np.tanh(z1), 1 - np.tanh(z1) ** 2, da1, da1 * (1 - np.tanh(z1) ** 2)),
        ("dense_2", z2, a2, a2 * (1 - a2), da2, dz2),
    ):
        np.testing.assert_allclose(kept.pre_activations[node].T, z)
        np.testing.assert_allclose(kept.outputs[node].T, a)
        np.testing.assert_allclose(kept.slopes[node].T, slope)
        np.testing.assert_allclose(kept.output_gradients[node].T, da)
        np.testing.assert_allclose(kept.pre_activation_gradients[node].T, dz)


def test_gradients_that_nobody_asks_for_are_not_computed(rng: np.random.Generator) -> None:
    """In front of the first weights nothing learns: no input gradient for the first dense layer."""
    with_noise = NetworkSpec.chain(Input((3,)), GaussianNoise(), Activation("tanh"), Dense(2))
    alone = NetworkSpec.chain(Input((3,)), Dense(2))
    lengths = [
        len(Workspace(spec, np.zeros(8), np.zeros(8), 3, rng, "half_squared_error").backward)
        for spec in (with_noise, alone)
    ]
    assert lengths[0] - lengths[1] == 2  # the derivative of tanh is part of a span, and cheap; nothing else is left


def test_a_network_without_weights_has_a_loss(rng: np.random.Generator) -> None:
    x, y = rng.normal(size=(5, 2)), rng.normal(size=(5, 2))
    for layers in ((), (Flatten(),), (Dropout(0.0),), (Activation("tanh"),)):
        network = Network(NetworkSpec.chain(Input((2,)), *layers), np.float64)
        expected = np.tanh(x) if layers and isinstance(layers[0], Activation) else x
        loss = network.loss_and_gradients(x, y, "mean_squared_error")
        assert loss == pytest.approx(((expected - y) ** 2).mean())
        np.testing.assert_allclose(network.predict(x), expected)


def test_softmax_over_channels_is_not_mistaken_for_one_over_the_row(rng: np.random.Generator) -> None:
    """Flattened, its outputs are no distribution: the fused loss would compute another function."""
    network = random_network(NetworkSpec.chain(Input((2, 2, 1)), Conv2D(2, 1, activation="softmax"), Flatten()))
    x, y = rng.normal(size=(3, 2, 2, 1)), np.full((3, 8), 1 / 8)
    loss = network.loss_and_gradients(x, y, "categorical_crossentropy")
    assert loss == pytest.approx(-(y * np.log(network.predict(x))).sum(axis=1).mean())
    assert error_by_weight(network, x, y, "categorical_crossentropy") < 1e-6


def test_first_not_finite_names_the_layer() -> None:
    spec = NetworkSpec.chain(Input((1,)), Dense(1), Dense(1), Dense(1))
    network = Network(spec)
    network.parameters[...] = 1
    network.view("dense_2", "kernel")[...] = np.inf
    with np.errstate(invalid="ignore"):
        workspace = _passes(network, np.ones((2, 1)), np.ones((2, 1)), "mean_squared_error")
    assert workspace.first_not_finite() == "dense_2"
    network.view("dense_2", "kernel")[...] = 1
    assert _passes(network, np.ones((2, 1)), np.ones((2, 1)), "hinge").first_not_finite() == "dense_3"


# How much a pass may take for a moment: Python's own small objects and one of NumPy's pieces of bytes.
SMALL = 10_000
# Where shapes differ or lie apart, NumPy copies pieces of 8192 numbers for each operand, whatever the arrays' size.
NUMPY_PIECES = 3 * 8192 * 8 + SMALL


def _transient(spec: NetworkSpec, loss: str | engine.Loss, batch_size: int = 64) -> int:
    network = Network(spec)
    network.initialize(np.random.default_rng(0))
    workspace = network.workspace(batch_size, np.random.default_rng(1), loss)
    workspace.x[:-1] = np.random.default_rng(0).random(workspace.x[:-1].shape)
    workspace.target[0] = 1
    calls = workspace.forward + workspace.backward
    with np.errstate(all="ignore"):
        run(calls)
        tracemalloc.start()
        try:
            run(calls)
            before, _ = tracemalloc.get_traced_memory()
            tracemalloc.reset_peak()
            run(calls)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    return peak - before


@pytest.mark.parametrize("activation", [name for name in ACTIVATIONS if name not in ("prelu", "softmax")])
def test_dense_layers_allocate_nothing(activation: str) -> None:
    # A temporary of 64 x 200 booleans would be 12,800 bytes.
    spec = NetworkSpec.chain(
        Input((300,)), Dense(200, activation), Activation(activation), Dropout(0.5), GaussianNoise(), Dense(200)
    )
    assert _transient(spec, "half_squared_error") < SMALL


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
@pytest.mark.parametrize("last", ["linear", "sigmoid"])
def test_losses_allocate_nothing(last: str, loss: engine.Loss) -> None:
    assert _transient(NetworkSpec.chain(Input((300,)), Dense(200, last)), loss) < SMALL


@pytest.mark.parametrize(
    "layers",
    [
        (Input((300,)), Dense(2000, "prelu"), Dense(2000, "softmax")),
        (Input((300,)), BatchNormalization(), Dense(2000), BatchNormalization(), LayerNormalization(), Dense(3)),
        (Input((24, 24, 8)), Conv2D(16, 3, activation="relu"), MaxPooling2D(), Flatten(), Dense(3)),
        (Input((24, 24, 8)), Conv2D(16, 3, 1, "same", "prelu"), AveragePooling2D(3, 2, "same"), Flatten(), Dense(3)),
        (Input((24, 24, 8)), Conv2D(16, 3), MaxPooling2D(3, 2, "same"), BatchNormalization(), GlobalAveragePooling2D()),
        (Input((24, 24, 8)), MaxPooling2D(), Conv2D(64, 2), LayerNormalization(), Activation("softmax"), Flatten()),
    ],
    ids=lambda layers: "-".join(layer.usual_name for layer in layers[1:]),
)
def test_other_layers_allocate_no_more_than_numpys_pieces(layers: tuple[Layer, ...]) -> None:
    spec = NetworkSpec.chain(*layers)
    # The least array of a layer here has 64 x 2000 numbers of 4 bytes: a temporary of it could not hide.
    assert _transient(spec, "half_squared_error", 128) < NUMPY_PIECES < 64 * 2000 * 4


def test_graphs_allocate_nothing() -> None:
    spec = NetworkSpec(
        (
            Node("in", Input((300,))),
            Node("one", Dense(200, "tanh"), ("in",)),
            Node("two", Dense(200, "tanh"), ("one",)),
            Node("sum", Add(), ("one", "two", "one")),
            Node("both", Concatenate(), ("sum", "one")),
            Node("out", Dense(3), ("both",)),
        )
    )
    assert _transient(spec, "half_squared_error") < SMALL


@pytest.mark.parametrize("n_features", [3, 40])
def test_the_record_is_laid_out_as_it_is_filled(n_features: int, rng: np.random.Generator) -> None:
    workspace = Workspace(NetworkSpec.chain(Input((n_features,)), Dense(2)), np.zeros(200), np.zeros(200), 5, rng)
    assert workspace.x.shape == (n_features + 1, 5)
    assert workspace.target.shape == (2, 5)
    assert (workspace.x[-1] == 1).all()
    if workspace.record is None:
        assert workspace.x.T.flags.c_contiguous
    else:
        workspace.record[...] = np.arange(workspace.record.size).reshape(workspace.record.shape)
        np.testing.assert_array_equal(np.concatenate([workspace.x, workspace.target]), workspace.record)


def test_a_batch_beyond_any_memory_is_refused_before_it_is_allocated(rng: np.random.Generator) -> None:
    spec = NetworkSpec.chain(Input((100, 100, 3)), Conv2D(32, 1), GlobalAveragePooling2D())
    with pytest.raises(engine.SettingError, match=r"2000 examples"):
        Network(spec).workspace(2000, rng, "half_squared_error")
    assert Network(spec).predict(np.zeros((50, 100, 100, 3), np.float32)).shape == (50, 32)
