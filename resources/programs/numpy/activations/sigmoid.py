"""sigmoid."""


def sigmoid(z):
    return 0.5 + 0.5 * np.tanh(0.5 * z)


def sigmoid_slope(z):
    return sigmoid(z) * (1 - sigmoid(z))
