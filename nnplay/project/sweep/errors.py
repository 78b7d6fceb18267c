"""What is wrong with a sweep."""

from nnplay.engine import NnplayError


class SweepError(NnplayError):
    """A sweep that cannot be: an unknown axis, a value that is none, a cell that is impossible, too many cells."""
