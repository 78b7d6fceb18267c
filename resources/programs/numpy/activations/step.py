"""step."""


def step(z):
    return (z >= 0).astype("float32")


def step_slope(z):
    return np.zeros_like(z)
