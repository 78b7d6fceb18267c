"""The error of a lesson."""

from nnplay.engine import NnplayError


class LessonError(NnplayError):
    """A lesson's folder or file is not valid; the sentence says where."""
