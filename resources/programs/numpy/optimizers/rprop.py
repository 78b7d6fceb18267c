"""Rprop."""


def update(w, g, rate, state):
    """Rprop: a step of its own for every weight; only the gradient's sign counts."""
    steps = state.setdefault("steps", np.full_like(w, rate))
    before = state.setdefault("sign", np.zeros_like(w))
    turn = before * np.sign(g)
    factor = np.where(turn > 0, ETA_PLUS, np.where(turn < 0, ETA_MINUS, 1))
    steps[...] = np.clip(steps * factor, MIN_STEP, MAX_STEP)
    before[...] = np.where(turn < 0, 0, np.sign(g))
    w -= before * steps
