"""mish."""


def mish(z):
    return z * np.tanh(np.logaddexp(0, z))


def mish_slope(z):
    gate = np.tanh(np.logaddexp(0, z))
    return gate + z * (1 - gate**2) * (0.5 + 0.5 * np.tanh(0.5 * z))
