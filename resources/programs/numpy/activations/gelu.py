"""gelu."""


def normal_share(z):
    """The share of a standard normal variable below z."""
    return 0.5 + 0.5 * np.vectorize(erf, [float])(z / np.sqrt(2))


def gelu(z):
    return z * normal_share(z)


def gelu_slope(z):
    return normal_share(z) + z * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
