"""LayerNormalization."""


class LayerNormalization:
    """Mean 0 and variance 1 over the last axis, then a scale and a shift."""

    def __init__(self, gamma, beta, epsilon):
        self.parameters = [gamma, beta]
        self.epsilon = epsilon

    def forward(self, x, is_training):
        variance = x.var(axis=-1, keepdims=True)
        self.scale = 1 / np.sqrt(variance + self.epsilon)
        self.normal = (x - x.mean(axis=-1, keepdims=True)) * self.scale
        return self.normal * self.parameters[0] + self.parameters[1]

    def backward(self, dz):
        axes = tuple(range(dz.ndim - 1))
        self.gradients = [(dz * self.normal).sum(axis=axes), dz.sum(axis=axes)]
        g = dz * self.parameters[0]
        mean = g.mean(axis=-1, keepdims=True)
        projection = (g * self.normal).mean(axis=-1, keepdims=True)
        return (g - mean - self.normal * projection) * self.scale
