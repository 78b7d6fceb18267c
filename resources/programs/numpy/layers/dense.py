"""Dense."""


class Dense:
    """Every input connected to every unit: z = x W + b."""

    def __init__(self, *parameters):
        self.parameters = list(parameters)

    def forward(self, x, is_training):
        self.x = x
        z = x @ self.parameters[0]
        return z + self.parameters[1] if len(self.parameters) > 1 else z

    def backward(self, dz):
        self.gradients = [self.x.T @ dz, dz.sum(axis=0)][: len(self.parameters)]
        return dz @ self.parameters[0].T
