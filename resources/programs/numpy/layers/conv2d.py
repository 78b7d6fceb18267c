"""Conv2D."""


class Conv2D:
    """Small windows of a picture, all weighed alike."""

    def __init__(self, *parameters, strides, margins):
        self.parameters = list(parameters)
        self.size, self.strides = parameters[0].shape[:2], strides
        self.margins = margins

    def forward(self, x, is_training):
        self.x = padded(x, self.margins)
        views = windows(self.x, self.size, self.strides)
        z = np.tensordot(views, self.parameters[0], axes=([4, 5, 3], [0, 1, 2]))
        return z + self.parameters[1] if len(self.parameters) > 1 else z

    def backward(self, dz):
        kernel, dx = self.parameters[0], np.zeros_like(self.x)
        dkernel = np.empty_like(kernel)
        for i, j, place in places(dz, self.size, self.strides):
            dkernel[i, j] = np.tensordot(self.x[place], dz, axes=([0, 1, 2],) * 2)
            dx[place] += dz @ kernel[i, j].T
        self.gradients = [dkernel, dz.sum(axis=(0, 1, 2))][: len(self.parameters)]
        return unpadded(dx, self.margins)
