"""The six toy sets: bounds, labels and the place of the noise, against the formulas of TensorFlow Playground."""

import math

import numpy as np
import pytest

from nnplay.data.dataset import Task
from nnplay.data.points.playground import PLAYGROUND_SETS
from nnplay.data.points.toy_sets import TOY_SETS, generate

KINDS = [each.name for each in PLAYGROUND_SETS]
NOISES = [0.0, 0.25, 0.5]


def make(kind, noise=0.0, n=None, seed=7):
    points, labels = generate(kind, n or TOY_SETS[kind].n_points, noise, np.random.default_rng(seed))
    return points.astype(float), labels.astype(float)


def test_names_tasks_and_counts():
    assert {name: (toy.task, toy.n_points) for name, toy in TOY_SETS.items() if name in KINDS} == {
        "circle": (Task.BINARY, 500),
        "xor": (Task.BINARY, 500),
        "gaussian": (Task.BINARY, 500),
        "spiral": (Task.BINARY, 500),
        "plane": (Task.REGRESSION, 1200),
        "multi-gaussian": (Task.REGRESSION, 1200),
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("noise", NOISES)
def test_shapes_types_and_finite_numbers(kind, noise):
    points, labels = generate(kind, 101, noise, np.random.default_rng(0))
    assert (points.shape, labels.shape) == ((101, 2), (101,))
    assert points.dtype == labels.dtype == np.float32
    assert np.isfinite(points).all()
    assert np.isfinite(labels).all()
    if TOY_SETS[kind].task is Task.BINARY:
        assert set(labels) == {-1, 1}


@pytest.mark.parametrize("kind", KINDS)
def test_same_seed_same_points(kind):
    np.testing.assert_array_equal(make(kind, 0.3, seed=3)[0], make(kind, 0.3, seed=3)[0])
    assert not np.array_equal(make(kind, 0.3, seed=3)[0], make(kind, 0.3, seed=4)[0])


@pytest.mark.parametrize("kind", ["circle", "xor", "plane", "multi-gaussian"])
def test_noise_changes_labels_and_leaves_coordinates_clean(kind):
    clean_points, clean_labels = make(kind, 0.0)
    noisy_points, noisy_labels = make(kind, 0.5)
    np.testing.assert_array_equal(clean_points, noisy_points)
    assert (clean_labels != noisy_labels).any()


@pytest.mark.parametrize("kind", ["gaussian", "spiral"])
def test_noise_moves_points_and_leaves_labels_clean(kind):
    clean_points, clean_labels = make(kind, 0.0)
    noisy_points, noisy_labels = make(kind, 0.5)
    np.testing.assert_array_equal(clean_labels, noisy_labels)
    assert (clean_points != noisy_points).mean() > 0.99


@pytest.mark.parametrize("noise", NOISES)
def test_circle_rings(noise):
    points, _ = make("circle", noise)
    radii = np.hypot(*points.T)
    assert (radii[:250] <= 2.5).all()
    assert ((radii[250:] >= 3.5 - 1e-6) & (radii[250:] <= 5 + 1e-6)).all()
    # The radius is uniform, not the area: half of the inner points lie within half the inner radius.
    assert 0.4 < (radii[:250] < 1.25).mean() < 0.6
    assert radii[:250].max() > 2.4
    assert radii[250:].min() < 3.6


def test_circle_labels_without_noise():
    points, labels = make("circle")
    for (x, y), label in zip(points, labels, strict=True):
        assert label == (1 if math.sqrt(x * x + y * y) < 2.5 else -1)
    assert (labels == 1).sum() == 250


def test_circle_noise_flips_labels_as_often_as_the_formula_says():
    # Chance of +1 at noise 0.2: |p + n| < 2.5 with n uniform in the square of half side 1, by a fine grid of n.
    n = 4000
    points, labels = make("circle", 0.2, n=n)
    axis = (np.arange(60) + 0.5) / 30 - 1
    shifts = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    chances = [(np.hypot(*(point + shifts).T) < 2.5).mean() for point in points]
    deviation = math.sqrt(sum(chance * (1 - chance) for chance in chances))
    assert abs((labels == 1).sum() - sum(chances)) < 4 * deviation


def test_xor_bounds_padding_and_labels():
    points, labels = make("xor")
    assert (np.abs(points) >= 0.3 - 1e-6).all()
    assert (np.abs(points) <= 5.3 + 1e-6).all()
    assert np.abs(points).max() > 5.2
    assert np.abs(points).min() < 0.4
    for (x, y), label in zip(points, labels, strict=True):
        assert label == (1 if x * y >= 0 else -1)


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.25, 2.25), (0.5, 4.0)])
def test_gaussian_centres_and_spread(noise, variance):
    n = 20_000
    points, labels = make("gaussian", noise, n=n)
    assert (labels[: n // 2] == 1).all()
    assert (labels[n // 2 :] == -1).all()
    for sign in (1, -1):
        cloud = points[labels == sign]
        error_of_mean = math.sqrt(variance / len(cloud))
        assert np.abs(cloud.mean(axis=0) - 2 * sign).max() < 5 * error_of_mean
        assert np.abs(cloud.var(axis=0) / variance - 1).max() < 5 * math.sqrt(2 / len(cloud))


def test_spiral_without_noise():
    points, labels = make("spiral")
    n = 250
    for arm, (delta, label) in enumerate([(0.0, 1), (math.pi, -1)]):
        for i in range(n):
            r = i / n * 5
            t = 1.75 * i / n * 2 * math.pi + delta
            assert points[arm * n + i] == pytest.approx((r * math.sin(t), r * math.cos(t)), abs=1e-5)
            assert labels[arm * n + i] == label


def test_spiral_noise_stays_within_its_bounds():
    clean, _ = make("spiral", 0.0)
    noisy, _ = make("spiral", 0.4)
    shift = noisy - clean
    assert np.abs(shift).max() <= 0.4 + 1e-5
    assert np.abs(shift).max() > 0.39
    assert abs(shift.mean()) < 0.05


def test_plane_labels():
    points, labels = make("plane")
    assert np.abs(points).max() <= 6
    assert np.abs(points).max() > 5.9
    np.testing.assert_allclose(labels, points.sum(axis=1) / 10, atol=1e-6)
    assert np.abs(labels).max() > 1  # not clamped to the ends of the colour scale


def test_plane_noise_is_a_shift_of_each_coordinate():
    points, labels = make("plane", 0.5)
    shift = labels * 10 - points.sum(axis=1)
    # The sum of two uniform shifts of at most 3: bounded by 6, variance 2 * 3^2 / 3.
    assert np.abs(shift).max() <= 6
    assert shift.var() == pytest.approx(6, rel=0.15)


def test_multi_gaussian_labels():
    bumps = [(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)]
    points, labels = make("multi-gaussian")
    assert np.abs(points).max() <= 6
    for (x, y), label in zip(points, labels, strict=True):
        value = 0.0
        for cx, cy, sign in bumps:
            distance = math.hypot(x - cx, y - cy)
            candidate = sign * (1 - distance / 2 if distance < 2 else 0)
            if abs(candidate) > abs(value):
                value = candidate
        assert label == pytest.approx(value, abs=1e-5)
    assert labels.max() > 0.8
    assert labels.min() < -0.8
    assert (labels == 0).mean() > 0.3
