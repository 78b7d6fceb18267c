"""Orders of the classes of a confusion matrix: as in the data, most confused first, or similar ones side by side."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def by_errors(counts: NDArray[np.integer]) -> tuple[int, ...]:
    """Return the classes of a confusion matrix (n, n), those with the most wrong predictions of or as them first."""
    wrong = counts.sum(axis=0) + counts.sum(axis=1) - 2 * np.diag(counts)
    return tuple(np.argsort(-wrong, kind="stable").tolist())


def by_likeness(counts: NDArray[np.integer]) -> tuple[int, ...]:
    """Return the classes of a confusion matrix (n, n) so that those that are taken for each other stand together.

    The order is that of the eigenvector of the second smallest eigenvalue of the confusions' graph Laplacian (Fiedler
    1973), the usual relaxation of placing linked nodes close to each other.
    """
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    links = shares + shares.T
    np.fill_diagonal(links, 0)
    links += 1e-6  # so that classes without confusions hang together somehow
    np.fill_diagonal(links, 0)
    laplacian = np.diag(links.sum(axis=1)) - links
    _, vectors = np.linalg.eigh(laplacian)
    place = vectors[:, 1] if len(counts) > 1 else vectors[:, 0]
    order = np.argsort(place, kind="stable")
    return tuple((order if order[0] <= order[-1] else order[::-1]).tolist())
