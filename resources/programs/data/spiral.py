"""Two arms wound into each other."""


def make_points(n, noise, rng):
    """Two arms wound into each other."""
    n_first = n // 2
    is_first = np.arange(n) < n_first
    share = np.concatenate([np.arange(k) / k for k in (n_first, n - n_first)])
    angle = 1.75 * 2 * np.pi * share + np.where(is_first, 0, np.pi)
    points = 5 * share[:, None] * np.column_stack((np.sin(angle), np.cos(angle)))
    points += noise * rng.uniform(-1, 1, (n, 2))
    return points, np.where(is_first, 1.0, -1.0)
