"""sine."""


def sine(z):
    return np.sin(z)


def sine_slope(z):
    return np.cos(z)
