"""Adam."""


def update(w, g, rate, state):
    """Adam: running means of the gradient and of its square."""
    m = state.setdefault("mean", np.zeros_like(w))
    v = state.setdefault("square", np.zeros_like(w))
    t = state["step"] = state.get("step", 0) + 1
    w -= rate * WEIGHT_DECAY * w
    m[...] = BETA_1 * m + (1 - BETA_1) * g
    v[...] = BETA_2 * v + (1 - BETA_2) * g**2
    root = np.sqrt(v / (1 - BETA_2**t)) + EPSILON
    w -= rate * m / (1 - BETA_1**t) / root
