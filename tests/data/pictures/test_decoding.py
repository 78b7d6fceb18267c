"""Pictures in shades of grey: every kind of PNG against arrays packed by hand, other files, damage refused."""

import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from nnplay.data.pictures.decoding import fitting, read_grey
from nnplay.engine import DataError

COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def filtered(pixels, kind):
    """Rows of (height, width, channels) with the filter ``kind``, written pixel by pixel from the standard."""
    height, width, channels = pixels.shape
    values = pixels.astype(int)
    rows = []
    for y in range(height):
        row = [kind]
        for x in range(width):
            for c in range(channels):
                a = values[y, x - 1, c] if x else 0
                b = values[y - 1, x, c] if y else 0
                corner = values[y - 1, x - 1, c] if x and y else 0
                p = a + b - corner
                nearest = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - corner), 2, corner))[2]
                guess = [0, a, b, (a + b) // 2, nearest][kind]
                row.append((values[y, x, c] - guess) % 256)
        rows.append(bytes(row))
    return b"".join(rows)


def png(pixels, kind=0, depth=8, interlace=0, size=None, raw=None, colour_type=None):
    height, width, channels = pixels.shape
    width, height = size or (width, height)
    if colour_type is None:
        colour_type = COLOUR_TYPES[channels]
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, interlace)
    packed = zlib.compress(filtered(pixels, kind) if raw is None else raw)
    half = len(packed) // 2
    parts = [
        chunk(b"IHDR", header),
        chunk(b"tEXt", b"Comment\0x"),
        chunk(b"IDAT", packed[:half]),
        chunk(b"IDAT", packed[half:]),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + chunk(b"IEND", b"")


def random_pixels(channels, shape=(6, 5)):
    return np.random.default_rng(channels).integers(0, 256, (*shape, channels), dtype=np.uint8)


@pytest.mark.parametrize("kind", range(5))
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_all_filters_and_colour_types(tmp_path, kind, channels):
    pixels = random_pixels(channels)
    path = tmp_path / "picture.png"
    path.write_bytes(png(pixels, kind))
    colour = pixels.astype(float)
    grey = colour[..., 0] if channels < 3 else 0.299 * colour[..., 0] + 0.587 * colour[..., 1] + 0.114 * colour[..., 2]
    if channels in (2, 4):
        grey = 255 + (grey - 255) * colour[..., -1] / 255
    assert np.abs(read_grey(path) - grey).max() <= 0.5 + 1e-9


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
def test_palettes_and_few_bits(tmp_path, bits):
    indices = np.arange(48).reshape(6, 8) % 2**bits
    picture = Image.fromarray(indices.astype(np.uint8), "P")
    shades = np.random.default_rng(bits).integers(0, 256, 2**bits)
    picture.putpalette([int(shade) for shade in shades for _ in range(3)])
    picture.save(tmp_path / "palette.png", bits=bits)
    np.testing.assert_array_equal(read_grey(tmp_path / "palette.png"), shades[indices])


@pytest.mark.parametrize("suffix", ["png", "pgm"])
def test_sixteen_bits_are_shades_not_white(tmp_path, suffix):
    values = np.random.default_rng(3).integers(0, 65536, (7, 5), dtype=np.uint16)
    path = tmp_path / f"deep.{suffix}"
    Image.fromarray(values).save(path)
    assert np.abs(read_grey(path) - values / 257).max() <= 0.5 + 1e-9


def test_interlaced_rows(tmp_path):
    # One pixel wide and high, where the seven passes of Adam7 are the one pixel of the first.
    (tmp_path / "dot.png").write_bytes(png(np.full((1, 1, 1), 77, np.uint8), interlace=1))
    assert read_grey(tmp_path / "dot.png").tolist() == [[77]]


def test_a_transparent_colour_of_a_palette_is_white(tmp_path):
    picture = Image.fromarray(np.array([[0, 1]], np.uint8), "P")
    picture.putpalette([10, 10, 10, 90, 90, 90])
    picture.save(tmp_path / "hole.png", transparency=1)
    assert read_grey(tmp_path / "hole.png").tolist() == [[10, 255]]


@pytest.mark.parametrize(
    ("size", "expected"), [((800, 600), (800, 600)), ((4800, 1200), (2400, 600)), ((0, 9), (1, 9))]
)
def test_photographs_are_shrunk_in_proportion(size, expected):
    assert fitting(*size) == expected


def test_a_large_picture_keeps_its_look(tmp_path):
    values = np.full((2000, 3000), 200, np.uint8)
    values[:, :1500] = 40
    Image.fromarray(values).save(tmp_path / "large.png")
    read = read_grey(tmp_path / "large.png")
    assert read.shape == fitting(3000, 2000)[::-1]
    assert (read[:, 10], read[:, -10]) == (pytest.approx(40), pytest.approx(200))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"GIF89a", "damaged or not a picture"),
        (b"", "damaged or not a picture"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (png(random_pixels(1), size=(0, 5)), "damaged"),
        (png(random_pixels(1), size=(30_000, 30_000)), "30000 × 30000"),
        (png(random_pixels(1), size=(100, 100)), "damaged"),
        (png(random_pixels(1), raw=b"\x09" * 36), "damaged"),
        (png(random_pixels(1))[:-30], "damaged"),
    ],
)
def test_what_is_not_read_is_named(tmp_path, content, words):
    path = tmp_path / "picture.png"
    path.write_bytes(content)
    with pytest.raises(DataError, match=words) as caught:
        read_grey(path)
    assert str(path) in str(caught.value)


def test_missing_file(tmp_path):
    with pytest.raises(DataError, match="cannot be read"):
        read_grey(tmp_path / "missing.png")


def test_mutations_never_raise_anything_else(tmp_path):
    original = png(random_pixels(3), kind=4)
    rng = np.random.default_rng(1)
    for _ in range(300):
        mutated = bytearray(original)
        for position in rng.integers(0, len(mutated), rng.integers(1, 5)):
            mutated[position] = rng.integers(0, 256)
        path = tmp_path / "mutated.png"
        path.write_bytes(mutated[: rng.integers(1, len(mutated))] if rng.random() < 0.3 else mutated)
        try:
            read_grey(path)
        except DataError:
            continue
