"""My digits: kept, found again, exported for any reader of MNIST, and learned without forgetting the others."""

import numpy as np
import pytest

from nnplay.data import generate_digits, load_folder
from nnplay.data.loading import LoadCancelledError
from nnplay.engine import DataError
from nnplay.project.fine_tuning import fine_tune
from nnplay.project.own_digits import NO_DIGITS, OwnDigits, export_idx, export_npz, load_own, save_own
from nnplay.project.starter import starter


@pytest.fixture
def own():
    pictures, labels = generate_digits(12, np.random.default_rng(5))
    return OwnDigits(pictures, labels)


def test_kept_and_found_again(own, tmp_path):
    assert len(load_own(tmp_path / "new")) == 0
    save_own(own, tmp_path / "new")
    again = load_own(tmp_path / "new")
    np.testing.assert_array_equal(again.pictures, own.pictures)
    np.testing.assert_array_equal(again.labels, own.labels)
    more = again.with_one(own.pictures[0], 7)
    assert (len(more), more.labels[-1], len(again)) == (13, 7, 12)
    assert len(NO_DIGITS.with_one(own.pictures[0], 3)) == 1


def test_damaged_files_are_told(own, tmp_path):
    save_own(own, tmp_path)
    path = tmp_path / "my-images-idx3-ubyte"
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(DataError):
        load_own(tmp_path)


def test_exports(own, tmp_path):
    export_idx(own, tmp_path)
    dataset = load_folder(tmp_path)
    assert (len(dataset.train), len(dataset.test)) == (10, 2)
    np.testing.assert_array_equal(dataset.test.x[..., 0], own.pictures[[4, 9]])
    export_npz(own, tmp_path / "mine.npz")
    with np.load(tmp_path / "mine.npz", allow_pickle=False) as arrays:
        np.testing.assert_array_equal(arrays["x"], own.pictures)
        np.testing.assert_array_equal(arrays["y"], own.labels)


def test_the_starter_learns_a_strange_hand_and_forgets_nothing(own):
    # Somebody who draws a cross for a four: no digit that the network knows.
    cross = np.zeros((28, 28), np.uint8)
    cross[4:24, 13:16] = cross[13:16, 4:24] = 255
    strange = OwnDigits(np.repeat(cross[np.newaxis], 3, axis=0), np.array([4, 4, 4]))
    project = starter()
    result = fine_tune(project.network, project.parameters, strange)
    assert result.own_after == 1
    assert result.old_after >= result.old_before - 0.01
    assert result.old_before > 0.97
    assert not np.array_equal(result.parameters, project.parameters)


def test_learning_reports_and_can_be_called_off(own):
    project, said = starter(), []
    with pytest.raises(LoadCancelledError):
        fine_tune(
            project.network,
            project.parameters,
            own,
            lambda fraction, text: said.append((fraction, text)),
            lambda: len(said) > 0 and said[-1] == (said[-1][0], "Learning"),
        )
    assert 0 < said[-1][0] < 0.1


def test_four_drawings_are_exported_without_a_test_part(own, tmp_path):
    export_idx(OwnDigits(own.pictures[:4], own.labels[:4]), tmp_path)
    dataset = load_folder(tmp_path)
    assert (len(dataset.train), len(dataset.test)) == (4, 0)
