"""Layers that reorder, join or add: shapes, order and gradients, in graphs of every kind."""

import numpy as np
import pytest

from nnplay.engine import (
    Activation,
    Add,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Input,
    Layer,
    MaxPooling2D,
    Network,
    NetworkSpec,
    Node,
    Reshape,
    SettingError,
    ShapeError,
)
from tests.engine.central_differences import error_by_weight, random_network


@pytest.mark.parametrize(
    ("layer", "shape", "expected"),
    [
        (Flatten(), (3, 4, 2), (24,)),
        (Flatten(), (5,), (5,)),
        (Reshape((4, 6)), (3, 4, 2), (4, 6)),
        (Reshape((2, -1)), (3, 4, 2), (2, 12)),
        (Reshape(), (3, 4, 2), (24,)),
    ],
)
def test_the_numbers_stay_in_kerass_order(
    layer: Layer, shape: tuple[int, ...], expected: tuple[int, ...], rng: np.random.Generator
) -> None:
    network = Network(NetworkSpec.chain(Input(shape), layer), np.float64)
    x = rng.normal(size=(3, *shape))
    np.testing.assert_array_equal(network.predict(x), x.reshape(3, *expected))


@pytest.mark.parametrize("axis", [-1, 1, 2, 3, -2, -3])
def test_concatenate_joins_along_an_axis(axis: int, rng: np.random.Generator) -> None:
    spec = NetworkSpec(
        (
            Node("in", Input((3, 4, 2))),
            Node("sine", Activation("sine"), ("in",)),
            Node("both", Concatenate(axis), ("in", "sine", "in")),
        )
    )
    x = rng.normal(size=(5, 3, 4, 2))
    np.testing.assert_allclose(
        Network(spec, np.float64).predict(x), np.concatenate([x, np.sin(x), x], axis=axis), atol=1e-15
    )


def test_add_adds(rng: np.random.Generator) -> None:
    spec = NetworkSpec(
        (
            Node("in", Input((3,))),
            Node("sine", Activation("sine"), ("in",)),
            Node("sum", Add(), ("in", "sine", "in")),
        )
    )
    x = rng.normal(size=(5, 3))
    np.testing.assert_allclose(Network(spec, np.float64).predict(x), 2 * x + np.sin(x))


def _dense(name: str, source: str, activation: str = "tanh", units: int = 3) -> Node:
    return Node(name, Dense(units, activation), (source,))


GRAPHS: dict[str, tuple[Node, ...]] = {
    "the same node twice": (_dense("a", "in"), Node("sum", Add(), ("a", "a")), _dense("out", "sum")),
    "a skip over two layers": (
        _dense("a", "in"),
        _dense("b", "a"),
        _dense("c", "b"),
        Node("sum", Add(), ("a", "c")),
        _dense("out", "sum"),
    ),
    "a skip from the input": (_dense("a", "in"), Node("both", Concatenate(), ("in", "a")), _dense("out", "both")),
    "three branches": (
        _dense("a", "in", "relu"),
        _dense("b", "in", "sine", 2),
        _dense("c", "a", "prelu", 4),
        Node("both", Concatenate(), ("c", "b", "a")),
        _dense("out", "both"),
    ),
    "a view with two readers": (
        _dense("a", "in"),
        Node("view", Dropout(0.0), ("a",)),
        _dense("b", "view"),
        _dense("c", "view"),
        Node("sum", Add(), ("b", "c", "view")),
    ),
    "views of views": (
        _dense("a", "in"),
        Node("flat", Flatten(), ("a",)),
        Node("again", Reshape((1, 3)), ("flat",)),
        Node("back", Flatten(), ("again",)),
        Node("sum", Add(), ("back", "a", "flat")),
    ),
    "an output that is a view": (_dense("a", "in"), _dense("b", "a"), Node("out", Flatten(), ("b",))),
    "an output that merges": (_dense("a", "in"), _dense("b", "a"), Node("out", Add(), ("a", "b"))),
    "merges of merges": (
        _dense("a", "in"),
        _dense("b", "a"),
        Node("one", Add(), ("a", "b")),
        Node("two", Concatenate(), ("one", "a", "one")),
        _dense("c", "two"),
        Node("three", Add(), ("c", "one")),
        Node("out", Activation("softsign"), ("three",)),
    ),
    "a branch without weights": (
        Node("noisy", Activation("sine"), ("in",)),
        _dense("a", "noisy"),
        Node("both", Concatenate(), ("noisy", "a")),
        _dense("out", "both"),
    ),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_gradients_of_graphs(name: str, rng: np.random.Generator) -> None:
    spec = NetworkSpec((Node("in", Input((3,))), *GRAPHS[name]))
    n_outputs = spec.shapes[spec.output.name][0]
    x, y = rng.normal(size=(4, 3)), rng.normal(size=(4, n_outputs))
    assert error_by_weight(random_network(spec), x, y, "half_squared_error") < 1e-6


def test_gradients_of_a_residual_block(rng: np.random.Generator) -> None:
    spec = NetworkSpec(
        (
            Node("in", Input((5, 4, 2))),
            Node("one", Conv2D(3, 3, padding="same", activation="tanh"), ("in",)),
            Node("two", Conv2D(3, 3, padding="same"), ("one",)),
            Node("sum", Add(), ("two", "one")),
            Node("act", Activation("relu"), ("sum",)),
            Node("pool", MaxPooling2D(), ("act",)),
            Node("left", Conv2D(2, 1), ("pool",)),
            Node("both", Concatenate(), ("left", "pool")),
            Node("flat", Flatten(), ("both",)),
            Node("out", Dense(2, "softmax"), ("flat",)),
        )
    )
    x, y = rng.normal(size=(3, 5, 4, 2)), rng.integers(0, 2, 3)
    assert error_by_weight(random_network(spec), x, y, "sparse_categorical_crossentropy") < 1e-6


def test_a_graph_computes_what_numpy_computes(rng: np.random.Generator) -> None:
    network = random_network(NetworkSpec((Node("in", Input((3,))), *GRAPHS["three branches"])))
    view = network.view
    x = rng.normal(size=(6, 3))
    a = np.maximum(x @ view("a", "kernel") + view("a", "bias"), 0)
    b = np.sin(x @ view("b", "kernel") + view("b", "bias"))
    z = a @ view("c", "kernel") + view("c", "bias")
    c = np.where(z > 0, z, view("c", "alpha") * z)
    out = np.tanh(np.concatenate([c, b, a], axis=1) @ view("out", "kernel") + view("out", "bias"))
    np.testing.assert_allclose(network.predict(x), out)
    np.testing.assert_allclose(network.activations(x)["c"], c)


@pytest.mark.parametrize(
    ("layer", "shapes"),
    [
        (Add(), [(3,), (4,)]),
        (Add(), [(3,), (3, 1)]),
        (Concatenate(), [(3, 2), (4, 2)]),
        (Concatenate(), [(3,), (3, 1)]),
        (Concatenate(2), [(3,), (3,)]),
        (Concatenate(-2), [(3,), (3,)]),
        (Reshape((4,)), [(3,)]),
        (Reshape((2, -1)), [(3,)]),
    ],
)
def test_shapes_that_do_not_fit_are_refused(layer: Layer, shapes: list[tuple[int, ...]]) -> None:
    with pytest.raises(ShapeError):
        layer.output_shape(*shapes)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Concatenate(4),
        lambda: Concatenate(1.0),  # type: ignore[arg-type]
        lambda: Reshape((-1, -1)),
        lambda: Reshape((0, 3)),
        lambda: Reshape(()),
        lambda: Reshape("3"),  # type: ignore[arg-type]
        lambda: Input(()),
        lambda: Input((0,)),
        lambda: Input((2, 2, 2, 2)),
        lambda: Input(3),  # type: ignore[arg-type]
        lambda: Dense(0),
        lambda: Dense(10_000_000),
        lambda: Dense(True),
        lambda: Dense(2, "rectifier"),
        lambda: Dense(2, kernel_l1=float("nan")),
        lambda: Activation("none"),
    ],
)
def test_settings_outside_their_range_are_refused(make: object) -> None:
    with pytest.raises(SettingError):
        make()  # type: ignore[operator]


def test_concatenate_of_batch_axis_is_refused() -> None:
    with pytest.raises(ShapeError):
        Concatenate(0).output_shape((3,), (3,))


def test_lists_from_a_file_are_tuples() -> None:
    assert Input([2, 3]) == Input((2, 3))  # type: ignore[arg-type]
    assert Reshape([2, 3]) == Reshape((2, 3))  # type: ignore[arg-type]
    assert hash(Input([2, 3])) == hash(Input((2, 3)))  # type: ignore[arg-type]
