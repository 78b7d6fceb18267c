"""Arrays from .npz files: what they become, and what is refused before it takes memory."""

import struct
import zipfile

import numpy as np
import pytest

from nnplay.data import ArraysChoice, Task, load, open_data
from nnplay.engine import DataError

RNG = np.random.default_rng(0)


def saved(tmp_path, **arrays):
    path = tmp_path / "data.npz"
    np.savez_compressed(path, **arrays)
    return path


@pytest.mark.parametrize(
    ("x", "y", "shape", "goal", "n_outputs"),
    [
        (RNG.normal(size=(20, 3)), np.arange(20) % 4, (3,), Task.MULTICLASS, 4),
        (RNG.normal(size=(20, 3)), np.arange(20) % 2, (3,), Task.YES_NO, 1),
        (RNG.normal(size=(20, 3)), RNG.normal(size=20), (3,), Task.REGRESSION, 1),
        (RNG.normal(size=(20, 3)), RNG.normal(size=(20, 2)), (3,), Task.REGRESSION, 2),
        (RNG.normal(size=(20, 3)), np.eye(3)[np.arange(20) % 3], (3,), Task.MULTICLASS, 3),
        (np.arange(20 * 12).reshape(20, 3, 4).astype(np.uint8), np.arange(20) % 3, (3, 4, 1), Task.MULTICLASS, 3),
        (RNG.normal(size=(20, 4, 5, 3)).astype(">f8"), np.arange(20) % 3, (4, 5, 3), Task.MULTICLASS, 3),
    ],
)
def test_shapes_and_goals(tmp_path, x, y, shape, goal, n_outputs):
    choice = open_data(saved(tmp_path, X=x, y=y))
    assert isinstance(choice, ArraysChoice)
    assert (choice.input_shape, choice.task, choice.n_outputs, choice.n_rows) == (shape, goal, n_outputs, 20)
    dataset = load(choice, 1, 1)
    assert (len(dataset.train), len(dataset.test)) == (16, 4) or goal is not Task.REGRESSION
    rows = np.concatenate((dataset.train.inputs(), dataset.test.inputs())).reshape(20, -1)
    scale = 255 if x.dtype == np.uint8 else 1
    np.testing.assert_allclose(np.sort(rows[:, 0]), np.sort(x.reshape(20, -1)[:, 0] / scale), rtol=1e-6)


def test_a_file_that_comes_split_stays_so(tmp_path, rng):
    x, y = rng.integers(0, 256, (12, 5, 5)).astype(np.uint8), np.arange(12) % 3
    choice = open_data(saved(tmp_path, x_train=x[:8], y_train=y[:8], x_test=x[8:], y_test=y[8:]))
    dataset = load(choice, 1, 1)
    np.testing.assert_array_equal(np.sort(dataset.test.x.ravel()), np.sort(x[8:].ravel()))
    assert len(dataset.train) == 8


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"a": np.zeros(3)}, "has the arrays a"),
        ({"x": np.zeros((3, 2)), "y": np.zeros(4)}, "do not match"),
        ({"x": np.zeros((3, 2)), "y": np.zeros(3, int)}, "only one class"),
        ({"x": np.zeros((0, 2)), "y": np.zeros(0)}, "no rows"),
        ({"x": np.array([["a"]]), "y": np.zeros(1)}, "only arrays of numbers"),
        ({"x": np.full((2, 2), np.nan), "y": np.array([0.5, 1.5])}, "not finite"),
        ({"x": np.zeros((2, 2), complex), "y": np.zeros(2)}, "only arrays of numbers"),
    ],
)
def test_what_is_refused(tmp_path, arrays, words):
    with pytest.raises(DataError, match=words):
        load(open_data(saved(tmp_path, **arrays)), 0, 0)


def test_objects_are_never_unpickled(tmp_path):
    path = tmp_path / "data.npz"
    np.savez(path, x=np.array([[{}]], object), y=np.zeros(1))
    with pytest.raises(DataError, match="only arrays of numbers"):
        open_data(path)


def with_header(path, shape):
    """A file whose x says to have another shape than its bytes."""
    header = f"{{'descr': '<f8', 'fortran_order': False, 'shape': {shape}, }}".encode()
    header += b" " * (-(len(header) + 11) % 64) + b"\n"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.npy", b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + bytes(64))
        archive.writestr("y.npy", b"")
    return path


@pytest.mark.parametrize("shape", [(10**6, 10**6), (10**30, 2), (1, 1), (9, 1), (-1, 2)])
def test_a_header_that_lies_takes_no_memory(tmp_path, shape):
    with pytest.raises(DataError):
        open_data(with_header(tmp_path / "lie.npz", shape))


def test_a_bomb_is_refused(tmp_path):
    path = tmp_path / "bomb.npz"
    np.savez_compressed(path, x=np.zeros((300_000, 1000), np.uint8), y=np.zeros(300_000, np.uint8))
    content = bytearray(path.read_bytes())
    place = content.rfind(b"PK\x01\x02", 0, content.rfind(b"PK\x01\x02"))
    content[place + 24 : place + 28] = struct.pack("<I", 2**32 - 2)  # the size that the table of contents names
    path.write_bytes(content)
    with pytest.raises(DataError):
        open_data(path)


def test_another_file_in_its_place_is_refused(tmp_path):
    choice = open_data(saved(tmp_path, x=np.zeros((4, 2)), y=np.arange(4) % 2))
    saved(tmp_path, x=np.ones((4, 2)), y=np.arange(4) % 2)
    with pytest.raises(DataError, match="has changed"):
        load(choice, 0, 0)


@pytest.mark.parametrize("y", [np.array([0.5]), np.array([[0.5, 0.25]])])
def test_a_single_row_is_learned_from_and_leaves_none_for_a_test(tmp_path, y):
    dataset = load(open_data(saved(tmp_path, X=np.ones((1, 3)), y=y)), 1, 1)
    assert (dataset.train.y.shape, dataset.test.y.shape) == ((1, y.size), (0, y.size))
