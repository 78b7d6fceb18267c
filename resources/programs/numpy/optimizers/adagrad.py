"""Adagrad."""


def update(w, g, rate, state):
    """AdaGrad: the rate falls with the squares of all gradients."""
    s = state.setdefault("square", np.full_like(w, START))
    s += g**2
    w -= rate * g / np.sqrt(s + EPSILON)
