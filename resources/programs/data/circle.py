"""A disc inside a ring."""


def make_points(n, noise, rng):
    """A disc (1) inside a ring (-1)."""
    is_inner = np.arange(n) < n // 2
    lowest, highest = np.where(is_inner, 0.0, 3.5), np.where(is_inner, 2.5, 5.0)
    radius = rng.uniform(lowest, highest)
    angle = rng.uniform(0, 2 * np.pi, n)
    points = radius[:, None] * np.column_stack((np.sin(angle), np.cos(angle)))
    jittered = points + noise * rng.uniform(-5, 5, (n, 2))
    return points, np.where(np.hypot(*jittered.T) < 2.5, 1.0, -1.0)
