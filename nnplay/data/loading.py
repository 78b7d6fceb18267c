"""Slow loads report progress and can be cancelled: the two callbacks, and the error that cancelling raises."""

from __future__ import annotations

from collections.abc import Callable

from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

ReportProgress = Callable[[float, str], None]
"""``report(fraction, text)``: the share done, 0 to 1, and what is being done (English, context ``loading``)."""

ShouldCancel = Callable[[], bool]
"""Called every few milliseconds of work; true ends the load with LoadCancelledError."""


class LoadCancelledError(NnplayError):
    """The load was cancelled by the user; nothing is wrong with the data."""

    def __init__(self) -> None:
        super().__init__(QT_TRANSLATE_NOOP("errors", "Loading was cancelled."))


def ignore_progress(fraction: float, text: str) -> None:
    """A ``ReportProgress`` that does nothing."""


def never_cancel() -> bool:
    """A ``ShouldCancel`` that never cancels."""
    return False
