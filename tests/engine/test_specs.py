"""Descriptions of networks: shapes and layout that follow from the layers, and sentences for those that cannot be."""

import pytest

from nnplay.engine import (
    Add,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GraphError,
    Input,
    Layer,
    MaxPooling2D,
    NetworkSpec,
    NnplayError,
    Node,
    SettingError,
    ShapeError,
    free_name,
)


def _skip() -> NetworkSpec:
    return NetworkSpec(
        (
            Node("in", Input((3,))),
            Node("one", Dense(4, "tanh"), ("in",)),
            Node("two", Dense(4, "prelu"), ("one",)),
            Node("sum", Add(), ("one", "two")),
            Node("both", Concatenate(), ("sum", "in")),
            Node("out", Dense(2), ("both",)),
        )
    )


def test_shapes_of_a_convolutional_chain() -> None:
    spec = NetworkSpec.chain(
        Input((28, 28, 1)), Conv2D(8, 3), MaxPooling2D(), Conv2D(16, 3), MaxPooling2D(), Flatten(), Dense(10)
    )
    assert list(spec.shapes.values()) == [
        (28, 28, 1),
        (26, 26, 8),
        (13, 13, 8),
        (11, 11, 16),
        (5, 5, 16),
        (400,),
        (10,),
    ]
    assert spec.n_parameters == (9 + 1) * 8 + (72 + 1) * 16 + 401 * 10
    assert [node.name for node in spec.nodes][3:5] == ["conv2d_2", "max_pooling2d_2"]


def test_graph() -> None:
    spec = _skip()
    assert spec.shapes["both"] == (7,)
    assert spec.consumers("one") == ("two", "sum")
    assert spec.output.name == "out"
    assert spec.node("two").layer == Dense(4, "prelu")
    with pytest.raises(KeyError):
        spec.node("three")


def test_slots_lie_behind_one_another_in_the_order_of_the_nodes() -> None:
    slots = _skip().slots
    assert [(slot.node, slot.name, slot.shape) for slot in slots] == [
        ("one", "kernel", (3, 4)),
        ("one", "bias", (4,)),
        ("two", "kernel", (4, 4)),
        ("two", "bias", (4,)),
        ("two", "alpha", (4,)),
        ("out", "kernel", (7, 2)),
        ("out", "bias", (2,)),
    ]
    assert [slot.span.start for slot in slots] == [0, 12, 16, 32, 36, 40, 54]
    assert slots[-1].span.stop == _skip().n_parameters == _skip().n_trainable == 56


def test_statistics_lie_behind_all_that_is_trained() -> None:
    spec = NetworkSpec.chain(Input((3,)), BatchNormalization(), Dense(2))
    assert [slot.name for slot in spec.slots] == ["gamma", "beta", "kernel", "bias", "moving_mean", "moving_variance"]
    assert (spec.n_trainable, spec.n_parameters) == (6 + 8, 6 + 8 + 6)


@pytest.mark.parametrize(
    ("nodes", "part"),
    [
        ([], "exactly one Input"),
        ([Node("a", Dense(2))], "“a” \\(Dense\\) has 0 inputs"),
        ([Node("a", Input((2,))), Node("a", Dense(2), ("a",))], "called “a”"),
        ([Node("", Input((2,)))], "called “”"),
        ([Node("a", Input((2,))), Node("b", Dense(2), ("c",)), Node("c", Dense(2), ("b",))], "“b”.*“c”"),
        ([Node("a", Input((2,))), Node("b", Dense(2), ("b",))], "“b”.*“b”"),
        ([Node("a", Input((2,))), Node("b", Input((2,)))], "this one has 2"),
        ([Node("a", Input((2,))), Node("b", Dense(2), ("a",)), Node("c", Dense(2), ("a",))], "nowhere: b, c"),
        ([Node("a", Input((2,))), Node("b", Add(), ("a",))], "“b” \\(Add\\) has 1 input"),
        ([Node("a", Input((2,))), Node("b", Dense(2), ("a", "a"))], "“b” \\(Dense\\) has 2 inputs"),
        ([Node("a", Input((2,))), Node("b", Input((2,)), ("a",))], "“b” \\(Input\\) has 1 input"),
    ],
)
def test_what_is_no_network_is_refused_by_name(nodes: list[Node], part: str) -> None:
    with pytest.raises(GraphError, match=part):
        NetworkSpec(tuple(nodes))


@pytest.mark.parametrize(
    ("layers", "parts"),
    [
        ((Input((4, 4, 1)), Dense(2)), ("dense", "(4, 4, 1)", "Flatten")),
        ((Input((4,)), Conv2D(2)), ("conv2d", "(4,)")),
        ((Input((4, 4, 1)), Conv2D(2, 5)), ("conv2d", "(5, 5)", "(4, 4, 1)")),
        ((Input((4, 4, 1)), Conv2D(2, 3), MaxPooling2D(3)), ("max_pooling2d", "(3, 3)", "(2, 2, 2)")),
    ],
)
def test_shapes_that_do_not_fit_are_named(layers: tuple[Layer, ...], parts: tuple[str, ...]) -> None:
    with pytest.raises(ShapeError) as caught:
        NetworkSpec.chain(*layers)
    assert isinstance(caught.value.values["reason"], NnplayError)
    for part in parts:
        assert part in str(caught.value)


def test_networks_beyond_any_memory_are_refused() -> None:
    with pytest.raises(SettingError, match=r"“dense”.*weights"):
        NetworkSpec.chain(Input((1_000_000,)), Dense(1_000))
    with pytest.raises(SettingError, match=r"“conv2d”.*numbers"):
        NetworkSpec.chain(Input((1000, 1000, 1)), Conv2D(60_000, 1))


def test_names_follow_the_kind() -> None:
    spec = NetworkSpec.chain(Input((2,)), Dense(2), Dense(2), Dropout(0.1), names=None)
    assert [node.name for node in spec.nodes] == ["input", "dense", "dense_2", "dropout"]
    assert free_name("dense", ["dense", "dense_2"]) == "dense_3"


def test_equal_descriptions_are_equal_and_can_be_keys() -> None:
    assert _skip() == _skip()
    assert len({_skip(), _skip()}) == 1
    assert NetworkSpec.chain(Input((2,)), Dense(2)) != NetworkSpec.chain(Input((2,)), Dense(3))
