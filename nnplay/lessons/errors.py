"""What may be wrong with a lesson."""

from nnplay.engine import NnplayError


class LessonError(NnplayError):
    """A lesson's folder or file is not what a lesson has to be; the sentence says where."""
