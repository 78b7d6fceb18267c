"""softsign."""


def softsign(z):
    return z / (1 + np.abs(z))


def softsign_slope(z):
    return 1 / (1 + np.abs(z)) ** 2
