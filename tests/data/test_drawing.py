"""Drawings as digit pictures: where the ink is, how much, and the same whatever the unit."""

import contextlib
import gzip
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.data.drawing import EmptyDrawingError, from_image, from_strokes
from nnplay.engine import DataError

SEVEN = [[(12, 18), (85, 14), (60, 60), (42, 125)]]
ONE = [[(50, 10), (48, 60), (45, 120)]]
TWO_STROKES = [[(60, 10), (15, 80), (92, 78)], [(68, 40), (66, 128)]]


def centre(picture):
    """Centre of mass as (x, y), counting pixels from 0."""
    ink = picture.astype(float)
    return np.array([(ink.sum(axis=0) * np.arange(28)).sum(), (ink.sum(axis=1) * np.arange(28)).sum()]) / ink.sum()


def box(picture, least=32):
    """Width and height of what has more ink than ``least``."""
    rows, columns = np.flatnonzero((picture > least).any(axis=1)), np.flatnonzero((picture > least).any(axis=0))
    return np.ptp(columns) + 1, np.ptp(rows) + 1


def paint(height, width, *boxes, ink=255, paper=0):
    picture = np.full((height, width), paper, np.uint8)
    for top, left, bottom, right in boxes:
        picture[top:bottom, left:right] = ink
    return picture


@pytest.mark.parametrize("strokes", [SEVEN, ONE, TWO_STROKES])
def test_strokes_fill_the_box_and_are_centred_by_mass(strokes):
    picture = from_strokes(strokes)
    assert (picture.shape, picture.dtype, picture.max()) == ((28, 28), np.uint8, 255)
    np.testing.assert_allclose(centre(picture), 14, atol=0.1)
    assert abs(max(box(picture)) - 20) <= 1


@given(
    scale=st.floats(0.01, 100),
    shift=st.tuples(st.floats(-1000, 1000), st.floats(-1000, 1000)),
)
def test_unit_and_place_do_not_matter(scale, shift):
    moved = [np.array(stroke) * scale + shift for stroke in TWO_STROKES]
    difference = from_strokes(moved).astype(int) - from_strokes(TWO_STROKES)
    assert np.abs(difference).max() <= 1


def test_proportion_is_kept():
    width, height = box(from_strokes([[(0, 0), (30, 0), (30, 90), (0, 90), (0, 0)]]))
    assert (width, height) == (pytest.approx(2.6 + 17.4 / 3, abs=1.1), pytest.approx(20, abs=1.1))


def test_a_stroke_is_as_thick_as_mnist_whatever_its_length():
    # The ink across a straight stroke, away from its ends, is its width.
    for length in (10, 100, 1000):
        picture = from_strokes([[(0, 0), (0, length)]])
        assert picture[14].sum() / 255 == pytest.approx(2.6, abs=0.15)


def test_pressure_makes_strokes_thicker():
    light, middle, heavy = (from_strokes([[(0, 0, p), (0, 100, p)]]).sum() for p in (0.1, 0.5, 0.9))
    assert light < middle < heavy
    np.testing.assert_array_equal(from_strokes([[(0, 0, 0.5), (9, 9, 0.5)]]), from_strokes([[(0, 0), (9, 9)]]))


def test_a_dot_is_a_small_disc_in_the_middle():
    picture = from_strokes([[(300, 40)]])
    np.testing.assert_allclose(centre(picture), 14, atol=0.1)
    assert picture.sum() / 255 == pytest.approx(np.pi * 1.3**2, rel=0.15)


def test_more_points_along_the_same_line_change_nothing():
    fine = [np.column_stack([np.interp(np.linspace(0, 1, 57), [0, 1], ends) for ends in ((0, 40), (0, 90))])]
    coarse = [[(0, 0), (40, 90)]]
    assert np.abs(from_strokes(fine).astype(int) - from_strokes(coarse)).max() <= 1


def test_a_wild_scribble_ends():
    assert from_strokes([np.random.default_rng(0).random((20_000, 2))]).shape == (28, 28)


@pytest.mark.parametrize("strokes", [[], [[]], [[], []]])
def test_nothing_drawn(strokes):
    with pytest.raises(EmptyDrawingError):
        from_strokes(strokes)


@pytest.mark.parametrize(
    "strokes",
    [
        [[(0, 0), (np.nan, 1)]],
        [[(0, 0), (1e300, 1)]],
        [[(0,)]],
        [[(0, 0, 0, 0)]],
        [["a"]],
        [[(0, 0), (1,)]],
        [3],
        [np.zeros((20_001, 2))],
    ],
)
def test_what_is_not_a_drawing_is_refused(strokes):
    with pytest.raises(DataError, match="Stroke 1"):
        from_strokes(strokes)


def test_image_fills_the_box_and_is_centred_by_mass():
    picture = from_image(paint(300, 200, (40, 60, 240, 80), (40, 60, 60, 140)))
    assert box(picture) == (pytest.approx(8, abs=1), pytest.approx(20, abs=1))
    np.testing.assert_allclose(centre(picture), 14, atol=0.1)
    assert picture.max() == 255


def test_dark_on_light_and_light_on_dark_are_the_same():
    light = paint(100, 100, (20, 30, 80, 40), (20, 30, 30, 70), ink=230, paper=20)
    np.testing.assert_array_equal(from_image(light), from_image(255 - light))


def test_faint_ink_on_grainy_paper():
    clean = paint(120, 120, (20, 30, 100, 42), (20, 30, 32, 80), ink=90, paper=220)
    grainy = clean + np.random.default_rng(0).integers(-12, 12, clean.shape)
    assert np.abs(from_image(grainy).astype(int) - from_image(clean)).mean() < 8


@pytest.mark.parametrize("size", [200, 1000])
def test_hairlines_are_thickened(size):
    picture = from_image(paint(size, size, (size // 5, size // 2, size - size // 5, size // 2 + 1)))
    assert picture[14].sum() / 255 == pytest.approx(2.6, abs=0.6)


def test_an_image_that_is_a_digit_picture_already_stays_one():
    digit = from_strokes(SEVEN)
    assert np.abs(from_image(digit).astype(int) - digit).mean() < 6


@pytest.mark.parametrize(
    "image", [np.zeros((28, 28)), np.full((28, 28), 255), np.full((1, 10_000), 80), np.ones((1, 1))]
)
def test_blank_images(image):
    with pytest.raises(EmptyDrawingError):
        from_image(image)


@pytest.mark.parametrize("shape", [(1, 10_000), (10_000, 1), (2, 3), (3000, 40)])
def test_odd_images_give_a_picture_or_a_sentence(shape):
    image = np.random.default_rng(0).integers(0, 256, shape)
    with contextlib.suppress(DataError):
        assert from_image(image).shape == (28, 28)


@pytest.mark.parametrize(
    "image", [np.zeros((2, 2, 3)), np.zeros((0, 5)), np.zeros(5), np.full((4, 4), np.nan), [["a"]]]
)
def test_what_is_not_a_grey_picture_is_refused(image):
    with pytest.raises(DataError):
        from_image(image)


@pytest.mark.skipif("NNPLAY_DATA" not in os.environ, reason="needs the folder NNPLAY_DATA with mnist/")
def test_mnist_itself_hardly_changes():
    packed = (Path(os.environ["NNPLAY_DATA"]) / "mnist" / "t10k-images-idx3-ubyte.gz").read_bytes()
    images = np.frombuffer(gzip.decompress(packed), np.uint8, offset=16).reshape(-1, 28, 28)[:200]
    made = np.array([from_image(image) for image in images])
    assert np.abs(made.astype(int) - images).mean() < 8
    assert made.mean() == pytest.approx(images.mean(), rel=0.1)
