"""The seven inputs and their matrix."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.data.features import FEATURES, check_features, feature_label, feature_matrix, own_feature
from nnplay.data.formula import FormulaError
from nnplay.engine import DataError

COORDINATES = st.floats(-6, 6, width=32)


def test_order_is_that_of_tensorflow_playground():
    assert list(FEATURES) == ["x1", "x2", "x1_squared", "x2_squared", "x1_x2", "sin_x1", "sin_x2"]
    assert [feature.label for feature in FEATURES.values()] == ["X₁", "X₂", "X₁²", "X₂²", "X₁X₂", "sin(X₁)", "sin(X₂)"]


@given(COORDINATES, COORDINATES)
def test_columns_are_the_formulas(x1, x2):
    matrix = feature_matrix(np.array([[x1, x2]], np.float32), tuple(FEATURES))
    expected = [x1, x2, x1**2, x2**2, x1 * x2, np.sin(x1), np.sin(x2)]
    np.testing.assert_allclose(matrix[0], expected, rtol=1e-5, atol=1e-6)
    assert matrix.dtype == np.float32


@given(st.lists(st.sampled_from(list(FEATURES)), min_size=1, unique=True))
def test_columns_follow_the_order_asked_for(names):
    points = np.array([[1.5, -2.0], [0.25, 4.0]], np.float32)
    whole = feature_matrix(points, tuple(FEATURES))
    np.testing.assert_array_equal(
        feature_matrix(points, names), whole[:, [list(FEATURES).index(name) for name in names]]
    )


@pytest.mark.parametrize("names", [(), ("x1", "x1"), ("x1", "cos_x1")])
def test_impossible_choices_are_refused(names):
    with pytest.raises(DataError):
        check_features(names)


@given(COORDINATES, COORDINATES)
def test_own_features_are_their_formulas(x1, x2):
    names = ("x1", "=sin(3 x1) + x2²", "=max(x1, x2)")
    matrix = feature_matrix(np.array([[x1, x2]], np.float32), names)
    np.testing.assert_allclose(matrix[0], [x1, np.sin(3 * x1) + x2**2, max(x1, x2)], rtol=1e-4, atol=1e-5)


def test_own_features_are_called_by_their_formulas():
    assert own_feature("  x1 + x2 ") == "=x1 + x2"
    assert feature_label("=x1 + x2") == "x1 + x2"
    assert feature_label("x1_x2") == "X₁X₂"
    assert feature_label("weight") == "weight"


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("=sin(", FormulaError, "ends too early"),
        ("=", FormulaError, "empty"),
        ("=x3", FormulaError, "Unknown name “x3” at position 1"),
        ("=log(x1)", DataError, "has no value.*x1 = -6"),
        ("=1/x1", DataError, "x1 = 0"),
        ("=exp(9 x1)", DataError, "larger than 1e"),
    ],
)
def test_formulas_without_a_value_everywhere_are_refused(name, kind, words):
    with pytest.raises(kind, match=words):
        check_features((name,))


def test_a_gap_between_the_places_tried_is_seen_as_nothing():
    values = feature_matrix(np.array([[0.1, 0]], np.float32), ("=1/(x1 - 0.1)",))
    assert np.isfinite(values).all()


def test_an_own_feature_twice_is_refused():
    with pytest.raises(DataError, match="twice"):
        check_features(("=x1 + 1", "=x1 + 1"))
