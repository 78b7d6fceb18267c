"""Moons, rings, three arms, the checkerboard, and points above a curve, against their own geometry."""

import numpy as np
import pytest

from nnplay.data import CURVES, TOY_SETS, CurveChoice, Task, ToyChoice, load, sample_curve
from nnplay.data.formula import FormulaError
from nnplay.data.points.toy_sets import generate

KINDS = ("moons", "rings", "three-arms", "checkerboard", "above-curve")


def make(kind, noise=0.0, n=901, seed=7, formula=""):
    points, labels = generate(kind, n, noise, np.random.default_rng(seed), formula)
    return points.astype(float), labels.astype(float)


@pytest.mark.parametrize("kind", KINDS)
def test_within_the_plane_and_both_classes_balanced(kind):
    points, labels = make(kind)
    assert np.abs(points).max() <= 6
    _, counts = np.unique(labels, return_counts=True)
    assert len(counts) == max(2, len(TOY_SETS[kind].classes))
    assert counts.min() > 0.25 * len(labels)


@pytest.mark.parametrize("kind", KINDS)
def test_noise_moves_the_same_points(kind):
    clean, noisy = make(kind, 0.0), make(kind, 0.3)
    assert (clean[0] != noisy[0]).any() or (clean[1] != noisy[1]).any()
    np.testing.assert_array_equal(make(kind, 0.3)[0], noisy[0])


def test_moons_are_scikit_learns():
    points, labels = make("moons", n=500)
    x, y = (points / 3.2 + (0.5, 0.25)).T
    upper = labels == 1
    np.testing.assert_allclose(x[upper] ** 2 + y[upper] ** 2, 1, atol=1e-5)
    np.testing.assert_allclose((x[~upper] - 1) ** 2 + (y[~upper] - 0.5) ** 2, 1, atol=1e-5)
    assert y[upper].min() > -1e-5
    assert y[~upper].max() < 0.5 + 1e-5


def test_rings_alternate():
    points, labels = make("rings")
    radius = np.hypot(*points.T)
    np.testing.assert_array_equal(labels == -1, (radius > 2) & (radius < 3.5))


def test_three_arms_are_one_arm_turned_by_a_third():
    points, labels = make("three-arms", n=900)
    turn = np.exp(-2j * np.pi / 3)  # clockwise, as angles are measured from the upright axis
    arms = [points[labels == arm] @ (1, 1j) for arm in range(3)]
    np.testing.assert_allclose(arms[1], arms[0] * turn, atol=1e-5)
    np.testing.assert_allclose(arms[2], arms[1] * turn, atol=1e-5)


def test_three_arms_are_three_classes_for_a_network():
    choice = ToyChoice("three-arms")
    dataset = load(choice, 1, 1)
    assert (choice.task, choice.n_outputs) == (Task.MULTICLASS, 3)
    assert dataset.train.y.shape == (300,)
    assert dataset.classes == choice.class_names == ("A", "B", "C")


def test_checkerboard():
    points, labels = make("checkerboard")
    np.testing.assert_array_equal(labels == 1, (np.floor(points / 2.5).astype(int).sum(axis=1) % 2) == 0)


def test_above_a_curve_that_is_typed():
    points, labels = make("above-curve", formula="x^2/4 - 1")
    np.testing.assert_array_equal(labels == 1, points[:, 1] > points[:, 0] ** 2 / 4 - 1)
    first, _ = make("above-curve"), None
    np.testing.assert_array_equal(first[1] == 1, first[0][:, 1] > 2 * np.sin(first[0][:, 0]))


def test_a_curve_without_values_has_no_points_above():
    points, labels = make("above-curve", formula="log(x)")
    assert (labels[points[:, 0] < 0] == -1).all()
    assert (labels == 1).any()


def test_a_formula_that_is_none_is_refused_with_the_choice():
    with pytest.raises(FormulaError):
        ToyChoice("above-curve", formula="import os")


@pytest.mark.parametrize(
    ("kind", "y"), [("line", lambda x: 3 * x), ("sine", np.sin), ("x-sine", lambda x: x * np.sin(x))]
)
def test_curves(kind, y):
    x, found = sample_curve(kind, 500, 0.0, np.random.default_rng(1))
    np.testing.assert_allclose(found, y(x.astype(float)), atol=1e-4)


def test_the_step_and_the_noise():
    x, y = sample_curve("step", 500, 0.0, np.random.default_rng(1))
    np.testing.assert_array_equal(y, x >= 0)
    x, y = sample_curve("noise", 5000, 0.0, np.random.default_rng(1))
    assert abs(np.corrcoef(x, y)[0, 1]) < 4 / np.sqrt(5000)


@pytest.mark.parametrize("kind", CURVES)
def test_a_curve_is_one_input_and_one_quantity(kind):
    choice = CurveChoice(kind, noise=0.1, train_share=0.7, n_points=100)
    dataset = load(choice, 1, 2)
    assert (dataset.train.x.shape, dataset.train.y.shape, dataset.test.x.shape) == ((70, 1), (70, 1), (30, 1))
    assert (choice.task, choice.input_shape, choice.n_outputs) == (Task.REGRESSION, (1,), 1)
    assert not np.array_equal(dataset.train.x, load(choice, 2, 2).train.x)
