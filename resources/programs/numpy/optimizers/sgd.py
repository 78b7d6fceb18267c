"""SGD."""


def update(w, g, rate, state):
    """Gradient descent."""
    w -= rate * g
