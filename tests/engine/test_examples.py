"""Examples: what is refused, with the row that is to blame, and what is never copied."""

import numpy as np
import pytest

from nnplay.engine import DataError, Examples, SettingError
from nnplay.engine.calls import Array

X = np.zeros((3, 2), np.float32)


@pytest.mark.parametrize(
    ("x", "y", "part"),
    [
        (X, np.zeros((2, 1)), "3 inputs but 2 targets"),
        (np.zeros(3), np.zeros((3, 1)), r"\(3,\)"),
        (X, np.zeros((3, 1, 1)), r"\(3, 1, 1\)"),
        (np.array([[0, 1], [np.nan, 2], [3, 4]]), np.zeros((3, 1)), "Example 2 .* x "),
        (X, np.array([[0.0], [1.0], [-np.inf]]), "Example 3 .* y "),
        (X, np.array([0, -1, 2]), "Example 2 .* negative"),
        (X, np.array([0.0, 1.0, 2.0]), "whole"),
        (np.array([["a", "b"]] * 3), np.zeros((3, 1)), "x must hold numbers"),
        (X, np.array([[1 + 2j]] * 3), "y must hold numbers"),
        ([[0.0, 1.0]], np.zeros((1, 1)), "x must be a NumPy array.* type list"),
        (X, [0, 1, 2], "y must be a NumPy array.* type list"),
        (None, None, "x must be a NumPy array.* type NoneType"),
        (X, np.array(1), "y must be a NumPy array"),
    ],
)
def test_what_cannot_be_learned_from_is_refused(x: Array, y: Array, part: str) -> None:
    with pytest.raises(DataError, match=part):
        Examples(x, y)


def test_pictures_are_scaled_where_they_are_asked_for() -> None:
    pictures = np.arange(24, dtype=np.uint8).reshape(3, 2, 2, 2)
    examples = Examples(pictures, np.array([0, 1, 2]), 1 / 255)
    assert examples.has_classes
    assert examples.x is pictures
    np.testing.assert_allclose(examples.inputs(slice(1, 2)), pictures[1:2] / 255, rtol=1e-6)
    assert examples.inputs().dtype == np.float32
    assert len(examples.take(np.array([2, 0]))) == 2
    assert examples.take(slice(0, 2)).scale == 1 / 255


def test_numbers_are_not_copied() -> None:
    examples = Examples(X, np.zeros((3, 1)))
    assert not examples.has_classes
    assert examples.inputs() is X or np.shares_memory(examples.inputs(), X)
    assert np.shares_memory(examples.take(slice(0, 2)).x, X)


def test_one_hot_rows_of_whole_numbers_are_targets() -> None:
    assert not Examples(X, np.eye(3, dtype=np.int64)).has_classes


@pytest.mark.parametrize("scale", [None, "1", np.nan])
def test_a_scale_that_is_no_number_is_refused(scale: object) -> None:
    with pytest.raises(SettingError, match="scale is"):
        Examples(X, np.zeros((3, 1)), scale)  # type: ignore[arg-type]  # what is refused
