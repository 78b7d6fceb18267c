"""arctan."""


def arctan(z):
    return np.arctan(z)


def arctan_slope(z):
    return 1 / (1 + z**2)
