"""Drawings as digit pictures: where the ink is, how much, and the same whatever the unit."""

import contextlib
import gzip
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.data.drawing import (
    EmptyDrawingError,
    Steps,
    UnreadableDrawingError,
    from_image,
    from_strokes,
    ink_picture,
    stages_of_image,
    stages_of_strokes,
)
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


@pytest.mark.parametrize("strokes", [[[(300, 40)]], [[(5, 5), (5, 5)]]])
def test_a_dot_is_no_digit(strokes):
    with pytest.raises(UnreadableDrawingError, match="dot"):
        from_strokes(strokes)
    with pytest.raises(UnreadableDrawingError, match="dot"):
        stages_of_strokes([[(100, 100), (104, 103)]], 280)
    with pytest.raises(UnreadableDrawingError, match="dot"):
        from_image(paint(280, 280, (100, 100, 106, 106)))


def test_more_points_along_the_same_line_change_nothing():
    fine = [np.column_stack([np.interp(np.linspace(0, 1, 57), [0, 1], ends) for ends in ((0, 40), (0, 90))])]
    coarse = [[(0, 0), (40, 90)]]
    assert np.abs(from_strokes(fine).astype(int) - from_strokes(coarse)).max() <= 1


def test_a_page_full_of_ink_is_no_digit():
    with pytest.raises(UnreadableDrawingError, match="everywhere"):
        from_strokes([np.random.default_rng(0).random((20_000, 2))])
    with pytest.raises(UnreadableDrawingError, match="everywhere"):
        from_image(paint(100, 100, (10, 10, 90, 90)))


def test_the_picture_of_a_drawing_gives_the_same_numbers():
    for strokes in (SEVEN, ONE, TWO_STROKES):
        direct = from_strokes(strokes)
        kept = ink_picture(strokes)
        np.testing.assert_array_equal(from_image(kept), direct)
        np.testing.assert_array_equal(from_image(255 - kept), direct)
        # On a larger sheet, elsewhere.
        np.testing.assert_array_equal(from_image(np.pad(kept, ((80, 3), (9, 120)))), direct)


def test_stages_end_with_what_the_network_sees():
    strokes = [[(x + 30, y + 20) for x, y in stroke] for stroke in TWO_STROKES]
    stages = stages_of_strokes(strokes, 280)
    assert np.abs(stages.result.astype(int) - from_strokes(strokes)).max() <= 1
    assert stages.paper.shape == (84, 84)
    assert max(stages.cropped.shape) == 84
    assert max(stages.scaled.shape) == 20
    height, width = stages.scaled.shape
    assert width / height == pytest.approx(stages.cropped.shape[1] / stages.cropped.shape[0], abs=0.05)
    assert stages.scaled.sum() == pytest.approx(stages.result.sum(dtype=int), rel=0.02)


def test_without_centring_the_drawing_stays_in_its_corner():
    corner = [[(10 + x / 4, 10 + y / 4) for x, y in stroke] for stroke in TWO_STROKES]
    seen = stages_of_strokes(corner, 280, Steps(is_scaled=False, is_centred=False)).result
    # 280 to 28: a tenth of the place on the paper, counted from pixel 0's middle.
    middle = np.array([(10 + 92 / 8 + 15 / 8) / 10, (10 + 10 / 8 + 128 / 8) / 10]) - 0.5
    np.testing.assert_allclose(centre(seen), middle, atol=0.6)
    fitted = stages_of_strokes(corner, 280, Steps(is_centred=False)).result
    assert max(box(fitted)) < 18  # made 20 long, and partly pushed over the paper's edge
    np.testing.assert_allclose(centre(stages_of_strokes(corner, 280, Steps(is_scaled=False)).result), 14, atol=0.1)


def test_without_cropping_all_of_the_paper_is_scaled():
    strokes = [[(100, 80), (100, 180)]]
    height = 100 / 280 * 20 + 2.6
    assert box(stages_of_strokes(strokes, 280, Steps(is_cropped=False)).result)[1] == pytest.approx(height, abs=1.5)


def test_stages_of_an_image_without_any_step_are_the_image():
    image = paint(56, 56, (4, 6, 50, 16))
    expected = image.reshape(28, 2, 28, 2).mean(axis=(1, 3))
    assert np.abs(stages_of_image(image, Steps(False, False, False)).result - expected).max() <= 1
    np.testing.assert_array_equal(stages_of_image(image).result, from_image(image))


def test_a_picture_like_a_thread_is_refused():
    with pytest.raises(UnreadableDrawingError, match="10000 × 1 "):
        from_image(np.random.default_rng(0).integers(0, 256, (1, 10_000)))


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
