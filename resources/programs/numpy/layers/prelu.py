"""PReLU."""


class PReLU:
    """A leaky ReLU that learns its leak, one for each unit."""

    def __init__(self, alpha):
        self.parameters = [alpha]

    def forward(self, z, is_training):
        self.z = z
        return np.maximum(z, 0) + self.parameters[0] * np.minimum(z, 0)

    def backward(self, da):
        axes = tuple(range(da.ndim - 1))
        self.gradients = [(da * np.minimum(self.z, 0)).sum(axis=axes)]
        return da * np.where(self.z > 0, 1, self.parameters[0])
