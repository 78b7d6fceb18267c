"""Feeds: whatever the kind of examples, a workspace gets the rows that were asked for."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay import engine
from nnplay.engine.feeds import ExampleTable

N, N_OUTPUTS, BATCH_SIZE = 40, 3, 4
ROWS = np.array([7, 0, 39, 7])


def inputs(kind: str) -> tuple[np.ndarray, float]:
    rng = np.random.default_rng(0)
    if kind == "pictures":
        return rng.integers(0, 256, (N, 5, 7, 1)).astype(np.uint8), 1 / 255
    n_features = {"few": 2, "many": 90, "scaled": 2}[kind]
    return rng.normal(size=(N, n_features)), 0.5 if kind == "scaled" else 1.0


@pytest.mark.parametrize("has_classes", [True, False])
@pytest.mark.parametrize("kind", ["few", "many", "scaled", "pictures"])
def test_rows_arrive(kind: str, has_classes: bool) -> None:
    x, scale = inputs(kind)
    y = np.arange(N) % N_OUTPUTS if has_classes else np.random.default_rng(1).normal(size=(N, N_OUTPUTS))
    layers = engine.Input(x.shape[1:]), engine.Flatten(), engine.Dense(N_OUTPUTS, "softmax")
    network = engine.Network(engine.NetworkSpec.chain(*layers))
    loss = "sparse_categorical_crossentropy" if has_classes else "half_squared_error"
    workspace = network.workspace(BATCH_SIZE, np.random.default_rng(0), loss)
    table = ExampleTable(network.spec, engine.Examples(x, y, scale), np.dtype(np.float32))
    feed = table.feed(workspace)
    for take, axis, out in feed.gathers:
        take(ROWS, axis, out, "clip")
    for function, arguments in feed.calls:
        function(*arguments)
    np.testing.assert_allclose(workspace.x[:-1].T, x[ROWS].reshape(4, -1) * scale, rtol=1e-6)
    np.testing.assert_array_equal(workspace.x[-1], 1)
    expected = np.eye(N_OUTPUTS)[y[ROWS]] if has_classes else y[ROWS]
    np.testing.assert_allclose(workspace.target.T, expected, rtol=1e-6)


def test_right_answers_are_added_up() -> None:
    x, y = inputs("few")[0], np.arange(N) % N_OUTPUTS
    network = engine.Network(engine.NetworkSpec.chain(engine.Input((2,)), engine.Dense(N_OUTPUTS, "softmax")))
    workspace = network.workspace(BATCH_SIZE, np.random.default_rng(0), "sparse_categorical_crossentropy")
    table = ExampleTable(network.spec, engine.Examples(x, y), np.dtype(np.float32))
    feed = table.feed(workspace)
    for take, axis, out in feed.gathers:
        take(ROWS, axis, out, "clip")
    workspace.prediction[...] = [[0.6, 0.6, 0.2, 0.2], [0.3, 0.3, 0.2, 0.5], [0.1, 0.1, 0.6, 0.3]]
    for _ in range(2):
        for function, arguments in feed.count_right:
            function(*arguments)
    # Classes of the rows are 1, 0, 0, 1; the network says 0, 0, 2, 1.
    np.testing.assert_array_equal(feed.right, [0, 2, 0, 2])
