"""Small IDX files for tests."""

import gzip
import struct
from pathlib import Path

import numpy as np

NAMES = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")


def idx_bytes(array, element_type=8):
    """The content of an IDX file with the elements of ``array``."""
    header = struct.pack(f">2xBB{array.ndim}I", element_type, array.ndim, *array.shape)
    return header + array.astype(np.uint8).tobytes()


def digit_arrays(n_train=20, n_test=10, seed=0):
    """Four arrays as MNIST has them, with random content."""
    rng = np.random.default_rng(seed)
    arrays = []
    for n in (n_train, n_test):
        arrays += [rng.integers(0, 256, (n, 28, 28), dtype=np.uint8), rng.integers(0, 10, n, dtype=np.uint8)]
    return arrays


def write_folder(folder: Path, arrays=None, *, is_packed=False, separator="-"):
    """Write the four files and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in zip(NAMES, arrays or digit_arrays(), strict=True):
        name = name.replace("-idx", f"{separator}idx")
        content = idx_bytes(array)
        if is_packed:
            (folder / f"{name}.gz").write_bytes(gzip.compress(content, mtime=0))
        else:
            (folder / name).write_bytes(content)
    return folder
