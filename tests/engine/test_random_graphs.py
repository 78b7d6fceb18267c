"""Random graphs of random layers: refused with a sentence, or right in every number; never an untyped exception."""

from contextlib import suppress

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nnplay.engine import (
    ACTIVATIONS,
    INITIALIZERS,
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
    NetworkSpec,
    NnplayError,
    Node,
    Reshape,
)
from tests.engine.central_differences import error_by_direction, random_network

ACTIVATION = st.sampled_from(list(ACTIVATIONS))
INITIALIZER = st.sampled_from([name for name in INITIALIZERS if name != "zeros"])
PADDING = st.sampled_from(["valid", "same"])
SIZE = st.tuples(st.integers(1, 3), st.integers(1, 3))

ROWS = st.one_of(
    st.builds(Dense, st.integers(1, 4), ACTIVATION, st.booleans(), INITIALIZER),
    st.builds(Reshape, st.sampled_from([(-1, 1), (2, -1), (1, -1, 2)])),
)
PICTURES = st.one_of(
    st.builds(Conv2D, st.integers(1, 3), SIZE, SIZE, PADDING, ACTIVATION, st.booleans(), INITIALIZER),
    st.builds(MaxPooling2D, SIZE, st.one_of(st.none(), SIZE), PADDING),
    st.builds(AveragePooling2D, SIZE, st.one_of(st.none(), SIZE), PADDING),
    st.builds(GlobalAveragePooling2D),
    st.builds(Flatten),
)
ANY = st.one_of(
    st.builds(Activation, ACTIVATION),
    st.builds(Dropout, st.floats(0, 0.9)),
    st.builds(GaussianNoise, st.floats(0, 1)),
    st.builds(BatchNormalization, st.floats(1e-3, 1), st.booleans(), st.booleans(), st.floats(0, 0.99)),
    st.builds(LayerNormalization, st.floats(1e-3, 1), st.booleans(), st.booleans()),
)
MERGES = st.one_of(st.builds(Add), st.builds(Concatenate, st.integers(-3, 3)))
SHAPES = st.one_of(st.tuples(st.integers(1, 4)), st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 2)))


@st.composite
def nonsense(draw: st.DrawFn) -> list[Node]:
    """Layers wired at random: names may repeat, inputs may be unknown, too many or too few, shapes may be anything."""
    names = st.sampled_from(["a", "b", "c", "d", "e", "", "x"])
    layers = st.one_of(ROWS, PICTURES, ANY, MERGES, st.builds(Input, SHAPES))
    return draw(st.lists(st.builds(Node, names, layers, st.lists(names, max_size=3).map(tuple)), max_size=7))


@st.composite
def networks(draw: st.DrawFn) -> NetworkSpec:
    """Graphs that mostly make sense: each layer suits the shape that it is given, and loose ends are joined."""
    nodes = [Node("x", Input(draw(SHAPES)))]
    for number in range(draw(st.integers(1, 6))):
        shapes = NetworkSpec((*nodes, *_joined(nodes))).shapes
        sources = [draw(st.sampled_from(nodes)).name]
        layer: Layer
        if draw(st.integers(0, 3)) == 0:
            same = [node.name for node in nodes if shapes[node.name] == shapes[sources[0]]]
            sources += draw(st.lists(st.sampled_from(same), min_size=1, max_size=2))
            layer = draw(st.sampled_from([Add(), Concatenate()]))
        else:
            layer = draw(st.one_of(ANY, PICTURES if len(shapes[sources[0]]) == 3 else ROWS))
        try:
            layer.output_shape(*(shapes[source] for source in sources))
        except NnplayError:
            continue
        nodes.append(Node(f"n{number}", layer, tuple(sources)))
    return NetworkSpec((*nodes, *_joined(nodes)))


def _joined(nodes: list[Node]) -> list[Node]:
    """What joins all loose ends of a graph to one output of two numbers."""
    used = {source for node in nodes for source in node.inputs}
    flat = [Node(f"flat {node.name}", Flatten(), (node.name,)) for node in nodes if node.name not in used]
    joint = Node("joint", Concatenate(), tuple(node.name for node in flat)) if len(flat) > 1 else flat[0]
    return [*flat, *([joint] if len(flat) > 1 else []), Node("out", Dense(2, "sigmoid"), (joint.name,))]


@given(nonsense())
@settings(max_examples=500)
def test_nonsense_is_refused_with_a_sentence(nodes: list[Node]) -> None:
    with suppress(NnplayError):
        spec = NetworkSpec(tuple(nodes))
        assert spec.output.name in spec.shapes


@given(networks(), st.integers(1, 5), st.integers(0, 100))
@settings(max_examples=250)
def test_gradients_of_any_graph_agree_with_central_differences(spec: NetworkSpec, n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    network = random_network(spec, seed)
    x, y = rng.normal(size=(n, *spec.shapes["x"])), rng.normal(size=(n, 2))
    outputs = network.activations(x)
    assert {name: values.shape[1:] for name, values in outputs.items()} == dict(spec.shapes)
    assume(all(np.abs(values).max() < 1e3 for values in outputs.values()))
    assert error_by_direction(network, x, y, "half_squared_error") < 1e-5


@given(networks(), st.sampled_from(list(LOSSES)))
def test_any_graph_keeps_the_same_numbers_for_people_and_for_training(spec: NetworkSpec, loss: str) -> None:
    rng = np.random.default_rng(0)
    network = random_network(spec)
    x, y = rng.normal(size=(3, *spec.shapes["x"])), np.eye(2)[rng.integers(0, 2, 3)]
    results = []
    for keeps_all in (False, True):
        workspace = network.workspace(3, np.random.default_rng(1), loss, keeps_all=keeps_all)
        workspace.x[:-1] = x.reshape(3, -1).T
        workspace.target[...] = y.T
        for function, arguments in workspace.forward + workspace.backward:
            function(*arguments)
        results.append((network.gradients[: spec.n_trainable].copy(), float(workspace.total) * workspace.total_factor))
    np.testing.assert_allclose(results[0][0], results[1][0], rtol=1e-6, atol=1e-9)
    assert abs(results[0][1] - results[1][1]) <= 1e-9 * max(1, abs(results[0][1]))
