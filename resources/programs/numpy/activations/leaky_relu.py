"""leaky_relu."""


def leaky_relu(z):
    return np.where(z > 0, z, 0.2 * z)


def leaky_relu_slope(z):
    return np.where(z > 0, 1, 0.2)
