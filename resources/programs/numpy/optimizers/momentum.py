"""SGD with momentum."""


def update(w, g, rate, state):
    """Gradient descent with momentum."""
    m = state.setdefault("velocity", np.zeros_like(w))
    m[...] = MOMENTUM * m - rate * g
    w += MOMENTUM * m - rate * g if NESTEROV else m
