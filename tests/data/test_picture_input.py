"""Digit pictures for inputs of any size."""

import numpy as np
import pytest

from nnplay.data.picture_input import as_input, picture_shape

PICTURE = np.random.default_rng(0).integers(0, 256, (28, 28)).astype(np.uint8)


@pytest.mark.parametrize(
    ("input_shape", "expected"),
    [
        ((784,), (28, 28)),
        ((28, 28), (28, 28)),
        ((28, 28, 1), (28, 28)),
        ((32, 24, 3), (32, 24)),
        ((783,), None),
        ((4,), None),
        ((28, 28, 2), None),
        ((1, 2, 3, 4), None),
    ],
)
def test_which_inputs_are_pictures(input_shape, expected):
    assert picture_shape(input_shape) == expected


@pytest.mark.parametrize("shape", [(784,), (28, 28), (28, 28, 1)])
def test_its_own_size_is_only_scaled(shape):
    np.testing.assert_allclose(as_input(PICTURE, shape).reshape(28, 28), PICTURE / 255, atol=1e-6)


def test_half_the_size_is_the_mean_of_four_pixels():
    expected = PICTURE.reshape(14, 2, 14, 2).mean(axis=(1, 3)) / 255
    np.testing.assert_allclose(as_input(PICTURE, (14, 14)), expected, atol=1e-6)


def test_larger_and_in_colour():
    seen = as_input(PICTURE, (56, 56, 3))
    np.testing.assert_allclose(seen[::2, ::2, 1], PICTURE / 255, atol=1e-6)
    np.testing.assert_array_equal(seen[..., 0], seen[..., 2])
