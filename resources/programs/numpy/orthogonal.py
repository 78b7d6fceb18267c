"""Orthogonal matrices."""


def orthogonal(gain, shape):
    """Columns, or rows if they are fewer, at right angles to each other."""
    n_rows, n_columns = int(np.prod(shape[:-1])), shape[-1]
    size = max(n_rows, n_columns), min(n_rows, n_columns)
    q, r = np.linalg.qr(rng.standard_normal(size))
    q *= np.sign(np.diag(r))
    return gain * (q if n_rows >= n_columns else q.T).reshape(shape)
