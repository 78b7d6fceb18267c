"""The seven inputs and their matrix."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.data.features import FEATURES, check_features, feature_matrix
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
