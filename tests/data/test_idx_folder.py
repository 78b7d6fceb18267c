"""A folder of four IDX files: found under any published name, refused with what is missing or wrong."""

import os
from pathlib import Path

import numpy as np
import pytest

from nnplay.data.dataset import Task
from nnplay.data.idx_folder import load_folder
from nnplay.data.loading import LoadCancelledError
from nnplay.engine import DataError
from tests.data.idx_files import NAMES, digit_arrays, idx_bytes, write_folder


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize("separator", ["-", "."])
def test_loads_what_was_written(tmp_path, is_packed, separator):
    arrays = digit_arrays()
    dataset = load_folder(write_folder(tmp_path, arrays, is_packed=is_packed, separator=separator))
    assert dataset.name == "mnist"
    assert dataset.task is Task.MULTICLASS
    assert dataset.classes == tuple("0123456789")
    assert dataset.input_shape == (28, 28, 1)
    assert dataset.features == ()
    assert dataset.points_train is None
    for examples, images, labels in ((dataset.train, *arrays[:2]), (dataset.test, *arrays[2:])):
        assert (examples.x.dtype, examples.y.dtype) == (np.uint8, np.int64)
        np.testing.assert_array_equal(examples.x, images[..., None])
        np.testing.assert_array_equal(examples.y, labels)
        np.testing.assert_allclose(examples.inputs(), images[..., None] / 255, rtol=1e-6)


def test_empty_folder_names_the_four_files(tmp_path):
    with pytest.raises(DataError) as caught:
        load_folder(tmp_path)
    for name in NAMES:
        assert name in str(caught.value)


def test_missing_folder(tmp_path):
    with pytest.raises(DataError, match="is not a folder"):
        load_folder(tmp_path / "nowhere")


def test_only_the_test_files_are_there(tmp_path):
    write_folder(tmp_path)
    for name in NAMES[:2]:
        (tmp_path / name).unlink()
    with pytest.raises(DataError, match="is missing train-images-idx3-ubyte, train-labels-idx1-ubyte"):
        load_folder(tmp_path)


@pytest.mark.parametrize(
    ("index", "array", "words"),
    [
        (0, np.zeros(20), "1 axes where 3 are expected"),
        (1, np.zeros((20, 28, 28)), "3 axes where 1 are expected"),
        (1, np.zeros(19), "20 pictures but .* 19 labels"),
        (0, np.zeros((20, 32, 32)), "32 × 32 pixels; 28 × 28"),
        (2, np.zeros((0, 28, 28)), "no pictures"),
        (3, np.array([0] * 9 + [11]), "label 11 at position 9"),
    ],
)
def test_files_that_do_not_fit(tmp_path, index, array, words):
    write_folder(tmp_path)
    (tmp_path / NAMES[index]).write_bytes(idx_bytes(array))
    with pytest.raises(DataError, match=words) as caught:
        load_folder(tmp_path)
    assert NAMES[index] in str(caught.value)


def test_progress_covers_all_four_files(tmp_path):
    reports = []
    load_folder(write_folder(tmp_path), lambda fraction, text: reports.append(fraction))
    assert reports == sorted(reports)
    assert len(reports) == 4
    assert reports[-1] == pytest.approx(1)


def test_cancel(tmp_path):
    with pytest.raises(LoadCancelledError):
        load_folder(write_folder(tmp_path), should_cancel=lambda: True)


@pytest.mark.skipif("NNPLAY_DATA" not in os.environ, reason="needs the folder NNPLAY_DATA with mnist/")
def test_the_real_mnist():
    dataset = load_folder(Path(os.environ["NNPLAY_DATA"]) / "mnist")
    assert (len(dataset.train), len(dataset.test)) == (60_000, 10_000)
    assert dataset.test.y[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]
    assert np.bincount(dataset.train.y).tolist() == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    assert dataset.train.x.mean() / 255 == pytest.approx(0.1307, abs=1e-4)
