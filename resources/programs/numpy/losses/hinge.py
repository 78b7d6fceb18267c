"""hinge."""


def loss(a, y):
    """Content with a margin of 1 on the right side."""
    return np.maximum(0, 1 - np.where(y > 0, 1, -1) * a).mean()


def loss_gradient(a, y):
    return np.where(np.where(y > 0, 1, -1) * a < 1, np.where(y > 0, -1, 1), 0) / a.size
