"""AveragePooling2D."""


class AveragePooling2D:
    """The mean of each window; margins do not count."""

    parameters = gradients = ()

    def __init__(self, size, strides, margins):
        self.size, self.strides, self.margins = size, strides, margins

    def forward(self, x, is_training):
        self.x = padded(x, self.margins)
        inside = padded(np.ones_like(x[:1]), self.margins)
        self.n = windows(inside, self.size, self.strides).sum(axis=(4, 5))
        return windows(self.x, self.size, self.strides).sum(axis=(4, 5)) / self.n

    def backward(self, dz):
        dx = np.zeros_like(self.x)
        for _, _, place in places(dz, self.size, self.strides):
            dx[place] += dz / self.n
        return unpadded(dx, self.margins)
