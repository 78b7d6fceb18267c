"""Opposite corners belong together."""


def make_points(n, noise, rng):
    """Opposite corners belong together."""
    points = rng.uniform(-5, 5, (n, 2))
    points += np.where(points > 0, 0.3, -0.3)
    jittered = points + noise * rng.uniform(-5, 5, (n, 2))
    return points, np.where(jittered[:, 0] * jittered[:, 1] >= 0, 1.0, -1.0)
