"""The error for what nobody foresaw in a thread of ours."""

from __future__ import annotations

from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP


class UnexpectedError(NnplayError):
    """A job failed for a reason that nobody foresaw; the log has the details."""

    def __init__(self, error: Exception) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("errors", "The work was stopped by an unexpected error ({kind}: {reason})."),
            kind=type(error).__name__,
            reason=error,
        )
