"""The truncated normal distribution."""


def truncated_normal(mean, deviation, size):
    """A bell curve whose values beyond two deviations are drawn again."""
    values = rng.standard_normal(size)
    while (is_far := np.abs(values) > 2).any():
        values[is_far] = rng.standard_normal(np.count_nonzero(is_far))
    return mean + deviation * values
