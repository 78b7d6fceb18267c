"""softplus."""


def softplus(z):
    return np.logaddexp(0, z)


def softplus_slope(z):
    return 0.5 + 0.5 * np.tanh(0.5 * z)
