"""A slow load that says how far it is and can be stopped: the two callbacks, and the error that stopping raises."""

from __future__ import annotations

from collections.abc import Callable

from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

ReportProgress = Callable[[float, str], None]
"""``report(fraction, text)``: the share done, 0 to 1, and what is done (English, translation context ``loading``)."""

ShouldCancel = Callable[[], bool]
"""Asked every few milliseconds of work; true ends the load with LoadCancelledError."""


class LoadCancelledError(NnplayError):
    """The load was stopped because somebody asked for it; nothing is wrong with the data."""

    def __init__(self) -> None:
        super().__init__(QT_TRANSLATE_NOOP("errors", "Loading was cancelled."))


def ignore_progress(fraction: float, text: str) -> None:
    """A ``ReportProgress`` for callers that do not care."""


def never_cancel() -> bool:
    """A ``ShouldCancel`` that lets the load finish."""
    return False
