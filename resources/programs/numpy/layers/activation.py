"""Activation."""


class Activation:
    """A function of each number: a = f(z)."""

    parameters = gradients = ()

    def __init__(self, function, slope):
        self.function, self.slope = function, slope

    def forward(self, z, is_training):
        self.z = z
        return self.function(z)

    def backward(self, da):
        return da * self.slope(self.z)
