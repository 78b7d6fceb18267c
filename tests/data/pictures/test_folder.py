"""Folders of pictures: a folder a class, broken files skipped and named, large ones refused before they take memory."""

import struct
import zlib
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from nnplay.data import PictureFolderChoice, load, open_data
from nnplay.data.loading import LoadCancelledError
from nnplay.data.pictures.decoding import read_picture
from nnplay.engine import DataError


@pytest.fixture
def folder(tmp_path):
    """Red and blue pictures of different sizes and formats."""
    for name, color in (("red", (255, 0, 0)), ("蓝色", (0, 0, 255))):
        (tmp_path / name).mkdir()
        for i, suffix in enumerate(("png", "jpg", "bmp", "gif", "webp")):
            Image.new("RGB", (20 + i, 30 - i), color).save(tmp_path / name / f"{i}.{suffix}", lossless=True)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "readme.txt").write_text("no picture")
    return tmp_path


def test_a_folder_a_class(folder):
    choice = open_data(folder)
    assert choice == PictureFolderChoice(str(folder), ("red", "蓝色"))
    dataset = load(replace(choice, height=8, width=6, is_color=True, train_share=1.0), 1, 1)
    assert dataset.train.x.shape == (10, 8, 6, 3)
    assert dataset.skipped == ()
    for picture, label in zip(dataset.train.x.astype(int), dataset.train.y, strict=True):
        np.testing.assert_allclose(picture, np.broadcast_to([(255, 0, 0), (0, 0, 255)][label], picture.shape), atol=3)


def test_grey_is_the_luminance(folder):
    dataset = load(replace(open_data(folder), train_share=1.0), 1, 1)
    assert dataset.input_shape == (28, 28, 1)
    for label, luminance in ((0, 0.299 * 255), (1, 0.114 * 255)):
        np.testing.assert_allclose(dataset.train.x[dataset.train.y == label], luminance, atol=3)


def test_each_class_has_its_share_of_test_pictures(folder):
    dataset = load(replace(open_data(folder), train_share=0.6), 1, 1)
    assert np.bincount(dataset.test.y).tolist() == [2, 2]


def test_transparent_is_white(tmp_path):
    path = tmp_path / "glass.png"
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(path)
    assert (read_picture(path, 4, 4, is_color=False) == 255).all()


def test_broken_pictures_are_skipped_and_named(folder):
    (folder / "red" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n nonsense")
    whole = (folder / "red" / "1.jpg").read_bytes()
    (folder / "red" / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    (folder / "red" / "text.png").write_text("hello")
    dataset = load(replace(open_data(folder), train_share=1.0), 1, 1)
    assert len(dataset.train) == 10
    assert [str(error).split("”")[0].rsplit("/", 1)[1] for error in dataset.skipped] == [
        "broken.png",
        "cut.jpg",
        "text.png",
    ]


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def test_a_giant_picture_is_refused_by_its_header(folder):
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    giant = folder / "red" / "giant.png"
    giant.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"x") + chunk(b"IEND", b""))
    with pytest.raises(DataError, match="30000 × 30000 pixels"):
        read_picture(giant, 28, 28, is_color=False)


def test_no_class_without_a_picture(folder):
    choice = open_data(folder)
    for path in (folder / "red").iterdir():
        path.write_bytes(b"")
    with pytest.raises(DataError, match="no picture that can be read"):
        load(choice, 1, 1)


def test_neither_pictures_nor_digits(tmp_path):
    with pytest.raises(DataError, match="two or more folders of pictures"):
        open_data(tmp_path)


def test_cancel(folder):
    with pytest.raises(LoadCancelledError):
        load(open_data(folder), 1, 1, should_cancel=lambda: True)


@pytest.mark.parametrize("names", [("a",), ("a", ".."), ("a", "../b"), ("a", "")])
def test_classes_are_names_of_folders(names):
    with pytest.raises(Exception, match="class"):
        PictureFolderChoice("x", names)
