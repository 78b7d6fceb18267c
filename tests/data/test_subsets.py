"""Subsets for learning curves: nested, stratified, with the same test data."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay.data import CurveChoice, Dataset, Task, ToyChoice, load, with_fewer_examples
from nnplay.engine import DataError, Examples


def classes(counts: list[int]) -> Dataset:
    y = np.repeat(np.arange(len(counts)), counts)
    x = np.arange(len(y), dtype=np.float64)[:, np.newaxis]
    test = Examples(x[:3], y[:3])
    return Dataset("made", Task.MULTICLASS, Examples(x, y), test, (1,), rows_train=np.arange(len(y)))


def test_each_subset_has_all_of_the_smaller_ones_and_the_test_data_stay() -> None:
    whole = classes([50, 30, 20])
    before: set[float] = set()
    for n in (1, 5, 10, 40, 100):
        part = with_fewer_examples(whole, n, 3)
        now = set(part.train.x[:, 0].tolist())
        assert len(now) == len(part.train) == n
        assert before <= now
        assert part.test is whole.test
        assert part.rows_train is not None
        np.testing.assert_array_equal(part.rows_train, part.train.x[:, 0])
        before = now


@pytest.mark.parametrize("n", [10, 20, 50, 70])
def test_each_class_has_its_share(n: int) -> None:
    part = with_fewer_examples(classes([500, 300, 200]), n, 1)
    counts = np.bincount(part.train.y, minlength=3)
    assert np.abs(counts - n * np.array([0.5, 0.3, 0.2])).max() <= 1


def test_signs_are_classes_and_quantities_have_none() -> None:
    circle = load(ToyChoice("circle"), 1, 1)
    part = with_fewer_examples(circle, 100, 2)
    share = float((circle.train.y > 0).mean())
    assert abs((part.train.y > 0).sum() - 100 * share) <= 1
    assert part.points_train is not None
    assert len(part.points_train) == 100
    assert len(with_fewer_examples(load(CurveChoice("sine"), 1, 1), 7, 2).train) == 7


def test_other_seeds_take_others_and_too_many_are_refused() -> None:
    whole = classes([50, 50])
    found = [set(with_fewer_examples(whole, 10, seed).train.x[:, 0].tolist()) for seed in (1, 1, 2)]
    assert found[0] == found[1] != found[2]
    with pytest.raises(DataError, match="only 100 training examples"):
        with_fewer_examples(whole, 101, 1)
