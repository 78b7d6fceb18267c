"""Baselines: against scikit-learn where it is installed, and by what they must do."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay.data import CurveChoice, ToyChoice, load
from nnplay.runs.sweeps.baselines import baselines, linear, naive_bayes, nearest_neighbours


def clouds(n_classes: int, n_inputs: int):
    rng = np.random.default_rng(n_classes)
    y = rng.integers(0, n_classes, 200)
    x = rng.normal(size=(200, n_inputs)) + 0.5 * y[:, np.newaxis]
    return x, y, rng.normal(size=(120, n_inputs)) + 0.5


@pytest.mark.parametrize(("n_classes", "n_inputs"), [(2, 8), (3, 4), (5, 20)])
def test_they_say_what_scikit_learn_says(n_classes, n_inputs):
    sklearn = pytest.importorskip("sklearn")
    from sklearn import linear_model, neighbors
    from sklearn import naive_bayes as bayes

    assert sklearn
    x, y, asked = clouds(n_classes, n_inputs)
    np.testing.assert_array_equal(naive_bayes(x, y, asked), bayes.GaussianNB().fit(x, y).predict(asked))
    nearest = neighbors.KNeighborsClassifier(5).fit(x, y).predict(asked)
    np.testing.assert_array_equal(nearest_neighbours(x, y, asked), nearest)
    logistic = linear_model.LogisticRegression(max_iter=1000).fit(x, y).predict(asked)
    assert (linear(x, y, n_classes, is_machine=False)(asked) == logistic).mean() > 0.97


def test_a_line_is_enough_for_clouds_and_not_for_a_disc_in_a_ring():
    found = {name: baselines(load(ToyChoice(name), 1, 1)) for name in ("gaussian", "circle")}
    assert [each.method for each in found["circle"]] == [
        "naive_bayes",
        "nearest_neighbours",
        "logistic_regression",
        "linear_svm",
    ]
    assert all(each.test_accuracy > 0.95 for each in found["gaussian"])
    bayes, nearest, logistic, machine = (each.test_accuracy for each in found["circle"])
    assert min(bayes, nearest) > 0.85
    assert max(logistic, machine) < 0.75


def test_a_point_between_two_means_goes_to_the_wider_class():
    # By hand: variances 1 and 4, equal priors; at 0.9 the narrow one, at 3 the wide one is likelier.
    x = np.array([[-1.0], [1.0], [-2.0], [2.0]])
    y = np.array([0, 0, 1, 1])
    assert naive_bayes(x, y, np.array([[0.9], [3.0]])).tolist() == [0, 1]
    assert nearest_neighbours(x, y, np.array([[0.9], [1.9]]), k=1).tolist() == [0, 1]


def test_quantities_have_no_baselines():
    assert baselines(load(CurveChoice("sine"), 1, 1)) == []
