"""LayerNormalization."""


class LayerNormalization:
    """Mean 0 and variance 1 over the last axis, then a scale and a shift."""

    def __init__(self, epsilon, gamma=None, beta=None):
        self.parameters = [w for w in (gamma, beta) if w is not None]
        self.epsilon = epsilon
        self.gamma = 1 if gamma is None else gamma
        self.beta = 0 if beta is None else beta
        self.learns = (gamma is not None, beta is not None)

    def forward(self, x, is_training):
        variance = x.var(axis=-1, keepdims=True)
        self.scale = 1 / np.sqrt(variance + self.epsilon)
        self.normal = (x - x.mean(axis=-1, keepdims=True)) * self.scale
        return self.normal * self.gamma + self.beta

    def backward(self, dz):
        axes = tuple(range(dz.ndim - 1))
        gradients = (dz * self.normal).sum(axis=axes), dz.sum(axis=axes)
        self.gradients = [g for g, learns in zip(gradients, self.learns) if learns]
        g = dz * self.gamma
        mean = g.mean(axis=-1, keepdims=True)
        projection = (g * self.normal).mean(axis=-1, keepdims=True)
        return (g - mean - self.normal * projection) * self.scale
