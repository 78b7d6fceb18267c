"""Balance: rare classes repeated in the training part, whole examples, and nothing else touched."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import Dataset, DrawnChoice, Task, ToyChoice, balanced, class_counts, load
from nnplay.engine import Examples


def numbered(y: np.ndarray, classes: tuple[str, ...], task: Task) -> Dataset:
    """Examples whose input is their own number."""
    examples = Examples(np.arange(len(y), dtype=np.float32).reshape(-1, 1), y)
    return Dataset("t", task, examples, examples, (1,), classes, rows_train=np.arange(len(y)) + 1)


def test_every_class_is_as_frequent_as_the_most_frequent_one() -> None:
    dataset = numbered(np.array([0] * 7 + [1] * 3 + [2]), ("a", "b", "c"), Task.MULTICLASS)
    found = balanced(dataset)
    np.testing.assert_array_equal(class_counts(dataset), [7, 3, 1])
    np.testing.assert_array_equal(class_counts(found), [7, 7, 7])
    seen = np.bincount(found.train.x[:, 0].astype(int))
    # 7 = 3 + 2 + 2: as evenly as it goes, and nothing is left out.
    np.testing.assert_array_equal(seen, [1] * 7 + [3, 2, 2, 7])
    np.testing.assert_array_equal(found.rows_train, found.train.x[:, 0] + 1)
    assert found.test is dataset.test


@pytest.mark.parametrize(("low", "task"), [(-1, Task.BINARY), (0, Task.YES_NO)])
def test_two_classes_as_one_number(low: int, task: Task) -> None:
    dataset = numbered(np.array([[1.0]] + [[float(low)]] * 4), ("no", "yes"), task)
    np.testing.assert_array_equal(class_counts(dataset), [4, 1])
    np.testing.assert_array_equal(class_counts(balanced(dataset)), [4, 4])


def test_what_has_no_classes_or_lacks_one_stays() -> None:
    quantities = numbered(np.array([[0.5], [0.7]]), (), Task.REGRESSION)
    assert balanced(quantities) is quantities
    one = numbered(np.array([1, 1]), ("a", "b"), Task.MULTICLASS)
    np.testing.assert_array_equal(balanced(one).train.y, [1, 1])


def test_a_choice_loads_balanced_and_tests_on_the_same_points() -> None:
    choice = DrawnChoice(tuple((x / 10, 1.0) for x in range(20)), (1.0,) * 4 + (-1.0,) * 16, train_share=0.5)
    plain, even = load(choice, 1, 1), load(replace(choice, is_balanced=True), 1, 1)
    counts = class_counts(even)
    assert counts is not None
    assert counts[0] == counts[1] > 5
    np.testing.assert_array_equal(even.test.x, plain.test.x)
    assert even.points_train is not None
    np.testing.assert_array_equal(even.points_train, even.train.x)
    assert {tuple(point) for point in even.train.x} == {tuple(point) for point in plain.train.x}


def test_quantities_ignore_it() -> None:
    assert len(load(ToyChoice("plane", is_balanced=True), 1, 1).train) == len(load(ToyChoice("plane"), 1, 1).train)
