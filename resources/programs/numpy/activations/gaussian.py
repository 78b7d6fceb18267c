"""gaussian."""


def gaussian(z):
    return np.exp(-(z**2))


def gaussian_slope(z):
    return -2 * z * np.exp(-(z**2))
