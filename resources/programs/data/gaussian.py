"""Two clouds."""


def make_points(n, noise, rng):
    """Two clouds."""
    labels = np.where(np.arange(n) < n // 2, 1.0, -1.0)
    spread = np.sqrt(0.5 + 7 * noise)
    return 2 * labels[:, None] + spread * rng.standard_normal((n, 2)), labels
