"""Nadam."""


def update(w, g, rate, state):
    """Nadam: Adam that looks ahead."""
    m = state.setdefault("mean", np.zeros_like(w))
    v = state.setdefault("square", np.zeros_like(w))
    t = state["step"] = state.get("step", 0) + 1
    now, then = (BETA_1 * (1 - 0.5 * 0.96**k) for k in (t, t + 1))
    product = state["product"] = state.get("product", 1.0) * now
    m[...] = BETA_1 * m + (1 - BETA_1) * g
    v[...] = BETA_2 * v + (1 - BETA_2) * g**2
    ahead = then * m / (1 - product * then) + (1 - now) * g / (1 - product)
    w -= rate * ahead / (np.sqrt(v / (1 - BETA_2**t)) + EPSILON)
