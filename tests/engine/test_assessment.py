"""Assessment, against figures that can be counted by hand."""

from __future__ import annotations

import numpy as np

from nnplay import engine


def passing_on(n: int) -> engine.NetworkSpec:
    return engine.NetworkSpec.chain(engine.Input((n,)), engine.Dense(n, use_bias=False))


def test_classes_cells_and_ranks() -> None:
    x = np.array([[0.9, 0.1], [0.2, 0.8], [0.6, 0.4], [0.3, 0.7]], np.float32)
    examples = engine.Examples(x, np.array([0, 1, 1, 1]))
    found = engine.assess(passing_on(2), np.eye(2, dtype=np.float32).ravel(), examples, "mean_squared_error")
    assert found.predicted is not None
    assert found.predicted.tolist() == [0, 1, 0, 1]
    confusion = found.confusion(2)
    assert confusion is not None
    assert confusion.tolist() == [[1, 0], [1, 2]]
    np.testing.assert_allclose(found.losses, [0.01, 0.04, 0.36, 0.09], rtol=1e-5)
    assert found.rows_of(1, 1).tolist() == [3, 1]
    assert found.ranked(2, is_worst=True).tolist() == [2, 3]
    assert found.ranked(1, is_worst=False).tolist() == [0]


def test_quantities_have_no_classes() -> None:
    x = np.array([[0.5], [2.0]], np.float32)
    examples = engine.Examples(x, np.array([[0.7], [3.0]], np.float32))
    found = engine.assess(passing_on(1), np.ones(1, np.float32), examples, "half_squared_error")
    assert found.confusion(2) is None
    np.testing.assert_allclose(found.losses, [0.02, 0.5], rtol=1e-5)


def test_quantities_that_are_all_0_or_1_have_no_classes_either() -> None:
    x = np.array([[0.0], [1.0]], np.float32)
    found = engine.assess(passing_on(1), np.ones(1, np.float32), engine.Examples(x, x), "half_squared_error")
    assert found.confusion(0) is None
