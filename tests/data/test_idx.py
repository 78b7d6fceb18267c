"""IDX files: read exactly, refused with a sentence, never more memory than the file warrants."""

import gzip
import os
import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra import numpy as npst

from nnplay.data.idx import read_idx
from nnplay.data.loading import LoadCancelledError
from nnplay.engine import DataError
from tests.data.idx_files import idx_bytes

PACKERS = [bytes, gzip.compress]


@pytest.mark.parametrize("pack", PACKERS)
@given(array=npst.arrays(np.uint8, npst.array_shapes(min_dims=1, max_dims=4, min_side=1, max_side=6)))
def test_what_was_written_is_read(tmp_path_factory, pack, array):
    path = tmp_path_factory.getbasetemp() / "any.idx"
    path.write_bytes(pack(idx_bytes(array)))
    np.testing.assert_array_equal(read_idx(path), array)


def test_known_bytes(tmp_path):
    path = tmp_path / "labels"
    path.write_bytes(b"\x00\x00\x08\x01\x00\x00\x00\x03\x07\x02\x01")
    assert read_idx(path).tolist() == [7, 2, 1]


@pytest.mark.parametrize("pack", PACKERS)
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not an IDX file"),
        (b"\x00\x00\x08", "not an IDX file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "89 50 4e 47"),
        (b"\x00\x00\x08\x00", "not an IDX file"),
        (b"\x00\x00\x08\x05" + bytes(40), "not an IDX file"),
        (b"\x00\x00\x0d\x01" + struct.pack(">I", 4) + bytes(16), "type 13"),
        (b"\x00\x00\x08\x03\x00\x00", "cut short"),
        (idx_bytes(np.zeros(100))[:50], "cut short"),
        (idx_bytes(np.zeros(100)) + b"x", "longer than"),
        (struct.pack(">2xBB3I", 8, 3, 2**31, 2**31, 2**31), "at most 1073741824"),
        (struct.pack(">2xBB2I", 8, 2, 2**15, 2**14) + bytes(100), "cut short"),
    ],
)
def test_bad_files_are_named_with_the_reason(tmp_path, pack, content, words):
    path = tmp_path / "train-images-idx3-ubyte"
    path.write_bytes(pack(content))
    with pytest.raises(DataError, match=words) as caught:
        read_idx(path)
    assert str(path) in str(caught.value)


def test_labels_where_pictures_are_expected(tmp_path):
    path = tmp_path / "train-images-idx3-ubyte"
    path.write_bytes(idx_bytes(np.zeros(5)))
    with pytest.raises(DataError, match="has 1 axes where 3 are expected"):
        read_idx(path, n_axes=3)


@pytest.mark.parametrize("damage", ["cut", "flipped", "checksum"])
def test_damaged_gzip(tmp_path, damage):
    packed = bytearray(gzip.compress(idx_bytes(np.random.default_rng(0).integers(0, 256, 5000))))
    if damage == "cut":
        del packed[2000:]
    elif damage == "flipped":
        packed[1000:1010] = bytes(255 - byte for byte in packed[1000:1010])
    else:
        packed[-8:-4] = struct.pack("<I", zlib.crc32(b"something else"))
    path = tmp_path / "labels.gz"
    path.write_bytes(packed)
    with pytest.raises(DataError, match=r"damaged|longer than"):
        read_idx(path)


def test_a_lying_header_and_a_bomb_take_no_memory(tmp_path):
    lying, bomb = tmp_path / "lying", tmp_path / "bomb.gz"
    lying.write_bytes(gzip.compress(struct.pack(">2xBB1I", 8, 1, 2**29) + bytes(100)))
    bomb.write_bytes(gzip.compress(struct.pack(">2xBB1I", 8, 1, 1000) + bytes(50_000_000), compresslevel=1))
    tracemalloc.start()
    try:
        for path in (lying, bomb):
            with pytest.raises(DataError, match=r"cut short|longer than"):
                read_idx(path)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_what_is_not_a_file(tmp_path):
    with pytest.raises(DataError, match="cannot be read"):
        read_idx(tmp_path / "missing")
    with pytest.raises(DataError, match=r"directory|ordinary file"):
        read_idx(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(DataError, match=r"directory|ordinary file"):
            read_idx(tmp_path / "pipe")


def test_progress_rises_to_one(tmp_path):
    path = tmp_path / "labels"
    path.write_bytes(idx_bytes(np.zeros(3_500_000)))
    fractions = []
    read_idx(path, report=lambda fraction, text: fractions.append(fraction))
    assert fractions == sorted(fractions)
    assert len(fractions) >= 4
    assert fractions[-1] == 1


def test_cancel_stops_in_the_middle(tmp_path):
    path = tmp_path / "labels"
    path.write_bytes(idx_bytes(np.zeros(3_500_000)))
    fractions = []
    with pytest.raises(LoadCancelledError):
        read_idx(
            path, report=lambda fraction, text: fractions.append(fraction), should_cancel=lambda: len(fractions) == 2
        )
    assert len(fractions) == 2


def test_mutated_files_never_raise_anything_else(tmp_path):
    rng = np.random.default_rng(5)
    for pack in PACKERS:
        original = pack(idx_bytes(rng.integers(0, 256, (7, 5, 3))))
        for _ in range(250):
            mutated = bytearray(original)
            for position in rng.integers(0, len(mutated), rng.integers(1, 6)):
                mutated[position] = rng.integers(0, 256)
            if rng.random() < 0.3:
                del mutated[rng.integers(0, len(mutated)) :]
            path = tmp_path / "mutated"
            path.write_bytes(mutated)
            try:
                array = read_idx(path)
            except DataError:
                continue
            # What still loads has exactly as many elements as its own header names.
            assert array.size <= 105
