"""Generated digits: MNIST's form, every class, the same for the same seed, and a way out."""

import time

import numpy as np
import pytest

from nnplay.data import DIGITS, DigitsChoice, LoadCancelledError, Task, generate_digits, load
from nnplay.data.skeletons import HABITS, skeletons
from nnplay.engine import NnplayError


@pytest.fixture(scope="module")
def digits():
    return generate_digits(500, np.random.default_rng(1))


def test_the_form_of_mnist(digits):
    pictures, labels = digits
    assert pictures.shape == (500, 28, 28)
    assert pictures.dtype == np.uint8
    assert labels.shape == (500,)
    assert labels.dtype == np.int64
    assert (pictures.max(axis=(1, 2)) >= 250).all()
    # Of MNIST's 60,000 training pictures the mean is 0.1307 (of white) and the share of pixels without ink 0.81.
    assert pictures.mean() / 255 == pytest.approx(0.13, abs=0.02)
    assert (pictures == 0).mean() == pytest.approx(0.81, abs=0.04)


def test_every_class_equally_often_and_in_no_order(digits):
    labels = digits[1]
    np.testing.assert_array_equal(np.bincount(labels), [50] * 10)
    assert (np.diff(labels) < 0).any()
    counts = np.bincount(generate_digits(13, np.random.default_rng(0))[1], minlength=10)
    assert counts.sum() == 13
    assert set(counts) == {1, 2}


def test_centred_by_mass(digits):
    # To half a pixel, as MNIST's are; rounding to whole shades of grey moves it by less than a hundredth.
    at = np.arange(28) + 0.5
    shares = digits[0] / digits[0].sum(axis=(1, 2), keepdims=True)
    for axis in (1, 2):
        assert (np.abs(shares.sum(axis=axis) @ at - 14.5) < 0.51).all()


def test_in_the_box_of_twenty(digits):
    ink = digits[0] > 127
    extent = np.maximum(ink.any(axis=1).sum(axis=1), ink.any(axis=2).sum(axis=1))
    assert extent.max() <= 21
    assert np.median(extent) >= 19


def test_no_two_are_the_same(digits):
    assert len(np.unique(digits[0].reshape(500, -1), axis=0)) == 500


def test_the_same_seed_writes_the_same_digits(digits):
    again = generate_digits(500, np.random.default_rng(1))
    np.testing.assert_array_equal(again[0], digits[0])
    np.testing.assert_array_equal(again[1], digits[1])
    assert not np.array_equal(generate_digits(500, np.random.default_rng(2))[0], digits[0])


def test_progress_grows_to_the_end():
    told = []
    generate_digits(300, np.random.default_rng(0), lambda fraction, text: told.append((fraction, text)))
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    assert {text for _, text in told} == {"Writing digits"}


def test_a_cancel_ends_it_soon():
    asked = []
    start = time.perf_counter()
    with pytest.raises(LoadCancelledError):
        generate_digits(100_000, np.random.default_rng(0), should_cancel=lambda: len(asked) == 3 or asked.append(0))
    assert len(asked) == 3
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("digit", DIGITS)
def test_skeletons_pass_through_their_knots_and_make_even_steps(digit):
    shapes = skeletons(digit)
    assert len(shapes) == len(HABITS[digit]) >= 4
    assert sum(shape.share for shape in shapes) == pytest.approx(1)
    for shape in shapes:
        points = shape.curve @ shape.knots
        gaps = np.hypot(*(shape.knots[:, np.newaxis] - points).T).min(axis=0)
        assert gaps.max() < 1e-9
        np.testing.assert_allclose(shape.curve.sum(axis=1), 1)


def test_classes_look_different(digits):
    # The mean picture of a class recognises unseen digits far better than chance (one in ten).
    pictures, labels = digits[0].reshape(500, -1).astype(float), digits[1]
    means = np.stack([pictures[:250][labels[:250] == digit].mean(axis=0) for digit in range(10)])
    distance = ((pictures[250:, np.newaxis] - means) ** 2).sum(axis=2)
    assert (distance.argmin(axis=1) == labels[250:]).mean() > 0.5


def test_a_choice_splits_the_digits():
    dataset = load(DigitsChoice(50, 0.6), 1, 2)
    assert (len(dataset.train), len(dataset.test)) == (30, 20)
    assert dataset.task is Task.MULTICLASS
    assert dataset.classes == DIGITS
    assert dataset.input_shape == dataset.train.x.shape[1:] == DigitsChoice().input_shape == (28, 28, 1)
    assert dataset.train.scale == pytest.approx(1 / 255)
    counts = np.bincount(np.concatenate((dataset.train.y, dataset.test.y)))
    np.testing.assert_array_equal(counts, [5] * 10)


def test_seeds_decide_which_digits_and_which_part():
    def whole(seed_data, seed_split):
        dataset = load(DigitsChoice(40), seed_data, seed_split)
        return np.concatenate((dataset.train.x, dataset.test.x))

    def sorted_digits(pictures):
        return sorted(picture.tobytes() for picture in pictures)

    first = whole(1, 1)
    np.testing.assert_array_equal(whole(1, 1), first)
    assert not np.array_equal(whole(1, 2), first)
    assert sorted_digits(whole(1, 2)) == sorted_digits(first)
    assert sorted_digits(whole(2, 1)) != sorted_digits(first)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ({"n_points": 9}, "digits"),
        ({"n_points": 10**9}, "digits"),
        ({"n_points": 20.5}, "digits"),
        ({"train_share": 0.95}, "share"),
        ({"train_share": float("nan")}, "share"),
    ],
)
def test_impossible_choices(arguments, word):
    with pytest.raises(NnplayError, match=word):
        DigitsChoice(**arguments)
