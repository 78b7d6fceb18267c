"""BatchNormalization."""


class BatchNormalization:
    """Mean 0 and variance 1 over the batch, then a scale and a shift."""

    def __init__(self, gamma, beta, mean, variance, momentum, epsilon):
        self.parameters = [gamma, beta]
        self.mean, self.variance = mean, variance
        self.momentum, self.epsilon = momentum, epsilon

    def forward(self, x, is_training):
        self.axes = tuple(range(x.ndim - 1))
        mean, variance = self.mean, self.variance
        if is_training:
            mean, variance = x.mean(axis=self.axes), x.var(axis=self.axes)
            self.mean = self.momentum * self.mean + (1 - self.momentum) * mean
            self.variance = (
                self.momentum * self.variance + (1 - self.momentum) * variance
            )
        self.scale = 1 / np.sqrt(variance + self.epsilon)
        self.normal = (x - mean) * self.scale
        return self.normal * self.parameters[0] + self.parameters[1]

    def backward(self, dz):
        self.gradients = [(dz * self.normal).sum(self.axes), dz.sum(self.axes)]
        g = dz * self.parameters[0]
        mean = g.mean(axis=self.axes)
        projection = (g * self.normal).mean(axis=self.axes)
        return (g - mean - self.normal * projection) * self.scale
