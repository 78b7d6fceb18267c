"""Softmax."""


class Softmax:
    """The units of an example as probabilities."""

    parameters = gradients = ()

    def forward(self, z, is_training):
        e = np.exp(z - z.max(axis=-1, keepdims=True))
        self.a = e / e.sum(axis=-1, keepdims=True)
        return self.a

    def backward(self, da):
        return self.a * (da - (da * self.a).sum(axis=-1, keepdims=True))
