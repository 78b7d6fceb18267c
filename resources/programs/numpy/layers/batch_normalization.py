"""BatchNormalization."""


class BatchNormalization:
    """Mean 0 and variance 1 over the batch, then a scale and a shift."""

    def __init__(self, mean, variance, momentum, epsilon, gamma=None, beta=None):
        self.parameters = [w for w in (gamma, beta) if w is not None]
        self.mean, self.variance = mean, variance
        self.momentum, self.epsilon = momentum, epsilon
        self.gamma = np.ones_like(mean) if gamma is None else gamma
        self.beta = np.zeros_like(mean) if beta is None else beta
        self.learns = (gamma is not None, beta is not None)

    def forward(self, x, is_training):
        self.axes = tuple(range(x.ndim - 1))
        mean, variance = self.mean, self.variance
        if is_training:
            mean, variance = x.mean(axis=self.axes), x.var(axis=self.axes)
            keep = self.momentum
            self.mean = keep * self.mean + (1 - keep) * mean
            self.variance = keep * self.variance + (1 - keep) * variance
        self.scale = 1 / np.sqrt(variance + self.epsilon)
        self.normal = (x - mean) * self.scale
        return self.normal * self.gamma + self.beta

    def backward(self, dz):
        gradients = (dz * self.normal).sum(self.axes), dz.sum(self.axes)
        self.gradients = [g for g, learns in zip(gradients, self.learns) if learns]
        g = dz * self.gamma
        mean = g.mean(axis=self.axes)
        projection = (g * self.normal).mean(axis=self.axes)
        return (g - mean - self.normal * projection) * self.scale
