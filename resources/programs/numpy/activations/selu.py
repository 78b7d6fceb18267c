"""selu."""


def selu(z):
    return 1.05070099 * np.where(z > 0, z, 1.67326324 * np.expm1(np.minimum(z, 0)))


def selu_slope(z):
    return 1.05070099 * np.where(z > 0, 1, 1.67326324 * np.exp(np.minimum(z, 0)))
