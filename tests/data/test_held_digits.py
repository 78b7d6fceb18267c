"""Drawings held by a project: they come back as they were, also through a file; damage and too many are refused."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import HeldDigitsChoice, load
from nnplay.data.held_digits import MAX_DIGITS, hold
from nnplay.engine import DataError
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.storage import file

RNG = np.random.default_rng(4)
PICTURES = RNG.integers(0, 256, (11, 28, 28), dtype=np.uint8)
LABELS = np.array([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5])


def test_every_fifth_is_for_testing():
    dataset = load(hold(PICTURES, LABELS), 0, 0)
    np.testing.assert_array_equal(dataset.test.x[..., 0], PICTURES[[4, 9]])
    np.testing.assert_array_equal(dataset.test.y, [5, 3])
    np.testing.assert_array_equal(dataset.train.x[..., 0], np.delete(PICTURES, [4, 9], axis=0))
    np.testing.assert_allclose(dataset.train.inputs()[0, ..., 0], PICTURES[0] / 255, atol=1e-6)


@pytest.mark.parametrize("n", [1, 2, 4])
def test_of_fewer_than_five_all_are_learned_from(n):
    dataset = load(hold(PICTURES[:n], LABELS[:n]), 0, 0)
    assert (len(dataset.train), len(dataset.test)) == (n, 0)


def test_through_a_project_file(tmp_path):
    project = edits.set_data(preset("mnist-mlp"), hold(PICTURES, LABELS))
    file.save(project, tmp_path / "mine.nnplay")
    assert file.load(tmp_path / "mine.nnplay").data == project.data


def test_of_too_many_the_last_are_held():
    n = MAX_DIGITS + 3
    pictures = np.zeros((n, 28, 28), np.uint8)
    pictures[-1] = 7
    choice = hold(pictures, np.arange(n) % 10)
    assert len(choice.labels) == MAX_DIGITS
    assert choice.labels[-1] == str((n - 1) % 10)


GOOD = hold(PICTURES, LABELS)


@pytest.mark.parametrize(
    "garbage",
    [
        {"labels": ""},
        {"labels": "123"},
        {"labels": GOOD.labels + "1"},
        {"labels": "x" * 11},
        {"labels": "1" * (MAX_DIGITS + 1)},
        {"pictures": ""},
        {"pictures": "no base 64"},
        {"pictures": GOOD.pictures[:200]},
        {"pictures": hold(PICTURES[:3], LABELS[:3]).pictures},
    ],
)
def test_garbage_is_refused(garbage):
    with pytest.raises(DataError, match="damaged"):
        replace(GOOD, **garbage)


def test_a_bomb_is_not_unpacked():
    # A gigabyte of zeros would be a few kilobytes of text; only what the labels promise is unpacked.
    many = hold(np.zeros((MAX_DIGITS, 28, 28), np.uint8), np.zeros(MAX_DIGITS, np.int64))
    with pytest.raises(DataError):
        HeldDigitsChoice(many.pictures, "1")
