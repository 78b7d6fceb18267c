"""RMSprop."""


def update(w, g, rate, state):
    """RMSprop: the rate divided by the root of a running mean of squares."""
    s = state.setdefault("square", np.zeros_like(w))
    mean = state.setdefault("mean", np.zeros_like(w))
    m = state.setdefault("velocity", np.zeros_like(w))
    s[...] = RHO * s + (1 - RHO) * g**2
    if CENTERED:
        mean[...] = RHO * mean + (1 - RHO) * g
    m[...] = MOMENTUM * m + rate * g / np.sqrt(s - mean**2 + EPSILON)
    w -= m
