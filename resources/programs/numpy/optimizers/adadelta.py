"""Adadelta."""


def update(w, g, rate, state):
    """AdaDelta: steps in the units of the weights."""
    s = state.setdefault("square", np.zeros_like(w))
    u = state.setdefault("step", np.zeros_like(w))
    s[...] = RHO * s + (1 - RHO) * g**2
    d = g * np.sqrt(u + EPSILON) / np.sqrt(s + EPSILON)
    u[...] = RHO * u + (1 - RHO) * d**2
    w -= rate * d
