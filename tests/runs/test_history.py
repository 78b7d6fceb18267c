"""The growing curves: exact, read-only, and cheap however long they get."""

import tracemalloc
from math import nan

import numpy as np
import pytest

from nnplay.runs.history import GrowingHistory, HistoryPoint
from nnplay.runs.scores import Scores

COLUMNS = ("epoch", "train_loss", "test_loss", "train_accuracy", "test_accuracy")


def points(n: int, first: int = 1) -> list[HistoryPoint]:
    return [HistoryPoint(i, Scores(1 / i, 2 / i, 0.25, None)) for i in range(first, first + n)]


def test_every_point_is_kept_exactly():
    history = GrowingHistory()
    for start in range(1, 5001, 50):
        history.extend(points(50, start))
    i = np.arange(1, 5001)
    assert len(history) == 5000
    np.testing.assert_array_equal(history.epoch, i)
    np.testing.assert_array_equal(history.train_loss, 1 / i)
    np.testing.assert_array_equal(history.test_loss, 2 / i)
    np.testing.assert_array_equal(history.train_accuracy, np.full(5000, 0.25))
    assert np.isnan(history.test_accuracy).all()


@pytest.mark.parametrize("name", COLUMNS)
def test_views_cannot_be_written_and_stay_what_they_are(name):
    history = GrowingHistory()
    history.extend(points(3))
    view = getattr(history, name)
    kept = view.copy()
    with pytest.raises(ValueError, match="read-only"):
        view[0] = 1.0
    history.extend(points(3000, 4))
    history.restart(history.freeze(0))
    history.extend([HistoryPoint(nan, Scores())])
    np.testing.assert_array_equal(view, kept)


def test_looking_copies_nothing():
    history = GrowingHistory()
    history.extend(points(10))
    assert np.shares_memory(history.epoch, history.epoch)


def test_freezing_and_restarting_give_the_same_curves():
    history = GrowingHistory()
    history.extend(points(2000))
    frozen = history.freeze(step=77)
    assert frozen.step == 77
    history.extend(points(5, 2001))
    again = GrowingHistory()
    again.restart(frozen)
    assert len(again) == len(frozen.epoch) == 2000
    for name in COLUMNS:
        np.testing.assert_array_equal(getattr(again, name), getattr(frozen, name))
        assert not getattr(frozen, name).flags.writeable
        assert not np.shares_memory(getattr(history, name), getattr(frozen, name))


def test_growing_copies_a_constant_number_of_times_a_point(monkeypatch):
    """Doubling: n points cause fewer than log2(n / 1024) + 1 copies of the table."""
    copies = []
    grow = GrowingHistory._grow

    def counted(history: GrowingHistory) -> None:
        copies.append(len(history))
        grow(history)

    monkeypatch.setattr(GrowingHistory, "_grow", counted)
    history = GrowingHistory()
    history.extend(points(20_000))
    assert copies == [1024, 2048, 4096, 8192, 16384]


def test_an_hour_of_training_keeps_every_point_in_less_than_20_mb():
    """At 30 points a second, the most that a run reports."""
    n = 3600 * 30
    tracemalloc.start()
    history = GrowingHistory()
    for start in range(0, n, 1000):
        history.extend(
            HistoryPoint(float(epoch), Scores(1 / (1 + epoch), 0.5, 0.9, 0.8)) for epoch in range(start, start + 1000)
        )
    grown, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(history) == n
    assert grown < 10e6
    assert peak < 20e6
    np.testing.assert_array_equal(history.train_loss, 1 / (1 + np.arange(n)))
