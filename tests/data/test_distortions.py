"""Distortions: as far as they may go and no farther, and the same for the same seed."""

import numpy as np
import pytest

from nnplay.data.distortions import Distortions, distort

BAR = np.zeros((1, 28, 28), np.uint8)
BAR[0, 6:22, 13:15] = 255
STILL = Distortions(0, 0, 0, 0, 0, 0, 0)


def centres(pictures):
    """Centres of mass as (n, 2), x and y."""
    shares = pictures / pictures.sum(axis=(1, 2), keepdims=True, dtype=float)
    return np.stack([shares.sum(axis=axis) @ np.arange(28) for axis in (1, 2)], axis=1)


def test_nothing_is_changed_where_nothing_may_be():
    pictures = np.random.default_rng(0).integers(0, 256, (3, 28, 28)).astype(np.uint8)
    np.testing.assert_array_equal(distort(pictures, np.random.default_rng(1), STILL), pictures)


def test_the_same_seed_distorts_alike_and_every_picture_otherwise():
    first, second = (distort(np.repeat(BAR, 20, axis=0), np.random.default_rng(3)) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    assert len(np.unique(first.reshape(20, -1), axis=0)) == 20


def test_shifts_reach_as_far_as_they_may():
    moved = centres(distort(np.repeat(BAR, 500, axis=0), np.random.default_rng(0), Distortions(4, 0, 0, 0, 0, 0, 0)))
    away = np.abs(moved - centres(BAR))
    assert 3.5 < away.max() <= 4.05
    assert (away.max(axis=1) <= 1.05).mean() == pytest.approx(0.5, abs=0.1)


def test_a_thinner_pen_leaves_a_line():
    pictures = distort(np.repeat(BAR, 200, axis=0), np.random.default_rng(0), Distortions(0, 0, 0, 0, 0, 1, 0))
    across = pictures[:, 14].sum(axis=1) / 255
    assert across.min() >= 0.99
    assert across.max() == pytest.approx(4, abs=0.1)
    assert (across == 2).mean() == pytest.approx(1 / 3, abs=0.1)
