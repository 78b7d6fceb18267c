"""categorical_crossentropy."""


def loss(a, y):
    """How surprised the network is by the truth."""
    y = (1 - SMOOTHING) * y + SMOOTHING / y.shape[1]
    return -(y * np.log(np.maximum(a, 1e-38))).sum(axis=1).mean()


def loss_gradient(a, y):
    y = (1 - SMOOTHING) * y + SMOOTHING / y.shape[1]
    return -y / np.maximum(a, 1e-38) / len(y)
