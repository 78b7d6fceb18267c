"""A slope."""


def make_points(n, noise, rng):
    """A slope: the label is a number."""
    points = rng.uniform(-6, 6, (n, 2))
    jittered = points + noise * rng.uniform(-6, 6, (n, 2))
    return points, jittered.sum(axis=1) / 10
