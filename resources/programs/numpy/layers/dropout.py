"""Dropout."""


class Dropout:
    """While training, a share of the numbers is 0 and the others are scaled up."""

    parameters = gradients = ()

    def __init__(self, rate):
        self.rate = rate

    def forward(self, x, is_training):
        if not is_training:
            return x
        self.mask = (rng.random(x.shape) >= self.rate) / (1 - self.rate)
        return x * self.mask

    def backward(self, dz):
        return dz * self.mask
