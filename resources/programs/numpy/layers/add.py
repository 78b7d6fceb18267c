"""Add."""


class Add:
    """The sum of several layers."""

    parameters = gradients = ()

    def forward(self, *parts, is_training):
        self.n = len(parts)
        return sum(parts)

    def backward(self, dz):
        return [dz] * self.n
