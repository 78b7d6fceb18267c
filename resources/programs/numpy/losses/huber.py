"""huber."""


def loss(a, y):
    """Squared for small differences, straight beyond."""
    distance = np.abs(a - y)
    straight = DELTA * (distance - 0.5 * DELTA)
    return np.where(distance <= DELTA, 0.5 * distance**2, straight).mean()


def loss_gradient(a, y):
    return np.clip(a - y, -DELTA, DELTA) / a.size
