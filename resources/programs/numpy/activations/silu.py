"""silu."""


def silu(z):
    return z * (0.5 + 0.5 * np.tanh(0.5 * z))


def silu_slope(z):
    s = 0.5 + 0.5 * np.tanh(0.5 * z)
    return s * (1 + z * (1 - s))
