"""MaxPooling2D."""


class MaxPooling2D:
    """The greatest number of each window."""

    parameters = gradients = ()

    def __init__(self, size, strides, margins):
        self.size, self.strides, self.margins = size, strides, margins

    def forward(self, x, is_training):
        self.x = padded(x, self.margins, -np.inf)
        self.a = windows(self.x, self.size, self.strides).max(axis=(4, 5))
        return self.a

    def backward(self, dz):
        dx, rest = np.zeros_like(self.x), np.ones_like(dz)
        for _, _, place in places(dz, self.size, self.strides):
            won = rest * (self.x[place] == self.a)  # of several, the first one wins
            dx[place] += dz * won
            rest -= won
        return unpadded(dx, self.margins)
