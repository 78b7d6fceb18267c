"""A network whose layers follow each other."""


def forward(x, is_training=False):
    """The network's output."""
    for layer in layers:
        x = layer.forward(x, is_training)
    return x


def backward(gradient):
    """The gradients of all layers, from dL/da of the last one."""
    for layer in reversed(layers):
        gradient = layer.backward(gradient)
