"""binary_crossentropy."""


def loss(a, y):
    """How surprised the network is by the truth."""
    a = np.clip(a, 1e-7, 1 - 1e-7)
    y = (1 - SMOOTHING) * y + SMOOTHING / 2
    return -(y * np.log(a) + (1 - y) * np.log(1 - a)).mean()


def loss_gradient(a, y):
    a = np.clip(a, 1e-7, 1 - 1e-7)
    y = (1 - SMOOTHING) * y + SMOOTHING / 2
    return (a - y) / (a * (1 - a)) / a.size
