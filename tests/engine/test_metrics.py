"""Metrics on examples that can be counted by hand."""

from math import isnan, sqrt

import numpy as np
import pytest

from nnplay.engine.metrics import (
    accuracy,
    classifier,
    confusion_matrix,
    f1_score,
    mean_absolute_error,
    precision,
    r_squared,
    recall,
    rightness,
    root_mean_squared_error,
)

# Of 4 cats 3 are recognised and one is taken for a dog; of 2 dogs one is taken for a cat; there is no bird.
ACTUAL = np.array([0, 0, 0, 0, 1, 1])
PREDICTED = np.array([0, 0, 0, 1, 1, 0])
MATRIX = np.array([[3, 1, 0], [1, 1, 0], [0, 0, 0]])


def test_confusion_matrix_has_what_is_true_in_rows() -> None:
    np.testing.assert_array_equal(confusion_matrix(ACTUAL, PREDICTED, 3), MATRIX)


def test_shares_of_a_confusion_matrix() -> None:
    assert accuracy(MATRIX) == pytest.approx(4 / 6)
    np.testing.assert_allclose(precision(MATRIX), [3 / 4, 1 / 2, np.nan])
    np.testing.assert_allclose(recall(MATRIX), [3 / 4, 1 / 2, np.nan])
    asymmetric = np.array([[5, 5], [0, 10]])
    np.testing.assert_allclose(precision(asymmetric), [1, 10 / 15])
    np.testing.assert_allclose(recall(asymmetric), [0.5, 1])
    np.testing.assert_allclose(f1_score(asymmetric), [2 / 3, 0.8])
    assert isnan(accuracy(np.zeros((2, 2), int)))


def test_distances() -> None:
    prediction, target = np.array([[1.0], [2.0], [3.0]]), np.array([[1.0], [4.0], [7.0]])
    assert mean_absolute_error(prediction, target) == 2
    assert root_mean_squared_error(prediction, target) == pytest.approx(sqrt(20 / 3))
    assert r_squared(prediction, target) == pytest.approx(1 - 20 / 18)
    assert r_squared(target, target) == 1
    assert r_squared(np.full_like(target, 4), target) == 0
    assert isnan(r_squared(prediction, np.ones_like(target)))


def test_r_squared_is_the_mean_over_outputs() -> None:
    target = np.array([[0.0, 1.0], [1.0, 2.0], [2.0, 6.0]])
    prediction = target.copy()
    prediction[:, 1] = 3
    assert r_squared(prediction, target) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("y", "outputs", "right"),
    [
        (np.array([0, 2]), [[0.9, 0.0, 0.1], [0.4, 0.5, 0.1]], [True, False]),
        (np.array([[1.0, 0.0], [0.0, 1.0]]), [[2.0, 1.0], [2.0, 1.0]], [True, False]),
        (np.array([[1.0], [0.0]]), [[0.5], [0.5]], [True, False]),
        (np.array([[1.0], [-1.0]]), [[0.0], [-0.1]], [True, True]),
    ],
)
def test_right_is_what_lies_on_the_side_of_the_truth(
    y: np.ndarray, outputs: list[list[float]], right: list[bool]
) -> None:
    judge = rightness(y)
    assert judge is not None
    target = np.eye(len(outputs[0]))[y] if y.ndim == 1 else y
    assert judge(np.array(outputs), target).tolist() == right


@pytest.mark.parametrize("y", [np.array([[0.3], [1.0]]), np.array([[1.0, 1.0], [0.0, 1.0]]), np.array([[0.0], [-1.0]])])
def test_quantities_have_no_classes(y: np.ndarray) -> None:
    assert classifier(y) is None
    assert rightness(y) is None
