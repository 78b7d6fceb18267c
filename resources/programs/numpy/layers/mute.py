"""Mute."""


class Mute:
    """Some units say 0."""

    parameters = gradients = ()

    def __init__(self, is_heard):
        self.is_heard = np.array(is_heard)

    def forward(self, x, is_training):
        return x * self.is_heard

    def backward(self, dz):
        return dz * self.is_heard
