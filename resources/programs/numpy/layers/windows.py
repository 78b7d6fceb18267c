"""Windows of a picture."""


def windows(x, size, strides):
    """The windows of pictures: (n, down, across, channels, height, width), a view."""
    views = np.lib.stride_tricks.sliding_window_view(x, size, axis=(1, 2))
    return views[:, :: strides[0], :: strides[1]]


def padded(x, margins, value=0.0):
    """Pictures with ((above, below), (left, right)) around them."""
    return np.pad(x, ((0, 0), *margins, (0, 0)), constant_values=value)


def unpadded(x, margins):
    """The pictures without their margins."""
    (above, below), (left, right) = margins
    return x[:, above : x.shape[1] - below, left : x.shape[2] - right]


def places(dz, size, strides):
    """For each place in a window, what all windows have there, as an index."""
    for i in range(size[0]):
        for j in range(size[1]):
            down = slice(i, i + (dz.shape[1] - 1) * strides[0] + 1, strides[0])
            across = slice(j, j + (dz.shape[2] - 1) * strides[1] + 1, strides[1])
            yield i, j, (slice(None), down, across)
