"""MNIST's files."""


def read_idx(path):
    """An array of bytes in the IDX format of MNIST."""
    packed = path.with_name(path.name + ".gz")
    content = (
        path.read_bytes() if path.exists() else gzip.decompress(packed.read_bytes())
    )
    n_axes = content[3]
    shape = np.frombuffer(content, ">u4", n_axes, 4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * n_axes).reshape(shape)


def read_digits(folder, part):
    """Pictures (n, 28, 28, 1) from 0 to 1, and their digits."""
    pictures = read_idx(folder / f"{part}-images-idx3-ubyte")
    labels = read_idx(folder / f"{part}-labels-idx1-ubyte")
    return pictures[..., None].astype("float32") / 255, labels.astype("int64")
